"""Phiếu biểu quyết kín, phiếu lấy ý kiến: equal slips without number, name or signature."""

from dataclasses import dataclass
from typing import Annotated

from tusoi.officialdocs.completeness import Inconsistent, Needed, require_complete
from tusoi.officialdocs.paper import (
    Align,
    BlankLines,
    Block,
    Choice,
    Column,
    Field,
    Paper,
    Paragraph,
    Run,
    Slips,
    Table,
)
from tusoi.officialdocs.papers.office import Letter

AGREEMENT = ("Đồng ý", "Không đồng ý")
LINES_ON_HALF_A_PAGE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteSubject:
    """Đối tượng trên phiếu: a person or a collective."""

    name: Annotated[str, Needed("tên đối tượng")]
    position: str = ""
    self_level: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteSlipContext:
    """Phiếu biểu quyết hoặc lấy ý kiến: about whom, which answers, how many slips are printed.

    `answers` are the levels, or `AGREEMENT` for the question of one level alone, which `summary`
    then names. Subjects stand in the order given.
    """

    letterhead: Letter
    summary: Annotated[str, Needed("trích yếu")]
    subjects: Annotated[tuple[VoteSubject, ...], Needed("đối tượng trên phiếu")]
    answers: Annotated[tuple[str, ...], Needed("các phương án trả lời")]
    copies: int


UNNAMED = "Phiếu không ghi họ tên, không ký tên người bỏ phiếu"
ONE_BOX = "Đánh dấu X vào một ô"
SUBJECT = (
    Column("TT", 1.2, Align.CENTER),
    Column("Họ và tên (tên tập thể)", 4.6),
    Column("Chức vụ, đơn vị", 3.6),
)
SELF_LEVEL = Column("Tự xếp loại", 2.8)
ANSWER_WIDTH = 2.2


def ballot_sheet_paper(context: VoteSlipContext) -> Paper:
    """Phiếu biểu quyết: secret, several on a page, to be cut apart."""
    return _slip(context, "ballot_sheet", "Phiếu biểu quyết", ())


def opinion_slip_paper(context: VoteSlipContext) -> Paper:
    """Phiếu lấy ý kiến: the same with room for other opinions."""
    other = (Paragraph("Ý kiến khác (nếu có):", keep_with_next=True), BlankLines(2))
    return _slip(context, "opinion_slip", "Phiếu lấy ý kiến", other)


def _slip(context: VoteSlipContext, kind: str, title: str, other: tuple[Block, ...]) -> Paper:
    require_complete(context)
    if context.copies < 1:
        raise Inconsistent(["Số phiếu in ra phải từ 01 trở lên."])
    question = _one(context) if len(context.subjects) == 1 else _several(context)
    is_short = len(context.subjects) + bool(other) <= LINES_ON_HALF_A_PAGE
    return Paper(
        **context.letterhead.elements() | {"place": ""},
        kind=kind,
        context=context,
        title=title,
        summary=context.summary,
        body=(*question, *other),
        has_end_mark=False,
        has_stamp_room=True,
        slips=Slips(context.copies, rows=2 if is_short else 1),
    )


def _one(context: VoteSlipContext) -> tuple[Block, ...]:
    """One subject: its name, then a box for each answer."""
    (subject,) = context.subjects
    facts = (("Chức vụ, đơn vị", subject.position), ("Tự xếp loại", subject.self_level))
    return (
        Field("Họ và tên (tên tập thể)", subject.name),
        *(Field(label, value) for label, value in facts if value),
        Choice("Ý kiến biểu quyết", context.answers),
        _told(f"{ONE_BOX}. {UNNAMED}."),
    )


def _several(context: VoteSlipContext) -> tuple[Block, ...]:
    """Several subjects: a line for each, a column for each answer."""
    has_self_level = any(subject.self_level for subject in context.subjects)
    columns = (
        *SUBJECT,
        *((SELF_LEVEL,) if has_self_level else ()),
        *(Column(answer, ANSWER_WIDTH, Align.CENTER) for answer in context.answers),
    )
    boxes = ("",) * len(context.answers)
    rows = tuple(
        (
            str(position),
            subject.name,
            subject.position,
            *((subject.self_level,) if has_self_level else ()),
            *boxes,
        )
        for position, subject in enumerate(context.subjects, start=1)
    )
    return (Table(columns, rows), _told(f"{ONE_BOX} ở mỗi dòng. {UNNAMED}."))


def _told(text: str) -> Paragraph:
    return Paragraph((Run(f"({text})", italic=True),))
