"""Bản đã ký số: attached to a paper, downloaded, checked again; the metadata file beside the PDF."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tusoi.core.errors import refuse
from tusoi.documents.models import SignedFile, StoredDocument
from tusoi.documents.selectors.signing import is_untouched, outgoing_record
from tusoi.documents.selectors.stored import sees_document
from tusoi.documents.services.signing import attach_signed, check_signatures
from tusoi.officialdocs.metadata import write_metadata
from tusoi.officialdocs.signatures import Verdict
from tusoi.org.enums import Role
from tusoi.web.hr.forms_signing import SignedFileForm
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.acts import Step, act_page, by
from tusoi.web.shared.papers import attachment

PDF, XML = "application/pdf", "application/xml"


def _document(request: ActorRequest, pk: int) -> StoredDocument:
    rows = StoredDocument.objects.select_related("issuer__parent", "register_entry")
    found = get_object_or_404(rows, pk=pk)
    if not sees_document(request.actor, found):
        raise Http404
    return found


def _signed(request: ActorRequest, pk: int) -> SignedFile:
    rows = SignedFile.objects.select_related("document__issuer__parent")
    found = get_object_or_404(rows, pk=pk)
    if not sees_document(request.actor, found.document):
        raise Http404
    return found


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def signed_attach(request: ActorRequest, pk: int) -> HttpResponse:
    """Đưa lên bản đã ký số."""
    found = _document(request, pk)

    def perform(data: dict[str, Any]) -> str:
        upload = data["signed"]
        signed = attach_signed(
            **by(request),
            document=found,
            content=upload.read(),
            name=upload.name,
            reason=data["reason"],
        )
        return f"Đã lưu bản đã ký. {Verdict(signed.checks.get().verdict).words}."

    return act_page(
        request,
        SignedFileForm(request.POST or None, request.FILES or None),
        perform,
        title="Đưa lên bản đã ký số",
        lead="Tệp được giữ đúng như khi nhận; chữ ký được kiểm tra ngay, không gửi ra ngoài cơ quan.",
        submit="Lưu và kiểm tra",
        trail=(Step(found.title, reverse("document", args=[pk])),),
    )


@require_GET
@page()
def signed_file(request: ActorRequest, pk: int) -> HttpResponse:
    """The signed PDF as received; refused when its bytes have changed since."""
    found = _signed(request, pk)
    if not is_untouched(found):
        raise refuse(
            "signing.damaged",
            f"Tệp đã ký của “{found.document}” không còn đúng như khi nhận.",
            remedy="Báo quản trị kỹ thuật khôi phục từ bản sao lưu.",
        )
    return attachment(bytes(found.content), found.file_name, PDF)


@require_POST
@page(Role.COORDINATOR)
def signed_check(request: ActorRequest, pk: int) -> HttpResponse:
    """Kiểm tra lại chữ ký."""
    found = _signed(request, pk)
    check = check_signatures(**by(request), signed_file=found)
    messages.success(request, f"Đã kiểm tra lại: {Verdict(check.verdict).words}.")
    return redirect("document", found.document_id)


@require_GET
@page()
def paper_metadata(request: ActorRequest, pk: int) -> HttpResponse:
    """Tệp đặc tả của văn bản đã ban hành."""
    found = _document(request, pk)
    name = found.pdf_name.removesuffix(".pdf") + ".xml"
    return attachment(write_metadata(outgoing_record(found)), name, XML)
