"""Biên bản kiểm phiếu: the tally of a secret ballot, whose sums must close."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from tusoi.officialdocs.completeness import Inconsistent, Needed, require_complete
from tusoi.officialdocs.paper import Align, Block, Column, Field, Paper, Paragraph, Table
from tusoi.officialdocs.papers.office import Letter, PersonLine, SignedBy
from tusoi.officialdocs.papers.outline import dashed, part
from tusoi.officialdocs.wording import moment_text, number_text, share_text


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyRow:
    """Kết quả phiếu: votes for one subject, one number per level, and papers left blank for it."""

    name: Annotated[str, Needed("tên đối tượng")]
    position: str = ""
    votes: Annotated[tuple[int, ...], Needed("số phiếu từng mức")]
    blank: int = 0
    result: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyMinutesContext:
    """Biên bản kiểm phiếu: papers issued, returned, valid; votes per subject and level.

    Percentages are taken of `share_base`, which the rules choose; `share_base_label` names it.
    """

    letterhead: Letter
    ballot: Annotated[str, Needed("nội dung bỏ phiếu")]
    meeting: Annotated[str, Needed("tên cuộc họp")]
    counted_at: Annotated[datetime | None, Needed("thời gian kiểm phiếu")]
    venue: Annotated[str, Needed("địa điểm")]
    panel: Annotated[tuple[PersonLine, ...], Needed("thành viên ban kiểm phiếu")]
    summoned: int
    present: int
    issued: int
    returned: int
    valid: int
    invalid: int
    levels: Annotated[tuple[str, ...], Needed("các mức xếp loại")]
    rows: Annotated[tuple[TallyRow, ...], Needed("kết quả phiếu")]
    share_base: int
    share_base_label: Annotated[str, Needed("cơ sở tính tỷ lệ")]
    head_of_panel: SignedBy
    chair: SignedBy


def tally_minutes_paper(context: TallyMinutesContext) -> Paper:
    """The tally; refused with reasons where its sums do not close."""
    require_complete(context)
    if reasons := list(_contradictions(context)):
        raise Inconsistent(reasons)
    letterhead = context.letterhead
    return Paper(
        **letterhead.elements("BB" if letterhead.code else "") | {"place": ""},
        kind="tally_minutes",
        context=context,
        title="Biên bản kiểm phiếu",
        summary=context.ballot,
        body=(*_opening(context), *_papers(context), *_results(context), *_closing(context)),
        signatures=(
            context.head_of_panel.signature(letterhead.style),
            context.chair.signature(letterhead.style),
        ),
    )


def _contradictions(context: TallyMinutesContext) -> Iterator[str]:
    if context.present > context.summoned:
        yield "Số người có mặt lớn hơn số người được triệu tập."
    if context.issued > context.present:
        yield "Số phiếu phát ra lớn hơn số người có mặt."
    if context.returned > context.issued:
        yield "Số phiếu thu về lớn hơn số phiếu phát ra."
    if context.valid + context.invalid != context.returned:
        yield "Số phiếu hợp lệ cộng số phiếu không hợp lệ không bằng số phiếu thu về."
    for row in context.rows:
        if len(row.votes) != len(context.levels):
            yield f"Số mức được ghi phiếu của {row.name} không bằng số mức xếp loại."
        if sum(row.votes) + row.blank != context.valid:
            yield f"Tổng số phiếu của {row.name} không bằng số phiếu hợp lệ."


def _opening(context: TallyMinutesContext) -> tuple[Block, ...]:
    style = context.letterhead.style
    opening = (
        Field("Thời gian kiểm phiếu", moment_text(context.counted_at)),
        Field("Địa điểm", context.venue),
        Field("Cuộc họp", context.meeting),
    )
    return (*opening, *part(style, 1, "Ban kiểm phiếu", *dashed(map(str, context.panel))))


def _papers(context: TallyMinutesContext) -> tuple[Block, ...]:
    counts = (
        ("Số người được triệu tập", context.summoned, "người"),
        ("Số người có mặt", context.present, "người"),
        ("Số phiếu phát ra", context.issued, "phiếu"),
        ("Số phiếu thu về", context.returned, "phiếu"),
        ("Số phiếu không thu về", context.issued - context.returned, "phiếu"),
        ("Số phiếu hợp lệ", context.valid, "phiếu"),
        ("Số phiếu không hợp lệ", context.invalid, "phiếu"),
    )
    lines = (f"{label}: {number_text(count)} {unit}" for label, count, unit in counts)
    return part(context.letterhead.style, 2, "Số phiếu", *dashed(lines))


def _results(context: TallyMinutesContext) -> tuple[Block, ...]:
    levels = tuple(
        Column(level, 3, Align.CENTER, group="Số phiếu (tỷ lệ)") for level in context.levels
    )
    columns = (
        Column("TT", 1.2, Align.CENTER),
        Column("Họ và tên (tên tập thể)", 5),
        *levels,
        Column("Bỏ trống", 2, Align.CENTER),
        Column("Kết quả", 3.4),
    )
    rows = (_row(context, position, row) for position, row in enumerate(context.rows, start=1))
    base = (
        f"Tỷ lệ phần trăm tính trên {context.share_base_label}: {number_text(context.share_base)}."
    )
    return part(
        context.letterhead.style, 3, "Kết quả", Table(columns, tuple(rows)), Paragraph(base)
    )


def _row(context: TallyMinutesContext, position: int, row: TallyRow) -> tuple[str, ...]:
    votes = (f"{number_text(n)}\n({share_text(n, context.share_base)})" for n in row.votes)
    name = f"{row.name}\n{row.position}" if row.position else row.name
    return (str(position), name, *votes, number_text(row.blank), row.result)


def _closing(context: TallyMinutesContext) -> tuple[Block, ...]:
    text = "Biên bản được lập ngay sau khi kiểm phiếu, đã công bố tại cuộc họp và được Ban kiểm phiếu nhất trí thông qua"
    return (Paragraph(text),)
