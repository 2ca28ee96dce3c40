"""Danh mục hồ sơ: which papers the dossier of a subject, a unit or an award holds, by plan, by regime, else by convention."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from tusoi.rulebook.citations import Trust, cite
from tusoi.rulebook.facts import LabelledEnum, RatedAs, SubjectKind
from tusoi.rulebook.lawdata import LawDataFault, names_in, parse_yaml, read_text
from tusoi.rulebook.parameters import overlay
from tusoi.rulebook.regimes import regime_for, regimes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from tusoi.rulebook.parameters import LawAt

#: The lists that hold where neither the plan nor the regime names the papers.
CONVENTION = "quy-uoc"


class DossierOwner(LabelledEnum):
    """Loại hồ sơ: of whom a dossier is."""

    COLLECTIVE = "collective", "Hồ sơ của tập thể"
    INDIVIDUAL = "individual", "Hồ sơ của cá nhân"
    UNIT = "unit", "Hồ sơ của phòng, đơn vị"
    AWARD = "award", "Hồ sơ đề nghị khen thưởng"

    @property
    def is_subject(self) -> bool:
        return self in {DossierOwner.COLLECTIVE, DossierOwner.INDIVIDUAL}


class PartSource(LabelledEnum):
    """Nguồn của tài liệu: from which step of the season a paper of the dossier comes."""

    SUBMISSION = "submission", "Văn bản đề nghị xếp loại"
    REVIEW = "review", "Bản kiểm điểm, báo cáo kiểm điểm"
    CRITERIA_SHEET = "criteria_sheet", "Khung tiêu chí, biểu tự đánh giá"
    MINUTES = "minutes", "Biên bản hội nghị kiểm điểm"
    SUGGESTION = "suggestion", "Văn bản gợi ý kiểm điểm"
    WORKPLACE_OPINION = "workplace_opinion", "Nhận xét của cấp ủy nơi công tác"
    OPINIONS = "opinions", "Ý kiến của các cơ quan, đơn vị liên quan"
    LOWER_LEVELS = "lower_levels", "Kết quả xếp loại tổ chức trực thuộc"
    APPRAISAL = "appraisal", "Kết quả thẩm định"
    DECISION = "decision", "Quyết định, kết quả xếp loại"
    SUMMARY_SHEET = "summary_sheet", "Biểu tổng hợp"
    LEADER_SUMMARY = "leader_summary", "Tóm tắt nhận xét, đánh giá"
    ASSETS = "assets", "Bản kê khai tài sản"
    BIOGRAPHY = "biography", "Bản bổ sung lý lịch"
    RESIDENCE = "residence", "Nhận xét của cấp ủy nơi cư trú"
    ACHIEVEMENTS = "achievements", "Tài liệu chứng minh thành tích xuất sắc"
    PERIOD_SLIPS = "period_slips", "Phiếu theo dõi, đánh giá theo kỳ"
    COMPLAINT = "complaint", "Hồ sơ giải quyết khiếu nại, kiến nghị"
    OTHER = "other", "Văn bản khác"
    UNIT_SUMMARIES = "unit_summaries", "Bản tóm tắt ưu, nhược điểm từng cá nhân"
    UNIT_REVIEWS = "unit_reviews", "Bản kiểm điểm của các cá nhân"
    UNIT_CRITERIA = "unit_criteria", "Khung tiêu chí của trưởng, phó đơn vị"
    UNIT_REPORT = "unit_report", "Báo cáo tổng kết, tóm tắt của đơn vị"
    AWARD_SUBMISSION = "award_submission", "Tờ trình khen thưởng"
    AWARD_MINUTES = "award_minutes", "Biên bản bình xét"
    AWARD_REPORT = "award_report", "Báo cáo thành tích"

    @property
    def is_kept_outside(self) -> bool:
        """Whether the office only notes its number or place."""
        return self in _OUTSIDE

    @property
    def is_made_later(self) -> bool:
        """Whether it comes into being only after the appraisal."""
        return self in _AFTER_APPRAISAL


_OUTSIDE = frozenset(
    {
        PartSource.ASSETS,
        PartSource.BIOGRAPHY,
        PartSource.RESIDENCE,
        PartSource.ACHIEVEMENTS,
        PartSource.PERIOD_SLIPS,
        PartSource.COMPLAINT,
        PartSource.OTHER,
    }
)
_AFTER_APPRAISAL = frozenset(
    {
        PartSource.SUBMISSION,
        PartSource.APPRAISAL,
        PartSource.DECISION,
        PartSource.SUMMARY_SHEET,
        PartSource.LEADER_SUMMARY,
    }
)


class PartWhen(LabelledEnum):
    """Khi nào phải có: always, where there is such a paper, or only in the case named."""

    ALWAYS = "always", "luôn phải có"
    IF_ANY = "if_any", "nếu có"
    EXCELLENT = "excellent", "khi đề nghị hoàn thành xuất sắc nhiệm vụ"
    SUGGESTED = "suggested", "khi có gợi ý kiểm điểm"
    COMPLAINED = "complained", "khi có khiếu nại, kiến nghị"


@dataclass(frozen=True, slots=True)
class ListedPart:
    """Tài liệu trong danh mục: one paper as the list words it."""

    title: str
    source: PartSource
    when: PartWhen = PartWhen.ALWAYS


@dataclass(frozen=True, slots=True)
class DossierList:
    """Danh mục hồ sơ: the papers in order; `kinds` are the subjects it is for, none for every subject of its owner."""

    owner: DossierOwner
    kinds: frozenset[SubjectKind]
    since: date | None
    cite: str
    trust: Trust
    parts: tuple[ListedPart, ...]

    def is_for(self, kind: SubjectKind) -> bool:
        """Whether the dossier of such a subject follows this list."""
        of_collectives = self.owner is DossierOwner.COLLECTIVE
        if not self.owner.is_subject or kind.is_collective != of_collectives:
            return False
        return not self.kinds or kind in self.kinds

    def is_in_use(self, day: date) -> bool:
        return self.trust is not Trust.UNVERIFIED and (self.since is None or self.since <= day)


def _part(entry: Mapping[str, Any]) -> ListedPart:
    when = PartWhen(entry.get("when", PartWhen.ALWAYS))
    return ListedPart(entry["title"], PartSource(entry["source"]), when)


def _list(entry: Mapping[str, Any]) -> DossierList:
    found = DossierList(
        owner=DossierOwner(entry["for"]),
        kinds=frozenset(map(SubjectKind, entry.get("kinds", ()))),
        since=entry.get("since"),
        cite=cite(entry["cite"]).id,
        trust=Trust(entry["trust"]),
        parts=tuple(map(_part, entry["parts"])),
    )
    misplaced = [kind.value for kind in found.kinds if not found.is_for(kind)]
    if misplaced:
        raise LawDataFault(f"{found.owner.value}: {sorted(misplaced)} have no such dossier")
    _check_parts(found)
    return found


def _check_parts(found: DossierList) -> None:
    titles = [part.title for part in found.parts]
    sources = [part.source for part in found.parts]
    if not titles:
        raise LawDataFault(f"{found.owner.value}: the list holds no paper")
    for what in (titles, sources):
        if len(what) != len(set(what)):
            raise LawDataFault(f"{found.owner.value}: a paper stands twice")


def parse_lists(text: str) -> tuple[DossierList, ...]:
    """The lists of one YAML text; every subject finds at most one of them."""
    found = tuple(map(_list, parse_yaml(text)))
    for owner in DossierOwner:
        of_owner = [each for each in found if each.owner is owner]
        taken = [kind for each in of_owner for kind in each.kinds or [None]]
        if len(taken) != len(set(taken)):
            raise LawDataFault(f"{owner.value}: two lists for the same dossier")
    return found


@cache
def dossier_lists() -> Mapping[str, tuple[DossierList, ...]]:
    """Every file of `law/dossier_lists/`: by overlay, by regime, and the convention."""
    found: dict[str, tuple[DossierList, ...]] = {}
    for name in names_in("dossier_lists", ".yaml"):
        key = name.removesuffix(".yaml")
        if key != CONVENTION and key not in regimes():
            overlay(key)
        try:
            found[key] = parse_lists(read_text(f"dossier_lists/{name}"))
        except LawDataFault as fault:
            raise LawDataFault(f"dossier_lists/{name}: {fault}") from fault
    return found


def overlays_with(owner: DossierOwner, source: PartSource) -> tuple[str, ...]:
    """The plans whose list for that owner names such a paper."""
    return tuple(
        key
        for key, lists in dossier_lists().items()
        if key not in regimes() and key != CONVENTION
        for each in lists
        if each.owner is owner and source in {part.source for part in each.parts}
    )


def _of_plan(law: LawAt) -> Iterator[DossierList]:
    """The lists of the plan, where its local rules are in force."""
    for overlay_id in law.overlays:
        if overlay(overlay_id).is_in_force(law.day):
            yield from dossier_lists().get(overlay_id, ())


def _of_regime(rated_as: RatedAs, day: date) -> tuple[DossierList, ...]:
    regime = regime_for(rated_as, day)
    return dossier_lists().get(regime.id, ()) if regime else ()


def list_of_subject(kind: SubjectKind, rated_as: RatedAs, law: LawAt) -> DossierList:
    """The list of such a subject: the plan's own, else the regime's, else the convention."""
    candidates = (*_of_plan(law), *_of_regime(rated_as, law.day), *dossier_lists()[CONVENTION])
    return next(each for each in candidates if each.is_for(kind) and each.is_in_use(law.day))


def list_of(owner: DossierOwner, law: LawAt) -> DossierList:
    """The list of a unit's or an award's dossier: the plan's own, else the convention."""
    candidates = (*_of_plan(law), *dossier_lists()[CONVENTION])
    return next(each for each in candidates if each.owner is owner and each.is_in_use(law.day))
