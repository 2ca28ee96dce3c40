"""Tệp kế hoạch: from the bytes of a file to its text, judged by content and not by the name."""

from __future__ import annotations

from tusoi.planreader.files.plain import plain_text, refuse_old_letters
from tusoi.planreader.files.refusal import AS_DOCX, Unreadable, locked, too_big

__all__ = ["MAX_BYTES", "MAX_CHARACTERS", "Unreadable", "text_of"]

MAX_BYTES = 20 * 1024 * 1024
#: Some 900 pages: no plan, and more than one reading should cost.
MAX_CHARACTERS = 2_000_000
_ZIP, _PDF, _COMPOUND, _RTF = (
    b"PK\x03\x04",
    b"%PDF-",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"{\\rtf",
)
_PDF_HEAD = 1024
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8", b"BM")


def text_of(content: bytes, name: str) -> str:
    """The text of a DOCX, PDF or plain text file, as it stands; raises `Unreadable`."""
    _refuse_kind(content, name)
    if content.startswith(_ZIP):
        from tusoi.planreader.files.word import word_text  # noqa: PLC0415 - plain text never loads the library

        text = word_text(content, name)
    elif _PDF in content[:_PDF_HEAD]:
        from tusoi.planreader.files.pdf import pdf_text  # noqa: PLC0415 - plain text never loads the library

        text = pdf_text(content, name)
    else:
        text = plain_text(content, name)
    if not text.strip():
        raise Unreadable(f"Tệp “{name}” không có chữ nào. Kiểm tra lại tệp đã chọn.")
    if len(text) > MAX_CHARACTERS:
        raise too_big(name, f"dài hơn {MAX_CHARACTERS // 1_000_000} triệu ký tự")
    refuse_old_letters(text, name)
    return text


def _refuse_kind(content: bytes, name: str) -> None:
    """Files that are known not to be readable, before anything is opened."""
    if not content:
        raise Unreadable(f"Tệp “{name}” trống (0 byte). Kiểm tra lại tệp đã chọn.")
    if len(content) > MAX_BYTES:
        raise too_big(name, f"lớn hơn {MAX_BYTES // 1024**2} MB")
    if content.startswith(_COMPOUND):
        if _ENCRYPTED in content:
            raise locked(name)
        raise Unreadable(
            f"Tệp “{name}” là tệp Office đời cũ (.doc, .xls), chưa đọc được. {AS_DOCX}."
        )
    if content.startswith(_RTF):
        raise Unreadable(f"Tệp “{name}” là tệp RTF, chưa đọc được. {AS_DOCX}.")
    if content.startswith(_IMAGES):
        raise Unreadable(
            f"Tệp “{name}” là ảnh, không có chữ để đọc. Dùng tệp DOCX gốc, hoặc nhận dạng chữ (OCR) rồi dán phần lời."
        )
