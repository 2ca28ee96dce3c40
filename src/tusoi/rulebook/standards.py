"""Tiêu chuẩn từng mức: the conditions of each level as data – measure, limit, citation, trust."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

from tusoi.rulebook.citations import Trust, cite
from tusoi.rulebook.facts import Degree, RatedAs, RatingLevel
from tusoi.rulebook.lawdata import LawDataFault, names_in, read_yaml
from tusoi.rulebook.regimes import regimes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class Comparison(StrEnum):
    """So sánh: “ít nhất”, “không quá”, “trên”, “dưới”."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOVE = "above"
    BELOW = "below"

    @property
    def holds(self) -> Callable[[Any, Any], bool]:
        """The comparison of a value with a limit."""
        return _HOLDS[self]


_HOLDS: dict[Comparison, Callable[[Any, Any], bool]] = {
    Comparison.AT_LEAST: operator.ge,
    Comparison.AT_MOST: operator.le,
    Comparison.ABOVE: operator.gt,
    Comparison.BELOW: operator.lt,
}


def degree_value(degree: Degree) -> Fraction:
    """A degree as a number that grows with its worth."""
    return Fraction(len(Degree) - 1 - degree.rank)


def level_value(level: RatingLevel) -> Fraction:
    """A level as a number that grows with its worth."""
    return Fraction(len(RatingLevel) - 1 - level.rank)


@dataclass(frozen=True, slots=True, eq=False)
class Standard:
    """Điều kiện của một mức: `measure` compared with `limit`; `only_if` names a fact that must hold.

    `is_for_leaders` is None where the condition concerns everyone.
    """

    level: RatingLevel
    measure: str
    comparison: Comparison
    limit: Fraction
    text: str
    cite: str
    trust: Trust
    is_for_leaders: bool | None
    only_if: str


@dataclass(frozen=True, slots=True)
class StandardTable:
    """Bảng tiêu chuẩn của một loại đối tượng under one regime, with the days it is in force."""

    rated_as: RatedAs
    regime: str
    since: date
    until: date | None
    standards: tuple[Standard, ...]

    def is_in_force(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)

    def conditions(self, level: RatingLevel, *, is_leader: bool) -> tuple[Standard, ...]:
        """The conditions of one level for leaders or for others."""
        return tuple(
            standard
            for standard in self.standards
            if standard.level is level and standard.is_for_leaders in {None, is_leader}
        )


_WHO = {"all": None, "leaders": True, "staff": False}


def _worth(raw: str) -> Fraction:
    """`good` is a degree; `level:good` a level."""
    kind, _, code = raw.rpartition(":")
    return level_value(RatingLevel(code)) if kind == "level" else degree_value(Degree(code))


def _limit(raw: Any) -> Fraction:
    if isinstance(raw, str):
        return _worth(raw)
    if isinstance(raw, bool | int | Decimal):
        return Fraction(raw)
    raise LawDataFault(f"standards: limit {raw!r}")


def _standard(level: RatingLevel, entry: Mapping[str, Any]) -> Standard:
    comparisons = [each for each in Comparison if each.value in entry]
    if len(comparisons) != 1:
        raise LawDataFault(f"standards: exactly one comparison in {entry}")
    return Standard(
        level=level,
        measure=entry["measure"],
        comparison=comparisons[0],
        limit=_limit(entry[comparisons[0].value]),
        text=entry["text"],
        cite=cite(entry["cite"]).id,
        trust=Trust(entry["trust"]),
        is_for_leaders=_WHO[entry.get("who", "all")],
        only_if=entry.get("only_if", ""),
    )


@cache
def tables() -> tuple[StandardTable, ...]:
    """Every table under `law/standards/`."""
    found = []
    for name in names_in("standards", ".yaml"):
        entry = read_yaml(f"standards/{name}")
        standards = tuple(
            _standard(RatingLevel(level), raw)
            for level, entries in entry["levels"].items()
            for raw in entries
        )
        found.append(
            StandardTable(
                rated_as=RatedAs(entry["rated_as"]),
                regime=entry["regime"],
                since=entry["since"],
                until=entry.get("until"),
                standards=standards,
            )
        )
    return tuple(found)


def table_for(rated_as: RatedAs, day: date) -> StandardTable | None:
    """The table in force on `day` for that kind of subject; None where no text in use rules."""
    return next(
        (
            table
            for table in tables()
            if table.rated_as is rated_as
            and table.is_in_force(day)
            and regimes()[table.regime].is_in_use
        ),
        None,
    )
