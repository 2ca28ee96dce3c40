"""Nội dung bản in: a paper as the JSON that `layout.typ` places on the page; the words are those of the DOCX."""

from __future__ import annotations

import json
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from tusoi.officialdocs import printed
from tusoi.officialdocs.measures import (
    FOOT_LEFT_SHARE,
    ROOM_TO_SIGN_MM,
    SHORT_RULE_SHARE,
    SLIP_PADDING_MM,
    STAMP_ROOM_MM,
)
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

    from tusoi.officialdocs.paper import Block, Column, Paper, Signature, Slips
    from tusoi.officialdocs.styles import Style

SAME_METRICS = "Liberation Serif"
BLANK_DAY = date(2000, 1, 1)
Payload = dict[str, Any]


def payload(paper: Paper) -> str:
    """The paper as JSON, keys in a fixed order."""
    return json.dumps(payload_of(paper), ensure_ascii=False)


def payload_of(paper: Paper) -> Payload:
    """Every word of the paper in the place where it is printed."""
    cleaned: Payload = _cleaned(_payload(paper))
    return cleaned


def _cleaned(value: Any) -> Any:
    match value:
        case str():
            return printed.clean(value)
        case list():
            return [_cleaned(each) for each in value]
        case dict():
            return {key: _cleaned(each) for key, each in value.items()}
        case _:
            return value


def _payload(paper: Paper) -> Payload:
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
            "stamp_room_mm": STAMP_ROOM_MM if paper.has_stamp_room else 0,
        },
        "title": {
            "text": paper.title.upper(),
            "summary": paper.summary.splitlines(),
            "has_rule": bool(paper.symbol),
            "rule": style.summary_rule,
        },
        "competence": paper.competence.upper(),
        "addressees": _addressees(paper),
        "bases": list(printed.base_lines(paper)),
        "blocks": list(_blocks(printed.closed_body(paper), style)),
        "foot": {
            "label": style.recipients_label,
            "recipients": list(printed.recipient_lines(paper)),
            **_signing(paper.signatures, style, paper.signing_place_and_date),
            "room_mm": printed.room_to_sign_mm(paper),
        },
        "slips": _slips(paper.slips) if paper.slips else None,
        "annexes": [
            {
                "label": printed.annex_label(paper, position),
                "title": annex.title.upper(),
                "reference": f"({annex.reference})" if annex.reference else "",
                "landscape": annex.landscape,
                "blocks": list(_blocks(annex.body, style)),
                "signing": _signing(annex.signatures, style),
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
        "bases_italic",
        "recipients_label",
        "recipients_label_underlined",
    )
    return {
        **{name: getattr(style, name) for name in names},
        "fonts": [SAME_METRICS],
        "foot_left_share": FOOT_LEFT_SHARE,
        "short_rule_share": SHORT_RULE_SHARE,
        "sizes": {name: getattr(style.sizes, name) for name in style.sizes.__slots__},
        "margins": {name: getattr(style.margins, name) for name in style.margins.__slots__},
    }


def _addressees(paper: Paper) -> list[str]:
    if len(paper.addressees) == 1:
        return [f"Kính gửi: {paper.addressees[0]}"]
    items = [f"- {item}" for item in listed(paper.addressees)]
    return ["Kính gửi:", *items] if items else []


def _slips(slips: Slips) -> Payload:
    return {
        "copies": slips.copies,
        "columns": slips.columns,
        "rows": slips.rows,
        "padding_mm": SLIP_PADDING_MM,
    }


def _signing(signatures: tuple[Signature, ...], style: Style, place: str = "") -> Payload:
    """Rows of two signatures; the left one may be missing."""
    rows = [
        [_signature(left, style) if left else None, _signature(right, style)]
        for left, right in printed.signature_rows(signatures)
    ]
    return {"signatures": rows, "place": place, "room_mm": ROOM_TO_SIGN_MM}


def _signature(signature: Signature, style: Style) -> Payload:
    return {
        "authority": list(signature.authority),
        "title": signature.title.upper(),
        "is_title_bold": style.title_of_signer_bold or not signature.authority,
        "note": signature.note,
        "name": signature.name,
    }


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
            return {"kind": "signing", **_signing(signatures, style, place)}


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
        "is_short": printed.is_on_one_line(block),
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
