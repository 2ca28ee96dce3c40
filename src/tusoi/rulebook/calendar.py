"""Lịch làm việc: working days of Vietnamese state bodies – a library plus our own dated overrides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

from tusoi.rulebook.lawdata import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holidays import HolidayBase

ONE_DAY = timedelta(days=1)


@cache
def _public_holidays() -> HolidayBase:
    import holidays  # noqa: PLC0415 - half of the core's import time, needed only where days are counted

    return holidays.country_holidays("VN", language="vi")


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Lịch làm việc: Monday to Friday without holidays, with dated days off and days worked on top."""

    off: frozenset[date]
    worked: frozenset[date]

    def is_working(self, day: date) -> bool:
        if day in self.worked or day in self.off:
            return day in self.worked
        return bool(_public_holidays().is_working_day(day))

    def holiday_name(self, day: date) -> str:
        """The name of the holiday, empty on other days."""
        return str(_public_holidays().get(day) or "")

    def working_days_between(self, sent: date, meeting: date) -> int:
        """Working days after `sent` up to and including `meeting`; 0 if the meeting is not later."""
        days = (sent + timedelta(days=offset) for offset in range(1, (meeting - sent).days + 1))
        return sum(self.is_working(day) for day in days)

    def _working_days_after(self, day: date) -> Iterator[date]:
        return (later for offset in count(1) if self.is_working(later := day + offset * ONE_DAY))

    def add_working_days(self, day: date, working_days: int) -> date:
        """The day on which that many working days after `day` are reached."""
        later = self._working_days_after(day)
        for _ in range(working_days):
            day = next(later)
        return day


@cache
def work_calendar() -> WorkCalendar:
    """The calendar of state bodies with the overrides of `law/calendar.yaml`."""
    overrides = read_yaml("calendar.yaml")
    return WorkCalendar(frozenset(overrides["days_off"]), frozenset(overrides["days_worked"]))
