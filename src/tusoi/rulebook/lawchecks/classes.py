"""Khoảng trống và chồng lấn của bảng tiêu chuẩn: results that fit no level, results that fit two.

A level that needs all its conditions is missed as soon as one of them fails. Results fit no level when
one condition of every such level fails and no ground of the lowest level is there. So all combinations
of one failing condition per level, each measure cut at its limits, cover everything there is to walk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from tusoi.rulebook.citations import Trust
from tusoi.rulebook.facts import RatingLevel
from tusoi.rulebook.lawchecks.bands import Band, cut, in_words, measure_labels
from tusoi.rulebook.regimes import regimes
from tusoi.rulebook.rules.conditions import PROVABLE_BY_ALL
from tusoi.rulebook.standards import Standard, StandardTable

#: A set of results: the bands each named measure lies in; measures not named do not matter.
Box = Mapping[str, frozenset[Band]]


@dataclass(frozen=True)
class Chart:
    """Bảng tiêu chuẩn cho một nhóm người: what is applied of one table to leaders or to others."""

    table: StandardTable
    is_leader: bool

    @property
    def name(self) -> str:
        """As `known_gaps.yaml` names it; the table alone where leaders are treated like others."""
        return f"{self.table.rated_as.value}-{self.table.regime}{self.whose}"

    @property
    def whose(self) -> str:
        """Whose chart of the table it is, for the end of its name."""
        if not tells_leaders_apart(self.table):
            return ""
        return " lãnh đạo" if self.is_leader else " không lãnh đạo"

    @cached_property
    def applied(self) -> tuple[Standard, ...]:
        """The conditions in use; unverified ones are never applied."""
        return tuple(
            each
            for level in RatingLevel
            for each in self.table.conditions(level, is_leader=self.is_leader)
            if each.trust is not Trust.UNVERIFIED
        )

    @cached_property
    def bands(self) -> dict[str, tuple[Band, ...]]:
        """Every measure of the chart, cut at all its limits."""
        limits: dict[str, list[Standard]] = {}
        for each in self.applied:
            limits.setdefault(each.measure, []).append(each)
            if each.only_if:
                limits.setdefault(each.only_if, [])
        return {
            measure: cut(measure, (each.limit for each in standards))
            for measure, standards in limits.items()
        }

    def of(self, level: RatingLevel) -> tuple[Standard, ...]:
        return tuple(each for each in self.applied if each.level is level)

    def holding(self, standard: Standard) -> frozenset[Band]:
        """Where the condition is met."""
        holds = standard.comparison.holds
        return frozenset(
            band for band in self.bands[standard.measure] if holds(band.sample, standard.limit)
        )

    def failing(self, standard: Standard) -> dict[str, frozenset[Band]]:
        """Where the condition is not met; one that only counts under another fact needs that fact."""
        box = {standard.measure: frozenset(self.bands[standard.measure]) - self.holding(standard)}
        return box | ({standard.only_if: _YES} if standard.only_if else {})


_NO = frozenset({cut("degradation", ())[0]})
_YES = frozenset({cut("degradation", ())[1]})


def _met(boxes: Iterable[Box]) -> dict[str, frozenset[Band]]:
    """What lies in all the boxes at once."""
    common: dict[str, frozenset[Band]] = {}
    for box in boxes:
        for measure, bands in box.items():
            common[measure] = common.get(measure, bands) & bands
    return common


def _is_possible(box: Box) -> bool:
    """Whether any results lie there: no measure without a value, none above one it cannot exceed."""
    if not all(box.values()):
        return False
    return all(
        min(box[measure]).low <= max(box[greater]).high
        for measure in box
        for greater in measure_labels()[measure].at_most
        if greater in box
    )


def _without_grounds(chart: Chart, box: Box) -> Iterator[dict[str, frozenset[Band]]]:
    """The parts of a box in which its own measures give no ground for the lowest level."""
    parts = [dict(box)]
    for ground in chart.of(RatingLevel.NOT_COMPLETED):
        if ground.measure not in box:
            continue
        fired = chart.holding(ground)
        spared = {ground.only_if: _NO} if ground.only_if else None
        split = [part | {ground.measure: part[ground.measure] - fired} for part in parts]
        if spared is not None:
            split += [_met((part, {ground.measure: fired}, spared)) for part in parts]
        parts = [part for part in split if _is_possible(part)]
    yield from parts


def _contains(outer: Box, inner: Box) -> bool:
    return all(measure in inner and inner[measure] <= bands for measure, bands in outer.items())


def _joined(one: Box, other: Box) -> dict[str, frozenset[Band]] | None:
    """Two boxes that differ in one measure only, as one."""
    if set(one) != set(other):
        return None
    differing = [measure for measure in one if one[measure] != other[measure]]
    if len(differing) != 1:
        return None
    return {**one, differing[0]: one[differing[0]] | other[differing[0]]}


def _largest(boxes: list[Box]) -> list[Box]:
    """The same results in as few boxes as can be: contained ones left out, neighbours joined."""
    kept: list[Box] = []
    for box in boxes:
        _take_in(box, kept)
    return kept


def _take_in(box: Box, kept: list[Box]) -> None:
    if any(_contains(other, box) for other in kept):
        return
    kept[:] = [other for other in kept if not _contains(box, other)]
    for other in kept:
        joined = _joined(box, other)
        if joined is not None:
            kept.remove(other)
            _take_in(joined, kept)
            return
    kept.append(box)


def gap_boxes(chart: Chart) -> list[Box]:
    """All results that fit no level although nothing speaks for the lowest one."""
    provable = [chart.of(level) for level in PROVABLE_BY_ALL]
    misses = [[chart.failing(each) for each in standards] for standards in provable if standards]
    found: list[Box] = []
    for combination in product(*misses):
        box = _met(combination)
        if _is_possible(box):
            found += _without_grounds(chart, box)
    return _largest(found)


def gaps(chart: Chart) -> list[str]:
    """The gaps of one chart in words, sorted."""
    return sorted(
        "; ".join(in_words(measure, chart.bands[measure], bands) for measure, bands in box.items())
        or "Mọi kết quả"
        for box in gap_boxes(chart)
    )


def overlaps(chart: Chart) -> list[str]:
    """Results that fit two levels, with the order that decides between them."""
    meeting = {
        level: _met(
            {each.measure: chart.holding(each)} for each in chart.of(level) if not each.only_if
        )
        for level in PROVABLE_BY_ALL
        if chart.of(level)
    }
    found = []
    for better, lower in ((one, two) for one in meeting for two in meeting if one.is_above(two)):
        if _is_possible(_met((meeting[better], meeting[lower]))):
            found.append(
                f"“{better.label}” và “{lower.label}”: xét mức cao trước, lấy “{better.label}”"
            )
    for ground in chart.of(RatingLevel.NOT_COMPLETED):
        met = [
            f"“{level.label}”"
            for level, box in meeting.items()
            if _is_possible(_met((box, {ground.measure: chart.holding(ground)})))
        ]
        if met:
            found.append(
                f"{ground.text} – đồng thời đủ điều kiện {', '.join(met)}: xét căn cứ không hoàn thành trước"
            )
    return found


def tells_leaders_apart(table: StandardTable) -> bool:
    return any(each.is_for_leaders is not None for each in table.standards)


def charts(tables: Iterable[StandardTable]) -> Iterator[Chart]:
    """Every chart of the tables in use, one for leaders where they have conditions of their own."""
    for table in tables:
        if regimes()[table.regime].is_in_use:
            for is_leader in (False, True) if tells_leaders_apart(table) else (False,):
                yield Chart(table, is_leader)
