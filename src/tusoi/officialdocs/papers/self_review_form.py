"""Bản kiểm điểm cá nhân: the forms of NĐ 90 and of the Party, generic over their sections."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from tusoi.officialdocs.completeness import Named, Needed
from tusoi.officialdocs.paper import (
    Annex,
    BlankLines,
    Block,
    Choice,
    Field,
    Heading,
    Paper,
    Signature,
    Signing,
)
from tusoi.officialdocs.papers.form import form_blocks, positions, require_filled
from tusoi.officialdocs.papers.office import FormSections, Letter, PersonLine
from tusoi.officialdocs.papers.outline import heading, prose
from tusoi.officialdocs.papers.task_results import TaskResults, task_results_annex
from tusoi.officialdocs.wording import place_and_date

NOTE = "(Ký, ghi rõ họ tên)"
LEVEL_LABEL = "Mức xếp loại chất lượng"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormValue:
    """Thông tin cá nhân: a header line such as "Chức vụ, chức danh: …"."""

    label: Annotated[str, Needed("tên dòng thông tin")]
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Ý kiến nhận xét: a block filled by others; what is empty leaves room to write by hand.

    `caption` stands over the signature, e.g. "Thủ trưởng cơ quan, đơn vị". `prompts` say what is
    to be written before the boxes, `closing` what after them. `is_numbered` tells whether the block
    goes on with the numbers of the sections.
    """

    title: Annotated[str, Needed("tiêu đề")]
    caption: Annotated[str, Needed("chức danh người ký")]
    text: str = ""
    prompts: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    level: str = ""
    closing: str = ""
    note: str = NOTE
    is_numbered: bool = True
    signed_by: str = ""
    signed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfReviewContext:
    """Bản kiểm điểm cá nhân: title and header lines, sections with answers, the self-level, remarks.

    The date is printed over the signature, in Party forms in the header. With `levels` a last
    section asks for the level; without them a section of the form has it.
    """

    letterhead: Letter
    title: Annotated[str, Needed("tên biểu mẫu")]
    review_year: int
    person: Annotated[PersonLine, Named("người tự kiểm điểm")]
    header: Annotated[tuple[FormValue, ...], Needed("thông tin cá nhân, dòng")]
    sections: FormSections
    levels: tuple[str, ...] = ()
    self_level: Annotated[str, Needed("mức tự xếp loại")]
    level_label: str = "Tự xếp loại chất lượng"
    caption: str = "Người tự nhận xét"
    signed_on: date | None = None
    form_code: str = ""
    subtitle: str = ""
    remarks: Annotated[tuple[Remark, ...], Named("phần nhận xét")] = ()
    results: TaskResults | None = None


def self_review_paper(context: SelfReviewContext) -> Paper:
    """The personal form: what the person wrote, then the parts that others fill."""
    require_filled(context, context.sections)
    letterhead = context.letterhead
    header = letterhead.elements() | {"dated": context.signed_on}
    if not letterhead.style.party:
        header["place"] = ""
    own = (
        *_header(context),
        *form_blocks(letterhead.style, context.sections),
        *_self_level(context),
    )
    return Paper(
        **header,
        kind="self_review",
        context=context,
        form_code=context.form_code,
        title=context.title,
        summary="\n".join(filter(None, (f"Năm {context.review_year}", context.subtitle))),
        body=(*own, _own_signature(context), *_remarks(context)),
        has_end_mark=False,
        annexes=_annexes(context),
    )


def _annexes(context: SelfReviewContext) -> tuple[Annex, ...]:
    if context.results is None:
        return ()
    reference = f"{context.person.name}, năm {context.review_year}"
    return (task_results_annex(context.results, reference),)


def _header(context: SelfReviewContext) -> tuple[Block, ...]:
    name = Field("Họ và tên", context.person.name)
    return (name, *(Field(line.label, line.value) for line in context.header))


def _self_level(context: SelfReviewContext) -> tuple[Block, ...]:
    if not context.levels:
        return ()
    title = heading(context.letterhead.style, 1, _next(context), context.level_label)
    return (title, Choice("", context.levels, context.self_level))


def _next(context: SelfReviewContext) -> int:
    """The number after the sections of the form."""
    return positions(context.sections)[-1] + 1


def _own_signature(context: SelfReviewContext) -> Signing:
    signature = Signature(title=context.caption, name=context.person.name, note=NOTE)
    return _signing(context, signature, context.signed_on)


def _signing(context: SelfReviewContext, signature: Signature, day: date | None) -> Signing:
    """A signature with its date; a Party form has its date in the header."""
    place = "" if context.letterhead.style.party else context.letterhead.place
    return Signing((signature,), place_and_date(place, day) if place else "")


def _remarks(context: SelfReviewContext) -> tuple[Block, ...]:
    first = _next(context) + (1 if context.levels else 0)
    return tuple(
        block
        for position, remark in enumerate(context.remarks, start=first)
        for block in _remark(context, remark, position)
    )


def _remark(context: SelfReviewContext, remark: Remark, position: int) -> tuple[Block, ...]:
    style = context.letterhead.style
    signature = Signature(title=remark.caption, name=remark.signed_by, note=remark.note)
    return (
        heading(style, 1, position, remark.title)
        if remark.is_numbered
        else Heading(1, "", remark.title),
        *_written(remark),
        _signing(context, signature, remark.signed_on),
    )


def _written(remark: Remark) -> tuple[Block, ...]:
    """What others write: under each prompt, then the boxes, then under the closing prompt."""
    boxes = (Choice(LEVEL_LABEL, remark.levels, remark.level),) if remark.levels else ()
    closing = (Field(remark.closing, ""), BlankLines(2)) if remark.closing else ()
    is_boxes_only = bool(boxes) and not remark.prompts and not remark.text
    room = () if is_boxes_only else prose(remark.text) or (BlankLines(),)
    prompts = tuple(Field(prompt, "") for prompt in remark.prompts)
    return (*prompts, *room, *boxes, *closing)
