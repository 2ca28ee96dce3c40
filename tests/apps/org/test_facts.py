"""Năm công tác: months, leave, moves and disciplines as the rules will see them."""

from datetime import date
from decimal import Decimal

import pytest
from tests import factories
from tests.factories import OFFICE, START, moment

from tusoi.org import facts
from tusoi.org.enums import AbsenceKind, Leadership
from tusoi.org.services import people

YEAR_END = date(2023, 12, 31)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "months"),
    [
        (date(2023, 1, 1), date(2023, 12, 31), "12"),
        (date(2023, 7, 1), date(2023, 12, 31), "6"),
        (date(2023, 7, 2), date(2023, 12, 31), "5.96"),
        (date(2023, 3, 15), date(2023, 6, 14), "3"),
        (date(2023, 1, 31), date(2023, 2, 28), "1.03"),
        (date(2023, 1, 1), date(2023, 1, 1), "0.03"),
        (date(2023, 5, 2), date(2023, 5, 1), "0"),
    ],
)
def test_months_are_counted_from_day_to_day(starts_on, ends_on, months):
    assert facts.months_between(starts_on, ends_on) == Decimal(months)


def year_of(person):
    return facts.person_year(person, year=2023, as_of=date(2023, 11, 24))


def test_a_whole_year_in_one_post(department):
    year = year_of(department.people["trade_head"])
    assert year.facts.months_in_post == 12
    assert year.facts.leadership == Leadership.HEAD
    assert year.facts.is_party_member
    assert year.former_unit is None


def test_appointed_four_months_ago(department):
    newcomer = factories.person("Trần Văn Mới")
    factories.assign(
        newcomer,
        factories.post(department.units["trade"], group=department.groups["officers"]),
        since=date(2023, 8, 1),
    )
    assert year_of(newcomer).facts.months_in_post == 5


def test_lawful_leave_is_taken_off_and_maternity_is_not(department):
    sick, mother = department.people["trade_officer"], department.people["trade_officer_3"]
    span = {"starts_on": date(2023, 2, 1), "ends_on": date(2023, 4, 30)}
    people.record_absence(actor=OFFICE, at=START, person=sick, kind=AbsenceKind.SICK, **span)
    people.record_absence(actor=OFFICE, at=START, person=mother, kind=AbsenceKind.MATERNITY, **span)
    assert year_of(sick).facts.months_in_post == 9
    assert year_of(sick).facts.lawful_absence == 3
    assert year_of(mother).facts.months_in_post == 12
    assert year_of(mother).facts.is_on_maternity_leave


def test_moved_from_another_unit_counts_both_and_names_the_former(department):
    mover = factories.person("Lê Thị Chuyển")
    trade, industry = (
        factories.post(department.units[key], group=department.groups["officers"])
        for key in ("trade", "industry")
    )
    factories.assign(mover, trade, until=date(2023, 7, 31))
    factories.assign(mover, industry, since=date(2023, 8, 1))
    year = year_of(mover)
    assert year.facts.months_in_post == 12
    assert year.facts.months_at_former_unit == 7
    assert year.former_unit == department.units["trade"]
    assert year.main.post == industry


@pytest.mark.parametrize(
    ("acted_on", "counted_in", "expected"),
    [
        (None, None, (True, False, False)),
        (date(2023, 2, 1), None, (True, False, False)),
        (date(2021, 2, 1), None, (True, False, True)),
        (date(2022, 2, 1), 2022, (True, True, False)),
    ],
)
def test_a_discipline_counts_once(department, acted_on, counted_in, expected):
    person = department.people["trade_officer"]
    discipline = people.record_discipline(
        actor=OFFICE,
        at=moment(2023, 6, 2),
        person=person,
        side="state",
        form="reprimand",
        effective_on=date(2023, 6, 1),
        document="15/QĐ-SCT",
        act_code="VP-01",
        acted_on=acted_on,
    )
    discipline.counted_in_year = counted_in
    discipline.save()
    found = year_of(person).facts
    assert (
        found.disciplined,
        found.discipline_already_counted,
        found.discipline_for_earlier_year,
    ) == expected


def test_two_posts_at_once_are_both_given_to_the_rule(department):
    person = department.people["trade_head"]
    second = factories.post(
        department.units["industry"], "Phụ trách phòng", group=department.groups["heads"], rank=10
    )
    factories.assign(person, second, since=date(2023, 7, 1), kind="concurrent")
    months = {post.months_in_post for post in facts.post_facts(person, year=2023, as_of=YEAR_END)}
    assert months == {Decimal(12), Decimal(6)}
