"""Phiếu phân tích chất lượng: criteria with their degrees, by itself (HD 21 Mẫu 03–05) or as an annex (Mẫu 1a)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from tusoi.officialdocs.completeness import Needed, require_complete
from tusoi.officialdocs.paper import Align, Block, Choice, Column, Field, Paper, Table
from tusoi.officialdocs.papers.office import Letter, SignedBy
from tusoi.officialdocs.papers.outline import prose


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionDegree:
    """Tiêu chí: one line of the sheet; without `degree` it is the title of a group of criteria."""

    criterion: Annotated[str, Needed("tên tiêu chí")]
    degree: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaSheetContext:
    """Phiếu phân tích chất lượng: who is rated by whom, criteria with degrees, remark and level."""

    letterhead: Letter
    signer: SignedBy
    form_code: str
    title: Annotated[str, Needed("tên phiếu")]
    review_year: int
    rater: Annotated[str, Needed("chủ thể đánh giá")]
    rated: Annotated[str, Needed("đối tượng được đánh giá")]
    degrees: Annotated[tuple[str, ...], Needed("các cấp độ")]
    criteria: Annotated[tuple[CriterionDegree, ...], Needed("tiêu chí")]
    overall_remark: str = ""
    levels: Annotated[tuple[str, ...], Needed("các mức xếp loại")]
    proposed_level: Annotated[str, Needed("mức đề nghị")]


CHOSEN = "x"


def criteria_sheet_paper(context: CriteriaSheetContext) -> Paper:
    """The sheet as a paper of its own."""
    require_complete(context)
    letterhead = context.letterhead
    return Paper(
        **letterhead.elements(),
        kind="criteria_sheet",
        context=context,
        form_code=context.form_code,
        title=context.title,
        summary=f"Năm {context.review_year}",
        body=(
            Field("Chủ thể đánh giá", context.rater),
            Field("Đối tượng được đánh giá", context.rated),
            criteria_table(context.criteria, context.degrees),
            *prose(f"Nhận xét chung: {context.overall_remark or 'Không có.'}"),
            Choice("Đề nghị mức xếp loại", context.levels, context.proposed_level),
        ),
        has_end_mark=False,
        signatures=(context.signer.signature(letterhead.style),),
    )


def criteria_table(criteria: tuple[CriterionDegree, ...], degrees: tuple[str, ...]) -> Block:
    """Criteria in groups, one column per degree, a mark in the chosen one."""
    columns = (
        Column("TT", 1, Align.CENTER),
        Column("Tiêu chí đánh giá", 9, Align.JUSTIFY),
        *(Column(degree, 2, Align.CENTER, group="Cấp độ thực hiện") for degree in degrees),
    )
    return Table(columns, tuple(_rows(criteria, degrees)))


def _rows(
    criteria: tuple[CriterionDegree, ...], degrees: tuple[str, ...]
) -> Iterator[tuple[str, ...]]:
    position = 0
    for line in criteria:
        if not line.degree:
            yield (line.criterion,)
            continue
        position += 1
        marks = (CHOSEN if degree == line.degree else "" for degree in degrees)
        yield (str(position), line.criterion, *marks)
