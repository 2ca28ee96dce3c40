"""Điều kiện đã xét: the conditions of all levels held against the facts of one subject."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from tusoi.rulebook.citations import Trust
from tusoi.rulebook.facts import RatedAs, RatingLevel
from tusoi.rulebook.rules.measures import MEASURES, WITHOUT_OBJECT
from tusoi.rulebook.standards import Standard, StandardTable, table_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from tusoi.rulebook.facts import PersonFacts, ResultFacts
    from tusoi.rulebook.rules.measures import Read
    from tusoi.rulebook.rules.scales import Ratio


READINGS_REMEMBERED = 16_384
#: Levels that need every condition met, best first; of the lowest any one ground is enough.
PROVABLE_BY_ALL = (RatingLevel.EXCELLENT, RatingLevel.GOOD, RatingLevel.COMPLETED)


class Condition(NamedTuple):
    """Điều kiện đã xét: whether it is met (None: facts missing) and the numbers it was read from.

    Words are made from the standard and the numbers when somebody reads them.
    """

    standard: Standard
    reading: Ratio | None
    met: bool | None

    @property
    def level(self) -> RatingLevel:
        return self.standard.level

    @property
    def text_vi(self) -> str:
        return self.standard.text

    @property
    def cites(self) -> tuple[str, ...]:
        return (self.standard.cite,)

    @property
    def trust(self) -> Trust:
        return self.standard.trust

    @property
    def inputs(self) -> dict[str, str]:
        """The numbers as people read them, by what they are."""
        return {} if self.reading is None else _inputs(self.standard.measure, self.reading)

    @property
    def wanted(self) -> str:
        """What an unmet condition asks for instead of what was read."""
        if self.reading is None:
            return "cần bổ sung số liệu"
        scale = MEASURES[self.standard.measure].scale
        return scale.wanted(self.reading, self.standard.comparison, self.standard.limit)

    @property
    def is_surpassed(self) -> bool:
        """Whether it fails only because the subject stands above the band of this level."""
        scale = MEASURES[self.standard.measure].scale
        return self.met is False and scale.is_surpassed(self.standard.comparison)

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready form."""
        return {
            "level": self.level.value,
            "text": self.text_vi,
            "met": self.met,
            "inputs": self.inputs,
            "cites": list(self.cites),
            "trust": self.trust.value,
        }


def level_in_question(conditions: Iterable[Condition]) -> RatingLevel:
    """The lowest level to be proven whose band the subject does not stand above."""
    surpassed = {each.level for each in conditions if each.is_surpassed}
    open_ones = (level for level in reversed(PROVABLE_BY_ALL) if level not in surpassed)
    return next(open_ones, PROVABLE_BY_ALL[0])


@lru_cache(maxsize=READINGS_REMEMBERED)
def _inputs(measure: str, reading: Ratio) -> dict[str, str]:
    scale = MEASURES[measure].scale
    return {scale.label: scale.written(reading)}


class _Check(NamedTuple):
    """A standard that waits for facts: the places of its measure and of the fact it presupposes."""

    measure: int
    only_if: int | None
    held_against: Callable[[Ratio | None], Condition]


@dataclass(frozen=True, slots=True)
class Plan:
    """Kế hoạch xét: what is asked of every subject of one kind on one day, worked out once.

    Each measure is read once per subject, as two whole numbers. A condition on part/whole with the
    limit numerator/denominator then compares part × denominator with numerator × whole: exact,
    and no number is built on the way. Subjects repeat each other's numbers, so a condition that
    was held against a reading is remembered. Unverified standards are left out, best level first.
    """

    has_table: bool
    reads: tuple[Read, ...]
    checks: tuple[_Check, ...]

    def examine(self, facts: ResultFacts, person: PersonFacts | None) -> tuple[Condition, ...]:
        """Every condition that can matter for this subject, with the numbers it was read from."""
        readings = [read(facts, person) for read in self.reads]
        return tuple(
            [
                held_against(readings[measure])
                for measure, only_if, held_against in self.checks
                if readings[measure] is not WITHOUT_OBJECT
                and (only_if is None or _is_yes(readings[only_if]))
            ]
        )


def _held_against(standard: Standard) -> Callable[[Ratio | None], Condition]:
    """The standard as a function of a reading, which remembers the last ones."""
    holds, limit = standard.comparison.holds, standard.limit
    numerator, denominator = limit.numerator, limit.denominator

    @lru_cache(maxsize=READINGS_REMEMBERED)
    def held_against(reading: Ratio | None) -> Condition:
        if reading is None:
            return Condition(standard, None, None)
        part, whole = reading
        return Condition(standard, reading, holds(part * denominator, numerator * whole))

    return held_against


def _is_yes(reading: Ratio | None) -> bool:
    return reading is not None and reading[0] != 0


@cache
def plan_for(rated_as: RatedAs, day: date, *, is_leader: bool) -> Plan:
    """The plan under the table in force; an empty one where no text in use rules."""
    table = table_for(rated_as, day)
    if table is None:
        return Plan(False, (), ())
    standards = _applied(table, is_leader=is_leader)
    asked = (name for each in standards for name in (each.measure, each.only_if) if name)
    places = {name: place for place, name in enumerate(dict.fromkeys(asked))}
    checks = tuple(
        _Check(
            measure=places[each.measure],
            only_if=places[each.only_if] if each.only_if else None,
            held_against=_held_against(each),
        )
        for each in standards
    )
    return Plan(True, tuple(MEASURES[name].read for name in places), checks)


def _applied(table: StandardTable, *, is_leader: bool) -> list[Standard]:
    return [
        each
        for level in RatingLevel
        for each in table.conditions(level, is_leader=is_leader)
        if each.trust is not Trust.UNVERIFIED
    ]
