"""Deadlines: what, who, until when, and what follows when it is missed."""

from __future__ import annotations

import pytest

from tusoi.planreader.deadlines import deadlines_of
from tusoi.planreader.draft import DeadlineRow
from tusoi.planreader.outline import outline_of

HEAD = """KẾ HOẠCH
Kiểm điểm năm 2025

Căn cứ Quy định số 18-QĐ/TU ngày 15/11/2023 của Ban Thường vụ Tỉnh ủy.

Sở Công Thương xây dựng kế hoạch như sau:

"""


def read(body: str, year: int | None = None) -> list[DeadlineRow]:
    outline = outline_of(HEAD + body)
    rows = list(deadlines_of(outline, year))
    for row in rows:
        assert row.span.of(outline.text)
        assert row.what in outline.text
        assert row.who in outline.text
        assert row.consequence in outline.text
    return rows


def only(body: str, year: int | None = None) -> DeadlineRow:
    (row,) = read(body, year)
    return row


@pytest.mark.parametrize(
    ("body", "who", "what"),
    [
        (
            "3.1. Các phòng, đơn vị trực thuộc Sở\n\nGửi hồ sơ về Văn phòng Sở trước ngày 30/11/2025.",
            "Các phòng, đơn vị trực thuộc Sở",
            "Gửi hồ sơ về Văn phòng Sở",
        ),
        (
            "- Các Phòng tổ chức kiểm điểm trước ngày 20/11/2025.",
            "Các Phòng",
            "tổ chức kiểm điểm",
        ),
        (
            "Sau khi kiểm điểm, các phòng gửi hồ sơ trong ngày 20/11/2025.",
            "các phòng",
            "gửi hồ sơ",
        ),
        (
            "- Đối với viên chức: Mỗi người nộp một bản (xong trước ngày 13/12/2025)",
            "viên chức",
            "Mỗi người nộp một bản",
        ),
        (
            "Trước ngày 05/12/2025, các đơn vị gửi báo cáo về Sở.",
            "các đơn vị",
            "gửi báo cáo về Sở",
        ),
        (
            "Hồ sơ của các đơn vị gửi về Phòng Tổ chức trong ngày 15/12/2025 để tổng hợp.",
            "các đơn vị",
            "Hồ sơ của các đơn vị gửi về Phòng Tổ chức",
        ),
        (
            "| 1 | Gửi hồ sơ đề nghị xếp loại | Các phòng | Trước ngày 30/11/2025 |",
            "Các phòng",
            "Gửi hồ sơ đề nghị xếp loại",
        ),
        (
            "- Chi ủy xây dựng kế hoạch khắc phục. Hoàn thành trước ngày 25/12/2025.",
            "Chi ủy",
            "xây dựng kế hoạch khắc phục",
        ),
        ("1. Các chi bộ: hoàn thành trước ngày 10/12/2025.", "Các chi bộ", "hoàn thành"),
        (
            "1. Lập kế hoạch khắc phục\n\n- Thời gian: trước ngày 10/12/2025.",
            "",
            "Lập kế hoạch khắc phục",
        ),
        (
            "2. Họp kiểm điểm tại các phòng\n\na) Thời gian họp kiểm điểm: Xong trước ngày 15/12/2025.",
            "các phòng",
            "họp kiểm điểm",
        ),
    ],
)
def test_who_and_what(body: str, who: str, what: str):
    row = only(body)
    assert (row.who, row.what) == (who, what)


def test_several_in_one_sentence_each_with_its_own_task():
    first, second = read(
        "- Tòa án hoàn thành trước ngày 05/12, gửi báo cáo về trước ngày 10/12 hằng năm."
    )
    assert (first.who, first.what, first.day) == ("Tòa án", "hoàn thành", "--12-05")
    assert (second.who, second.what, second.day) == ("Tòa án", "gửi báo cáo về", "--12-10")


def test_a_pair_per_level_shares_the_task():
    body = "1. Nộp báo cáo\n\n- Sở, ban, ngành: trước ngày 05/12/2025; Ủy ban nhân dân xã: chậm nhất ngày 10/12/2025."
    first, second = read(body)
    assert (first.who, first.inclusive) == ("Sở, ban, ngành", False)
    assert (second.who, second.inclusive) == ("Ủy ban nhân dân xã", True)
    assert first.what == second.what == "Nộp báo cáo"


def test_a_list_of_days_is_one_task():
    rows = read(
        "Các cơ quan báo cáo vào các ngày 05/4, 05/7, 05/10 (trường học: 05/01, 05/3, 05/5)."
    )
    assert [row.what for row in rows] == ["báo cáo"] * 6
    assert [row.who for row in rows] == ["Các cơ quan"] * 3 + ["trường học"] * 3


def test_the_consequence_of_being_late():
    row = only(
        "- Các phòng nộp hồ sơ trước ngày 15/12/2025; nơi gửi chậm thì coi như không hoàn thành nhiệm vụ của tháng."
    )
    assert row.consequence.endswith("coi như không hoàn thành nhiệm vụ của tháng")


@pytest.mark.parametrize(
    "body",
    [
        "- Công chức được tuyển dụng trước ngày 01/7/2025 thì đánh giá.",
        "- Tính đến ngày 30/11/2025 đủ 6 tháng.",
        "- Kỳ đánh giá tính từ ngày 01/9/2024 đến ngày 31/8/2025.",
        "- Người nghỉ hưu trước ngày 01/12/2025.",
        "- Hội nghị tổng kết vào ngày 20/12/2025.",
        "- Gửi giấy mời họp ngày 20/12/2025.",
        "Thực hiện Kế hoạch số 641-KH/BCSD ngày 23/11/2023 của Ban Cán sự Đảng.",
    ],
)
def test_a_day_by_which_nothing_is_due(body: str):
    assert read(body, 2025) == []


def test_a_day_before_the_reviewed_year_is_no_deadline():
    assert read("- Các phòng nộp hồ sơ trước ngày 15/12/2019.", 2025) == []


def test_a_plain_day_with_a_task_is_a_deadline():
    assert only("Viết phiếu đánh giá, nộp tổ trưởng: 16/5/2026").inclusive is None


def test_legal_bases_give_no_deadline():
    assert read("I. MỤC ĐÍCH\n\nĐánh giá đúng thực chất.") == []
