"""Đề mục: numbered headings and paragraphs in the scheme of a style (I., 1., a) or I-, 1-, a))."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tusoi.officialdocs.paper import Heading, ListItem, Paragraph
from tusoi.officialdocs.wording import ended, letter, listed, roman

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tusoi.officialdocs.paper import Block
    from tusoi.officialdocs.styles import Style


def number(style: Style, level: int, position: int) -> str:
    """The number of the heading at this place, e.g. `II.` or `b)`."""
    return style.heading_marks[level - 1].format(
        roman=roman(position), arabic=position, letter=letter(position)
    )


def heading(style: Style, level: int, position: int, text: str) -> Heading:
    """A numbered heading."""
    return Heading(level, number(style, level, position), text)


def part(style: Style, position: int, title: str, *blocks: Block) -> tuple[Block, ...]:
    """A part of the first level with its blocks."""
    return (heading(style, 1, position, title), *blocks)


def prose(text: str) -> tuple[Block, ...]:
    """Written text as paragraphs, one for each line that is not empty."""
    return tuple(Paragraph(line.strip()) for line in text.splitlines() if line.strip())


def numbered(style: Style, texts: Iterable[str], level: int = 2) -> tuple[Block, ...]:
    """Paragraphs that bear numbers; a single one needs none."""
    items = tuple(texts)
    if len(items) == 1:
        return prose(ended(items[0]))
    return tuple(
        Paragraph(f"{number(style, level, position)} {ended(text)}")
        for position, text in enumerate(items, start=1)
    )


def dashed(texts: Iterable[str]) -> tuple[Block, ...]:
    """Items after dashes, closed by ";" and the last one by "."."""
    return tuple(ListItem(text) for text in listed(tuple(filter(str.strip, texts))))
