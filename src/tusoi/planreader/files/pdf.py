"""Tệp PDF: the text of its pages; a scan has none."""

from __future__ import annotations

from io import BytesIO

from pypdf import PasswordType, PdfReader
from pypdf.errors import PyPdfError

from tusoi.planreader.files.refusal import Unreadable, damaged, locked, too_big

MAX_PAGES = 1_000
#: Fewer letters than this on a page are a stamp or a page number, not text.
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
    silent = [number for number, page in enumerate(pages, 1) if not _has_text(page)]
    if len(silent) == len(pages):
        raise Unreadable(
            f"Tệp “{name}” là bản chụp (scan), không có chữ để đọc. "
            "Dùng tệp DOCX gốc, hoặc nhận dạng chữ (OCR) rồi dán phần lời vào ô văn bản."
        )
    return "\n".join(
        f"[Trang {number} không có chữ đọc được]" if number in silent else page
        for number, page in enumerate(pages, 1)
    )


def _pages(content: bytes, name: str) -> list[str]:
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
        raise locked(name)
    if len(reader.pages) > MAX_PAGES:
        raise too_big(name, f"có hơn {MAX_PAGES} trang")
    return [page.extract_text() for page in reader.pages]


def _has_text(page: str) -> bool:
    return sum(map(str.isalpha, page)) >= _LETTERS_OF_A_PAGE
