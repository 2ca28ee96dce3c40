"""Days, windows and relative terms of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tusoi.planreader.dates import Moment, moments_in


def only(text: str, year: int | None = None) -> Moment:
    (moment,) = moments_in(text, year)
    return moment


@pytest.mark.parametrize(
    ("text", "day", "inclusive"),
    [
        ("gửi về Sở trước ngày 30/11/2023.", "2023-11-30", False),
        ("gửi trước ngày 05-12-2022", "2022-12-05", False),
        ("trước 05.12.2022", "2022-12-05", False),
        ("xong trước ngày 15/12/2023", "2023-12-15", False),
        ("gửi trong ngày 13/12/2023", "2023-12-13", True),
        ("đến hết ngày 31/12/2023", "2023-12-31", True),
        ("Chậm nhất là ngày 05 tháng 12 năm 2023", "2023-12-05", True),
        ("không muộn hơn ngày 05 tháng 12/2023", "2023-12-05", True),
        ("trước 17 giờ 00 ngày 05/12/2023", "2023-12-05", False),
        ("chậm nhất 16h00 thứ Sáu, ngày 01/12/2023", "2023-12-01", True),
        ("hạn cuối: 10/12/2023", "2023-12-10", True),
        ("Thời gian: Ngày 14/12/2023", "2023-12-14", None),
        ("trước ngày 05/ 12/ 2023", "2023-12-05", False),
    ],
)
def test_a_day_with_the_words_that_bound_it(text: str, day: str, inclusive: bool | None):
    moment = only(text)
    assert (moment.day, moment.inclusive) == (day, inclusive)
    assert moment.is_limit is (inclusive is not None)
    assert moment.span.of(text).endswith(moment.lone.of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 90/2020/NĐ-CP ngày 13/8/2020 của Chính phủ",
        "Quyết định số 3271-QĐ/TU, Quyết định số 3272-QĐ/TU ngày 11/11/2019 của Ban Thường vụ",
        "Quy định 132-QĐ/TW, ngày 08/3/2018 của Bộ Chính trị",
        "Hướng dẫn 05-HD/BTCTU của Ban Tổ chức Tỉnh ủy ngày 10/10/2021",
        "Hướng dẫn số 25 ngày 10/11/2023",
        "đạt 15/15 chỉ tiêu, 3/16 nhiệm vụ, 8/10 chi bộ",
        "phiên bản 2.10, tăng 19.2%, điện thoại 0912.345.678",
        "ngày 05 tháng năm 2018",
        "trước ngày 31/11/2023",
        "tối thiểu 1,5 ngày",
        "24/7",
        "",
    ],
)
def test_what_is_no_moment(text: str):
    assert moments_in(text) == ()


def test_a_window_has_its_first_day():
    moment = only("kiểm điểm từ ngày 01 đến ngày 10/12 hằng năm")
    assert (moment.begins, moment.day, moment.repeats) == ("--12-01", "--12-10", "yearly")
    assert moment.inclusive is True
    assert only("thí điểm từ 01/7-31/12", 2024).begins == "2024-07-01"
    assert only("từ ngày 25/12/2023 đến hết ngày 05/01/2024").begins == "2023-12-25"


def test_two_days_of_one_month():
    moment = only("họp trong 02 ngày 18 và 19/12/2025")
    assert (moment.begins, moment.day, moment.is_limit) == ("2025-12-18", "2025-12-19", False)


def test_a_yearly_day_keeps_no_year():
    moment = only("được tiến hành trước ngày 30/12 hằng năm", 2022)
    assert (moment.day, moment.repeats) == ("--12-30", "yearly")
    assert only("Hằng năm, trước ngày 15/12, các đơn vị").repeats == "yearly"
    first, second = moments_in("xong trước ngày 05/12, gửi về trước ngày 10/12 hằng năm", 2024)
    assert (first.day, second.day) == ("--12-05", "--12-10")


def test_a_list_without_a_year_returns_every_year():
    text = "báo cáo vào các ngày 05/4, 05/7, 05/10, 05/11 (trường học: 05/01, 05/3, 05/5)"
    days = [moment.day for moment in moments_in(text, 2019)]
    assert days == ["--04-05", "--07-05", "--10-05", "--11-05", "--01-05", "--03-05", "--05-05"]
    assert {moment.repeats for moment in moments_in(text)} == {"yearly"}


def test_a_day_without_a_year_takes_the_reviewed_one_with_less_confidence():
    assert only("Ngày 26/12 họp").day == "--12-26"
    assert only("Ngày 26/12 họp", 2022).day == "2022-12-26"
    assert only("họp ngày 10.1", 2022).day == "2023-01-10"
    assert only("Ngày 26/12 họp", 2022).confidence < only("Ngày 26/12/2022 họp").confidence


@pytest.mark.parametrize(
    ("text", "rule", "repeats"),
    [
        (
            "chậm nhất ngày 23 của tháng cuối Quý",
            "chậm nhất ngày 23 của tháng cuối Quý",
            "quarterly",
        ),
        ("ngày 20/25/30 tháng cuối quý", "ngày 20/25/30 tháng cuối quý", "quarterly"),
        ("ngày 03 tháng đầu quý sau", "ngày 03 tháng đầu quý sau", "quarterly"),
        ("trước ngày 25 hằng tháng", "trước ngày 25 hằng tháng", "monthly"),
        (
            "gửi trước cho các thành viên dự hội nghị ít nhất 03 ngày làm việc",
            "trước cho các thành viên dự hội nghị ít nhất 03 ngày làm việc",
            "",
        ),
        (
            "Trong thời hạn 05 ngày làm việc kể từ ngày công khai kết quả, cá nhân",
            "Trong thời hạn 05 ngày làm việc kể từ ngày công khai kết quả",
            "",
        ),
        ("khoảng tháng 6", "khoảng tháng 6", ""),
    ],
)
def test_a_rule_stays_in_the_words_of_the_text(text: str, rule: str, repeats: str):
    moment = only(text)
    assert (moment.rule, moment.day, moment.repeats) == (rule, "", repeats)
    assert moment.rule in text


def test_a_month_or_quarter_is_a_window():
    month = only("thông báo trong tháng 12 hằng năm")
    assert (month.begins, month.day, month.repeats) == ("--12-01", "--12-31", "yearly")
    assert only("trong tháng 02/2024").day == "2024-02-29"
    assert only("trước tháng 12 năm 2023").day == "2023-12-01"
    assert only("trong quý I/2024").day == "2024-03-31"
    assert moments_in("kế hoạch quý IV") == ()


def test_days_of_one_list_share_their_bound():
    first, second = moments_in("trước ngày 10/12/2023 và 15/12/2023")
    assert (first.inclusive, second.inclusive) == (False, False)


def test_words_that_only_date_something_bound_nothing():
    assert only("tính đến ngày 30/11/2023").is_limit is False
    assert only("gửi chậm sau ngày 10/12/2025").is_limit is False


@given(st.text(alphabet="ngàytrướcđếnquýháng 0123456789/.-,()%", max_size=120))
def test_any_text_gives_spans_inside_it(text: str):
    for moment in moments_in(text, 2024):
        assert 0 <= moment.span.start < moment.span.end <= len(text)
