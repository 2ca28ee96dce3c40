"""Tỉ lệ trần: how many of a group may be rated excellent, under each reading of the base."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from tusoi.rulebook import wording
from tusoi.rulebook.facts import RatingLevel, SheetFacts
from tusoi.rulebook.registry import blocks, judge, notes, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt


class QuotaBase(StrEnum):
    """Cơ sở tính tỉ lệ: those rated good, or those rated good and better."""

    GOOD = "good"
    GOOD_OR_BETTER = "good_or_better"

    @property
    def label(self) -> str:
        labels = {
            "good": "số được xếp loại “Hoàn thành tốt nhiệm vụ”",
            "good_or_better": "số được xếp loại “Hoàn thành tốt nhiệm vụ” trở lên",
        }
        return labels[self.value]


class QuotaScope(StrEnum):
    """Phạm vi tính tỉ lệ: a group of similar posts, or the whole agency or unit."""

    GROUP = "group"
    UNIT = "unit"

    @property
    def label(self) -> str:
        return {"group": "Nhóm có vị trí, nhiệm vụ tương đồng", "unit": "Cơ quan, đơn vị"}[
            self.value
        ]


@dataclass(frozen=True, slots=True)
class ReadingVerdict:
    """Kết quả theo một cách tính: base, how many it allows, how many are used."""

    base: QuotaBase
    base_count: int
    allowed: int
    used: int
    largest_allowed: int

    @property
    def is_within(self) -> bool:
        return self.used <= self.allowed


@dataclass(frozen=True, slots=True)
class GroupVerdict:
    """Tỉ lệ trần của một nhóm: counts per level, both readings, the one in force, findings."""

    scope: QuotaScope
    key: str
    counts: Mapping[RatingLevel, int]
    unrated: int
    is_small: bool
    in_force: QuotaBase | None
    readings: Mapping[QuotaBase, ReadingVerdict]
    findings: tuple[Finding, ...]

    @property
    def rated(self) -> int:
        return sum(self.counts.values())

    @property
    def current(self) -> ReadingVerdict | None:
        """The reading in force; None where the law of the day has no cap."""
        return self.readings[self.in_force] if self.in_force else None


@dataclass(frozen=True, slots=True)
class QuotaVerdict:
    """Kết quả kiểm tra tỉ lệ trần trên cả bàn xếp loại."""

    groups: tuple[GroupVerdict, ...]

    @property
    def findings(self) -> list[Finding]:
        return [finding for group in self.groups for finding in group.findings]

    def group(self, key: str, scope: QuotaScope = QuotaScope.GROUP) -> GroupVerdict:
        return next(group for group in self.groups if (group.key, group.scope) == (key, scope))


_ROUNDING = {"down": math.floor, "up": math.ceil}


def allowed_on(base_count: int, law: LawAt) -> int:
    """The cap on a base of that many: share times base, rounded as the law's reading says."""
    share = Fraction(law.value("quota.max_share_excellent"))
    return _ROUNDING[law.value("quota.rounding")](share * base_count)


def largest_allowed(group_total_good_or_better: int, reading: QuotaBase | str, law: LawAt) -> int:
    """The most that may be excellent among so many rated good or better, without the small-group rule."""
    total = group_total_good_or_better
    if QuotaBase(reading) is QuotaBase.GOOD_OR_BETTER:
        return min(total, allowed_on(total, law))
    excess = bisect_right(
        range(total + 1), 0, key=lambda chosen: chosen - allowed_on(total - chosen, law)
    )
    return excess - 1


def is_small_group(counts: Mapping[RatingLevel, int], size: int, law: LawAt) -> bool:
    """Whether the rule for groups of fewer than five applies."""
    below = law.find("quota.small_group_below")
    if below is None:
        return False
    good = counts.get(RatingLevel.GOOD, 0)
    if law.value("quota.small_group_base") == "good":
        return bool(0 < good < below.value)
    lower = counts.get(RatingLevel.COMPLETED, 0) + counts.get(RatingLevel.NOT_COMPLETED, 0)
    return bool(0 < size < below.value and lower == 0)


def _reading(
    base: QuotaBase, counts: Mapping[RatingLevel, int], floor: int, law: LawAt
) -> ReadingVerdict:
    used, good = counts.get(RatingLevel.EXCELLENT, 0), counts.get(RatingLevel.GOOD, 0)
    base_count = good if base is QuotaBase.GOOD else good + used
    allowed = max(allowed_on(base_count, law), floor)
    largest = max(largest_allowed(good + used, base, law), min(floor, good + used))
    return ReadingVerdict(base, base_count, allowed, used, largest)


