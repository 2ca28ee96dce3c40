"""Phiếu tự đánh giá năm: NĐ 335 Mẫu số 02, the totals of the periods, their mean, the level claimed."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated

from tusoi.officialdocs.completeness import Inconsistent, Needed, require_complete
from tusoi.officialdocs.paper import Align, Block, Column, Paper, Table
from tusoi.officialdocs.papers.office import Letter
from tusoi.officialdocs.papers.outline import part
from tusoi.officialdocs.papers.slip_form import (
    UNSIGNED,
    RatedPerson,
    SlipForm,
    SlipSigning,
    claimed,
    points,
    remarks,
    slip_paper,
)

HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodScore:
    """Điểm của một kỳ: general and task points; a period without points says why in `note`."""

    label: Annotated[str, Needed("tên kỳ")]
    general: Decimal | None = None
    task: Decimal | None = None
    note: str = ""

    @property
    def total(self) -> Decimal | None:
        return None if self.general is None or self.task is None else self.general + self.task


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSlipContext:
    """Phiếu tự đánh giá năm: the periods, the mean as the rules computed it, remarks, the level."""

    letterhead: Letter
    form: Annotated[SlipForm, Needed("mẫu phiếu")]
    review_year: int
    person: Annotated[RatedPerson, Needed("người tự đánh giá")]
    periods: Annotated[tuple[PeriodScore, ...], Needed("điểm các kỳ")]
    year_score: Annotated[Decimal | None, Needed("điểm trung bình năm")]
    strengths: Annotated[str, Needed("ưu điểm")]
    shortcomings: Annotated[str, Needed("hạn chế")]
    levels: Annotated[tuple[str, ...], Needed("các mức xếp loại")]
    self_level: Annotated[str, Needed("mức tự xếp loại")]
    opinion: str = ""
    signing: SlipSigning = UNSIGNED


COLUMNS = (
    Column("TT", 1, Align.CENTER),
    Column("Kỳ theo dõi, đánh giá", 4.6),
    Column("Điểm tiêu chí chung", 2.4, Align.CENTER),
    Column("Điểm kết quả nhiệm vụ", 2.6, Align.CENTER),
    Column("Tổng điểm", 2.2, Align.CENTER),
    Column("Ghi chú", 3.4),
)


def year_slip_paper(context: YearSlipContext) -> Paper:
    """The slip of the year; refused where the mean is not that of its periods."""
    require_complete(context)
    if reasons := list(_contradictions(context)):
        raise Inconsistent(reasons)
    style = context.letterhead.style
    total = ("", "Điểm trung bình năm", "", "", _rounded(context.year_score), "")
    table = Table(COLUMNS, tuple(_rows(context.periods)), total)
    return slip_paper(
        context.letterhead,
        context.form,
        context=context,
        summary=f"Năm {context.review_year}",
        person=context.person,
        body=(
            *part(style, 1, "Kết quả theo dõi, đánh giá trong năm", table),
            *part(style, 2, "Tự nhận xét, xếp loại", *_remarks(context)),
        ),
        signing=context.signing,
    )


def _contradictions(context: YearSlipContext) -> Iterator[str]:
    totals = [period.total for period in context.periods if period.total is not None]
    if not totals:
        yield "Chưa có kỳ nào trong năm được chấm điểm."
    elif _rounded(sum(totals, Decimal()) / len(totals)) != _rounded(context.year_score):
        yield "Điểm trung bình năm không bằng trung bình cộng tổng điểm của các kỳ được chấm."
    for period in context.periods:
        if period.total is None and not period.note:
            yield f"{period.label} chưa có điểm và chưa ghi lý do."
    if context.self_level not in context.levels:
        yield f"Mức tự xếp loại “{context.self_level}” không có trong mẫu phiếu."


def _rows(periods: tuple[PeriodScore, ...]) -> Iterator[tuple[str, ...]]:
    for position, one in enumerate(periods, start=1):
        scores = (points(one.general), points(one.task), _rounded(one.total))
        yield (str(position), one.label, *scores, one.note)


def _rounded(score: Decimal | None) -> str:
    return "" if score is None else points(score.quantize(HUNDREDTH, ROUND_HALF_UP))


def _remarks(context: YearSlipContext) -> tuple[Block, ...]:
    style = context.letterhead.style
    return (
        *remarks(style, 1, ("Ưu điểm", context.strengths), ("Hạn chế", context.shortcomings)),
        *claimed(style, 3, context.levels, context.self_level),
        *remarks(style, 4, ("Ý kiến của cấp có thẩm quyền", context.opinion)),
    )
