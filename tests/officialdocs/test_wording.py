"""Dates, numbers, numerals and file names."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tusoi.officialdocs.wording import (
    date_text,
    file_name,
    letter,
    moment_text,
    number_text,
    padded,
    roman,
    share_text,
)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (date(2019, 6, 29), "ngày 29 tháng 6 năm 2019"),
        (date(2026, 12, 10), "ngày 10 tháng 12 năm 2026"),
        (date(2026, 2, 9), "ngày 09 tháng 02 năm 2026"),
        (date(2026, 3, 3), "ngày 03 tháng 3 năm 2026"),
        (None, "ngày … tháng … năm …"),
    ],
)
def test_zero_stands_before_small_days_and_the_first_two_months_only(day, text):
    assert date_text(day) == text


def test_moments_are_written_in_full():
    assert moment_text(datetime(2023, 11, 28, 8, 5)) == "08 giờ 05 phút, ngày 28 tháng 11 năm 2023"


def test_numbers_have_stops_between_thousands_and_a_decimal_comma():
    assert number_text(Decimal("1234.5")) == "1.234,5"
    assert number_text(1234567) == "1.234.567"
    assert padded(5) == "05"
    assert padded(15) == "15"


def test_shares_round_half_up_and_know_no_share_of_nothing():
    assert share_text(6, 7) == "85,7%"
    assert share_text(1, 2) == "50%"
    assert share_text(1, 16) == "6,3%"
    assert share_text(0, 0) == "-"


def test_numerals_and_letters_follow_the_vietnamese_order():
    assert [roman(n) for n in (1, 4, 9, 14, 39)] == ["I", "IV", "IX", "XIV", "XXXIX"]
    assert "".join(letter(n) for n in range(1, 9)) == "abcdđegh"
    assert letter(24) == "aa"


@given(st.text())
def test_file_names_are_always_short_and_plain(text):
    name = file_name(text)
    assert len(name) <= 50
    assert name.endswith(".docx")
    assert all(c in "abcdefghijklmnopqrstuvwxyz0123456789-." for c in name)


def test_file_names_keep_the_words():
    assert file_name("Quyết định: Đèo Thị Thuỳ") == "quyet-dinh-deo-thi-thuy.docx"
