"""Kế hoạch: the plan of the season."""

from dataclasses import dataclass
from typing import Annotated

from tusoi.officialdocs.completeness import Needed, require_complete
from tusoi.officialdocs.paper import Align, Block, Column, Paper, Paragraph, Table
from tusoi.officialdocs.papers.office import Letter, SentTo, SignedBy
from tusoi.officialdocs.papers.outline import dashed, heading, numbered, part


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep:
    """Bước trong tiến độ: one line of the timetable; `deadline` as printed, e.g. "Trước ngày 30/11/2023"."""

    task: Annotated[str, Needed("công việc")]
    owner: Annotated[str, Needed("người chủ trì")]
    deadline: Annotated[str, Needed("thời hạn")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanContext:
    """Kế hoạch kiểm điểm: its parts as lists of paragraphs; headings and numbers are made here."""

    letterhead: Letter
    signer: SignedBy
    distribution: SentTo
    summary: Annotated[str, Needed("trích yếu")]
    bases: Annotated[tuple[str, ...], Needed("căn cứ ban hành")]
    opening: Annotated[str, Needed("đoạn mở đầu")]
    purposes: Annotated[tuple[str, ...], Needed("mục đích, yêu cầu")]
    collectives: Annotated[tuple[str, ...], Needed("đối tượng là tập thể")]
    individuals: Annotated[tuple[str, ...], Needed("đối tượng là cá nhân")]
    contents: Annotated[tuple[str, ...], Needed("nội dung kiểm điểm")]
    procedure: Annotated[tuple[str, ...], Needed("cách thức, trình tự kiểm điểm")]
    classification: Annotated[tuple[str, ...], Needed("đánh giá, xếp loại")]
    timetable: Annotated[tuple[PlanStep, ...], Needed("tiến độ thực hiện, dòng")]
    assignments: Annotated[tuple[str, ...], Needed("tổ chức thực hiện")]


TIMETABLE = (
    Column("TT", 1, Align.CENTER),
    Column("Nội dung công việc", 8, Align.JUSTIFY),
    Column("Đơn vị, cá nhân chủ trì", 4),
    Column("Thời hạn", 4.2),
)


def plan_paper(context: PlanContext) -> Paper:
    """The plan, its six parts numbered in the style of the issuer."""
    require_complete(context)
    letterhead = context.letterhead
    return Paper(
        **letterhead.elements("KH"),
        kind="plan",
        context=context,
        title="Kế hoạch",
        summary=context.summary,
        bases=context.bases,
        body=(Paragraph(context.opening), *_parts(context)),
        signatures=(context.signer.signature(letterhead.style),),
        recipients=context.distribution.recipients,
        archive=context.distribution.archive,
    )


def _parts(context: PlanContext) -> tuple[Block, ...]:
    style = context.letterhead.style
    return (
        *part(style, 1, "Mục đích, yêu cầu", *numbered(style, context.purposes)),
        *part(style, 2, "Đối tượng", *_subjects(context)),
        *part(style, 3, "Nội dung kiểm điểm", *numbered(style, context.contents)),
        *part(style, 4, "Cách thức, trình tự, thời gian", *_procedure(context)),
        *part(style, 5, "Đánh giá, xếp loại chất lượng", *numbered(style, context.classification)),
        *part(style, 6, "Tổ chức thực hiện", *numbered(style, context.assignments)),
    )


def _subjects(context: PlanContext) -> tuple[Block, ...]:
    style = context.letterhead.style
    return (
        heading(style, 2, 1, "Tập thể"),
        *dashed(context.collectives),
        heading(style, 2, 2, "Cá nhân"),
        *dashed(context.individuals),
    )


def _procedure(context: PlanContext) -> tuple[Block, ...]:
    style = context.letterhead.style
    rows = (
        (str(position), step.task, step.owner, step.deadline)
        for position, step in enumerate(context.timetable, start=1)
    )
    return (
        heading(style, 2, 1, "Cách thức, trình tự"),
        *dashed(context.procedure),
        heading(style, 2, 2, "Tiến độ thực hiện"),
        Table(TIMETABLE, tuple(rows)),
    )
