"""Thông báo: tells a subject its level and why."""

from dataclasses import dataclass
from typing import Annotated

from tusoi.officialdocs.completeness import Needed, require_complete
from tusoi.officialdocs.paper import Block, Paper, Paragraph, Run
from tusoi.officialdocs.papers.office import Letter, SentTo, SignedBy
from tusoi.officialdocs.papers.outline import dashed, prose
from tusoi.officialdocs.wording import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeContext:
    """Thông báo kết quả: the subject, the level, the decision, the reasons, the right of petition."""

    letterhead: Letter
    signer: SignedBy
    distribution: SentTo
    review_year: int
    subject: Annotated[str, Needed("người hoặc tập thể nhận thông báo")]
    position: str = ""
    level: Annotated[str, Needed("mức xếp loại")]
    decision: Annotated[str, Needed("quyết định xếp loại")]
    remarks: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    petition: Annotated[str, Needed("quyền và thời hạn kiến nghị")]


def notice_paper(context: NoticeContext) -> Paper:
    """The notice of a result."""
    require_complete(context)
    letterhead = context.letterhead
    return Paper(
        **letterhead.elements("TB"),
        kind="notice",
        context=context,
        title="Thông báo",
        summary=f"Kết quả đánh giá, xếp loại chất lượng năm {context.review_year}",
        body=(*_result(context), *_explanation(context), Paragraph(context.petition)),
        signatures=(context.signer.signature(letterhead.style),),
        recipients=context.distribution.recipients,
        archive=context.distribution.archive,
    )


def _result(context: NoticeContext) -> tuple[Block, ...]:
    who = f"{context.subject}, {context.position}" if context.position else context.subject
    told = (
        f"Căn cứ {sentence(context.decision)}, {context.letterhead.issuer} thông báo kết quả "
        f"đánh giá, xếp loại chất lượng năm {context.review_year} như sau:"
    )
    level = Paragraph((Run("Mức xếp loại chất lượng: "), Run(f"{context.level}.", bold=True)))
    return (Paragraph(told), Paragraph(f"Đối tượng: {who}."), level)


def _explanation(context: NoticeContext) -> tuple[Block, ...]:
    remarks = (_label("Nhận xét, đánh giá"), *(p for text in context.remarks for p in prose(text)))
    reasons = (_label("Cơ sở xác định mức xếp loại"), *dashed(context.reasons))
    return (*(remarks if context.remarks else ()), *(reasons if context.reasons else ()))


def _label(text: str) -> Paragraph:
    return Paragraph((Run(f"{text}:", bold=True),), keep_with_next=True)
