"""Điều kiện đã xét: the conditions of all levels held against the facts of one subject."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from tusoi.rulebook.citations import Trust
from tusoi.rulebook.facts import RatedAs, RatingLevel
from tusoi.rulebook.rules.measures import MEASURES, WITHOUT_OBJECT
from tusoi.rulebook.standards import Standard, StandardTable, table_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from tusoi.rulebook.facts import PersonFacts, ResultFacts
    from tusoi.rulebook.rules.measures import Read
    from tusoi.rulebook.rules.scales import Ratio


READINGS_REMEMBERED = 16_384
#: The verdict on a condition that cannot matter for a subject.
ASIDE: Final = "aside"
Verdict = bool | Literal["aside"] | None
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
    """A standard that waits for facts: places of its measure and of the fact it presupposes, its limit."""

    measure: int
    only_if: int | None
    holds: Callable[[int, int], bool]
    numerator: int
    denominator: int


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """Kế hoạch xét: what is asked of every subject of one kind on one day, worked out once.

    Each measure is read once per subject, as two whole numbers. A condition on part/whole with the
    limit numerator/denominator then compares part × denominator with numerator × whole: exact,
    and no number is built on the way. Unverified standards are left out. `levels` says which
    standards belong to which level, best level first.
    """

    has_table: bool
    standards: tuple[Standard, ...]
    reads: tuple[Read, ...]
    checks: tuple[_Check, ...]
    levels: tuple[tuple[RatingLevel, slice], ...]

    def examine(self, facts: ResultFacts, person: PersonFacts | None) -> Examination:
        """Every standard held against this subject."""
        readings = [read(facts, person) for read in self.reads]
        verdicts: list[Verdict] = []
        for measure, only_if, holds, numerator, denominator in self.checks:
            reading = readings[measure]
            if reading is WITHOUT_OBJECT or (
                only_if is not None and not _is_yes(readings[only_if])
            ):
                verdicts.append(ASIDE)
            elif reading is None:
                verdicts.append(None)
            else:
                verdicts.append(holds(reading[0] * denominator, numerator * reading[1]))
        return Examination(self, readings, verdicts)


class Examination(NamedTuple):
    """Kết quả xét các điều kiện: a verdict per standard of the plan, with the readings behind them.

    A verdict is None while facts are missing, `ASIDE` where the condition cannot matter.
    """

    plan: Plan
    readings: list[Ratio | None]
    verdicts: list[Verdict]

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions that can matter for this subject, best level first."""
        plan = self.plan
        return tuple(
            Condition(standard, self.readings[check.measure], verdict)
            for standard, check, verdict in zip(
                plan.standards, plan.checks, self.verdicts, strict=True
            )
            if verdict != ASIDE
        )

    @property
    def proven(self) -> RatingLevel | None:
        """Any one ground proves the lowest level; the others need every condition met, and at least one."""
        proven = None
        for level, standards in self.plan.levels:
            verdicts = self.verdicts[standards]
            if True not in verdicts:
                continue
            if level is RatingLevel.NOT_COMPLETED:
                return level
            if proven is None and False not in verdicts and None not in verdicts:
                proven = level
        return proven


def _is_yes(reading: Ratio | None) -> bool:
    return reading is not None and reading[0] != 0


@cache
def plan_for(rated_as: RatedAs, day: date, *, is_leader: bool) -> Plan:
    """The plan under the table in force; an empty one where no text in use rules."""
    table = table_for(rated_as, day)
    standards = _applied(table, is_leader=is_leader) if table else []
    asked = (name for each in standards for name in (each.measure, each.only_if) if name)
    places = {name: place for place, name in enumerate(dict.fromkeys(asked))}
    checks = tuple(
        _Check(
            measure=places[each.measure],
            only_if=places[each.only_if] if each.only_if else None,
            holds=each.comparison.holds,
            numerator=each.limit.numerator,
            denominator=each.limit.denominator,
        )
        for each in standards
    )
    return Plan(
        has_table=table is not None,
        standards=tuple(standards),
        reads=tuple(MEASURES[name].read for name in places),
        checks=checks,
        levels=tuple(_slices(standards)),
    )


def _applied(table: StandardTable, *, is_leader: bool) -> list[Standard]:
    return [
        each
        for level in RatingLevel
        for each in table.conditions(level, is_leader=is_leader)
        if each.trust is not Trust.UNVERIFIED
    ]


def _slices(standards: list[Standard]) -> Iterator[tuple[RatingLevel, slice]]:
    """Where the standards of each level stand."""
    levels = [each.level for each in standards]
    for level in dict.fromkeys(levels):
        first = levels.index(level)
        yield level, slice(first, first + levels.count(level))
