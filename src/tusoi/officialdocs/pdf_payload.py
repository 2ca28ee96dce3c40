"""Nội dung bản in: a paper as the JSON that `layout.typ` places on the page; the words are those of the DOCX."""

from __future__ import annotations

import json
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from tusoi.officialdocs import printed
from tusoi.officialdocs.docx_body import ONE_LINE_OF_CHOICES
from tusoi.officialdocs.docx_foot import FOOT_LEFT_SHARE
from tusoi.officialdocs.paper import (
    Align,
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
from tusoi.officialdocs.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tusoi.officialdocs.paper import Block, Column, Paper, Signature
    from tusoi.officialdocs.styles import Style

SAME_METRICS = "Liberation Serif"
BLANK_DAY = date(2000, 1, 1)
Payload = dict[str, Any]


def payload(paper: Paper) -> str:
    """The paper as JSON, keys in a fixed order."""
    return json.dumps(payload_of(paper), ensure_ascii=False)


def payload_of(paper: Paper) -> Payload:
    """Every word of the paper in the place where it is printed."""
    style, day = paper.style, paper.dated or BLANK_DAY
    return {
        "properties": {
            "title": " ".join(f"{paper.title} {paper.summary}".split()),
            "author": " ".join(paper.issuer.split()),
            "day": [day.year, day.month, day.day],
        },
        "style": _style(style),
        "landscape": paper.landscape,
        "form_code": paper.form_code,
        "head": {
            "left_share": style.header_left_share,
            "superior": [line.upper() for line in paper.superior.splitlines()],
            "issuer": paper.issuer.upper(),
            "issuer_rule": style.issuer_rule,
            "nation": list(style.header_lines),
            "number": printed.number_line(paper) if paper.symbol else "",
            "place": printed.place_line(paper),
        },
        "title": {
            "text": paper.title.upper(),
            "summary": paper.summary.splitlines(),
            "has_rule": bool(paper.symbol),
        },
        "competence": paper.competence.upper(),
        "addressees": _addressees(paper),
        "bases": list(printed.base_lines(paper)),
        "blocks": list(_blocks(printed.closed_body(paper), style)),
        "foot": {
            "label": style.recipients_label,
            "recipients": list(printed.recipient_lines(paper)),
            "signatures": _signatures(paper.signatures, style),
            "place": paper.signing_place_and_date,
        },
        "annexes": [
            {
                "label": printed.annex_label(paper, position),
                "title": annex.title.upper(),
                "reference": f"({annex.reference})" if annex.reference else "",
                "landscape": annex.landscape,
                "blocks": list(_blocks(annex.body, style)),
                "signatures": _signatures(annex.signatures, style),
            }
            for position, annex in enumerate(paper.annexes)
        ],
    }


def _style(style: Style) -> Payload:
    names = (
        "line_exact_pt",
        "line_spacing",
        "paragraph_gap_pt",
        "first_indent_mm",
        "summary_rule",
        "bases_italic",
        "recipients_label",
        "recipients_label_underlined",
    )
    return {
        **{name: getattr(style, name) for name in names},
        "fonts": [SAME_METRICS],
        "foot_left_share": FOOT_LEFT_SHARE,
        "sizes": {name: getattr(style.sizes, name) for name in style.sizes.__slots__},
        "margins": {name: getattr(style.margins, name) for name in style.margins.__slots__},
    }


def _addressees(paper: Paper) -> list[str]:
    if len(paper.addressees) == 1:
        return [f"Kính gửi: {paper.addressees[0]}"]
    items = [f"- {item}" for item in listed(paper.addressees)]
    return ["Kính gửi:", *items] if items else []


def _signatures(signatures: Iterable[Signature], style: Style) -> list[Payload]:
    return [
        {
            "authority": list(each.authority),
            "title": each.title.upper(),
            "is_title_bold": style.title_of_signer_bold or not each.authority,
            "note": each.note,
            "name": each.name,
        }
        for each in signatures
    ]


def _blocks(body: Iterable[Block], style: Style) -> Iterator[Payload]:
    for block in body:
        yield _block(block, style)


def _block(block: Block, style: Style) -> Payload:
    match block:
        case Heading() | Paragraph() | ListItem() | Field():
            return _words(block)
        case Choice():
            return _choice(block)
        case BlankLines(count):
            return {"kind": "blank", "count": count}
        case PageBreak():
            return {"kind": "break"}
        case Table():
            return _table(block)
        case Signing(signatures, place):
            signed = _signatures(signatures, style)
            return {"kind": "signing", "signatures": signed, "place": place}


def _words(block: Heading | Paragraph | ListItem | Field) -> Payload:
    match block:
        case Heading():
            return _text(Run(printed.heading_text(block), bold=True), keep=True)
        case Paragraph():
            runs = (Run(block.text),) if isinstance(block.text, str) else block.text
            return _text(*runs, indent=block.indent, align=block.align, keep=block.keep_with_next)
        case ListItem(text):
            return _text(Run(f"- {text}"))
        case Field(label, value):
            return _text(Run(f"{label}: {value}"))


def _text(
    *runs: Run, indent: bool = True, align: Align = Align.JUSTIFY, keep: bool = False
) -> Payload:
    written = [{"text": each.text, "bold": each.bold, "italic": each.italic} for each in runs]
    return {"kind": "text", "runs": written, "indent": indent, "align": align.value, "keep": keep}


def _choice(block: Choice) -> Payload:
    return {
        "kind": "choice",
        "label": f"{block.label}:" if block.label else "",
        "is_short": len("".join(block.options)) <= ONE_LINE_OF_CHOICES,
        "options": [
            {"mark": "☒" if option == block.chosen else "☐", "text": option}
            for option in block.options
        ],
    }


def _table(block: Table) -> Payload:
    return {
        "kind": "table",
        "widths": [column.width for column in block.columns],
        "aligns": [column.align.value for column in block.columns],
        "head": list(_head(block)),
        "rows": [list(texts) for texts in block.rows] or [[block.empty]],
        "is_empty": not block.rows,
        "total": list(block.total),
    }


def _head(block: Table) -> Iterator[list[Payload]]:
    """Header cells row by row: a group spans its columns, a column of no group both rows."""
    if not any(column.group for column in block.columns):
        yield [_cell(column.title) for column in block.columns]
        return
    yield [_group(group, list(members)) for group, members in groupby(block.columns, key=_grouped)]
    yield [_cell(column.title) for column in block.columns if column.group]


def _grouped(column: Column) -> str | Column:
    return column.group or column


def _group(group: str | Column, columns: list[Column]) -> Payload:
    if isinstance(group, str):
        return _cell(group, columns=len(columns))
    return _cell(group.title, rows=2)


def _cell(text: str, columns: int = 1, rows: int = 1) -> Payload:
    return {"text": text, "columns": columns, "rows": rows}
