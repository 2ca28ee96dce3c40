"""Bản xem trước HTML: the paper on the screen, from the payload the PDF is printed from; no style attributes, no scripts."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from tusoi.officialdocs.pdf_payload import payload_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tusoi.officialdocs.paper import Paper

Payload = dict[str, Any]
SHEET = "paper-sheet"


def write_html(paper: Paper) -> str:
    """One `<article class="paper">` with a `<section>` for the paper and for every annex."""
    made = payload_of(paper)
    main = _slips(made) if made["slips"] else _main(made)
    sheets = [main, *(_annex(annex) for annex in made["annexes"])]
    kind = "paper paper-party" if paper.style.party else "paper"
    return f'<article class="{kind}" lang="vi" tabindex="0">{"".join(sheets)}</article>'


def _main(made: Payload) -> str:
    inner = "".join(
        (
            _line("paper-form-code", made["form_code"]),
            _letterhead(made["head"]),
            _titles(made["title"]),
            _line("paper-competence", made["competence"]),
            _lines("paper-addressee", made["addressees"]),
            _lines("paper-basis", made["bases"]),
            "".join(map(_block, made["blocks"])),
            _foot(made["foot"]),
        )
    )
    return _sheet(inner, landscape=made["landscape"])


def _slips(made: Payload) -> str:
    """The first sheet of slips; all sheets are alike."""
    spec = made["slips"]
    nation = _lines("paper-nation", made["head"]["nation"]) if spec["columns"] == 1 else ""
    head = _columns(_issuer(made["head"]), nation + _titles(made["title"]))
    one = _line("paper-form-code", made["form_code"]) + head + "".join(map(_block, made["blocks"]))
    count = min(spec["copies"], spec["columns"] * spec["rows"])
    slips = f'<div class="paper-slip">{one}</div>' * count
    inner = f'<div class="paper-slips paper-slips-{spec["columns"]}">{slips}</div>'
    return _sheet(inner, landscape=made["landscape"])


def _annex(annex: Payload) -> str:
    inner = "".join(
        (
            _line("paper-title", annex["label"]),
            _line("paper-title", annex["title"]),
            _line("paper-reference", annex["reference"]),
            "".join(map(_block, annex["blocks"])),
            _signing(annex["signing"]),
        )
    )
    return _sheet(inner, landscape=annex["landscape"])


def _sheet(inner: str, *, landscape: bool) -> str:
    turned = f" {SHEET}-landscape" if landscape else ""
    return f'<section class="{SHEET}{turned}">{inner}</section>'


def _line(kind: str, text: str) -> str:
    return f'<p class="{kind}">{escape(text)}</p>' if text else ""


def _lines(kind: str, texts: Iterable[str]) -> str:
    return "".join(_line(kind, text) for text in texts)


def _letterhead(head: Payload) -> str:
    names = _columns(_issuer(head), _lines("paper-nation", head["nation"]))
    number, place = _line("paper-number", head["number"]), _line("paper-place", head["place"])
    return names + (_columns(number, place) if number or place else "")


def _issuer(head: Payload) -> str:
    room = '<p class="paper-stamp-room"></p>' if head["stamp_room_mm"] else ""
    return (
        _lines("paper-superior", head["superior"])
        + _line("paper-issuer", head["issuer"])
        + _line("paper-mark", head["issuer_rule"])
        + room
    )


def _columns(left: str, right: str) -> str:
    return f'<header class="paper-head"><div>{left}</div><div>{right}</div></header>'


def _titles(title: Payload) -> str:
    has_rule = title["has_rule"] and title["summary"]
    below = _line("paper-mark", title["rule"]) or '<p class="paper-rule"></p>'
    return (
        _line("paper-title", title["text"])
        + _lines("paper-summary", title["summary"])
        + (below if has_rule else "")
    )


def _block(block: Payload) -> str:
    return _WRITERS[block["kind"]](block)


def _text(block: Payload) -> str:
    indent = " paper-indent" if block["indent"] else ""
    return f'<p class="paper-text paper-{block["align"]}{indent}">{"".join(map(_run, block["runs"]))}</p>'


def _run(run: Payload) -> str:
    text = escape(run["text"])
    if run["italic"]:
        text = f"<em>{text}</em>"
    return f"<strong>{text}</strong>" if run["bold"] else text


def _choice(block: Payload) -> str:
    options = "".join(
        f"<li>{each['mark']} {escape(each['text'])}</li>" for each in block["options"]
    )
    kind = "paper-options paper-options-short" if block["is_short"] else "paper-options"
    return f'{_line("paper-text paper-indent", block["label"])}<ul class="{kind}">{options}</ul>'


def _blank(block: Payload) -> str:
    return '<p class="paper-dots"></p>' * int(block["count"])


def _table(block: Payload) -> str:
    total = sum(block["widths"])
    columns = "".join(f'<col width="{100 * width / total:.2f}%">' for width in block["widths"])
    head = "".join(f"<tr>{_head_row(row)}</tr>" for row in block["head"])
    rows = "".join(f"<tr>{_row(cells, block)}</tr>" for cells in block["rows"])
    last = f'<tr class="paper-total">{_row(block["total"], block)}</tr>' if block["total"] else ""
    return (
        f'<table class="paper-table"><colgroup>{columns}</colgroup>'
        f"<thead>{head}</thead><tbody>{rows}{last}</tbody></table>"
    )


def _head_row(cells: Iterable[Payload]) -> str:
    return "".join(
        f'<th scope="col" colspan="{each["columns"]}" rowspan="{each["rows"]}">{escape(each["text"])}</th>'
        for each in cells
    )


def _row(cells: list[str], block: Payload) -> str:
    if len(cells) == 1 < len(block["widths"]):
        tag = "td" if block["is_empty"] else "th"
        return f'<{tag} colspan="{len(block["widths"])}">{escape(cells[0])}</{tag}>'
    pairs = zip(cells, block["aligns"], strict=True)
    return "".join(f'<td class="paper-{side}">{escape(text)}</td>' for text, side in pairs)


def _foot(foot: Payload) -> str:
    recipients = _line("paper-recipients-label", foot["label"]) if foot["recipients"] else ""
    recipients += _lines("paper-recipient", foot["recipients"])
    match foot["signatures"]:
        case [[None, alone]]:
            return _pair(recipients, _signature(alone, foot["place"]))
        case _:
            return _signing(foot) + (_pair(recipients, "") if recipients else "")


def _signing(spec: Payload) -> str:
    places = [spec["place"], *("" for _ in spec["signatures"])]
    return "".join(
        _pair(_signature(left, ""), _signature(right, place), kind="paper-foot paper-foot-two")
        if left
        else _pair("", _signature(right, place))
        for (left, right), place in zip(spec["signatures"], places, strict=False)
    )


def _pair(left: str, right: str, kind: str = "paper-foot") -> str:
    return f'<div class="{kind}"><div>{left}</div><div>{right}</div></div>'


def _signature(each: Payload, place: str) -> str:
    title = "paper-signer" if each["is_title_bold"] else "paper-signer paper-light"
    return (
        _line("paper-place", place)
        + _lines("paper-signer", each["authority"])
        + _line(title, each["title"])
        + _line("paper-note", each["note"])
        + f'<p class="paper-signer paper-name">{escape(each["name"])}</p>'
    )


_WRITERS = {
    "text": _text,
    "choice": _choice,
    "blank": _blank,
    "break": lambda _: '<hr class="paper-break">',
    "table": _table,
    "signing": _signing,
}
