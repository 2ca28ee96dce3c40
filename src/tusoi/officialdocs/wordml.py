"""WordprocessingML: the few elements of the DOCX format that official papers need, as XML text."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tusoi.officialdocs.paper import Align
from tusoi.officialdocs.printed import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
JUSTIFICATION = {align: "both" if align is Align.JUSTIFY else align.value for align in Align}
# Word's own check boxes come from this font; Times New Roman has no such signs.
BOX_FONT = "MS Gothic"
_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def points(value: float) -> int:
    """Points in twentieths of a point."""
    return round(value * 20)


@dataclass(frozen=True, slots=True)
class Look:
    """Định dạng đoạn: measures in twentieths of a point; None leaves the document's default."""

    align: str = ""
    before: int | None = None
    after: int | None = None
    left: int = 0
    right: int = 0
    first_line: int = 0
    exact_line: int | None = None
    single: bool = False
    keep_next: bool = False
    rule_below: bool = False
    outline: int | None = None
    dotted_to: int | None = None


def run(
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: float | None = None,
    underline: bool = False,
    font: str = "",
) -> str:
    """A run of text; line ends become breaks within the paragraph."""
    look = "".join(
        (
            f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
            if font
            else "",
            "<w:b/><w:bCs/>" if bold else "",
            "<w:i/><w:iCs/>" if italic else "",
            f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else "",
            '<w:u w:val="single"/>' if underline else "",
        )
    )
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{_words(text)}</w:r>"


def _words(text: str) -> str:
    parts = re.split(r"([\n\t])", clean(text))
    return "".join(
        _BREAKS.get(part) or f'<w:t xml:space="preserve">{html.escape(part)}</w:t>'
        for part in parts
        if part
    )


def paragraph(runs: str = "", look: Look | None = None) -> str:
    """A paragraph of runs."""
    properties = _paragraph_properties(look) if look else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def _paragraph_properties(look: Look) -> str:
    tab = f'<w:tab w:val="left" w:leader="dot" w:pos="{look.dotted_to}"/>'
    border = '<w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/>'
    return "".join(
        (
            "<w:keepNext/>" if look.keep_next else "",
            f"<w:pBdr>{border}</w:pBdr>" if look.rule_below else "",
            f"<w:tabs>{tab}</w:tabs>" if look.dotted_to else "",
            _spacing(look),
            f'<w:ind w:left="{look.left}" w:right="{look.right}" w:firstLine="{look.first_line}"/>',
            f'<w:jc w:val="{look.align}"/>' if look.align else "",
            "" if look.outline is None else f'<w:outlineLvl w:val="{look.outline}"/>',
        )
    )


def _spacing(look: Look) -> str:
    values = {"before": look.before, "after": look.after, "line": look.exact_line}
    written = "".join(f' w:{key}="{value}"' for key, value in values.items() if value is not None)
    if look.exact_line is not None:
        written += ' w:lineRule="exact"'
    elif look.single:
        written += ' w:line="240" w:lineRule="auto"'
    return f"<w:spacing{written}/>" if written else ""


def tiny(section: str = "") -> str:
    """A paragraph of no height, which Word wants after a table and to carry a section."""
    spacing = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return f"<w:p><w:pPr>{spacing}{section}</w:pPr></w:p>"


def page_break() -> str:
    return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def cell(content: str, width: int, *, span: int = 1, merge: str = "", middle: bool = False) -> str:
    """A table cell; `merge` is "restart" or "continue" of a cell that goes down."""
    return "".join(
        (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>',
            f'<w:gridSpan w:val="{span}"/>' if span > 1 else "",
            f'<w:vMerge w:val="{merge}"/>' if merge else "",
            '<w:vAlign w:val="center"/>' if middle else "",
            f"</w:tcPr>{content or paragraph()}</w:tc>",
        )
    )


def row(cells: Iterable[str], *, header: bool = False, at_least: int = 0) -> str:
    """A table row that stays on one page; a header row comes again on every page."""
    height = f'<w:trHeight w:val="{at_least}" w:hRule="atLeast"/>' if at_least else ""
    repeated = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{repeated}</w:trPr>{''.join(cells)}</w:tr>"


SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
RULED = dict.fromkeys(SIDES, "single")
NO_LINES: Mapping[str, str] = {}
CUT_LINES = dict.fromkeys(("bottom", "insideH", "insideV"), "dotted")


def table(
    rows: Iterable[str],
    widths: Sequence[int],
    *,
    borders: Mapping[str, str] = NO_LINES,
    pad: int = 0,
) -> str:
    """A table of fixed column widths; without borders it only lays out."""
    line = "".join(
        f'<w:{side} w:val="{borders.get(side, "nil")}" w:sz="4" w:color="000000"/>'
        for side in SIDES
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return "".join(
        (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>',
            '<w:tblInd w:w="0" w:type="dxa"/>',
            f"<w:tblBorders>{line}</w:tblBorders>",
            '<w:tblLayout w:type="fixed"/><w:tblCellMar>',
            f'<w:left w:w="{pad}" w:type="dxa"/><w:right w:w="{pad}" w:type="dxa"/>',
            f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>",
        )
    )


def field(instruction: str, size: int) -> str:
    """A field that Word computes, such as PAGE."""
    marks = ("begin", "separate", "end")
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' for mark in marks)
    code = f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
    return f"{begin}{code}{separate}{run('1', size=size)}{end}"
