"""Đánh số tự động: the numbers Word draws before paragraphs but does not keep in their text."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_VAL = qn("w:val")
_LEVEL_SIGN = re.compile(r"%([1-9])")
_BULLET = "-"
_ROMAN = (
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_DEEPEST_STYLE = 20


def _roman(number: int) -> str:
    signs = ""
    for value, sign in _ROMAN:
        signs += sign * (number // value)
        number %= value
    return signs


def _letter(number: int) -> str:
    """From a to z, then aa, bb: the way Word counts on."""
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1)


def _written(number: int, style: str) -> str:
    if number < 1:
        return str(number)
    writers = {
        "lowerLetter": _letter,
        "upperLetter": lambda n: _letter(n).upper(),
        "upperRoman": _roman,
        "lowerRoman": lambda n: _roman(n).lower(),
        "decimalZero": lambda n: f"{n:02}",
    }
    return writers.get(style, str)(number)


def _value(element: Element | None, path: str) -> str | None:
    found = element.find("/".join(map(qn, path.split("/")))) if element is not None else None
    return None if found is None else found.get(_VAL)


def _whole(text: str | None) -> int | None:
    try:
        return int(text) if text is not None else None
    except ValueError:
        return None


class ListNumbers:
    """Bộ đếm đánh số của một tệp: asked paragraph by paragraph, in the order of the document."""

    def __init__(self, document: WordDocument) -> None:
        self._levels: dict[str, dict[int, Element]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._abstract: dict[str, str] = {}
        self._styles = {
            style.get(qn("w:styleId")): style
            for style in document.styles.element.iter(qn("w:style"))
        }
        if any(rel.reltype.endswith("/numbering") for rel in document.part.rels.values()):
            self._learn(document.part.numbering_part.element)

    def next_for(self, paragraph: Element) -> str:
        """The number of this paragraph, a dash for a bullet, nothing where it has none."""
        place = self._place(paragraph)
        if place is None:
            return ""
        number, depth = place
        levels = self._levels.get(number, {})
        level = levels.get(depth)
        if level is None or _value(level, "w:numFmt") in {None, "none"}:
            return ""
        if _value(level, "w:numFmt") == "bullet":
            return _BULLET
        counts = self._count(number, depth)
        return _LEVEL_SIGN.sub(
            lambda sign: self._sign(int(sign[1]) - 1, levels, counts),
            _value(level, "w:lvlText") or "",
        )

    def _learn(self, numbering: Element) -> None:
        abstract = {
            each.get(qn("w:abstractNumId")): {
                int(level.get(qn("w:ilvl"))): level for level in each.iter(qn("w:lvl"))
            }
            for each in numbering.iter(qn("w:abstractNum"))
        }
        for each in numbering.iter(qn("w:num")):
            number, shared = each.get(qn("w:numId")), _value(each, "w:abstractNumId")
            self._levels[number] = dict(abstract.get(shared, {}))
            restarts = each.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}") is not None
            self._abstract[number] = f"num {number}" if restarts else f"abstract {shared}"

    def _place(self, paragraph: Element) -> tuple[str, int] | None:
        """List and level, from the paragraph itself or from its style and those it is based on."""
        properties = paragraph.find(qn("w:pPr"))
        style = _value(properties, "w:pStyle")
        number = _value(properties, "w:numPr/w:numId")
        depth = _whole(_value(properties, "w:numPr/w:ilvl"))
        for _ in range(_DEEPEST_STYLE):
            above = self._styles.get(style)
            if above is None:
                break
            number = number or _value(above, "w:pPr/w:numPr/w:numId")
            own = _whole(_value(above, "w:pPr/w:numPr/w:ilvl"))
            depth = own if depth is None else depth
            style = _value(above, "w:basedOn")
        return None if number in {None, "0"} else (number or "", depth or 0)

    def _count(self, number: str, depth: int) -> dict[int, int]:
        counts = self._counts[self._abstract[number]]
        start = _whole(_value(self._levels[number][depth], "w:start"))
        counts[depth] = counts.get(depth, (1 if start is None else start) - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        return counts

    @staticmethod
    def _sign(depth: int, levels: dict[int, Element], counts: dict[int, int]) -> str:
        style = _value(levels.get(depth), "w:numFmt") or "decimal"
        return _written(counts.get(depth, 1), style)
