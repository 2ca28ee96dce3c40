"""Biên bản họp: the minutes of a meeting."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from tusoi.officialdocs.completeness import Named, Needed, require_complete
from tusoi.officialdocs.paper import Block, Field, Paper, Paragraph, Run
from tusoi.officialdocs.papers.gathering import (
    Absence,
    counted,
    led_by,
    minutes_head,
    minutes_signatures,
    present_and_absent,
)
from tusoi.officialdocs.papers.office import Letter, PersonLine
from tusoi.officialdocs.papers.outline import heading, part, prose
from tusoi.officialdocs.wording import moment_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """Ý kiến: who said what."""

    speaker: Annotated[str, Needed("người phát biểu")]
    text: Annotated[str, Needed("nội dung ý kiến")]


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesItem:
    """Nội dung họp: one item of the agenda, usually the review of one subject.

    `suggested` is what the superior asked to be reviewed, with the answers; `chaired_by` is filled
    where another than the chair presided over this item.
    """

    title: Annotated[str, Needed("tiêu đề")]
    presentation: str = ""
    suggested: Annotated[str, Named("gợi ý kiểm điểm")] = ""
    opinions: Annotated[tuple[Opinion, ...], Named("ý kiến")] = ()
    reply: str = ""
    conclusion: str = ""
    vote_result: str = ""
    chaired_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesContext:
    """Biên bản họp: time, place, attendance, course of the meeting, closing; signed by two."""

    letterhead: Letter
    meeting: Annotated[str, Needed("tên cuộc họp")]
    started_at: Annotated[datetime | None, Needed("thời gian bắt đầu")]
    ended_at: Annotated[datetime | None, Needed("thời gian kết thúc")]
    venue: Annotated[str, Needed("địa điểm")]
    summoned: Annotated[int, Needed("số người được triệu tập")]
    present: Annotated[tuple[PersonLine, ...], Needed("người dự họp")]
    absences: Annotated[tuple[Absence, ...], Named("người vắng mặt")] = ()
    guests: Annotated[tuple[PersonLine, ...], Named("đại biểu")] = ()
    chair: Annotated[PersonLine, Named("người chủ trì")]
    secretary: Annotated[PersonLine, Named("thư ký")]
    items: Annotated[tuple[MinutesItem, ...], Needed("nội dung họp")]
    approval: str = (
        "Biên bản đã được đọc lại cho những người dự họp cùng nghe và được nhất trí thông qua."
    )
    archive: str = "VT, Hồ sơ"


def minutes_paper(context: MinutesContext) -> Paper:
    """The minutes in the order of the meeting."""
    require_complete(context)
    letterhead = context.letterhead
    return Paper(
        **minutes_head(letterhead),
        kind="minutes",
        context=context,
        title="Biên bản",
        summary=context.meeting,
        body=(*_opening(context), *_attendance(context), *_course(context), *_closing(context)),
        signatures=minutes_signatures(letterhead.style, context.secretary, context.chair),
        recipients=(),
        archive=context.archive,
    )


def _opening(context: MinutesContext) -> tuple[Block, ...]:
    return (
        Field("Thời gian bắt đầu", moment_text(context.started_at)),
        Field("Địa điểm", context.venue),
    )


def _attendance(context: MinutesContext) -> tuple[Block, ...]:
    return (
        *part(
            context.letterhead.style,
            1,
            "Thành phần tham dự",
            *present_and_absent(context.present, context.summoned, context.absences),
        ),
        *counted("Đại biểu", tuple(map(str, context.guests))),
        *led_by(context.chair, context.secretary),
    )


def _course(context: MinutesContext) -> tuple[Block, ...]:
    style = context.letterhead.style
    items = tuple(
        block
        for position, item in enumerate(context.items, start=1)
        for block in (heading(style, 2, position, item.title), *_item(item))
    )
    return part(style, 2, "Nội dung cuộc họp", *items)


def _item(item: MinutesItem) -> tuple[Block, ...]:
    opinions = tuple(_labelled(opinion.speaker, opinion.text) for opinion in item.opinions)
    return (
        *_told("Chủ trì nội dung này", item.chaired_by),
        *_told("Trình bày", item.presentation),
        *_told("Nội dung gợi ý kiểm điểm", item.suggested),
        *((Paragraph("Ý kiến phát biểu:"), *opinions) if opinions else ()),
        *_told("Tiếp thu, giải trình", item.reply),
        *_told("Kết quả biểu quyết", item.vote_result),
        *_told("Kết luận", item.conclusion),
    )


def _told(label: str, text: str) -> tuple[Block, ...]:
    first, _, rest = text.strip().partition("\n")
    return (_labelled(label, first), *prose(rest)) if first else ()


def _labelled(label: str, text: str) -> Paragraph:
    return Paragraph((Run(f"{label}: ", italic=True), Run(text)))


def _closing(context: MinutesContext) -> tuple[Block, ...]:
    ended = f"Cuộc họp kết thúc vào {moment_text(context.ended_at)}"
    return (*prose(context.approval), Paragraph(ended))
