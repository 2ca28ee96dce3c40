"""Lời văn: the words of each element as the paper's style prints them; shared by all writers."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from tusoi.officialdocs.measures import (
    ONE_LINE_OF_CHOICES,
    ROOM_TO_SIGN_AND_SEAL_MM,
    ROOM_TO_SIGN_MM,
)
from tusoi.officialdocs.paper import Field, Heading, ListItem, Paragraph, Run
from tusoi.officialdocs.wording import listed, place_and_date, roman, sentence

if TYPE_CHECKING:
    from tusoi.officialdocs.paper import Annex, Block, Choice, Paper, Signature

ROOM_FOR_NUMBER = "\N{NO-BREAK SPACE}" * 14
ROOM_FOR_DAY = "\N{NO-BREAK SPACE}" * 7
ROOM_FOR_YEAR = "\N{NO-BREAK SPACE}" * 9
BLANK_DATE = f"ngày{ROOM_FOR_DAY}tháng{ROOM_FOR_DAY}năm{ROOM_FOR_YEAR}"
_NOT_PRINTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def clean(text: str) -> str:
    """Composed letters only, nothing that a file cannot hold."""
    return _NOT_PRINTED.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n")))


def number_line(paper: Paper) -> str:
    """Số, ký hiệu; room is left while the number is not given."""
    style = paper.style
    return style.number_label + style.numbered(paper.number, paper.symbol, ROOM_FOR_NUMBER)


def place_line(paper: Paper) -> str:
    """Địa danh và thời gian; room is left while the date is not given; empty where the header has none."""
    if not paper.place:
        return ""
    if paper.dated is None:
        return f"{paper.place}, {BLANK_DATE}"
    return place_and_date(paper.place, paper.dated)


def base_lines(paper: Paper) -> tuple[str, ...]:
    """Căn cứ: one per line, ";" after each, "." after the last."""
    return tuple(paper.style.bases_prefix + line for line in listed(paper.bases))


def recipient_lines(paper: Paper) -> tuple[str, ...]:
    """Nơi nhận: one per line with a dash; the archive line ends the list."""
    archive = (paper.style.archive_format.format(archive=paper.archive),) if paper.archive else ()
    return tuple(f"- {line}" for line in listed((*paper.recipients, *archive)))


def closed_body(paper: Paper) -> tuple[Block, ...]:
    """The body with the style's end mark after its last words, which stay with the signatures."""
    if not paper.body:
        return ()
    *before, last = paper.body
    closed = _closed(last, paper.style.end_mark) if paper.has_end_mark else last
    if isinstance(closed, Paragraph):
        closed = replace(closed, keep_with_next=True)
    return (*before, closed)


def _closed(block: Block, mark: str) -> Block:
    match block:
        case Paragraph(text=str() as text):
            return replace(block, text=sentence(text) + mark)
        case Paragraph(text=(*runs, Run() as last)):
            closing = replace(last, text=sentence(last.text) + mark)
            return replace(block, text=(*runs, closing))
        case ListItem(text=text):
            return ListItem(sentence(text) + mark)
        case Field(label=label, value=value):
            return Field(label, sentence(value) + mark)
        case _:
            return block


def heading_text(heading: Heading) -> str:
    """Đề mục: number and text, in capitals on the first level."""
    text = heading.text.upper() if heading.level == 1 else heading.text
    return f"{heading.number} {text}".strip()


def is_on_one_line(choice: Choice) -> bool:
    """Short options stand beside each other, long ones below each other."""
    return len("".join(choice.options)) <= ONE_LINE_OF_CHOICES


def room_to_sign_mm(paper: Paper) -> int:
    """Chỗ ký: a paper that bears a number is sealed or signed for its body as well."""
    return ROOM_TO_SIGN_AND_SEAL_MM if paper.symbol else ROOM_TO_SIGN_MM


def signature_rows(
    signatures: tuple[Signature, ...],
) -> tuple[tuple[Signature | None, Signature], ...]:
    """Signatures in pairs, left and right; one alone stands on the right."""
    pairs = zip(signatures[::2], signatures[1::2], strict=False)
    alone = ((None, signatures[-1]),) if len(signatures) % 2 else ()
    return (*pairs, *alone)


def annex_label(paper: Paper, position: int) -> str:
    """`Phụ lục`, or `Phụ lục II` where there are several."""
    annex: Annex = paper.annexes[position]
    if annex.label:
        return annex.label
    return f"Phụ lục {roman(position + 1)}" if len(paper.annexes) > 1 else "Phụ lục"
