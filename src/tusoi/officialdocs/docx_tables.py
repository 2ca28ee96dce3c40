"""Bảng DOCX: tables with a header that comes again on every page."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from tusoi.officialdocs.paper import Align
from tusoi.officialdocs.wordml import (
    JUSTIFICATION,
    RULED,
    Look,
    cell,
    paragraph,
    points,
    row,
    run,
    table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.officialdocs.docx_frame import Frame
    from tusoi.officialdocs.paper import Table

CELL_GAP = points(2)
CELL_PAD = 70


def grid(block: Table, frame: Frame) -> str:
    """A ruled table, followed by the gap that keeps the next text away from it."""
    widths = _widths(block, frame)
    rows = (*_header(block, widths, frame), *_rows(block, widths, frame))
    gap = paragraph("", Look(before=0, after=0, exact_line=points(6), keep_next=True))
    return table(rows, widths, borders=RULED, pad=CELL_PAD) + gap


def _widths(block: Table, frame: Frame) -> list[int]:
    total = sum(column.width for column in block.columns)
    return [round(frame.width * column.width / total) for column in block.columns]


def _cell_text(text: str, frame: Frame, align: Align, *, bold: bool = False) -> str:
    """Text in a cell; bold rows (headers, titles, totals) stay with what follows."""
    look = Look(
        align=JUSTIFICATION[align], before=CELL_GAP, after=CELL_GAP, single=True, keep_next=bold
    )
    return paragraph(run(text, bold=bold, size=frame.style.sizes.table), look)


def _header(block: Table, widths: list[int], frame: Frame) -> Iterator[str]:
    if any(column.group for column in block.columns):
        yield row(_group_cells(block, widths, frame), header=True)
    yield row(_title_cells(block, widths, frame), header=True)


def _group_cells(block: Table, widths: list[int], frame: Frame) -> Iterator[str]:
    pairs = zip(block.columns, widths, strict=True)
    for (group, _), members in groupby(
        pairs, key=lambda pair: (pair[0].group, pair[0].group or pair[0])
    ):
        columns = list(members)
        title = group or columns[0][0].title
        width = sum(width for _, width in columns)
        merge = "" if group else "restart"
        text = _cell_text(title, frame, Align.CENTER, bold=True)
        yield cell(text, width, span=len(columns), merge=merge, middle=True)


def _title_cells(block: Table, widths: list[int], frame: Frame) -> Iterator[str]:
    has_groups = any(column.group for column in block.columns)
    for column, width in zip(block.columns, widths, strict=True):
        goes_down = has_groups and not column.group
        title = "" if goes_down else column.title
        text = _cell_text(title, frame, Align.CENTER, bold=True)
        yield cell(text, width, merge="continue" if goes_down else "", middle=True)


def _rows(block: Table, widths: list[int], frame: Frame) -> Iterator[str]:
    for texts in block.rows or ((block.empty,),):
        yield _row(block, texts, widths, frame, bold=False)
    if block.total:
        yield _row(block, block.total, widths, frame, bold=True)


def _row(
    block: Table, texts: tuple[str, ...], widths: list[int], frame: Frame, *, bold: bool
) -> str:
    if len(texts) == 1 < len(widths):
        title = _cell_text(texts[0], frame, Align.LEFT, bold=bool(block.rows))
        return row((cell(title, sum(widths), span=len(widths), middle=True),))
    cells = zip(texts, block.columns, widths, strict=True)
    return row(
        cell(_cell_text(text, frame, column.align, bold=bold), width, middle=True)
        for text, column, width in cells
    )
