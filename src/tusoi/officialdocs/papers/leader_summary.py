"""Tóm tắt nhận xét, đánh giá: half a page on one person."""

from dataclasses import dataclass
from typing import Annotated

from tusoi.officialdocs.completeness import Needed, require_complete
from tusoi.officialdocs.paper import Block, Field, Paper, Paragraph, Run
from tusoi.officialdocs.papers.brevity import HALF_A_PAGE, require_short
from tusoi.officialdocs.papers.office import Letter, SignedBy
from tusoi.officialdocs.wording import ended


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaderSummaryContext:
    """Tóm tắt nhận xét, đánh giá: strengths, shortcomings, proposed level; at most `word_limit` words.

    `whom` says of which people it is, as the title goes on.
    """

    letterhead: Letter
    signer: SignedBy
    review_year: int
    name: Annotated[str, Needed("họ và tên")]
    position: Annotated[str, Needed("chức vụ")]
    strengths: Annotated[str, Needed("ưu điểm, kết quả nổi bật")]
    shortcomings: Annotated[str, Needed("hạn chế, khuyết điểm")]
    self_level: Annotated[str, Needed("mức tự xếp loại")]
    proposed_level: Annotated[str, Needed("mức đề nghị xếp loại")]
    vote_result: str = ""
    form_code: str = ""
    whom: Annotated[str, Needed("nhóm đối tượng")] = "cá nhân lãnh đạo, quản lý"
    word_limit: int | None = HALF_A_PAGE


def leader_summary_paper(context: LeaderSummaryContext) -> Paper:
    """The summary; refused where it would not fit half a page."""
    require_complete(context)
    texts = (context.strengths, context.shortcomings, context.vote_result)
    require_short("Bản tóm tắt nhận xét, đánh giá", texts, context.word_limit)
    letterhead = context.letterhead
    return Paper(
        **letterhead.elements(),
        kind="leader_summary",
        context=context,
        form_code=context.form_code,
        title="Tóm tắt nhận xét, đánh giá",
        summary=f"Đối với {context.whom} năm {context.review_year}",
        body=tuple(_lines(context)),
        has_end_mark=False,
        signatures=(context.signer.signature(letterhead.style),),
    )


def _lines(context: LeaderSummaryContext) -> tuple[Block, ...]:
    vote = (_labelled("Kết quả phiếu", context.vote_result),) if context.vote_result else ()
    return (
        Field("Họ và tên", context.name),
        Field("Chức vụ", context.position),
        _labelled("Ưu điểm, kết quả nổi bật", context.strengths),
        _labelled("Hạn chế, khuyết điểm", context.shortcomings),
        _labelled("Mức tự xếp loại", context.self_level),
        *vote,
        _labelled("Mức đề nghị xếp loại", context.proposed_level),
    )


def _labelled(label: str, text: str) -> Paragraph:
    words = " ".join(text.split())
    return Paragraph((Run(f"{label}: ", bold=True), Run(ended(words))))
