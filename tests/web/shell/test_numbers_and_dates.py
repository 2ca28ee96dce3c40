"""Dates and numbers as Vietnamese official texts write them."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from tusoi.web.templatetags import vi


def test_days_and_hours() -> None:
    assert vi.ngay(date(2023, 11, 4)) == "04/11/2023"
    assert vi.gio(time(9, 5)) == "09:05"


def test_instants_are_shown_in_hanoi() -> None:
    instant = datetime(2023, 11, 24, 20, 30, tzinfo=UTC)
    assert vi.ngay(instant) == "25/11/2023"
    assert vi.ngay_gio(instant) == "03:30 ngày 25/11/2023"


@pytest.mark.parametrize("shown", [vi.ngay, vi.gio, vi.ngay_gio, vi.so, vi.phan_tram])
def test_nothing_is_a_dash(shown) -> None:
    assert shown(None) == "—"


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (0, None, "0"),
        (100, None, "100"),
        (1234.5, None, "1.234,5"),
        (Decimal("84.250"), None, "84,25"),
        (Decimal("1E+3"), None, "1.000"),
        (7, 2, "7,00"),
        (-1234567, None, "-1.234.567"),
    ],
)
def test_numbers(value, decimals, expected) -> None:
    assert vi.so(value, decimals) == expected


def test_shares() -> None:
    assert vi.phan_tram(Decimal("0.2")) == "20%"
    assert vi.phan_tram(0.125) == "12,5%"
    assert vi.phan_tram(Decimal("0.3333"), 1) == "33,3%"
