"""Báo cáo tóm tắt của đơn vị: results, shortcomings and proposals on one page."""

from dataclasses import dataclass
from typing import Annotated

from tusoi.officialdocs.completeness import Needed, require_complete
from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.papers.brevity import ONE_PAGE, require_short
from tusoi.officialdocs.papers.office import Letter, SentTo, SignedBy
from tusoi.officialdocs.papers.outline import numbered, part


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitReportContext:
    """Báo cáo tóm tắt: what a unit achieved, what is lacking, what it asks for; at most `word_limit` words."""

    letterhead: Letter
    signer: SignedBy
    distribution: SentTo
    review_year: int
    unit: Annotated[str, Needed("tên đơn vị")]
    results: Annotated[tuple[str, ...], Needed("kết quả đạt được")]
    shortcomings: Annotated[tuple[str, ...], Needed("tồn tại, hạn chế")]
    proposals: Annotated[tuple[str, ...], Needed("kiến nghị, đề xuất")]
    word_limit: int | None = ONE_PAGE


def unit_report_paper(context: UnitReportContext) -> Paper:
    """The report; refused where it would not fit one page."""
    require_complete(context)
    parts = (
        ("Kết quả đạt được", context.results),
        ("Tồn tại, hạn chế", context.shortcomings),
        ("Kiến nghị, đề xuất", context.proposals),
    )
    texts = (text for _, lines in parts for text in lines)
    require_short("Báo cáo tóm tắt", texts, context.word_limit)
    letterhead = context.letterhead
    style = letterhead.style
    return Paper(
        **letterhead.elements("BC" if letterhead.code else ""),
        kind="unit_report",
        context=context,
        title="Báo cáo",
        summary=f"Tóm tắt kết quả công tác năm {context.review_year} của {context.unit}",
        body=tuple(
            block
            for position, (title, lines) in enumerate(parts, start=1)
            for block in part(style, position, title, *numbered(style, lines))
        ),
        signatures=(context.signer.signature(style),),
        recipients=context.distribution.recipients,
        archive=context.distribution.archive,
    )
