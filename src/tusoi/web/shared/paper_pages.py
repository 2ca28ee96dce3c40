"""Trang văn bản: one paper, frozen or still a draft – read, taken along, issued, withdrawn."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from tusoi.documents.models import StoredDocument
from tusoi.documents.selectors.stored import sees_document
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.documents import stored_response
from tusoi.web.shared.papers import asked_format


def _own_document(request: ActorRequest, pk: int) -> StoredDocument:
    found = get_object_or_404(StoredDocument, pk=pk)
    if not sees_document(request.actor, found):
        raise Http404
    return found


@require_GET
@page()
def document_file(request: ActorRequest, pk: int) -> HttpResponse:
    """The files as frozen."""
    return stored_response(_own_document(request, pk), asked_format(request))
