"""Dòng của trang giấy: lines broken at the width of the page become paragraphs again.

A line was broken by the page where the first word of the next would not have fitted behind it; widths
are those of a serif letter, which official papers use.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

#: Widths in thousandths of the letter size, as in Times.
_NARROW, _SPACE, _SMALL, _FIGURE, _CAPITAL, _BROAD = 300, 250, 460, 500, 690, 780
_NARROW_LETTERS, _BROAD_LETTERS = frozenset("ijltfI.,;:'’!|()[]-/"), frozenset("mwMW%—…")
#: A page is as wide as nearly its widest lines; the very widest may be a table or a running head.
_WIDEST_SHARE, _FULL = 0.95, 0.93
_FEWEST_LINES = 8
_OPENS_PARAGRAPH = re.compile(
    r"""[-+*•●▪–—|]\s | [(]?\d{1,2}[.)/]\s | [(]?[a-zđ][.)]\s | [IVX]{1,5}[-.)/\s] | \d{1,2}(\.\d{1,2})+[.\s]
        | (Điều|Chương|Phần|Mục)\s+[\dIVX]+[.:]? \s | (Căn\s cứ|Thực\s hiện|Theo|Nơi\s nhận|Kính\s gửi|Số:)
        | [^\W\d_][^,;:.]{1,40},\s ngày\s.{0,8}tháng""",
    re.VERBOSE,
)
_ROW = re.compile(r"\d{1,3}\s+(\w)")
_CLOSED = (".", ";", ":", "!", "?")


def paragraphs_of(lines: list[str]) -> Iterator[str]:
    """The lines, those that the page broke joined again."""
    full = _page_width(lines) * _FULL
    paragraph = ""
    last = ""
    for line in filter(None, map(str.strip, lines)):
        if paragraph and _goes_on(last, line, full):
            paragraph += line if _ends_in_number(last) else f" {line}"
        else:
            if paragraph:
                yield paragraph
            paragraph = line
        last = line
    if paragraph:
        yield paragraph


def _page_width(lines: list[str]) -> float:
    """Nearly the widest line; without enough lines none is taken for broken."""
    widths = sorted(_width(line) for line in lines if line.strip())
    return (
        widths[int(len(widths) * _WIDEST_SHARE)] if len(widths) >= _FEWEST_LINES else float("inf")
    )


def _goes_on(last: str, line: str, full: float) -> bool:
    row = _ROW.match(line)
    if _OPENS_PARAGRAPH.match(line) or (row and row[1].isupper()):
        return False
    if last.endswith(_CLOSED) and line[0].isupper():
        return False
    return _width(last) + _SPACE + _width(line.split(" ", 1)[0]) > full


def _ends_in_number(line: str) -> bool:
    """“…/NĐ-” and its “CP” are one word."""
    return line.endswith("-") and line[-2:-1].isalnum()


def _width(line: str) -> int:
    return sum(map(_letter_width, unicodedata.normalize("NFC", line)))


def _letter_width(letter: str) -> int:
    if letter in _NARROW_LETTERS:
        return _NARROW
    if letter in _BROAD_LETTERS:
        return _BROAD
    if letter.isspace():
        return _SPACE
    if letter.isdigit():
        return _FIGURE
    return _CAPITAL if letter.isupper() else _SMALL
