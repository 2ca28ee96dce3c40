"""Phần đầu DOCX: issuer and national header, number and date, title, addressees, bases (ô 1–6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tusoi.officialdocs import printed
from tusoi.officialdocs.measures import SHORT_RULE_SHARE, STAMP_ROOM_MM
from tusoi.officialdocs.text_width import bold_width_pt
from tusoi.officialdocs.wording import listed
from tusoi.officialdocs.wordml import Look, cell, paragraph, points, row, run, table, twips

if TYPE_CHECKING:
    from tusoi.officialdocs.docx_frame import Frame
    from tusoi.officialdocs.paper import Annex, Paper

CENTRED = Look(align="center", before=0, after=0, single=True)
GAP_MM = 3


def head(paper: Paper, frame: Frame) -> str:
    """Everything above the body."""
    return "".join(
        (
            _form_code(paper),
            _letterhead(paper, frame),
            _title(paper, frame),
            opening(paper),
        )
    )


def opening(paper: Paper) -> str:
    """What stands between the title and the body."""
    return _competence(paper) + _addressees(paper) + _bases(paper)


def slip_head(paper: Paper, frame: Frame) -> str:
    """Issuer and room for the seal on the left, the title of the slip on the right."""
    widths = frame.split(paper.style.header_left_share)
    nation = _nation(paper, widths[1]) if frame.slips and frame.slips.columns == 1 else ""
    names = row(
        (cell(_issuer(paper, widths[0]), widths[0]), cell(nation + _title(paper, frame), widths[1]))
    )
    return _form_code(paper) + table((names,), widths) + _gap()


def _form_code(paper: Paper) -> str:
    if not paper.form_code:
        return ""
    words = run(paper.form_code, bold=True, size=paper.style.sizes.recipients_label)
    return paragraph(words, Look(align="right", before=0, after=points(4), single=True))


def _letterhead(paper: Paper, frame: Frame) -> str:
    widths = frame.split(paper.style.header_left_share)
    names = row(
        (cell(_issuer(paper, widths[0]), widths[0]), cell(_nation(paper, widths[1]), widths[1]))
    )
    return table((names, _number_and_date(paper, widths)), widths)


def _issuer(paper: Paper, width: int) -> str:
    sizes = paper.style.sizes
    superior = (
        paragraph(run(line.upper(), size=sizes.superior), CENTRED)
        for line in paper.superior.splitlines()
    )
    issuer = paragraph(run(paper.issuer.upper(), bold=True, size=sizes.issuer), CENTRED)
    mark = paper.style.issuer_rule
    below = (
        paragraph(run(mark, size=sizes.issuer), CENTRED)
        if mark
        else _rule(paper.issuer.upper(), sizes.issuer, width, SHORT_RULE_SHARE)
    )
    stamp = _gap(STAMP_ROOM_MM) if paper.has_stamp_room else ""
    return "".join((*superior, issuer, below, stamp))


def _nation(paper: Paper, width: int) -> str:
    lines = tuple(zip(paper.style.header_lines, paper.style.sizes.header, strict=True))
    text, size = lines[-1]
    words = (paragraph(run(line, bold=True, size=points_), CENTRED) for line, points_ in lines)
    return "".join((*words, _rule(text, size, width, 1)))


def _rule(text: str, size: int, width: int, share: float) -> str:
    """A drawn line below centred text, as long as this share of the text."""
    length = min(points(bold_width_pt(text, size)), width) * share
    side = round((width - length) / 2)
    return paragraph(
        "",
        Look(before=0, after=0, left=side, right=side, exact_line=points(5), rule_below=True),
    )


def _number_and_date(paper: Paper, widths: tuple[int, int]) -> str:
    sizes = paper.style.sizes
    look = Look(align="center", before=points(6), after=0, single=True)
    number = printed.number_line(paper) if paper.symbol else ""
    place = printed.place_line(paper)
    if not number and not place:
        return ""
    return row(
        (
            cell(paragraph(run(number, size=sizes.number), look), widths[0]),
            cell(paragraph(run(place, italic=True, size=sizes.place), look), widths[1]),
        )
    )


def _title(paper: Paper, frame: Frame) -> str:
    sizes = paper.style.sizes
    above = Look(align="center", before=twips(GAP_MM * 2), after=0, single=True, keep_next=True)
    title = paragraph(run(paper.title.upper(), bold=True, size=sizes.title), above)
    if not paper.summary:
        return title
    summary = paragraph(run(paper.summary, bold=True, size=sizes.summary), CENTRED)
    return title + summary + (_summary_rule(paper, frame) if paper.symbol else "") + _gap()


def _summary_rule(paper: Paper, frame: Frame) -> str:
    if mark := paper.style.summary_rule:
        return paragraph(run(mark, size=paper.style.sizes.summary), CENTRED)
    last_line = paper.summary.splitlines()[-1]
    return _rule(last_line, paper.style.sizes.summary, frame.width, SHORT_RULE_SHARE)


def _gap(height_mm: int = GAP_MM) -> str:
    return paragraph("", Look(before=0, after=0, exact_line=twips(height_mm)))


def _competence(paper: Paper) -> str:
    if not paper.competence:
        return ""
    words = run(paper.competence.upper(), bold=True, size=paper.style.sizes.body)
    return paragraph(words, Look(align="center", before=points(6), after=points(6)))


def _addressees(paper: Paper) -> str:
    """One addressee on the line of "Kính gửi", several below each other under the colon."""
    size = paper.style.sizes.body
    match paper.addressees:
        case ():
            return ""
        case (only,):
            look = Look(align="center", before=points(6), after=points(12))
            return paragraph(run(f"Kính gửi: {only}", size=size), look)
    label = paragraph(run("Kính gửi:", size=size), Look(align="left", left=twips(35)))
    items = listed(paper.addressees)
    look = Look(align="left", left=twips(55), after=points(2))
    return label + "".join(paragraph(run(f"- {item}", size=size), look) for item in items) + _gap()


def _bases(paper: Paper) -> str:
    style = paper.style
    look = Look(align="both", first_line=twips(style.first_indent_mm))
    return "".join(
        paragraph(run(line, italic=style.bases_italic), look) for line in printed.base_lines(paper)
    )


def annex_head(annex: Annex, label: str, paper: Paper) -> str:
    """Phụ lục: label, title, reference to the paper it belongs to."""
    sizes = paper.style.sizes
    reference = paragraph(run(f"({annex.reference})", italic=True, size=sizes.body), CENTRED)
    return "".join(
        (
            paragraph(run(label, bold=True, size=sizes.title), CENTRED),
            paragraph(run(annex.title.upper(), bold=True, size=sizes.title), CENTRED),
            reference if annex.reference else "",
            _gap(),
        )
    )
