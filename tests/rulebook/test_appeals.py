"""Kiến nghị: clocks run in working days, the earlier of two deadlines counts, gaps stay gaps."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tusoi.rulebook import law_at
from tusoi.rulebook.calendar import work_calendar
from tusoi.rulebook.facts import AppealFacts, DatabaseFacts, RatedAs
from tusoi.rulebook.parameters import LocalValue
from tusoi.rulebook.regimes import regimes
from tusoi.rulebook.rules.appeals import answer_due, appeal_findings, database_due

DAYS_OF_2026 = st.dates(date(2026, 7, 1), date(2026, 12, 31))
LAW = law_at(date(2026, 12, 31))


def _appeal(received_on):
    return AppealFacts(announced_on=received_on, lodged_on=received_on, received_on=received_on)


@given(DAYS_OF_2026)
def test_the_answer_is_due_on_a_working_day_after_exactly_seven(received_on):
    due = answer_due(_appeal(received_on), LAW.of(RatedAs.CIVIL_SERVANT))
    calendar = work_calendar()
    assert calendar.is_working(due)
    assert calendar.working_days_between(received_on, due) == 7


@given(DAYS_OF_2026)
def test_the_earlier_of_both_deadlines_counts(result_on):
    due, dated = database_due(DatabaseFacts(result_on=result_on), LAW.of(RatedAs.CIVIL_SERVANT))
    working = work_calendar().add_working_days(result_on, 3)
    assert due == min(result_on + timedelta(days=5), working)
    by_days = result_on + timedelta(days=5) <= working
    assert dated.cite == ("335-2025-nd-cp/d26.k1.d" if by_days else "27-2026-nd-cp/cap-nhat")


def _in_use():
    return [each for each in regimes().values() if each.is_in_use]


@pytest.mark.parametrize("rated_as", RatedAs)
@pytest.mark.parametrize("year", range(2018, 2028))
def test_every_kind_of_subject_has_a_clock_or_a_named_gap(rated_as, year):
    day = date(year, 12, 31)
    found = appeal_findings(_appeal(day), law_at(day).of(rated_as))
    gaps = [each for each in found if each.rule == "appeals.no-clock"]
    has_clock = answer_due(_appeal(day), law_at(day).of(rated_as)) is not None
    assert bool(gaps) is (not has_clock and any(each.governs(rated_as, day) for each in _in_use()))
    assert all(each.cites for each in found)


def test_a_body_sets_a_clock_of_its_own_where_the_law_is_silent():
    day = date(2024, 12, 20)
    own = LocalValue("appeals.answer_within_working_days", 10, day, None, "Quy chế số 02/QC")
    law = law_at(day, (), (own,)).of(RatedAs.PARTY_MEMBER)
    assert answer_due(_appeal(day), law) == date(2025, 1, 6)
