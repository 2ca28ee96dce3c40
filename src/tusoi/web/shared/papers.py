"""Tải văn bản: an official paper as a DOCX file."""

from __future__ import annotations

from django.http import HttpResponse

from tusoi.core.errors import Refused
from tusoi.officialdocs.completeness import Inconsistent, MissingValues
from tusoi.officialdocs.docx_writer import write_docx
from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.wording import file_name
from tusoi.rulebook import Finding, Severity

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def attachment(content: bytes, name: str, content_type: str = DOCX) -> HttpResponse:
    """A file to keep, under a name every computer accepts."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def paper_response(paper: Paper, title: str) -> HttpResponse:
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
