"""Days fixed for meetings."""

from __future__ import annotations

import pytest

from tusoi.planreader.meetings import meetings_of
from tusoi.planreader.outline import outline_of


def read(body: str, year: int | None = None) -> list[tuple[str, str]]:
    outline = outline_of("KẾ HOẠCH\nKiểm điểm năm 2023\n\nI. NỘI DUNG\n\n" + body)
    rows = meetings_of(outline, year)
    for row in rows:
        assert row.what in outline.text
        assert str(int(row.day[-2:])) in row.span.of(outline.text)
    return [(row.day, row.what) for row in rows]


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (
            "- Tổ chức Hội nghị kiểm điểm vào ngày 14/12/2023 tại hội trường.",
            "Tổ chức Hội nghị kiểm điểm",
        ),
        ("- Ngày 14/12/2023: họp Ban Thường vụ Đảng ủy.", "họp Ban Thường vụ Đảng ủy"),
        ("3/ Hội đồng trường họp: 14g00 thứ Năm, ngày 14/12/2023", "Hội đồng trường họp"),
        ("2. Tập thể Lãnh đạo Sở kiểm điểm ngày 14/12/2023.", "Tập thể Lãnh đạo Sở kiểm điểm"),
        ("4 | Họp Hội đồng đánh giá | Hội đồng | 14h00 ngày 14/12/2023", "Họp Hội đồng đánh giá "),
        ("2. Hội nghị chủ chốt\n\n- Thời gian: Ngày 14/12/2023.", "Hội nghị chủ chốt"),
    ],
)
def test_what_meets_and_when(body: str, what: str):
    assert read(body) == [("2023-12-14", what.strip())]


def test_a_meeting_of_two_days():
    rows = read("4. Lịch họp: Đảng ủy họp trong 02 ngày 14 và 15/12/2023")
    assert rows == [("2023-12-14", "Đảng ủy họp"), ("2023-12-15", "Đảng ủy họp")]


def test_a_long_heading_is_named_up_to_its_purpose():
    heading = "2.3. Hội nghị chủ chốt để kiểm điểm, đánh giá, xếp loại cán bộ, công chức thuộc diện Ban Thường vụ Tỉnh ủy quản lý"
    assert read(f"{heading}\n\n- Thời gian: Ngày 14/12/2023.") == [
        ("2023-12-14", "Hội nghị chủ chốt")
    ]


@pytest.mark.parametrize(
    "body",
    [
        "- Họp kiểm điểm xong trước ngày 15/12/2023.",
        "- Biên bản họp phòng ngày 14/12/2023.",
        "- Sau khi họp, các phòng gửi hồ sơ ngày 14/12/2023.",
        "- Quyết định công bố ngày 14/12/2023.",
        "- Thời gian: Ngày 14/12/2023.",
    ],
)
def test_what_is_no_meeting(body: str):
    assert read(body) == []


def test_a_meeting_of_an_earlier_year_is_history():
    assert read("- Hội nghị ngày 14/12/2019 đã kết luận.", 2023) == []
