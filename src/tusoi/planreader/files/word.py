"""Tệp DOCX: paragraphs and tables in the order of the document, numbers of lists written out."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from tusoi.planreader.files.lists import ListNumbers
from tusoi.planreader.files.refusal import AS_DOCX, Unreadable, damaged, locked, too_big

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_MAIN = "word/document.xml"
_MAX_PARTS, _MAX_XML, _MAX_ALL = 10_000, 30 * 1024 * 1024, 200 * 1024 * 1024
_ENCRYPTED_BIT = 0x1
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_P, _TBL, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
#: What is not part of the text as it stands: deleted or moved away, or said again for older readers.
_LEFT_OUT = frozenset(
    (
        qn("w:del"),
        qn("w:moveFrom"),
        qn("w:pPr"),
        qn("w:rPr"),
        _FALLBACK,
        qn("w:txbxContent"),
    )
)
_SIGNS = {
    qn("w:tab"): " ",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
_T, _TEXT_BOX = qn("w:t"), qn("w:txbxContent")
#: What the libraries let through besides their own errors where the file is not what it says.
_BROKEN = (
    BadZipFile,
    OpcError,
    SyntaxError,
    zlib.error,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
)


def word_text(content: bytes, name: str) -> str:
    """One line per paragraph; a row of a ruled table on one line, its cells apart by “ | ”."""
    try:
        _refuse_archive(content, name)
        document = Document(BytesIO(content))
        _refuse_entities(document, name)
        return "\n".join(_lines_of(document))
    except Unreadable:
        raise
    except _BROKEN as broken:
        raise damaged(name, "tệp Word") from broken


def _refuse_archive(content: bytes, name: str) -> None:
    """Archives that are no Word document, or unpack into more than any plan is."""
    with ZipFile(BytesIO(content)) as archive:
        parts = archive.infolist()
    if any(part.flag_bits & _ENCRYPTED_BIT for part in parts):
        raise locked(name)
    if not any(part.filename == _MAIN for part in parts):
        raise Unreadable(
            f"Tệp “{name}” không phải văn bản Word (.docx). Chọn đúng tệp kế hoạch; nếu là định dạng khác: {AS_DOCX}."
        )
    xml = max(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    if len(parts) > _MAX_PARTS or xml > _MAX_XML or sum(p.file_size for p in parts) > _MAX_ALL:
        raise too_big(name, "bung ra quá lớn")


def _refuse_entities(document: WordDocument, name: str) -> None:
    if document.element.getroottree().docinfo.doctype:
        raise Unreadable(
            f"Tệp “{name}” chứa khai báo XML mà Word không bao giờ ghi, nên không được mở. {AS_DOCX}."
        )


def _lines_of(document: WordDocument) -> Iterator[str]:
    numbers = ListNumbers(document)
    yield from _head(document, numbers)
    yield from _blocks(document.element.body, numbers)


def _head(document: WordDocument, numbers: ListNumbers) -> Iterator[str]:
    """The header of the first page, without page numbers."""
    first = document.sections[0] if len(document.sections) else None
    if first is None:
        return
    header = first.first_page_header if first.different_first_page_header_footer else first.header
    if not header.is_linked_to_previous:
        lines = _blocks(header.part.element, numbers)
        yield from (line for line in lines if not line.strip().isdigit())


def _blocks(parent: Element, numbers: ListNumbers) -> Iterator[str]:
    """Lines of everything below, in order; wrappers such as content controls are looked through."""
    for child in parent:
        if child.tag == _P:
            yield from _paragraph(child, numbers)
        elif child.tag == _TBL:
            yield from _table(child, numbers)
        elif child.tag not in _LEFT_OUT:
            yield from _blocks(child, numbers)


def _paragraph(paragraph: Element, numbers: ListNumbers) -> Iterator[str]:
    text = "".join(_pieces(paragraph))
    number = numbers.next_for(paragraph) if text.strip() else ""
    yield f"{number} {text}" if number else text
    for box in paragraph.iter(_TEXT_BOX):
        if not any(above.tag == _FALLBACK for above in box.iterancestors()):
            yield from _blocks(box, numbers)


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == _T:
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _LEFT_OUT:
            yield from _pieces(child)


def _table(table: Element, numbers: ListNumbers) -> Iterator[str]:
    """Tables without rules place things (letterhead, signature): cell after cell. Others: row after row."""
    for row in table.iter(_ROW):
        if next(row.iterancestors(_TBL)) is not table:
            continue
        cells = [list(_blocks(cell, numbers)) for cell in row.iter(_CELL) if _holds(row, cell)]
        if _is_ruled(table):
            yield " | ".join(" ".join(filter(str.strip, cell)) for cell in cells)
        else:
            yield from (line for cell in cells for line in cell)


def _holds(row: Element, cell: Element) -> bool:
    return next(cell.iterancestors(_ROW)) is row


def _is_ruled(table: Element) -> bool:
    """More than two columns, or lines drawn between the columns."""
    grid = table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")
    style = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
    lines = table.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}/{qn('w:insideV')}")
    if lines is not None:
        return lines.get(qn("w:val")) not in {"nil", "none"}
    return len(grid) > 2 or (style is not None and "Grid" in (style.get(qn("w:val")) or ""))
