"""Trường hợp phải cân nhắc: what the law leaves to the competent level; nothing here changes a level by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from tusoi.rulebook import wording
from tusoi.rulebook.facts import MitigationKind
from tusoi.rulebook.registry import blocks, judge, notes, rule, warns
from tusoi.rulebook.rules.caution import not_applied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rulebook.facts import ActFacts, MitigationFacts, ResultFacts
    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt

WEIGHING_STARTS = date(2025, 8, 30)
WEIGHED = "366-qd-tw/d11.k4.xem-xet"
PEOPLE_DECIDE = "Cấp có thẩm quyền cân nhắc, quyết định và nêu lý do."
_PARAMETERS = {
    MitigationKind.FORCE_MAJEURE: "mitigation.force_majeure",
    MitigationKind.SELF_REPAIRED: "mitigation.self_repaired",
    MitigationKind.OBJECTIVE_CAUSE: "mitigation.objective_cause",
    MitigationKind.RAISED_SHARE: "quota.raised_share",
}


def _missing(facts: MitigationFacts) -> list[str]:
    """What the record of a decision still lacks."""
    parts = {
        "người quyết định": facts.decided_by,
        "ngày quyết định": facts.decided_on,
        "văn bản": facts.document,
        "lý do": facts.reason,
    }
    return [name for name, part in parts.items() if not part]


@rule("mitigation.decision", since=WEIGHING_STARTS, cites=(WEIGHED,))
def _people_have_decided(facts: MitigationFacts, law: LawAt) -> Iterator[Finding]:
    basis = law.in_force.get(_PARAMETERS[facts.kind])
    if basis is None:
        yield warns(
            f"{facts.kind.label}: kho văn bản không có quy định cho phép cân nhắc đối với đối tượng này.",
            remedy="Không áp dụng, hoặc nêu văn bản làm căn cứ.",
        )
        return
    if not basis.in_use:
        yield not_applied(basis)
        return
    missing = _missing(facts)
    if missing or facts.decided_on is None:
        yield warns(
            f"{facts.kind.label}: chưa được tính vì chưa ghi {', '.join(missing)}.",
            cites=(basis.cite,),
            remedy=f"{PEOPLE_DECIDE} Ghi đủ người quyết định, ngày, văn bản và lý do.",
            missing=missing,
        )
        return
    yield notes(
        f"{facts.kind.label}: {facts.decided_by} đã quyết định ngày {wording.day(facts.decided_on)} "
        f"tại {facts.document}, lý do: {facts.reason}.",
        cites=(basis.cite,),
    )


def mitigation_findings(facts: MitigationFacts, law: LawAt) -> list[Finding]:
    """Whether a ground for weighing exists in law and who decided on it; never a result."""
    return judge((_people_have_decided,), facts, law)


@rule("mitigation.weighing", since=WEIGHING_STARTS, cites=(WEIGHED,))
def _grounds_are_left_to_people(results: ResultFacts, law: LawAt) -> Iterator[Finding]:
    if not (results.force_majeure or results.violation_self_repaired):
        return
    raised = {
        MitigationKind.FORCE_MAJEURE: results.force_majeure,
        MitigationKind.SELF_REPAIRED: results.violation_self_repaired,
    }
    for kind, is_raised in raised.items():
        basis = law.find(_PARAMETERS[kind]) if is_raised else None
        if basis is not None:
            yield warns(
                f"{kind.label}: không tự động nâng hay hạ mức xếp loại.",
                cites=(basis.cite,),
                remedy=PEOPLE_DECIDE,
                kind=kind.value,
            )


def weighing_findings(results: ResultFacts, law: LawAt) -> list[Finding]:
    """The grounds in the facts of the year that the competent level has to weigh."""
    return judge((_grounds_are_left_to_people,), results, law)


class Counted(StrEnum):
    """Nơi tính vi phạm: for which unit an act counts."""

    HERE = "here"
    FORMER_UNIT = "former_unit"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class DisciplinedAct:
    """Vi phạm bị kỷ luật trong kỳ: an act seen from the period that is being rated."""

    act: ActFacts
    first: date
    last: date

    @property
    def is_of_earlier_period(self) -> bool:
        return self.act.committed_last < self.first <= self.act.disciplined_on <= self.last

    @property
    def counted(self) -> Counted:
        arrived = self.act.arrived_on
        if arrived is None or arrived <= self.act.committed_first:
            return Counted.HERE
        return Counted.FORMER_UNIT if self.act.committed_last < arrived else Counted.BOTH


@rule("mitigation.act-dates", since=WEIGHING_STARTS, cites=("366-qd-tw/d11.nam-truoc",))
def _act_comes_before_discipline(facts: DisciplinedAct, law: LawAt) -> Iterator[Finding]:
    act = facts.act
    if not act.committed_first <= act.committed_last <= act.disciplined_on:
        yield blocks(
            f"Vi phạm từ ngày {wording.day(act.committed_first)} đến ngày {wording.day(act.committed_last)}, quyết định kỷ luật "
            f"ngày {wording.day(act.disciplined_on)}: các ngày không theo thứ tự.",
            remedy="Kiểm tra và sửa ngày vi phạm, ngày quyết định kỷ luật.",
        )


@rule("mitigation.act-of-earlier-year", since=WEIGHING_STARTS, cites=("366-qd-tw/d11.nam-truoc",))
def _earlier_act_counts_now(facts: DisciplinedAct, law: LawAt) -> Iterator[Finding]:
    basis = law.find("mitigation.act_of_earlier_year")
    if basis is not None and facts.is_of_earlier_period:
        yield warns(
            f"Vi phạm kết thúc ngày {wording.day(facts.act.committed_last)}, trước kỳ đánh giá, nhưng bị kỷ luật trong kỳ này: "
            "tính vào kỳ này, không tự động hạ mức.",
            cites=(basis.cite,),
            remedy="Cấp ủy cấp trên cân nhắc, quyết định và nêu lý do.",
        )


@rule("mitigation.act-at-former-unit", since=WEIGHING_STARTS, cites=("366-qd-tw/d11.don-vi-cu",))
def _act_counts_where_it_happened(facts: DisciplinedAct, law: LawAt) -> Iterator[Finding]:
    basis = law.find("mitigation.act_at_former_unit")
    if basis is not None and facts.counted is Counted.FORMER_UNIT:
        yield warns(
            f"Vi phạm kết thúc ngày {wording.day(facts.act.committed_last)}, trước khi về đơn vị hiện nay: tính cho đơn vị cũ.",
            cites=(basis.cite,),
            remedy=f"Thông báo cho đơn vị cũ. {PEOPLE_DECIDE}",
        )


@rule(
    "mitigation.acts-at-both-units", since=WEIGHING_STARTS, cites=("366-qd-tw/d11.ca-hai-don-vi",)
)
def _acts_count_by_their_days(facts: DisciplinedAct, law: LawAt) -> Iterator[Finding]:
    basis = law.find("mitigation.acts_at_both_units")
    arrived = facts.act.arrived_on
    if basis is not None and arrived is not None and facts.counted is Counted.BOTH:
        yield warns(
            f"Vi phạm xảy ra cả trước và sau ngày {wording.day(arrived)}, ngày về đơn vị hiện nay: "
            "tính cho từng đơn vị theo thời điểm xảy ra vi phạm.",
            cites=(basis.cite,),
            remedy=f"Tách vi phạm theo thời điểm và thông báo cho đơn vị cũ. {PEOPLE_DECIDE}",
        )


_ACT_RULES = (_earlier_act_counts_now, _act_counts_where_it_happened, _acts_count_by_their_days)


def act_findings(act: ActFacts, period: tuple[date, date], law: LawAt) -> list[Finding]:
    """For which period and which unit a disciplined act counts; faulty dates are told first."""
    facts = DisciplinedAct(act, *period)
    return judge((_act_comes_before_discipline,), facts, law) or judge(_ACT_RULES, facts, law)
