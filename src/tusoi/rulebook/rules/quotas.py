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
from tusoi.rulebook.facts import RatedAs, RatingLevel, SheetFacts, SubjectKind
from tusoi.rulebook.registry import blocks, judge, notes, rule, warns
from tusoi.rulebook.rules.caution import not_applied

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tusoi.rulebook.facts import RaisedCapFacts
    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import Dated, LawAt

REGIME_STARTS = date(2018, 3, 8)
PUBLIC_EMPLOYEES = frozenset(
    {SubjectKind.SERVICE_UNIT_HEAD, SubjectKind.SERVICE_UNIT_DEPUTY, SubjectKind.PUBLIC_EMPLOYEE}
)


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
    """Phạm vi tính tỉ lệ: a group of similar posts, the whole agency or unit, all that one body recognises."""

    GROUP = "group"
    UNIT = "unit"
    RECOGNISER = "recogniser"

    @property
    def label(self) -> str:
        labels = {
            "group": "Nhóm có vị trí, nhiệm vụ tương đồng",
            "unit": "Cơ quan, đơn vị",
            "recogniser": "Phạm vi của cấp công nhận kết quả",
        }
        return labels[self.value]


#: What the parameter `quota.scope` may say, as the scopes in which one sheet is counted.
SCOPES: dict[str, tuple[QuotaScope, ...]] = {
    "group": (QuotaScope.GROUP,),
    "unit": (QuotaScope.UNIT,),
    "group_and_unit": (QuotaScope.GROUP, QuotaScope.UNIT),
    "recogniser": (QuotaScope.RECOGNISER,),
}


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
    """Tỉ lệ trần của một nhóm: counts per level, both readings, the one in force, findings.

    `share` is the ceiling applied, None where the law of the day has none; `raised_by` the
    decision that raised it; `rated_as` is None where a group mixes kinds of subject.
    """

    scope: QuotaScope
    key: str
    counts: Mapping[RatingLevel, int]
    unrated: int
    is_small: bool
    in_force: QuotaBase | None
    readings: Mapping[QuotaBase, ReadingVerdict]
    findings: tuple[Finding, ...]
    rated_as: RatedAs | None = None
    share: Dated | None = None
    raised_by: str = ""

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


def allowed_on(base_count: int, law: LawAt, share: Dated | None = None) -> int:
    """The cap on a base of that many: share times base, rounded as the law's reading says."""
    limit = share or law.get("quota.max_share_excellent")
    return _ROUNDING[law.value("quota.rounding")](Fraction(limit.value) * base_count)


def largest_allowed(
    group_total_good_or_better: int,
    reading: QuotaBase | str,
    law: LawAt,
    share: Dated | None = None,
) -> int:
    """The most that may be excellent among so many rated good or better, without the small-group rule."""
    total = group_total_good_or_better
    if QuotaBase(reading) is QuotaBase.GOOD_OR_BETTER:
        return min(total, allowed_on(total, law, share))
    excess = bisect_right(
        range(total + 1), 0, key=lambda chosen: chosen - allowed_on(total - chosen, law, share)
    )
    return excess - 1


def _fits_small_group(counts: Mapping[RatingLevel, int], size: int, below: int, law: LawAt) -> bool:
    good = counts.get(RatingLevel.GOOD, 0)
    if law.value("quota.small_group_base") == "good":
        return 0 < good < below
    lower = counts.get(RatingLevel.COMPLETED, 0) + counts.get(RatingLevel.NOT_COMPLETED, 0)
    return 0 < size < below and lower == 0


def is_small_group(counts: Mapping[RatingLevel, int], size: int, law: LawAt) -> bool:
    """Whether the rule for groups of fewer than five applies."""
    below = law.find("quota.small_group_below")
    return below is not None and _fits_small_group(counts, size, below.value, law)


def _reading(
    base: QuotaBase, counts: Mapping[RatingLevel, int], floor: int, share: Dated, law: LawAt
) -> ReadingVerdict:
    used, good = counts.get(RatingLevel.EXCELLENT, 0), counts.get(RatingLevel.GOOD, 0)
    base_count = good if base is QuotaBase.GOOD else good + used
    allowed = max(allowed_on(base_count, law, share), floor)
    largest = max(largest_allowed(good + used, base, law, share), min(floor, good + used))
    return ReadingVerdict(base, base_count, allowed, used, largest)


