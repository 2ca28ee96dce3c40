"""Phiếu in nhiều bản trong DOCX: equal slips in a table whose dotted lines show where to cut."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from tusoi.officialdocs.docx_body import blocks
from tusoi.officialdocs.docx_head import slip_head
from tusoi.officialdocs.measures import SLIP_PADDING_MM
from tusoi.officialdocs.printed import closed_body
from tusoi.officialdocs.wordml import CUT_LINES, cell, row, table, tiny, twips

if TYPE_CHECKING:
    from tusoi.officialdocs.docx_frame import Frame
    from tusoi.officialdocs.paper import Paper, Slips


# What the cut lines and the paragraph after the table take of a page.
ROOM_FOR_LINES = 30


def slips(paper: Paper, spec: Slips, frame: Frame) -> str:
    """All copies; places left over in the last row stay empty."""
    width, height = frame.text_area
    widths = (width // spec.columns,) * spec.columns
    one = slip_head(paper, frame) + blocks(closed_body(paper), frame) + tiny()
    places = [cell(one, widths[0])] * spec.copies
    places += [cell("", widths[0])] * (
        ceil(spec.copies / spec.columns) * spec.columns - spec.copies
    )
    at_least = height // spec.rows - ROOM_FOR_LINES
    lines = (
        row(places[start : start + spec.columns], at_least=at_least)
        for start in range(0, len(places), spec.columns)
    )
    return table(lines, widths, borders=CUT_LINES, pad=twips(SLIP_PADDING_MM))
