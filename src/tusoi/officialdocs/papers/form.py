"""Biểu mẫu: sections with answers and boxes, as reports and personal forms share them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tusoi.officialdocs.completeness import MissingValues, missing_names
from tusoi.officialdocs.paper import Choice, Field, Heading
from tusoi.officialdocs.papers.outline import number, part, prose

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from tusoi.officialdocs.paper import Block
    from tusoi.officialdocs.papers.office import Answer, FormSection
    from tusoi.officialdocs.styles import Style

NOTHING = "Không có."
DEGREE_LABEL = "Tự đánh giá về cấp độ thực hiện"


def require_filled(context: Any, sections: tuple[FormSection, ...]) -> None:
    """Raise `MissingValues` unless the context is complete and its required answers are given."""
    if names := [*missing_names(context), *_unanswered(sections)]:
        raise MissingValues(names)


def _unanswered(sections: tuple[FormSection, ...]) -> Iterator[str]:
    for section in sections:
        for answer in section.answers:
            name = f"{section.title}: {answer.label}" if answer.label else section.title
            if answer.required and not (answer.text.strip() or answer.points or answer.level):
                yield name
            if answer.required and answer.degrees and not answer.degree:
                yield f"{name} (cấp độ thực hiện)"


def form_blocks(style: Style, sections: tuple[FormSection, ...]) -> tuple[Block, ...]:
    """Numbered sections, each with its numbered answers; the numbers begin again in every part."""
    blocks: list[Block] = []
    for position, section in zip(positions(sections), sections, strict=True):
        if section.part:
            blocks.append(Heading(1, "", section.part))
        blocks.extend(part(style, position, section.title, *_answers(style, section)))
        if section.total:
            blocks.append(Field("Tổng điểm", section.total))
    return tuple(blocks)


def positions(sections: tuple[FormSection, ...]) -> tuple[int, ...]:
    """The number of each section within its part."""
    found: list[int] = []
    for section in sections:
        found.append(1 if section.part or not found else found[-1] + 1)
    return tuple(found)


def _answers(style: Style, section: FormSection) -> tuple[Block, ...]:
    return tuple(
        block
        for position, answer in enumerate(section.answers, start=1)
        for block in _answer(answer, number(style, 2, position))
    )


def _answer(answer: Answer, its_number: str) -> tuple[Block, ...]:
    if answer.points:
        return (Field(f"{its_number} {answer.label}".strip(), answer.points),)
    label = (Heading(2, its_number, answer.label),) if answer.label else ()
    if answer.levels:
        return (*label, Choice("", answer.levels, answer.level))
    boxes = (Choice(DEGREE_LABEL, answer.degrees, answer.degree),) if answer.degrees else ()
    return (*label, *prose(answer.text or NOTHING), *boxes)