@dataclass(frozen=True, slots=True)
class _Group:
    """Một nhóm cần tính: its sheets, the law for their kind and the decision to raise the share, if any."""

    scope: QuotaScope
    key: str
    sheets: Sequence[SheetFacts]
    law: LawAt
    raised: RaisedCapFacts | None

    @property
    def share(self) -> Dated | None:
        """The ceiling: raised where the law allows it and a decision with its number says so."""
        ordinary = self.law.find("quota.max_share_excellent")
        if ordinary and self.raised and self.raised.document:
            return self.law.find("quota.raised_share") or ordinary
        return ordinary

    @property
    def is_raised(self) -> bool:
        return self.share is not None and self.share.name == "quota.raised_share"

    @property
    def raised_by(self) -> str:
        return self.raised.document if self.raised and self.is_raised else ""


def _ground(group: GroupVerdict, current: ReadingVerdict, share: Dated, law: LawAt) -> str:
    """What the most that may be excellent rests on: the share, or the rule for groups of a few."""
    if group.is_small and current.allowed > allowed_on(current.base_count, law, share):
        below = law.get("quota.small_group_below")
        return f"nhóm có dưới {below.value:02d} đối tượng và đều hoàn thành tốt nhiệm vụ"
    return f"{wording.percent(share.value)} của {current.base_count} – {current.base.label}"


@rule(
    "quota.top-level",
    since=REGIME_STARTS,
    cites=(
        "21-hd-btctw/ii.b.2.3",
        "48-2023-nd-cp/d1.k1.6",
        "124-qd-tw/d12.k1",
        "366-qd-tw/d11.k1.5",
        "335-2025-nd-cp/d8.k5",
        "335-2025-nd-cp/d20.k5",
    ),
)
def _top_level_within_share(group: GroupVerdict, law: LawAt) -> Iterator[Finding]:
    current, share = group.current, group.share
    if share is None or current is None or current.is_within:
        return
    yield blocks(
        f"{group.scope.label}: đề nghị {current.used} “{RatingLevel.EXCELLENT.label}”, vượt mức tối đa {current.allowed} "
        f"({_ground(group, current, share, law)}).",
        cites=(share.cite, law.get("quota.base").cite),
        remedy=f"Chọn nhiều nhất {current.largest_allowed}, hoặc cấp có thẩm quyền quyết định tỉ lệ khác và nêu lý do.",
        overridable=True,
        key=group.key,
        used=current.used,
        allowed=current.allowed,
        base=current.base.value,
    )


@rule("quota.small-group", since=REGIME_STARTS, cites=("kh-du-cho-chu-2024/iii.3",))
def _small_group_may_choose_one(group: GroupVerdict, law: LawAt) -> Iterator[Finding]:
    if group.share is None:
        return
    below = law.get("quota.small_group_below")
    if group.is_small:
        allowed = law.get("quota.small_group_allowed")
        yield notes(
            f"{group.scope.label} có dưới {below.value:02d} đối tượng và đều hoàn thành tốt nhiệm vụ: được chọn "
            f"{allowed.value:02d} “{RatingLevel.EXCELLENT.label}” nếu đủ điều kiện.",
            cites=(allowed.cite,),
            key=group.key,
        )
    elif not below.in_use and _fits_small_group(
        group.counts, group.rated + group.unrated, below.value, law
    ):
        yield not_applied(below)


@rule("quota.readings-differ", since=REGIME_STARTS, cites=("124-qd-tw/d12.k1",))
def _readings_differ(group: GroupVerdict, law: LawAt) -> Iterator[Finding]:
    other = next(
        (each for each in group.readings.values() if each.base is not group.in_force), None
    )
    current, share = group.current, group.share
    if share is None or current is None or other is None:
        return
    if current.is_within != other.is_within:
        yield notes(
            f"{group.scope.label}: nếu tính trên {other.base.label} thì tối đa là {other.allowed}; "
            f"cách tính đang áp dụng cho tối đa {current.allowed}.",
            cites=(share.cite, law.get("quota.base").cite),
            key=group.key,
        )


@rule("quota.unverified", since=REGIME_STARTS, cites=("21-hd-btctw/ii.b.2.3",))
def _unverified_share_is_not_applied(group: _Group, law: LawAt) -> Iterator[Finding]:
    share = law.in_force.get("quota.max_share_excellent")
    if share is not None and not share.in_use:
        yield not_applied(share)


