"""Báo cáo kiểm điểm tập thể: Mẫu 01 of each guidance, with its annexes on criteria and on results."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from tusoi.officialdocs.completeness import Named, Needed
from tusoi.officialdocs.paper import Annex, Block, Choice, Paper, Paragraph
from tusoi.officialdocs.papers.criteria_sheet import CriterionDegree, criteria_table
from tusoi.officialdocs.papers.form import form_blocks, require_filled
from tusoi.officialdocs.papers.office import FormSections, Letter, SignedBy
from tusoi.officialdocs.papers.outline import heading, prose
from tusoi.officialdocs.papers.task_results import TaskResults, task_results_annex


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectiveReportContext:
    """Báo cáo kiểm điểm tập thể: sections as written, the proposed level, degrees of the criteria, results.

    With `levels` a last section asks for the level; without them a section of the form has it.
    `degrees` are the columns of the sheet of criteria; without `criteria` that annex is left out.
    """

    letterhead: Letter
    signer: SignedBy
    collective: Annotated[str, Needed("tên tập thể")]
    review_year: int
    opening: Annotated[str, Needed("đoạn mở đầu")]
    sections: FormSections
    levels: tuple[str, ...] = ()
    proposed_level: Annotated[str, Needed("mức xếp loại tự nhận")]
    title: Annotated[str, Needed("tên loại")] = "Báo cáo kiểm điểm"
    form_code: str = "Mẫu 01"
    degrees: tuple[str, ...] = ()
    criteria: Annotated[tuple[CriterionDegree, ...], Named("tiêu chí")] = ()
    criteria_label: str = "Mẫu 1a"
    overall_remark: str = ""
    results: TaskResults | None = None
    recipients: tuple[str, ...] = ()
    archive: str = ""


def collective_report_paper(context: CollectiveReportContext) -> Paper:
    """The report of a collective; degrees per criterion and results of tasks follow as annexes."""
    require_filled(context, context.sections)
    letterhead = context.letterhead
    return Paper(
        **letterhead.elements("BC" if letterhead.code else ""),
        kind="collective_report",
        context=context,
        form_code=context.form_code,
        title=context.title,
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
        annexes=tuple(_annexes(context)),
    )


def _proposal(context: CollectiveReportContext) -> tuple[Block, ...]:
    if not context.levels:
        return ()
    style = context.letterhead.style
    title = heading(style, 1, len(context.sections) + 1, "Đề nghị mức xếp loại chất lượng")
    return (title, Choice("", context.levels, context.proposed_level))


def _annexes(context: CollectiveReportContext) -> Iterator[Annex]:
    reference = f"{context.collective}, năm {context.review_year}"
    if context.criteria:
        yield _criteria(context, reference)
    if context.results:
        yield task_results_annex(context.results, reference)


def _criteria(context: CollectiveReportContext, reference: str) -> Annex:
    return Annex(
        label=context.criteria_label,
        title="Phân tích chất lượng, đánh giá, xếp loại tập thể lãnh đạo, quản lý",
        reference=reference,
        body=(
            criteria_table(context.criteria, context.degrees),
            *prose(context.overall_remark),
            Paragraph(f"Đề nghị mức xếp loại: {context.proposed_level}."),
        ),
        signatures=(context.signer.signature(context.letterhead.style),),
    )