@rule("quota.top-level", since=date(2018, 1, 1), cites=("124-qd-tw/d12.k1",))
def _top_level_within_share(group: GroupVerdict, law: LawAt) -> Iterator[Finding]:
    current = group.current
    if current is None or current.is_within:
        return
    share = law.get("quota.max_share_excellent")
    yield blocks(
        f"{group.scope.label}: đề nghị {current.used} “{RatingLevel.EXCELLENT.label}”, vượt mức tối đa {current.allowed} "
        f"({wording.percent(share.value)} của {current.base_count} – {current.base.label}).",
        cites=(share.cite, law.get("quota.base").cite),
        remedy=f"Chọn nhiều nhất {current.largest_allowed}, hoặc cấp có thẩm quyền quyết định tỉ lệ khác và nêu lý do.",
        overridable=True,
        key=group.key,
        used=current.used,
        allowed=current.allowed,
        base=current.base.value,
    )


@rule("quota.small-group", since=date(2018, 1, 1), cites=("kh-du-cho-chu-2024/iii.3",))
def _small_group_may_choose_one(group: GroupVerdict, law: LawAt) -> Iterator[Finding]:
    if group.is_small:
        allowed = law.get("quota.small_group_allowed")
        below = law.get("quota.small_group_below")
        yield notes(
            f"{group.scope.label} có dưới {below.value:02d} đối tượng và đều hoàn thành tốt nhiệm vụ: được chọn "
            f"{allowed.value:02d} “{RatingLevel.EXCELLENT.label}” nếu đủ điều kiện.",
            cites=(allowed.cite,),
            key=group.key,
        )


@rule("quota.readings-differ", since=date(2018, 1, 1), cites=("124-qd-tw/d12.k1",))
def _readings_differ(group: GroupVerdict, law: LawAt) -> Iterator[Finding]:
    other = next(
        (each for each in group.readings.values() if each.base is not group.in_force), None
    )
    current = group.current
    if current is not None and other is not None and current.is_within != other.is_within:
        yield notes(
            f"{group.scope.label}: nếu tính trên {other.base.label} thì tối đa là {other.allowed}; "
            f"cách tính đang áp dụng cho tối đa {current.allowed}.",
            cites=(law.get("quota.base").cite,),
            key=group.key,
        )


def _group_verdict(
    scope: QuotaScope, key: str, sheets: Sequence[SheetFacts], law: LawAt
) -> GroupVerdict:
    counts = Counter(sheet.level for sheet in sheets if sheet.level is not None)
    share = law.find("quota.max_share_excellent")
    is_small = is_small_group(counts, len(sheets), law)
    floor = int(law.value("quota.small_group_allowed")) if is_small else 0
    verdict = GroupVerdict(
        scope=scope,
        key=key,
        counts={level: counts[level] for level in RatingLevel},
        unrated=sum(sheet.level is None for sheet in sheets),
        is_small=is_small,
        in_force=QuotaBase(law.value("quota.base")) if share else None,
        readings={base: _reading(base, counts, floor, law) for base in QuotaBase} if share else {},
        findings=(),
    )
    rules = (_top_level_within_share, _small_group_may_choose_one, _readings_differ)
    return replace(verdict, findings=tuple(judge(rules, verdict, law)))


def _by_key(keyed: Iterable[tuple[str, SheetFacts]]) -> dict[str, list[SheetFacts]]:
    groups: dict[str, list[SheetFacts]] = {}
    for key, sheet in keyed:
        groups.setdefault(key, []).append(sheet)
    return dict(sorted(groups.items()))


def verdict(sheets: Sequence[SheetFacts], law: LawAt) -> QuotaVerdict:
    """The caps of every group and, where the law says so, of the whole agency; order does not matter."""
    groups = _by_key((sheet.group, sheet) for sheet in sheets)
    verdicts = [
        _group_verdict(QuotaScope.GROUP, key, members, law) for key, members in groups.items()
    ]
    scope = law.find("quota.scope")
    if scope is not None and scope.value == "group_and_unit":
        units = _by_key((sheet.unit, sheet) for sheet in sheets if not sheet.kind.is_collective)
        verdicts += [
            _group_verdict(QuotaScope.UNIT, key, members, law) for key, members in units.items()
        ]
    return QuotaVerdict(tuple(verdicts))
