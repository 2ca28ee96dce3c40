"""Phần cuối DOCX: signatures and recipients (ô 7, 9b)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tusoi.officialdocs import printed
from tusoi.officialdocs.paper import Signing
from tusoi.officialdocs.wordml import Look, cell, paragraph, points, row, run, table

if TYPE_CHECKING:
    from tusoi.officialdocs.docx_frame import Frame
    from tusoi.officialdocs.paper import Annex, Paper, Signature

FOOT_LEFT_SHARE = 0.36
ROOM_TO_SIGN = points(72)
CENTRED = Look(align="center", before=0, after=0, single=True, keep_next=True)
FLUSH = Look(align="left", before=0, after=0, single=True)


def foot(paper: Paper, frame: Frame) -> str:
    """Recipients on the left and one signature on the right; two signatures stand above them."""
    recipients = _recipients(paper)
    if len(paper.signatures) == 1:
        right = _signature(paper.signatures[0], frame, paper.signing_place_and_date)
        return _columns(recipients, right, frame, FOOT_LEFT_SHARE)
    block = Signing(paper.signatures, paper.signing_place_and_date)
    return (signing(block, frame) if paper.signatures else "") + recipients


def annex_foot(annex: Annex, frame: Frame) -> str:
    """The signatures of an annex, if it has any."""
    return signing(Signing(annex.signatures), frame) if annex.signatures else ""


def signing(block: Signing, frame: Frame) -> str:
    """One signature on the right, or two side by side."""
    *left, right = block.signatures
    level_with_date = " " if block.place_and_date else ""
    return _columns(
        "".join(_signature(signature, frame, level_with_date) for signature in left),
        _signature(right, frame, block.place_and_date),
        frame,
        0.5 if left else FOOT_LEFT_SHARE,
    )


def _columns(left: str, right: str, frame: Frame, share: float) -> str:
    """Two columns with a gap above, held to the text before, and a gap below."""
    widths = frame.split(share)
    line = row((cell(left, widths[0]), cell(right, widths[1])))
    above = Look(before=0, after=0, exact_line=points(6), keep_next=True)
    below = Look(before=0, after=0, exact_line=points(6))
    return paragraph("", above) + table((line,), widths, borders=False) + paragraph("", below)


def _signature(signature: Signature, frame: Frame, place_and_date: str) -> str:
    size = frame.style.sizes.signature
    is_title_bold = frame.style.title_of_signer_bold or not signature.authority
    lines = (
        *([run(place_and_date, italic=True, size=size)] if place_and_date else []),
        *(run(line, bold=True, size=size) for line in signature.authority),
        run(signature.title.upper(), bold=is_title_bold, size=size),
        *([run(signature.note, italic=True, size=size - 1)] if signature.note else []),
    )
    name = Look(align="center", before=ROOM_TO_SIGN, after=0, single=True)
    return "".join(paragraph(line, CENTRED) for line in lines) + paragraph(
        run(signature.name, bold=True, size=size), name
    )


def _recipients(paper: Paper) -> str:
    lines = printed.recipient_lines(paper)
    if not lines:
        return ""
    style = paper.style
    underlined = style.recipients_label_underlined
    label = run(
        style.recipients_label,
        bold=not underlined,
        italic=not underlined,
        underline=underlined,
        size=style.sizes.recipients_label,
    )
    items = (paragraph(run(line, size=style.sizes.recipients), FLUSH) for line in lines)
    return paragraph(label, FLUSH) + "".join(items)
