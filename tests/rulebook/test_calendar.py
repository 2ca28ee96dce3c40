"""Lịch làm việc: holidays, compensation, swapped days, and counting."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tusoi.rulebook.calendar import work_calendar

DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2023, 11, 24), True),  # Friday
        (date(2023, 11, 25), False),  # Saturday
        (date(2023, 9, 4), False),  # rest in lieu of 02/9 on a Saturday
        (date(2026, 2, 17), False),  # first day of Tết
        (date(2026, 4, 27), False),  # rest in lieu of Giỗ Tổ on a Sunday
        (date(2026, 8, 22), True),  # Saturday worked for 31/8
        (date(2026, 8, 31), False),
        (date(2025, 11, 24), True),  # the day of culture begins in 2026
        (date(2026, 11, 24), False),
    ],
)
def test_working_days(day, works):
    assert work_calendar().is_working(day) is works


def test_three_working_days_over_a_weekend():
    calendar = work_calendar()
    assert calendar.working_days_between(date(2023, 11, 24), date(2023, 11, 28)) == 2
    assert calendar.working_days_between(date(2023, 11, 24), date(2023, 11, 29)) == 3
    assert calendar.add_working_days(date(2023, 11, 24), 3) == date(2023, 11, 29)


def test_holiday_has_a_name():
    assert work_calendar().holiday_name(date(2026, 9, 2))
    assert work_calendar().holiday_name(date(2023, 11, 24)) == ""


def test_meeting_before_sending_leaves_no_day():
    assert work_calendar().working_days_between(date(2023, 11, 24), date(2023, 11, 20)) == 0


@given(DAYS, st.integers(1, 30))
def test_adding_and_counting_agree(day, count):
    calendar = work_calendar()
    reached = calendar.add_working_days(day, count)
    assert calendar.is_working(reached)
    assert calendar.working_days_between(day, reached) == count


@given(DAYS, st.integers(0, 60), st.integers(0, 60))
def test_counting_adds_up(day, first, second):
    calendar = work_calendar()
    middle, end = day + timedelta(days=first), day + timedelta(days=first + second)
    whole = calendar.working_days_between(day, end)
    assert whole == calendar.working_days_between(day, middle) + calendar.working_days_between(
        middle, end
    )
