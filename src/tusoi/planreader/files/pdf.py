"""Tệp PDF: the text of its pages; a scan has none."""

from __future__ import annotations

from io import BytesIO

from pypdf import PasswordType, PdfReader
from pypdf.errors import PyPdfError

from tusoi.planreader.files.refusal import Unreadable, damaged, locked, too_big
from tusoi.planreader.files.wrapping import paragraphs_of

MAX_PAGES = 1_000
SILENT = "[Trang {} không có chữ đọc được]"
#: Fewer letters than this on every page are stamps and page numbers of a scan.
_LETTERS_OF_A_PAGE = 20
#: What the library lets through besides its own error where the file is not what it says.
_BROKEN = (
    PyPdfError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    OSError,
    RecursionError,
    NotImplementedError,
    AssertionError,
)


def pdf_text(content: bytes, name: str) -> str:
    """Page after page; a page without text among others leaves a line that says so."""
    try:
        pages = _pages(content, name)
    except Unreadable:
        raise
    except _BROKEN as broken:
        raise damaged(name, "tệp PDF") from broken
    if sum(map(_letters, pages)) < _LETTERS_OF_A_PAGE * len(pages):
        raise Unreadable(
            f"Tệp “{name}” là bản chụp (scan), không có chữ để đọc. "
            "Dùng tệp DOCX gốc, hoặc nhận dạng chữ (OCR) rồi dán phần lời vào ô văn bản."
        )
    lines = [
        line
        for number, page in enumerate(pages, 1)
        for line in (_lines_of(page, number) if _letters(page) else [SILENT.format(number)])
    ]
    return "\n".join(paragraphs_of(lines))


def _pages(content: bytes, name: str) -> list[str]:
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
        raise locked(name)
    if len(reader.pages) > MAX_PAGES:
        raise too_big(name, f"có hơn {MAX_PAGES} trang")
    return [page.extract_text() for page in reader.pages]


def _lines_of(page: str, number: int) -> list[str]:
    """The lines of a page without its number at the top or the bottom."""
    lines = [line for line in page.splitlines() if line.strip()]
    for edge in (0, -1):
        if lines and lines[edge].strip(" -") in {str(number), f"Trang {number}"}:
            del lines[edge]
    return lines


def _letters(page: str) -> int:
    return sum(map(str.isalpha, page))
