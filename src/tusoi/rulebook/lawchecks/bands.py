"""Khoảng giá trị: each measure cut at the limits of a table – below, at and above each – and put into words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import pairwise

from tusoi.rulebook import wording
from tusoi.rulebook.facts import Degree, LabelledEnum, RatingLevel
from tusoi.rulebook.lawdata import read_yaml

_ENDS = {"share": Fraction(1), "points": Fraction(100)}
_WORTHS: dict[str, type[LabelledEnum]] = {"degree": Degree, "level": RatingLevel}


@dataclass(frozen=True, slots=True, order=True)
class Band:
    """Một khoảng: a single value where both ends are equal, else all values strictly between them."""

    low: Fraction
    high: Fraction

    @property
    def sample(self) -> Fraction:
        """A value inside; every condition of the table answers alike for all of them."""
        return (self.low + self.high) / 2

    @property
    def is_point(self) -> bool:
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class MeasureLabel:
    """Tên của số đo: what officials call it, its scale, and the measures it never exceeds.

    `otherwise` says of a flag what holds where it does not.
    """

    label: str
    scale: str
    at_most: tuple[str, ...]
    otherwise: str


@cache
def measure_labels() -> dict[str, MeasureLabel]:
    """Every measure of `law/measures.yaml`."""
    return {
        name: MeasureLabel(
            label=entry["label"],
            scale=entry["scale"],
            at_most=tuple(entry.get("at_most", ())),
            otherwise=entry.get("otherwise", f"{entry['label']}: không"),
        )
        for name, entry in read_yaml("measures.yaml").items()
    }


def cut(measure: str, limits: Iterable[Fraction]) -> tuple[Band, ...]:
    """All values a measure can take, cut at the limits; degrees, levels and flags one by one."""
    scale = measure_labels()[measure].scale
    if scale not in _ENDS:
        size = len(_WORTHS[scale]) if scale in _WORTHS else 2
        return tuple(Band(Fraction(value), Fraction(value)) for value in range(size))
    edges = sorted({Fraction(0), _ENDS[scale], *limits})
    bands = [Band(edge, edge) for edge in edges]
    bands += [Band(low, high) for low, high in pairwise(edges)]
    return tuple(sorted(bands))


def _number(measure: str, value: Fraction) -> str:
    return (
        wording.percent(value)
        if measure_labels()[measure].scale == "share"
        else f"{wording.number(int(value))} điểm"
    )


def _interval(measure: str, low: Band, high: Band) -> str:
    """Several bands side by side, as officials write them: trên 20% đến 50%."""
    if low.low == high.high:
        return _number(measure, low.low)
    parts = []
    if low.low > 0 or not low.is_point:
        parts.append(f"{'từ' if low.is_point else 'trên'} {_number(measure, low.low)}")
    if high.high < _ENDS[measure_labels()[measure].scale] or not high.is_point:
        parts += ["đến"] if parts or high.is_point else []
        parts += [] if high.is_point else ["dưới"]
        parts.append(_number(measure, high.high))
    return " ".join(parts)


def _runs(bands: tuple[Band, ...], chosen: frozenset[Band]) -> list[list[Band]]:
    runs: list[list[Band]] = []
    previous = None
    for place, band in enumerate(bands):
        if band not in chosen:
            continue
        if previous is not None and previous == place - 1:
            runs[-1].append(band)
        else:
            runs.append([band])
        previous = place
    return runs


def in_words(measure: str, bands: tuple[Band, ...], chosen: frozenset[Band]) -> str:
    """The chosen bands of one measure in words: “Nhiệm vụ hoàn thành: từ 70% dưới 100%”."""
    named = measure_labels()[measure]
    if named.scale == "flag":
        return named.label if bands[-1] in chosen else named.otherwise
    if named.scale in _ENDS:
        values = [_interval(measure, run[0], run[-1]) for run in _runs(bands, chosen)]
    else:
        lowest_first = list(_WORTHS[named.scale])[::-1]
        values = [f"“{lowest_first[int(band.low)].label}”" for band in bands if band in chosen]
    return f"{named.label}: {' hoặc '.join(values)}"
