"""Phần cuối DOCX: signatures and recipients (ô 7, 9b)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tusoi.officialdocs import printed
from tusoi.officialdocs.measures import FOOT_LEFT_SHARE, ROOM_TO_SIGN_MM
from tusoi.officialdocs.paper import Signing
from tusoi.officialdocs.wordml import Look, cell, paragraph, points, row, run, table, twips

if TYPE_CHECKING:
    from tusoi.officialdocs.docx_frame import Frame
    from tusoi.officialdocs.paper import Annex, Paper, Signature

CENTRED = Look(align="center", before=0, after=0, single=True, keep_next=True)
FLUSH = Look(align="left", before=0, after=0, single=True)


def foot(paper: Paper, frame: Frame) -> str:
    """Recipients on the left and one signature on the right; several signatures stand above them."""
    recipients, room = _recipients(paper), printed.room_to_sign_mm(paper)
    if len(paper.signatures) == 1:
        right = _signature(paper.signatures[0], frame, paper.signing_place_and_date, room)
        return _columns(recipients, right, frame, FOOT_LEFT_SHARE)
    block = Signing(paper.signatures, paper.signing_place_and_date)
    return signing(block, frame, room) + recipients


def annex_foot(annex: Annex, frame: Frame) -> str:
    """The signatures of an annex, if it has any."""
    return signing(Signing(annex.signatures), frame)


def signing(block: Signing, frame: Frame, room_mm: int = ROOM_TO_SIGN_MM) -> str:
    """One signature on the right, or pairs side by side; the date stands above the first pair."""
    rows, date = [], block.place_and_date
    for left, right in printed.signature_rows(block.signatures):
        beside = _signature(left, frame, " " if date else "", room_mm) if left else ""
        share = 0.5 if len(block.signatures) > 1 else FOOT_LEFT_SHARE
        rows.append(_columns(beside, _signature(right, frame, date, room_mm), frame, share))
        date = ""
    return "".join(rows)


def _columns(left: str, right: str, frame: Frame, share: float) -> str:
    """Two columns with a gap above, held to the text before, and a gap below."""
    widths = frame.split(share)
    line = row((cell(left, widths[0]), cell(right, widths[1])))
    above = Look(before=0, after=0, exact_line=points(6), keep_next=True)
    below = Look(before=0, after=0, exact_line=points(6))
    return paragraph("", above) + table((line,), widths) + paragraph("", below)


def _signature(signature: Signature, frame: Frame, place_and_date: str, room_mm: int) -> str:
    size = frame.style.sizes.signature
    is_title_bold = frame.style.title_of_signer_bold or not signature.authority
    lines = (
        *([run(place_and_date, italic=True, size=size)] if place_and_date else []),
        *(run(line, bold=True, size=size) for line in signature.authority),
        run(signature.title.upper(), bold=is_title_bold, size=size),
        *([run(signature.note, italic=True, size=size - 1)] if signature.note else []),
    )
    name = Look(align="center", before=twips(room_mm), after=0, single=True)
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
