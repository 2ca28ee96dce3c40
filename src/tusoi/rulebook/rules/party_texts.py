"""Văn bản của Đảng theo thời gian: the first day of each regulation and guidance, and the day before the next."""

from __future__ import annotations

from datetime import date, timedelta

QD132 = date(2018, 3, 8)
HD21 = date(2019, 10, 18)
QD124 = date(2023, 10, 4)
HD25 = date(2023, 11, 10)
QD366 = date(2025, 8, 30)
HD43 = date(2025, 10, 31)


def until(next_text: date) -> date:
    """The last day before the next text takes the place of this one."""
    return next_text - timedelta(days=1)
