"""Phiếu tự đánh giá theo kỳ: NĐ 335 Mẫu số 01 and HD 43 Mẫu 05, with their table of points."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from tusoi.officialdocs.completeness import Inconsistent, Needed, require_complete
from tusoi.officialdocs.paper import Align, Block, Column, Field, Paper, Table
from tusoi.officialdocs.papers.office import Letter
from tusoi.officialdocs.papers.outline import number, part
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredCriterion:
    """Tiêu chí được chấm điểm: at most how many points, the person's own, the authority's."""

    text: Annotated[str, Needed("tên tiêu chí")]
    most: Decimal
    own: Annotated[Decimal | None, Needed("điểm tự chấm")]
    given: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionGroup:
    """Nhóm tiêu chí: its title is a line over all columns."""

    title: Annotated[str, Needed("tên nhóm tiêu chí")]
    criteria: Annotated[tuple[ScoredCriterion, ...], Needed("tiêu chí")]


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfRatingSlipContext:
    """Phiếu tự đánh giá theo kỳ: points per criterion, the task points, remarks; a level where asked.

    `period` is printed as written ("Tháng 10 năm 2026"); `most_general` and `most_task` come from
    the rules; without `levels` the form has no boxes.
    """

    letterhead: Letter
    form: Annotated[SlipForm, Needed("mẫu phiếu")]
    period: Annotated[str, Needed("kỳ đánh giá")]
    person: Annotated[RatedPerson, Needed("người tự đánh giá")]
    groups: Annotated[tuple[CriterionGroup, ...], Needed("nhóm tiêu chí")]
    most_general: Decimal
    most_task: Decimal
    task_score: Annotated[Decimal | None, Needed("điểm kết quả thực hiện nhiệm vụ")]
    strengths: Annotated[str, Needed("ưu điểm")]
    shortcomings: Annotated[str, Needed("hạn chế")]
    opinion: str = ""
    levels: tuple[str, ...] = ()
    self_level: str = ""
    signing: SlipSigning = UNSIGNED

    @property
    def criteria(self) -> tuple[ScoredCriterion, ...]:
        return tuple(criterion for group in self.groups for criterion in group.criteria)

    @property
    def general_score(self) -> Decimal:
        return sum((one.own for one in self.criteria if one.own is not None), Decimal())


COLUMNS = (
    Column("TT", 1, Align.CENTER),
    Column("Tiêu chí", 8.6),
    Column("Điểm tối đa", 1.9, Align.CENTER),
    Column("Cá nhân tự chấm", 2.2, Align.CENTER),
    Column("Cấp có thẩm quyền", 2.4, Align.CENTER),
)


def self_rating_slip_paper(context: SelfRatingSlipContext) -> Paper:
    """The slip of one period; refused with reasons where its points do not fit."""
    require_complete(context)
    if reasons := list(_misscored(context)):
        raise Inconsistent(reasons)
    style = context.letterhead.style
    table = Table(COLUMNS, tuple(_rows(context)), _total(context))
    return slip_paper(
        context.letterhead,
        context.form,
        context=context,
        summary=f"Kỳ theo dõi, đánh giá: {context.period}",
        person=context.person,
        body=(
            *part(style, 1, "Kết quả theo dõi, đánh giá theo tiêu chí chung", table),
            *part(style, 2, "Tổng hợp kết quả", *_summed_up(context)),
        ),
        signing=context.signing,
    )


def _misscored(context: SelfRatingSlipContext) -> Iterator[str]:
    for one in context.criteria:
        scores = (score for score in (one.own, one.given) if score is not None)
        if any(not 0 <= score <= one.most for score in scores):
            yield f"Điểm của tiêu chí “{one.text}” phải từ 0 đến {points(one.most)}."
    if sum(one.most for one in context.criteria) != context.most_general:
        yield f"Tổng điểm tối đa của các tiêu chí chung không bằng {points(context.most_general)}."
    if context.task_score is not None and not 0 <= context.task_score <= context.most_task:
        yield f"Điểm kết quả thực hiện nhiệm vụ phải từ 0 đến {points(context.most_task)}."
    if context.self_level not in {"", *context.levels}:
        yield f"Mức tự xếp loại “{context.self_level}” không có trong mẫu phiếu."


def _rows(context: SelfRatingSlipContext) -> Iterator[tuple[str, ...]]:
    for group in context.groups:
        yield (group.title,)
        for position, one in enumerate(group.criteria, start=1):
            yield (str(position), one.text, points(one.most), points(one.own), points(one.given))


def _total(context: SelfRatingSlipContext) -> tuple[str, ...]:
    given = [one.given for one in context.criteria if one.given is not None]
    is_given = len(given) == len(context.criteria)
    whole = points(sum(given, Decimal())) if is_given else ""
    return ("", "Tổng cộng", points(context.most_general), points(context.general_score), whole)


def _summed_up(context: SelfRatingSlipContext) -> tuple[Block, ...]:
    style = context.letterhead.style
    task = context.task_score or Decimal()
    scores = (
        ("Điểm tiêu chí chung", context.general_score, context.most_general),
        ("Điểm kết quả thực hiện nhiệm vụ", task, context.most_task),
        ("Tổng điểm", context.general_score + task, context.most_general + context.most_task),
    )
    lines = tuple(
        Field(f"{number(style, 2, position)} {label}", f"{points(score)}/{points(most)}")
        for position, (label, score, most) in enumerate(scores, start=1)
    )
    return (
        *lines,
        *remarks(style, 4, ("Ưu điểm", context.strengths), ("Hạn chế", context.shortcomings)),
        *claimed(style, 6, context.levels, context.self_level),
        *remarks(
            style, 7 if context.levels else 6, ("Ý kiến của cấp có thẩm quyền", context.opinion)
        ),
    )
