"""Gợi ý, chỉ đạo kiểm điểm: what the superior suggested is answered, and somebody of the upper level supervises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tusoi.rulebook.facts import GuidanceFacts
from tusoi.rulebook.registry import blocks, judge, rule, warns
from tusoi.rulebook.rules.party_texts import QD132

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt


@rule("guidance.answered", since=QD132, cites=("124-qd-tw/d6.1",))
def _every_suggestion_is_answered(facts: GuidanceFacts, law: LawAt) -> Iterator[Finding]:
    demand = law.find("meeting.suggestions_answered")
    left = facts.suggestions - facts.answered
    if demand is None or not demand.value or not left:
        return
    yield blocks(
        f"Còn {left:02d} nội dung gợi ý kiểm điểm của cấp trên chưa được giải trình.",
        cites=(demand.cite,),
        remedy="Viết phần giải trình, kiểm điểm đối với từng nội dung gợi ý.",
        left=left,
    )


def answer_findings(facts: GuidanceFacts, law: LawAt) -> list[Finding]:
    """Whether each point that the superior suggested has its answer in the review."""
    return judge((_every_suggestion_is_answered,), facts, law)


@rule("guidance.supervised", since=QD132, cites=("bc-snnptnt-thanh-hoa-2022/i.2.1.a.chi-dao",))
def _suggested_review_is_supervised(facts: GuidanceFacts, law: LawAt) -> Iterator[Finding]:
    demand = law.find("meeting.suggested_is_supervised")
    if demand is None or not demand.value or not facts.suggestions or facts.supervisors:
        return
    yield warns(
        "Nơi có gợi ý kiểm điểm mà chưa phân công người của cấp trên dự, chỉ đạo kiểm điểm.",
        cites=(demand.cite,),
        remedy="Văn phòng hoặc người đứng đầu phân công một đồng chí lãnh đạo cấp trên dự, chỉ đạo hội nghị.",
    )


def supervision_findings(facts: GuidanceFacts, law: LawAt) -> list[Finding]:
    """Whether a review with suggested points has somebody of the upper level to direct it."""
    return judge((_suggested_review_is_supervised,), facts, law)
