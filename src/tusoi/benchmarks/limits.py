"""Người sát ranh: invented civil servants whose numbers lie on, just below or just above the limits."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from tusoi.rulebook import law_at
from tusoi.rulebook.facts import (
    Category,
    Degree,
    HeadFacts,
    Leadership,
    PersonFacts,
    RatedAs,
    RatingLevel,
    ResultFacts,
)
from tusoi.rulebook.record import Record
from tusoi.rulebook.standards import table_for

if TYPE_CHECKING:
    from collections.abc import Iterator

BY_SHARES, BY_SCORE = date(2023, 11, 24), date(2026, 12, 1)
KIND = RatedAs.CIVIL_SERVANT
_LOWEST_FIRST = tuple(Degree)[::-1]
_WHOLES = (3, 6, 7, 9, 10, 12, 14, 15, 20, 21, 30, 35, 42, 60)
_NUDGES = (-1, 0, 0, 1)


class Row(NamedTuple):
    """Một người: counts of tasks, or parts of the score with the general score in hundredths of a point.

    `first`, `second`, `third` are on time, exceeded, deficient where shares decide, and the parts
    of products, quality and time where the score does.
    """

    is_scored: int
    whole: int
    first: int
    second: int
    third: int
    hundredths: int
    degree: int
    disciplined: int


def limits_of(measure: str, day: date) -> list[Fraction]:
    """The limits of a measure for those without a leading post, from the law."""
    table = table_for(KIND, day)
    if table is None:
        raise LookupError(f"{KIND}: {day}")
    return sorted(
        {
            each.limit
            for each in table.standards
            if each.measure == measure and each.is_for_leaders is not True
        }
    )


def task_points() -> int:
    """How many points the tasks carry."""
    return int(law_at(BY_SCORE).of(KIND).value("scoring.task_max"))


def exact_score(row: Row, points: int) -> Fraction:
    parts = row.first + row.second + row.third
    return Fraction(row.hundredths, 100) + points * Fraction(parts, 3 * row.whole)


def rows(count: int, seed: int) -> Iterator[Row]:
    """So many people, one by one; the same seed gives the same people."""
    chance, points = random.Random(seed), task_points()
    scores = limits_of("score", BY_SCORE)
    exceeded, deficient = (
        limits_of(measure, BY_SHARES) for measure in ("tasks_exceeded", "tasks_deficient")
    )
    for number in range(count):
        if number % 2:
            yield _scored(chance, points, chance.choice(scores))
        else:
            yield _shared(chance, chance.choice(exceeded), chance.choice(deficient))


def _scored(chance: random.Random, points: int, limit: Fraction) -> Row:
    whole = chance.choice(_WHOLES)
    first, second, third = (chance.randint(whole // 3, whole) for _ in range(3))
    missing = 100 * (limit - points * Fraction(first + second + third, 3 * whole))
    hundredths = min(max(round(missing) + chance.choice(_NUDGES), 0), 3000)
    disciplined = int(chance.random() < 0.01)
    return Row(1, whole, first, second, third, hundredths, 2, disciplined)


def _near(chance: random.Random, limit: Fraction, whole: int) -> int:
    return min(max(round(limit * whole) + chance.choice(_NUDGES), 0), whole)


def _shared(chance: random.Random, exceeded: Fraction, deficient: Fraction) -> Row:
    whole = chance.randint(1, 60)
    poor = _near(chance, deficient, whole) if chance.random() < 0.5 else 0
    degree = chance.choice((1, 2, 2, 3)) if chance.random() < 0.98 else 0
    more = min(_near(chance, exceeded, whole), whole - poor)
    return Row(0, whole, whole - poor, more, poor, 0, degree, int(chance.random() < 0.01))


def subject(row: Row, points: int, *, is_leader: bool = False) -> Record:
    """The person as the rulebook sees him or her; a leader heads a unit of good work."""
    person = PersonFacts(
        category=Category.CIVIL_SERVANT,
        months_in_post=Decimal(12),
        leadership=Leadership.HEAD if is_leader else Leadership.NONE,
        disciplined=bool(row.disciplined),
    )
    return Record(
        results=_results(row, points, is_leader=is_leader),
        person=person,
        rated_as=KIND,
        day=BY_SCORE if row.is_scored else BY_SHARES,
        head=HeadFacts(
            category=Category.CIVIL_SERVANT,
            head_level=RatingLevel.GOOD,
            collective_level=RatingLevel.GOOD,
        )
        if is_leader
        else None,
    )


def _results(row: Row, points: int, *, is_leader: bool) -> ResultFacts:
    if row.is_scored:
        return ResultFacts(score=exact_score(row, points))
    return ResultFacts(
        criteria={"politics": Degree.EXCELLENT, "ethics": _LOWEST_FIRST[row.degree]},
        tasks_total=row.whole,
        tasks_on_time=row.first,
        tasks_exceeded=row.second,
        tasks_deficient=row.third,
        unit_targets_total=20 if is_leader else None,
        unit_targets_done=20 if is_leader else None,
        unit_targets_exceeded=10 if is_leader else None,
        unit_targets_on_time=18 if is_leader else None,
        subordinate_levels={RatingLevel.GOOD: 3, RatingLevel.COMPLETED: 1} if is_leader else {},
    )
