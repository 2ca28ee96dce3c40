"""Thang đo: how a reading of two whole numbers, and what a condition wants of it, are written for people."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from tusoi.rulebook import wording
from tusoi.rulebook.facts import Degree, RatingLevel
from tusoi.rulebook.standards import Comparison

if TYPE_CHECKING:
    from tusoi.rulebook.facts import LabelledEnum

#: (part, whole); the value read is part/whole, which nobody needs to divide to compare it exactly.
Ratio = tuple[int, int]
_UPPER = frozenset({Comparison.AT_MOST, Comparison.BELOW})


@dataclass(frozen=True, slots=True)
class Scale:
    """Thang đo: `written` shows a reading, `wanted` what an unmet condition asks for instead.

    On a scale of bands (`has_bands`) an upper limit only ends a band: being above it is no lack.
    """

    label: str
    written: Callable[[Ratio], str]
    wanted: Callable[[Ratio, Comparison, Fraction], str]
    has_bands: bool = False

    def is_surpassed(self, comparison: Comparison) -> bool:
        """Whether failing such a comparison means to stand above the band rather than below it."""
        return self.has_bands and comparison in _UPPER


def bound(comparison: Comparison, limit: Fraction, whole: int) -> int:
    """The last whole part of `whole` that satisfies the comparison."""
    exact = limit * whole
    down, up = math.floor(exact), math.ceil(exact)
    return {
        Comparison.AT_LEAST: up,
        Comparison.ABOVE: down + 1,
        Comparison.AT_MOST: down,
        Comparison.BELOW: up - 1,
    }[comparison]


def share(unit: str) -> Scale:
    """So many out of so many, e.g. “45/100 nhiệm vụ (45%)”."""

    def written(reading: Ratio) -> str:
        part, whole = reading
        return f"{part}/{whole} {unit} ({wording.percent(Fraction(part, whole))})"

    def wanted(reading: Ratio, comparison: Comparison, limit: Fraction) -> str:
        asks = "không được quá" if comparison in _UPPER else "cần ít nhất"
        return f"{asks} {bound(comparison, limit, reading[1])}"

    return Scale("kết quả", written, wanted)


def _points_wanted(reading: Ratio, comparison: Comparison, limit: Fraction) -> str:
    asks = {
        Comparison.AT_LEAST: "cần từ",
        Comparison.ABOVE: "cần trên",
        Comparison.AT_MOST: "cần không quá",
        Comparison.BELOW: "cần dưới",
    }
    return f"{asks[comparison]} {wording.points(limit)}"


def points() -> Scale:
    """A total of points, two decimals, cut."""
    return Scale(
        "tổng điểm", lambda reading: wording.points(Fraction(*reading)), _points_wanted, True
    )


def worth(best_first: type[LabelledEnum], label: str) -> Scale:
    """A degree or level, counted from the lowest upwards."""
    lowest_first = tuple(best_first)[::-1]

    def wanted(reading: Ratio, comparison: Comparison, limit: Fraction) -> str:
        end = lowest_first[bound(comparison, limit, 1)].label
        return f"cần “{end}” trở {'xuống' if comparison in _UPPER else 'lên'}"

    return Scale(label, lambda reading: lowest_first[reading[0]].label, wanted)


def flag() -> Scale:
    """Yes or no."""
    words = ("Không", "Có")
    return Scale(
        "kết luận",
        lambda reading: words[reading[0]],
        lambda reading, *_: f"cần “{words[1 - reading[0]]}”",
    )


def degree(label: str) -> Scale:
    return worth(Degree, label)


def level(label: str) -> Scale:
    return worth(RatingLevel, label)
