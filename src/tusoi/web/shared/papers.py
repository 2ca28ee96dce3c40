"""Tải văn bản: an official paper as a DOCX or PDF file."""

from __future__ import annotations

from enum import StrEnum

from django.http import HttpRequest, HttpResponse

from tusoi.core.errors import Refused, refuse
from tusoi.documents.selectors.templates import file_of
from tusoi.officialdocs.completeness import Inconsistent, MissingValues
from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.wording import file_name
from tusoi.org.models import Unit
from tusoi.rulebook import Finding, Severity

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"


class Format(StrEnum):
    """Định dạng tệp: to edit, or to sign."""

    DOCX = "docx"
    PDF = "pdf"


CONTENT_TYPES = {Format.DOCX: DOCX, Format.PDF: PDF}


def attachment(content: bytes, name: str, content_type: str = DOCX) -> HttpResponse:
    """A file to keep, under a name every computer accepts."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def asked_format(request: HttpRequest) -> Format:
    """`?dang=pdf` asks for the PDF; anything else for the DOCX."""
    return Format.PDF if request.GET.get("dang") == Format.PDF else Format.DOCX


def paper_response(
    paper: Paper, title: str, issuer: Unit, asked: Format = Format.DOCX
) -> HttpResponse:
    """The paper as its issuer makes it: in our layout, or as DOCX with the issuer's own template."""
    content = file_of(paper, issuer, f".{asked}")
    if content is None:
        raise refuse(
            "paper.own_template",
            "Văn bản này lập theo mẫu của cơ quan nên phần mềm không làm bản PDF.",
            remedy="Tải bản DOCX, xuất PDF bằng Word, ký rồi tải bản PDF đã ký lên trang văn bản.",
        )
    return attachment(content, file_name(title, f".{asked}"), CONTENT_TYPES[asked])


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
