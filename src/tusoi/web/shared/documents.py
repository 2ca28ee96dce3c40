"""Tải văn bản đã chốt."""

from __future__ import annotations

from django.http import HttpResponse

from tusoi.core.errors import refuse
from tusoi.documents.models import StoredDocument
from tusoi.documents.selectors.stored import is_intact
from tusoi.web.shared.papers import PDF, Format, attachment


def stored_response(found: StoredDocument, asked: Format = Format.DOCX) -> HttpResponse:
    """The bytes as frozen; refused when they are no longer those that were stored."""
    if not is_intact(found):
        raise refuse(
            "document.changed",
            f"Tệp “{found.title}” không còn đúng như khi ban hành.",
            remedy="Báo quản trị kỹ thuật khôi phục từ bản sao lưu.",
        )
    if asked is Format.DOCX:
        return attachment(bytes(found.docx), found.file_name)
    if found.pdf is None:
        raise refuse(
            "document.no-pdf",
            f"“{found.title}” được chốt khi phần mềm chưa lập tệp PDF.",
            remedy="Tải tệp DOCX rồi chuyển sang PDF.",
        )
    return attachment(bytes(found.pdf), found.pdf_name, PDF)
