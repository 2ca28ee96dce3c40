"""Dấu trường: where `{{ten_truong}}`, `{{#danh_sach}}` and `{{/danh_sach}}` stand in a template.

Word cuts a word into runs at will; `joined` puts each mark into one text element first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = re.compile(r"\{\{\s*(?P<sign>[#/]?)\s*(?P<name>\w+)\s*\}\}")
BRACES = re.compile(r"\{\{[^{}]*\}\}|\{\{|\}\}")
P, T, R, TBL, TR, TC = (qn(f"w:{name}") for name in ("p", "t", "r", "tbl", "tr", "tc"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
FILLED = "filled"
"""Attribute of a text element that already holds a value, which is never read as a mark."""
_WALL = "\N{OBJECT REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Found:
    """Dấu gặp trong tệp: sign, name (empty where it is written wrongly), the words, the place."""

    sign: str
    name: str
    words: str
    paragraph: Any
    place: str = ""


def texts_of(paragraph: Any) -> list[Any]:
    """The text elements of a paragraph itself, not of a text box inside it."""
    return [t for t in paragraph.iter(T) if _owner(t) is paragraph]


def _owner(element: Any) -> Any:
    return next(element.iterancestors(P), None)


def text_of(paragraph: Any) -> str:
    """The words of a paragraph; values already filled in stand as a wall."""
    return "".join(_WALL if t.get(FILLED) else t.text or "" for t in texts_of(paragraph))


def joined(root: Any) -> None:
    """Put every mark that Word has cut up into the text element where it begins."""
    for paragraph in root.iter(P):
        texts = texts_of(paragraph)
        whole = "".join(t.text or "" for t in texts)
        if "{{" not in whole:
            continue
        for mark in reversed(list(BRACES.finditer(whole))):
            _join(texts, mark.start(), mark.end())


def _join(texts: list[Any], start: int, end: int) -> None:
    at, first = 0, None
    for t in texts:
        text = t.text or ""
        low, high = max(start - at, 0), min(end - at, len(text))
        if low < high and first is None:
            first, head, moved = t, text[:high], ""
            rest = text[high:]
        elif low < high:
            moved += text[low:high]
            t.text = text[high:]
            t.set(qn("xml:space"), "preserve")
        at += len(text)
    if first is not None and moved:
        first.text = head + moved + rest


def marks_in(root: Any) -> Iterator[Found]:
    """Every mark in the order of the text, its place left out."""
    for paragraph in root.iter(P):
        for braces in BRACES.finditer(text_of(paragraph)):
            mark = MARK.fullmatch(braces.group())
            sign, name = (mark["sign"], mark["name"].lower()) if mark else ("", "")
            yield Found(sign, name, braces.group(), paragraph)


def placed_marks(part: str, root: Any) -> Iterator[Found]:
    """Every mark of a part with its place; copies for old programs are left out."""
    tables, paragraphs = list(root.iter(TBL)), list(root.iter(P))
    for mark in marks_in(root):
        if next(mark.paragraph.iterancestors(_FALLBACK), None) is None:
            yield replace(mark, place=_place(part, mark.paragraph, paragraphs, tables))


def _place(part: str, paragraph: Any, paragraphs: list[Any], tables: list[Any]) -> str:
    where = {"word/h": "đầu trang, ", "word/f": "chân trang, "}.get(part[:6], "")
    cell = next(paragraph.iterancestors(TC), None)
    if cell is None:
        return f"{where}đoạn {paragraphs.index(paragraph) + 1}"
    row = next(cell.iterancestors(TR))
    table = next(row.iterancestors(TBL))
    return (
        f"{where}bảng {tables.index(table) + 1}, dòng {_nth(table, row, TR)}, "
        f"ô {_nth(row, cell, TC)}"
    )


def _nth(parent: Any, child: Any, tag: str) -> int:
    return [element for element in parent if element.tag == tag].index(child) + 1
