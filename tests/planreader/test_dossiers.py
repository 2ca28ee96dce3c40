"""Lists of papers of a dossier."""

from __future__ import annotations

import pytest

from tusoi.planreader.dossiers import dossiers_of
from tusoi.planreader.draft import DossierRow
from tusoi.planreader.outline import outline_of


def read(body: str) -> tuple[DossierRow, ...]:
    outline = outline_of("KẾ HOẠCH\nKiểm điểm năm 2023\n\n" + body)
    rows = dossiers_of(outline)
    for row in rows:
        assert row.used_by in outline.text
        for item in row.items:
            assert item.span.of(outline.text) == item.text
            assert row.span.start < item.span.start < item.span.end <= row.span.end
    return rows


def only(body: str) -> DossierRow:
    (row,) = read(body)
    return row


def test_numbers_go_on_over_blank_lines_and_a_lost_bullet():
    row = only(
        "1. Hồ sơ\n\n- Đối với cá nhân: Mỗi người một bản.\n\nHồ sơ gồm:\n\n- (1) Tờ trình.\n- (2) Bản kiểm điểm.\n\n"
        "- (3) Đối với người đề nghị xuất sắc: sáng kiến.\n\n(4) Các văn bản khác (nếu có).\n\nb) Thời gian: trước ngày 15/12/2023."
    )
    assert row.used_by == "cá nhân"
    assert [item.is_optional for item in row.items] == [False, False, False, True]
    assert row.items[3].text == "Các văn bản khác (nếu có)"


def test_bullets_end_where_the_list_ends():
    row = only(
        "7.1. Hồ sơ đề nghị đánh giá, xếp loại tổ chức đảng, tập thể:\n\n- Tờ trình.\n- Hồ sơ giải quyết khiếu nại.\n"
        "- Biên bản.\n- Thời hạn gửi: trước ngày 15/11/2024."
    )
    assert row.used_by == "tổ chức đảng, tập thể"
    assert len(row.items) == 3


def test_two_lists_one_after_the_other():
    first, second = read(
        "- Hồ sơ của tập thể gồm:\n- Tờ trình;\n- Biên bản;\n- Hồ sơ của cá nhân gồm:\n- Bản kiểm điểm;\n- Nhận xét."
    )
    assert (first.used_by, len(first.items)) == ("tập thể", 2)
    assert (second.used_by, len(second.items)) == ("cá nhân", 2)


def test_papers_of_a_paper_are_not_counted():
    row = only("Hồ sơ gồm:\n- Báo cáo, kèm:\n+ Phụ lục một;\n+ Phụ lục hai;\n- Biên bản.")
    assert [item.text for item in row.items] == ["Báo cáo, kèm:", "Biên bản"]


@pytest.mark.parametrize(
    ("body", "used_by"),
    [
        (
            "2. Họp tại các phòng, ban, đơn vị\n\nd) Hồ sơ gồm có:\n+ Biên bản;\n+ Bản tóm tắt.",
            "các phòng, ban, đơn vị",
        ),
        (
            "IV. THỦ TỤC HỒ SƠ\n\nThành phần hồ sơ bao gồm:\n\n1. Tờ trình đề nghị công nhận danh hiệu thi đua.\n2. Biên bản.",
            "danh hiệu thi đua",
        ),
        ("- Đối với viên chức, hồ sơ gồm:\na) Phiếu đánh giá;\nb) Biên bản.", "viên chức"),
    ],
)
def test_whom_the_list_is_for(body: str, used_by: str):
    row = only(body)
    assert row.used_by == used_by
    assert len(row.items) == 2


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("1. Hồ sơ gồm: (1) Tờ trình; (2) Biên bản; (3) Danh sách.", 3),
        ("1. Hồ sơ gồm: tờ trình; biên bản cuộc họp.", 2),
        ("1. Hồ sơ gồm: tờ trình, biên bản và danh sách.", 3),
    ],
)
def test_a_list_in_one_line(body: str, count: int):
    assert len(only(body).items) == count


@pytest.mark.parametrize(
    "body",
    [
        "3. Việc quản lý hồ sơ sau kiểm điểm: Hồ sơ được lưu vào hồ sơ cán bộ.",
        "+ Hoàn thiện hồ sơ: Tập thể hoàn thiện hồ sơ gửi về Sở Nội vụ.",
        "Hồ sơ gồm:",
        "4. Hồ sơ kiểm điểm\n\nLưu theo quy định.",
    ],
)
def test_what_is_no_list(body: str):
    assert read(body) == ()
