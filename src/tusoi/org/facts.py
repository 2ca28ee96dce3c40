"""Cầu nối vào sổ luật: a person's year as the facts that the rules may see."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING

from tusoi.org.enums import AbsenceKind, AssignmentKind, Category, Leadership
from tusoi.rulebook.facts import PersonFacts, PostFacts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tusoi.org.models import Absence, Assignment, Collective, Discipline, Person, Unit

_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class PersonYear:
    """Năm công tác: the facts of one person's year, the main post held, and the unit left in the year."""

    facts: PersonFacts
    main: Assignment | None
    former_unit: Unit | None


def _same_day_next_month(day: date, months: int, anchor: int) -> date:
    """`months` later, on day `anchor` of the month or its last day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(anchor, monthrange(year, month + 1)[1]))


def months_between(starts_on: date, ends_on: date) -> Decimal:
    """Months from day to day, both inclusive: whole months, then days as a share of the last month."""
    if ends_on < starts_on:
        return Decimal(0)
    end = ends_on + timedelta(days=1)
    whole = (end.year - starts_on.year) * 12 + end.month - starts_on.month
    if _same_day_next_month(starts_on, whole, starts_on.day) > end:
        whole -= 1
    begun = _same_day_next_month(starts_on, whole, starts_on.day)
    length = (_same_day_next_month(starts_on, whole + 1, starts_on.day) - begun).days
    rest = Decimal((end - begun).days) / Decimal(length)
    return (Decimal(whole) + rest).quantize(_HUNDREDTH, ROUND_DOWN)


def _months_in_year(row: Assignment | Absence, year: int) -> Decimal:
    """Months of the row inside the year; a row without an end is taken to last until the year's end."""
    last = date(year, 12, 31)
    return months_between(max(row.starts_on, date(year, 1, 1)), min(row.ends_on or last, last))


def _known(assignments: Iterable[Assignment], year: int, as_of: date) -> list[Assignment]:
    """Assignments of the year that have begun by `as_of`, earliest first."""
    first = date(year, 1, 1)
    rows = [
        row
        for row in assignments
        if row.starts_on <= as_of and (row.ends_on is None or row.ends_on >= first)
    ]
    return sorted(rows, key=lambda row: row.starts_on)


def _main_posts(person: Person, year: int, as_of: date) -> list[Assignment]:
    return [
        row
        for row in _known(person.assignments.all(), year, as_of)
        if row.kind == AssignmentKind.MAIN
    ]


def absence_months(person: Person, year: int) -> dict[AbsenceKind, Decimal]:
    """Months of lawful absence inside the year, by kind."""
    total: dict[AbsenceKind, Decimal] = {}
    for row in person.absences.all():
        months = _months_in_year(row, year)
        if months:
            kind = AbsenceKind(row.kind)
            total[kind] = total.get(kind, Decimal(0)) + months
    return total


def months_in_post(person: Person, year: int, as_of: date) -> Decimal:
    """Thời gian công tác trong năm: months in main posts of any unit, less lawful absence other than maternity."""
    in_post = sum(
        (_months_in_year(row, year) for row in _main_posts(person, year, as_of)), Decimal(0)
    )
    away = absence_months(person, year)
    lawful = sum(
        (months for kind, months in away.items() if kind != AbsenceKind.MATERNITY), Decimal(0)
    )
    return max(in_post - lawful, Decimal(0))


def _former(main: list[Assignment], year: int) -> tuple[Unit | None, Decimal]:
    """The unit left last in the year and the months spent in units other than the present one."""
    if not main:
        return None, Decimal(0)
    present = main[-1].post.unit_id
    others = [row for row in main if row.post.unit_id != present]
    months = sum((_months_in_year(row, year) for row in others), Decimal(0))
    return (others[-1].post.unit if others else None), months


def _discipline(rows: Iterable[Discipline], year: int) -> tuple[bool, bool, bool]:
    """Disciplined in the year; every act counted before; every act not yet counted of an earlier year."""
    every = list(rows)
    counted = {
        row.act_code
        for row in every
        if row.counted_in_year is not None and row.counted_in_year < year
    }
    decided = [row for row in every if row.effective_on.year == year]
    new = [row for row in decided if row.act_code not in counted]
    of_earlier_year = [row for row in new if row.acted_on is not None and row.acted_on.year < year]
    return bool(decided), bool(decided) and not new, bool(new) and len(of_earlier_year) == len(new)


def person_year(person: Person, *, year: int, as_of: date) -> PersonYear:
    """One person's year as known on `as_of`; reads prefetched rows, see `selectors.people.with_year`.

    `is_managed_above` and `has_former_unit_comment` are known only to the campaign and stay False here.
    """
    main = _main_posts(person, year, as_of)
    former_unit, former_months = _former(main, year)
    disciplined, already_counted, of_earlier_year = _discipline(person.disciplines.all(), year)
    facts = PersonFacts(
        category=Category(person.category),
        leadership=Leadership(main[-1].post.leadership) if main else Leadership.NONE,
        months_in_post=months_in_post(person, year, as_of),
        absence_months=absence_months(person, year),
        disciplined=disciplined,
        discipline_already_counted=already_counted,
        discipline_for_earlier_year=of_earlier_year,
        is_party_member=person.party_joined_on is not None and person.party_joined_on <= as_of,
        months_at_former_unit=former_months,
        former_unit_exists=former_unit is not None and former_unit.dissolved_on is None,
    )
    return PersonYear(facts, main[-1] if main else None, former_unit)


def months_since_founded(collective: Collective, year: int) -> Decimal | None:
    """Months from the day the collective or its unit came into being to the end of the year; None where no day is known."""
    founded_on = collective.founded_on or collective.unit.founded_on
    return months_between(founded_on, date(year, 12, 31)) if founded_on else None


def person_facts(person: Person, *, year: int, as_of: date) -> PersonFacts:
    """The eligibility inputs of one person's year."""
    return person_year(person, year=year, as_of=as_of).facts


def post_facts(person: Person, *, year: int, as_of: date) -> tuple[PostFacts, ...]:
    """Every post held on `as_of`, for the rule that picks the post of rating; the key is the post's id."""
    held = [
        row
        for row in _known(person.assignments.all(), year, as_of)
        if row.ends_on is None or row.ends_on >= as_of
    ]
    return tuple(
        PostFacts(
            key=str(row.post_id),
            rank=row.post.rank,
            months_in_post=_months_in_year(row, year),
            leadership=Leadership(row.post.leadership),
        )
        for row in held
    )
