"""Mức xếp loại: which level the facts prove – the law proposes, people decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from tusoi.rulebook.facts import (
    Category,
    HeadFacts,
    Leadership,
    PersonFacts,
    RatedAs,
    RatingLevel,
    ResultFacts,
    SubjectKind,
)
from tusoi.rulebook.regimes import regimes_for
from tusoi.rulebook.registry import blocks, judge, notes, rule, warns
from tusoi.rulebook.rules import eligibility, mitigation, party_ratings
from tusoi.rulebook.rules.caution import not_applied
from tusoi.rulebook.rules.ceilings import lowest_ceiling, under
from tusoi.rulebook.rules.conditions import (
    Condition,
    Examination,
    level_in_question,
    plan_for,
)
from tusoi.rulebook.rules.reported_numbers import number_findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import Dated, LawAt

REGIME_STARTS = date(2018, 1, 1)
OWN_BASIS = "90-2020-nd-cp"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Mức đề xuất theo quy định: None where no level is proven or none may be given.

    `proven` is what the facts alone would carry, before the ceilings of the person.
    """

    level: RatingLevel | None
    examination: Examination
    findings: tuple[Finding, ...]
    proven: RatingLevel | None
    is_rated: bool

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition that can matter, with the numbers it was read from."""
        return self.examination.conditions

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready form that is stored with the decision."""
        return {
            "level": self.level.value if self.level else None,
            "proven": self.proven.value if self.proven else None,
            "is_rated": self.is_rated,
            "conditions": [condition.as_dict() for condition in self.conditions],
            "findings": [finding.as_dict() for finding in self.findings],
        }


@dataclass(frozen=True, slots=True)
class Assessment:
    """Căn cứ xếp loại của một đối tượng, gathered for the rules; `person` is None for collectives."""

    person: PersonFacts | None
    examination: Examination
    proven: RatingLevel | None


def rated_as(kind: SubjectKind, person: PersonFacts | None) -> RatedAs:
    """As what a subject of a campaign is rated; contract workers follow civil servants."""
    if kind is SubjectKind.PARTY_ORGANISATION:
        return RatedAs.PARTY_ORGANISATION
    if kind.is_collective or person is None:
        return RatedAs.COLLECTIVE
    return _official(person.category)


def _official(category: Category) -> RatedAs:
    is_contract_worker = category is Category.CONTRACT_WORKER
    return RatedAs.CIVIL_SERVANT if is_contract_worker else RatedAs(category.value)


def assess(
    facts: ResultFacts, person: PersonFacts | None, as_what: RatedAs, law: LawAt
) -> Assessment:
    """Every condition of every level held against the facts, best level first."""
    is_leader = person is not None and person.leadership is not Leadership.NONE
    plan = plan_for(as_what, law.day, is_leader=is_leader)
    examination = plan.examine(facts, person)
    return Assessment(person, examination, examination.proven)


def _basis(law: LawAt) -> tuple[str, ...]:
    """The text that governs this kind of subject, where it is another than the rule's own citation."""
    reigns = (
        regime.reigns[rated_as].cite
        for rated_as in filter(None, (law.rated_as,))
        for regime in regimes_for(rated_as, law.day)
        if regime.is_in_use and regime.source != OWN_BASIS
    )
    return tuple(reigns)


@rule("classification.no-table", since=REGIME_STARTS, cites=("90-2020-nd-cp/d16",))
def _standards_are_known(facts: Assessment, law: LawAt) -> Iterator[Finding]:
    if not facts.examination.plan.has_table:
        yield warns(
            "Chưa có bảng tiêu chuẩn xếp loại cho đối tượng này tại thời điểm đánh giá.",
            cites=_basis(law),
            remedy="Cấp có thẩm quyền quyết định mức xếp loại và nêu rõ lý do.",
        )


@rule("classification.missing-facts", since=REGIME_STARTS, cites=("90-2020-nd-cp/d2.k2",))
def _facts_are_reported(facts: Assessment, law: LawAt) -> Iterator[Finding]:
    if None in facts.examination.verdicts and facts.proven is not RatingLevel.NOT_COMPLETED:
        conditions = facts.examination.conditions
        missing = list(dict.fromkeys(each.text_vi for each in conditions if each.met is None))
        yield warns(
            f"Chưa có số liệu để xét {len(missing)} điều kiện.",
            cites=_basis(law),
            remedy="Bổ sung số liệu trong bản kiểm điểm trước khi đề nghị mức xếp loại.",
            missing=missing,
        )


