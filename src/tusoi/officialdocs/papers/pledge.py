"""Bản cam kết: what a person pledges for the year, confirmed by the Party cell."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from tusoi.officialdocs.completeness import MissingValues, Needed, missing_names
from tusoi.officialdocs.paper import BlankLines, Block, Field, Paper, Paragraph, Signature
from tusoi.officialdocs.papers.office import Letter
from tusoi.officialdocs.papers.outline import heading, prose
from tusoi.officialdocs.styles import Acting

COMMITMENTS = (
    "Về tư tưởng chính trị",
    "Về phẩm chất đạo đức, lối sống, trách nhiệm nêu gương",
    "Về việc không suy thoái, “tự diễn biến”, “tự chuyển hóa”",
    "Về ý thức tổ chức kỷ luật",
    "Về thực hiện nhiệm vụ được giao",
    "Về khắc phục hạn chế, khuyết điểm",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeLine:
    """Dòng thông tin của người cam kết: "Ngày vào Đảng: …"."""

    label: Annotated[str, Needed("tên dòng thông tin")]
    value: Annotated[str, Needed("nội dung")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeContext:
    """Bản cam kết tu dưỡng, rèn luyện, phấn đấu: a text for every one of `COMMITMENTS`.

    A form `to_fill_in` leaves room to write by hand instead of the texts.
    """

    letterhead: Letter
    year: int
    name: Annotated[str, Needed("họ và tên")]
    lines: Annotated[tuple[PledgeLine, ...], Needed("thông tin cá nhân, dòng")]
    commitments: tuple[str, ...] = ()
    to_fill_in: bool = False
    confirmer: Annotated[str, Needed("nơi xác nhận")] = "Chi bộ"
    confirmer_title: Annotated[str, Needed("chức vụ người xác nhận")] = "Bí thư"
    confirmed_by: str = ""


OPENING = "Căn cứ chức trách, nhiệm vụ được giao, tôi cam kết tu dưỡng, rèn luyện, phấn đấu năm {year} với các nội dung sau:"
CLOSING = "Tôi cam kết thực hiện nghiêm túc các nội dung trên và chịu trách nhiệm trước chi bộ, cơ quan, đơn vị về kết quả thực hiện."
ROOM = BlankLines(4)


def pledge_paper(context: PledgeContext) -> Paper:
    """The pledge, its six points filled or with room to write."""
    if names := [*missing_names(context), *_unfilled(context)]:
        raise MissingValues(names)
    return Paper(
        **context.letterhead.elements(),
        kind="pledge",
        context=context,
        title="Bản cam kết",
        summary=f"Tu dưỡng, rèn luyện, phấn đấu năm {context.year}",
        body=(
            Field("Họ và tên", context.name),
            *(Field(line.label, line.value) for line in context.lines),
            Paragraph(OPENING.format(year=context.year)),
            *_points(context),
            Paragraph(CLOSING),
        ),
        has_end_mark=False,
        signatures=(_confirmation(context), Signature(title="Người cam kết", name=context.name)),
    )


def _unfilled(context: PledgeContext) -> Iterator[str]:
    if context.to_fill_in:
        return
    texts = (*context.commitments, *("" for _ in COMMITMENTS))
    yield from (
        f"nội dung cam kết: {title}"
        for title, text in zip(COMMITMENTS, texts, strict=False)
        if not text.strip()
    )


def _points(context: PledgeContext) -> tuple[Block, ...]:
    texts = ("",) * len(COMMITMENTS) if context.to_fill_in else context.commitments
    return tuple(
        block
        for position, (title, text) in enumerate(zip(COMMITMENTS, texts, strict=True), start=1)
        for block in (
            heading(context.letterhead.style, 2, position, title),
            *(prose(text) or (ROOM,)),
        )
    )


def _confirmation(context: PledgeContext) -> Signature:
    style, confirms = context.letterhead.style, f"XÁC NHẬN CỦA {context.confirmer.upper()}"
    marks = (style.mark(Acting.COLLECTIVE, context.confirmer),) if style.party else ()
    return Signature(
        title=context.confirmer_title, name=context.confirmed_by, authority=(confirms, *marks)
    )
