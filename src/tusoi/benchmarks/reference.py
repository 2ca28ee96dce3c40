"""Đối chiếu: the classes once more, straight from the tables of the law, in exact and in floating numbers.

Nothing of the engine is used here: no measures, no plan. What a row proves is read off the YAML of
the standards with one number type; `EXACT` is the reference, the others show what floats would do.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from ctypes import c_float
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

from tusoi.benchmarks.limits import exact_score
from tusoi.rulebook.lawdata import read_yaml

if TYPE_CHECKING:
    from tusoi.benchmarks.limits import Row

NO_LEVEL = 255
_LEVELS = ("excellent", "good", "completed", "not_completed")
_DEGREES = {"poor": 0, "average": 1, "good": 2, "excellent": 3}
_COMPARISONS = {
    "at_least": operator.ge,
    "at_most": operator.le,
    "above": operator.gt,
    "below": operator.lt,
}
_TABLES = {0: "standards/civil_servant-nd90.yaml", 1: "standards/civil_servant-nd335.yaml"}


@dataclass(frozen=True, slots=True)
class Numbers:
    """Một kiểu số: how shares, scores and limits are computed in it."""

    label: str
    ratio: Callable[[int, int], Any]
    score: Callable[[Row, int], Any]
    limit: Callable[[Any], Any]


def _float_score(row: Row, points: int) -> float:
    parts = row.first / row.whole + row.second / row.whole + row.third / row.whole
    return row.hundredths / 100 + points * (parts / 3)


def _single(value: Any) -> float:
    """Rounded to single precision, as an array of float32 holds it."""
    return c_float(float(value)).value


def _single_score(row: Row, points: int) -> float:
    first, second, third = (
        _single(part / row.whole) for part in (row.first, row.second, row.third)
    )
    parts = _single(_single(_single(first + second) + third) / 3)
    return _single(_single(row.hundredths / 100) + _single(points * parts))


EXACT = Numbers("phân số chính xác", Fraction, exact_score, Fraction)
DOUBLE = Numbers("số thực 64 bit", operator.truediv, _float_score, float)
SINGLE = Numbers(
    "số thực 32 bit", lambda part, whole: _single(part / whole), _single_score, _single
)


@cache
def _conditions(
    is_scored: int, level: str
) -> tuple[tuple[str, Callable[[Any, Any], bool], Any], ...]:
    """(measure, comparison, limit as written) of a level for those without a leading post."""
    entries = read_yaml(_TABLES[is_scored])["levels"][level]
    return tuple(
        (each["measure"], compare, each[name])
        for each in entries
        if each.get("who", "all") != "leaders" and each["trust"] != "UNVERIFIED"
        for name, compare in _COMPARISONS.items()
        if name in each
    )


def _holds(
    condition: tuple[str, Callable[[Any, Any], bool], Any], row: Row, numbers: Numbers, points: int
) -> bool:
    measure, compare, limit = condition
    counts = {
        "tasks_on_time": row.first,
        "tasks_exceeded": row.second,
        "tasks_deficient": row.third,
    }
    if measure == "score":
        return compare(numbers.score(row, points), numbers.limit(limit))
    if measure in counts:
        return compare(numbers.ratio(counts[measure], row.whole), numbers.limit(limit))
    if measure == "worst_general_degree":
        return compare(row.degree, _DEGREES[limit])
    return compare(row.disciplined if measure.startswith("disciplined") else 0, int(limit))


def level_of(row: Row, numbers: Numbers, points: int) -> int:
    """0 for the best level … 3 for the lowest, `NO_LEVEL` where none is proven."""
    lowest = _LEVELS[-1]
    if any(_holds(each, row, numbers, points) for each in _conditions(row.is_scored, lowest)):
        return len(_LEVELS) - 1
    for rank, level in enumerate(_LEVELS[:-1]):
        if all(_holds(each, row, numbers, points) for each in _conditions(row.is_scored, level)):
            return rank
    return NO_LEVEL