@rule("classification.no-level-proven", since=REGIME_STARTS, cites=("90-2020-nd-cp/d2.k2",))
def _some_level_is_proven(facts: Assessment, law: LawAt) -> Iterator[Finding]:
    if facts.proven is None and facts.examination.plan.has_table:
        conditions = facts.examination.conditions
        level = level_in_question(conditions)
        gap = [each.text_vi for each in conditions if each.level is level and each.met is False]
        reason = (
            f" Chưa đạt điều kiện của mức thấp nhất cần chứng minh: {'; '.join(gap)}."
            if gap
            else ""
        )
        yield warns(
            f"Số liệu chưa chứng minh được mức nào.{reason}",
            cites=_basis(law),
            remedy="Cấp có thẩm quyền quyết định mức xếp loại và nêu rõ lý do.",
            gap=gap,
        )


@rule("classification.contract-worker", since=REGIME_STARTS, cites=("quy-uoc/nguoi-lao-dong",))
def _contract_worker_follows_civil_servants(facts: Assessment, law: LawAt) -> Iterator[Finding]:
    if facts.person is not None and facts.person.category is Category.CONTRACT_WORKER:
        yield notes(
            "Người lao động được đánh giá theo trình tự và tiêu chuẩn như công chức không giữ chức vụ."
        )


_ASSESSMENT_RULES = (
    _standards_are_known,
    _contract_worker_follows_civil_servants,
    _facts_are_reported,
    _some_level_is_proven,
)


def propose(
    facts: ResultFacts, person: PersonFacts | None, as_what: RatedAs, law: LawAt
) -> Proposal:
    """The level the facts prove, brought under the ceilings of the person; never a decision."""
    law = law.of(as_what)
    assessment = assess(facts, person, as_what, law)
    proven = assessment.proven
    findings = (
        *(eligibility.standing_findings(person, law) if person else ()),
        *number_findings(facts, law),
        *judge(_ASSESSMENT_RULES, assessment, law),
        *mitigation.weighing_findings(facts, law),
        *party_ratings.proposal_findings(facts, person, proven, law),
    )
    is_rated = person is None or eligibility.is_rated(person, law)
    highest, _ = lowest_ceiling(findings)
    return Proposal(
        level=under(proven, highest) if is_rated else None,
        examination=assessment.examination,
        findings=findings,
        proven=proven,
        is_rated=is_rated,
    )


def _head_ceiling(law: LawAt) -> Dated:
    """What law or decree says of heads of that kind; where they are silent, what bodies practise."""
    by_law = law.in_force.get("classification.head_ceiling_by_law")
    return by_law or law.get("classification.head_ceiling")


def _newly_arrived(dated: Dated) -> Finding:
    """Practice exempts a head who has just arrived; a law or decree that says nothing of it leaves it to people."""
    why = "Người đứng đầu mới chuyển đến, không liên quan mức xếp loại của tập thể"
    if dated.name == "classification.head_ceiling":
        return notes(f"{why} nên không bị giới hạn theo tập thể.", cites=(dated.cite,))
    return warns(
        f"{why}; văn bản quy định không nêu ngoại lệ này.",
        cites=(dated.cite,),
        remedy="Cấp có thẩm quyền quyết định mức xếp loại và nêu rõ lý do.",
    )


@rule(
    "classification.head-within-collective", since=REGIME_STARTS, cites=("kh-du-cho-chu-2024/i.6",)
)
def _head_not_above_collective(facts: HeadFacts, law: LawAt) -> Iterator[Finding]:
    if (
        facts.head_level is None
        or facts.collective_level is None
        or not facts.head_level.is_above(facts.collective_level)
    ):
        return
    dated = _head_ceiling(law.of(_official(facts.category)))
    if not dated.in_use:
        yield not_applied(dated)
    elif facts.arrived_recently:
        yield _newly_arrived(dated)
    elif dated.value:
        yield blocks(
            f"Mức của người đứng đầu (“{facts.head_level.label}”) cao hơn mức của tập thể do mình đứng đầu "
            f"(“{facts.collective_level.label}”).",
            cites=(dated.cite,),
            remedy=f"Mức cao nhất có thể xếp là “{facts.collective_level.label}”.",
            overridable=True,
            ceiling=facts.collective_level.value,
        )


def ceiling_findings(facts: HeadFacts, law: LawAt) -> list[Finding]:
    """The head's level is not above the level of the collective he or she heads."""
    return judge((_head_not_above_collective,), facts, law)
