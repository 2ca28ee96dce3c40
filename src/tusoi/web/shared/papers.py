"""Tải văn bản: an official paper as a DOCX or PDF file."""

from __future__ import annotations

from enum import StrEnum

from django.http import HttpRequest, HttpResponse

from tusoi.core.errors import Refused
from tusoi.officialdocs.completeness import Inconsistent, MissingValues
from tusoi.officialdocs.docx_writer import write_docx
from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.pdf_writer import write_pdf
from tusoi.officialdocs.wording import file_name
from tusoi.rulebook import Finding, Severity

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"


class Format(StrEnum):
    """Định dạng tệp: to edit, or to sign."""

    DOCX = "docx"
    PDF = "pdf"


def attachment(content: bytes, name: str, content_type: str = DOCX) -> HttpResponse:
    """A file to keep, under a name every computer accepts."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def asked_format(request: HttpRequest) -> Format:
    """`?dang=pdf` asks for the PDF; anything else for the DOCX."""
    return Format.PDF if request.GET.get("dang") == Format.PDF else Format.DOCX


def paper_response(paper: Paper, title: str, asked: Format = Format.DOCX) -> HttpResponse:
    if asked is Format.PDF:
        return attachment(write_pdf(paper), file_name(title, ".pdf"), PDF)
    return attachment(write_docx(paper), file_name(title))


def refused_paper(error: MissingValues | Inconsistent) -> Refused:
    """What the paper still needs or where its numbers do not agree, one finding each."""
    if isinstance(error, MissingValues):
        faults, remedy = [f"Văn bản còn thiếu: {name}." for name in error.names], "Bổ sung"
    else:
        faults, remedy = error.reasons, "Kiểm tra lại số liệu"
    return Refused(
        Finding("paper.unsound", Severity.BLOCKS, fault, remedy=f"{remedy} rồi tải lại.")
        for fault in faults
    )