@rule(
    "quota.raised",
    since=REGIME_STARTS,
    cites=("366-qd-tw/d11.k1.5", "335-2025-nd-cp/d20.k5", "335-2025-nd-cp/d8.k5"),
)
def _raised_share_has_a_decision(group: _Group, law: LawAt) -> Iterator[Finding]:
    share = group.share
    if group.raised is None or share is None:
        return
    if group.is_raised:
        yield notes(
            f"{group.scope.label}: áp dụng tỉ lệ tối đa {wording.percent(share.value)} theo {group.raised.document}.",
            cites=(share.cite,),
            key=group.key,
        )
    elif not group.raised.document:
        yield warns(
            f"{group.scope.label}: đề nghị nâng tỉ lệ tối đa nhưng chưa có quyết định của cấp có thẩm quyền nên chưa áp dụng.",
            remedy="Ghi số, ngày quyết định của cấp có thẩm quyền nêu rõ thành tích nổi trội.",
            key=group.key,
        )
    else:
        yield warns(
            f"{group.scope.label}: quy định đang áp dụng không nêu mức tỉ lệ được nâng nên giữ tỉ lệ chung.",
            cites=(share.cite,),
            remedy="Cấp có thẩm quyền quyết định từng trường hợp vượt tỉ lệ và nêu lý do.",
            key=group.key,
        )


_TERM_RULES = (_unverified_share_is_not_applied, _raised_share_has_a_decision)
_COUNT_RULES = (_top_level_within_share, _small_group_may_choose_one, _readings_differ)


def _group_verdict(group: _Group) -> GroupVerdict:
    law, share = group.law, group.share
    counts = Counter(sheet.level for sheet in group.sheets if sheet.level is not None)
    is_small = is_small_group(counts, len(group.sheets), law)
    floor = int(law.value("quota.small_group_allowed")) if is_small else 0
    readings = (
        {base: _reading(base, counts, floor, share, law) for base in QuotaBase} if share else {}
    )
    verdict = GroupVerdict(
        scope=group.scope,
        key=group.key,
        counts={level: counts[level] for level in RatingLevel},
        unrated=sum(sheet.level is None for sheet in group.sheets),
        is_small=is_small,
        in_force=QuotaBase(law.value("quota.base")) if share else None,
        readings=readings,
        findings=(),
        rated_as=law.rated_as,
        share=share,
        raised_by=group.raised_by,
    )
    findings = (*judge(_COUNT_RULES, verdict, law), *judge(_TERM_RULES, group, law))
    return replace(verdict, findings=findings)


def rated_as(sheet: SheetFacts) -> RatedAs:
    """As what the law rates the subject of a sheet."""
    if sheet.rated_as is not None:
        return sheet.rated_as
    if sheet.kind.is_collective:
        return RatedAs.COLLECTIVE
    is_public_employee = sheet.kind in PUBLIC_EMPLOYEES
    return RatedAs.PUBLIC_EMPLOYEE if is_public_employee else RatedAs.CIVIL_SERVANT


def _keys(sheet: SheetFacts, law: LawAt) -> Iterator[tuple[QuotaScope, str]]:
    """Where one sheet is counted; without a scope in law, in its group."""
    keys = {
        QuotaScope.GROUP: sheet.group,
        QuotaScope.UNIT: sheet.unit,
        QuotaScope.RECOGNISER: sheet.recogniser or sheet.unit,
    }
    scope = law.of(rated_as(sheet)).find("quota.scope")
    for each in SCOPES[scope.value if scope else "group"]:
        yield each, keys[each]


def _law_of(sheets: Iterable[SheetFacts], law: LawAt) -> LawAt:
    """The law for the one kind of subject in a group; what holds for everybody where kinds are mixed."""
    kinds = {rated_as(sheet) for sheet in sheets}
    return law.of(kinds.pop()) if len(kinds) == 1 else law


def verdict(
    sheets: Sequence[SheetFacts], law: LawAt, raised: Sequence[RaisedCapFacts] = ()
) -> QuotaVerdict:
    """The caps of every group, agency and recogniser the law counts in; order does not matter.

    `raised` holds the decisions of competent levels to raise the share of outstanding places.
    """
    groups: dict[tuple[QuotaScope, str], list[SheetFacts]] = {}
    for sheet in sheets:
        for key in _keys(sheet, law):
            groups.setdefault(key, []).append(sheet)
    decisions = {(QuotaScope(each.scope), each.key): each for each in raised}
    order = list(QuotaScope)
    return QuotaVerdict(
        tuple(
            _group_verdict(
                _Group(scope, key, members, _law_of(members, law), decisions.get((scope, key)))
            )
            for (scope, key), members in sorted(
                groups.items(), key=lambda entry: (order.index(entry[0][0]), entry[0][1])
            )
        )
    )
