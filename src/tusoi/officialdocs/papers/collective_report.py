"""Báo cáo kiểm điểm tập thể: Mẫu 01 with its annex Mẫu 1a."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from tusoi.officialdocs.completeness import Named, Needed
from tusoi.officialdocs.paper import Align, Annex, Block, Choice, Column, Paper, Paragraph, Table
from tusoi.officialdocs.papers.form import form_blocks, require_filled
from tusoi.officialdocs.papers.office import FormSections, Letter, SignedBy
from tusoi.officialdocs.papers.outline import heading, prose


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionDegree:
    """Tiêu chí: one line of Mẫu 1a; without `degree` it is the title of a group of criteria."""

    criterion: Annotated[str, Needed("tên tiêu chí")]
    degree: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectiveReportContext:
    """Báo cáo kiểm điểm tập thể: sections as written, the proposed level, the degrees of Mẫu 1a.

    `degrees` are the columns of Mẫu 1a; without `criteria` the annex is left out.
    """

    letterhead: Letter
    signer: SignedBy
    collective: Annotated[str, Needed("tên tập thể")]
    review_year: int
    opening: Annotated[str, Needed("đoạn mở đầu")]
    sections: FormSections
    levels: Annotated[tuple[str, ...], Needed("các mức xếp loại")]
    proposed_level: Annotated[str, Needed("mức xếp loại tự nhận")]
    form_code: str = "Mẫu 01"
    degrees: tuple[str, ...] = ()
    criteria: Annotated[tuple[CriterionDegree, ...], Named("tiêu chí")] = ()
    overall_remark: str = ""
    recipients: tuple[str, ...] = ()
    archive: str = ""


CHOSEN = "x"


def collective_report_paper(context: CollectiveReportContext) -> Paper:
    """The report of a collective; the degrees per criterion follow as Mẫu 1a."""
    require_filled(context, context.sections)
    letterhead = context.letterhead
    return Paper(
        **letterhead.elements("BC" if letterhead.code else ""),
        kind="collective_report",
        context=context,
        form_code=context.form_code,
        title="Báo cáo kiểm điểm",
        summary=f"{context.collective}\nNăm {context.review_year}",
        body=(
            Paragraph(context.opening),
            *form_blocks(letterhead.style, context.sections),
            *_proposal(context),
        ),
        has_end_mark=False,
        signatures=(context.signer.signature(letterhead.style),),
        recipients=context.recipients,
        archive=context.archive,
        annexes=(_criteria(context),) if context.criteria else (),
    )


def _proposal(context: CollectiveReportContext) -> tuple[Block, ...]:
    style = context.letterhead.style
    title = heading(style, 1, len(context.sections) + 1, "Đề nghị mức xếp loại chất lượng")
    return (title, Choice("", context.levels, context.proposed_level))


def _criteria(context: CollectiveReportContext) -> Annex:
    degrees = tuple(
        Column(degree, 2, Align.CENTER, group="Cấp độ thực hiện") for degree in context.degrees
    )
    columns = (
        Column("TT", 1, Align.CENTER),
        Column("Tiêu chí đánh giá", 9, Align.JUSTIFY),
        *degrees,
    )
    return Annex(
        label="Mẫu 1a",
        title="Phân tích chất lượng, đánh giá, xếp loại tập thể lãnh đạo, quản lý",
        reference=f"{context.collective}, năm {context.review_year}",
        body=(
            Table(columns, tuple(_criterion_rows(context))),
            *prose(context.overall_remark),
            Paragraph(f"Đề nghị mức xếp loại: {context.proposed_level}."),
        ),
        signatures=(context.signer.signature(context.letterhead.style),),
    )


def _criterion_rows(context: CollectiveReportContext) -> Iterator[tuple[str, ...]]:
    position = 0
    for line in context.criteria:
        if not line.degree:
            yield (line.criterion,)
            continue
        position += 1
        marks = (CHOSEN if degree == line.degree else "" for degree in context.degrees)
        yield (str(position), line.criterion, *marks)
