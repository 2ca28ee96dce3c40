"""Phần cuối DOCX: signatures and recipients (ô 7, 9b)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tusoi.officialdocs import printed
from tusoi.officialdocs.paper import Signing
from tusoi.officialdocs.wordml import Look, cell, paragraph, points, row, run, table

if TYPE_CHECKING:
    from tusoi.officialdocs.frame import Frame
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
    return _columns(
        "".join(
            _signature(signature, frame, " " if block.place_and_date else "") for signature in left
        ),
        _signature(right, frame, block.place_and_date),
        frame,
        0.5 if left else FOOT_LEFT_SHARE,
    )


def _columns(left: str, right: str, frame: Frame, share: float) -> str:
    widths = frame.split(share)
    line = row((cell(left, widths[0]), cell(right, widths[1])))
    gap = paragraph("", Look(before=0, after=0, exact_line=points(6), keep_next=True))
    return gap + table((line,), widths, borders=False)


def _signature(signature: Signature, frame: Frame, place_and_date: str) -> str:
    size, is_title_bold = frame.style.sizes.signature, frame.style.title_of_signer_bold
    return "".join(
        (
            paragraph(run(place_and_date, italic=True, size=size), CENTRED)
            if place_and_date
            else "",
            *(paragraph(run(line, bold=True, size=size), CENTRED) for line in signature.authority),
            paragraph(
                run(
                    signature.title.upper(),
                    bold=is_title_bold or not signature.authority,
                    size=size,
                ),
                CENTRED,
            ),
            paragraph(run(signature.note, italic=True, size=size - 1), CENTRED)
            if signature.note
            else "",
            paragraph(
                run(signature.name, bold=True, size=size),
                Look(align="center", before=ROOM_TO_SIGN, after=0, single=True),
            ),
        )
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
