"""Quyết định xếp loại lại: annuls a level given before and gives another."""

from dataclasses import dataclass
from typing import Annotated

from tusoi.officialdocs.completeness import Inconsistent, Needed, require_complete
from tusoi.officialdocs.paper import Block, Paper
from tusoi.officialdocs.papers.articles import articles, decided_by, proposed_by, resolves
from tusoi.officialdocs.papers.office import Letter, SentTo, SignedBy
from tusoi.officialdocs.wording import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class ReratingDecisionContext:
    """Quyết định xếp loại lại: who was rated how by which decision, why it falls, the level instead.

    `earlier_decision` names the decision in full; `reason` completes "do …".
    """

    letterhead: Letter
    signer: SignedBy
    distribution: SentTo
    review_year: int
    competence: Annotated[str, Needed("thẩm quyền ban hành")]
    bases: Annotated[tuple[str, ...], Needed("căn cứ ban hành")]
    proposer: Annotated[str, Needed("nơi đề nghị")]
    subject: Annotated[str, Needed("người hoặc tập thể được xếp loại lại")]
    position: str = ""
    earlier_decision: Annotated[str, Needed("quyết định xếp loại trước")]
    earlier_level: Annotated[str, Needed("mức xếp loại trước")]
    reason: Annotated[str, Needed("lý do xếp loại lại")]
    new_level: Annotated[str, Needed("mức xếp loại mới")]
    duties: Annotated[str, Needed("trách nhiệm thực hiện")]
    executors: Annotated[str, Needed("nơi chịu trách nhiệm thi hành")]
    form_code: str = ""


def rerating_decision_paper(context: ReratingDecisionContext) -> Paper:
    """The decision in four articles; refused where the level stays the same."""
    require_complete(context)
    if context.new_level == context.earlier_level:
        raise Inconsistent(
            [f"Mức xếp loại mới của {context.subject} không khác mức đã xếp loại trước đó."]
        )
    letterhead = context.letterhead
    return Paper(
        **letterhead.elements("QĐ") | decided_by(letterhead, context.competence),
        kind="rerating_decision",
        context=context,
        form_code=context.form_code,
        title="Quyết định",
        summary=f"Về việc đánh giá, xếp loại lại chất lượng năm {context.review_year}",
        bases=(*context.bases, proposed_by(letterhead, context.proposer)),
        body=(resolves(letterhead, context.competence), *_articles(context)),
        signatures=(context.signer.signature(letterhead.style),),
        recipients=context.distribution.recipients,
        archive=context.distribution.archive,
    )


def _articles(context: ReratingDecisionContext) -> tuple[Block, ...]:
    who = f"{context.subject}, {context.position}" if context.position else context.subject
    year = f"chất lượng năm {context.review_year}"
    return articles(
        (
            f"Hủy bỏ kết quả xếp loại {year} ở mức “{context.earlier_level}” đối với {who} tại {sentence(context.earlier_decision)}, do {sentence(context.reason)}",
            f"Xếp loại lại {year} đối với {who} ở mức “{context.new_level}”",
            context.duties,
            f"Quyết định này có hiệu lực kể từ ngày ký và thay thế nội dung tương ứng tại {sentence(context.earlier_decision)}. {sentence(context.executors)} chịu trách nhiệm thi hành Quyết định này",
        )
    )
