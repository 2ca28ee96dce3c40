"""Nội dung DOCX: the blocks of the body as Word XML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tusoi.officialdocs import printed
from tusoi.officialdocs.docx_foot import signing
from tusoi.officialdocs.docx_tables import grid
from tusoi.officialdocs.paper import (
    BlankLines,
    Choice,
    Field,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Run,
    Signing,
    Table,
)
from tusoi.officialdocs.wordml import (
    BOX_FONT,
    JUSTIFICATION,
    Look,
    page_break,
    paragraph,
    points,
    run,
    twips,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tusoi.officialdocs.docx_frame import Frame
    from tusoi.officialdocs.paper import Block


def blocks(body: Iterable[Block], frame: Frame) -> str:
    """All blocks, one after another."""
    return "".join(_block(block, frame) for block in body)


def _block(block: Block, frame: Frame) -> str:
    match block:
        case Heading() | Paragraph() | ListItem() | Field():
            return _text(block, frame)
        case Choice():
            return _choice(block, frame)
        case BlankLines(count):
            return _dotted(frame) * count
        case PageBreak():
            return page_break()
        case Table():
            return grid(block, frame)
        case Signing():
            return signing(block, frame)


def _text(block: Heading | Paragraph | ListItem | Field, frame: Frame) -> str:
    first_line = twips(frame.style.first_indent_mm)
    match block:
        case Heading(level=level):
            look = Look(align="both", first_line=first_line, keep_next=True, outline=level - 1)
            return paragraph(run(printed.heading_text(block), bold=True), look)
        case Paragraph():
            return _paragraph(block, first_line)
        case ListItem(text):
            return paragraph(run(f"- {text}"), Look(align="both", first_line=first_line))
        case Field(label, value):
            return paragraph(run(f"{label}: {value}"), Look(align="both", first_line=first_line))


def _paragraph(block: Paragraph, first_line: int) -> str:
    runs = (Run(block.text),) if isinstance(block.text, str) else block.text
    look = Look(
        align=JUSTIFICATION[block.align],
        first_line=first_line if block.indent else 0,
        keep_next=block.keep_with_next,
    )
    return paragraph("".join(run(r.text, bold=r.bold, italic=r.italic) for r in runs), look)


def _choice(block: Choice, frame: Frame) -> str:
    """The label, then short options on one line or long ones below each other; held together."""
    first_line = twips(frame.style.first_indent_mm)
    look = Look(align="left", left=first_line, after=points(2), keep_next=True)
    label = paragraph(run(f"{block.label}:"), look) if block.label else ""
    options = [_option(option, is_chosen=option == block.chosen) for option in block.options]
    if printed.is_on_one_line(block):
        options = [run("\N{NO-BREAK SPACE}" * 4).join(options)]
    return label + "".join(paragraph(option, look) for option in options)


def _option(text: str, *, is_chosen: bool) -> str:
    return run("☒" if is_chosen else "☐", font=BOX_FONT) + run(f"\N{NO-BREAK SPACE}{text}")


def _dotted(frame: Frame) -> str:
    return paragraph(run("\t"), Look(align="left", dotted_to=frame.width - points(1)))
