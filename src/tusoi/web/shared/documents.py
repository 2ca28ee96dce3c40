"""Tải văn bản đã chốt."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from tusoi.core.errors import refuse
from tusoi.documents.models import StoredDocument
from tusoi.documents.selectors.stored import is_intact
from tusoi.org.enums import Role
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.papers import attachment

READERS = (Role.COORDINATOR, Role.DEPARTMENT_HEAD, Role.DEPARTMENT_LEADER, Role.SUPERVISOR)


@require_GET
@page(*READERS)
def document(request: ActorRequest, pk: int) -> HttpResponse:
    """Any paper, for those who oversee the whole body."""
    return stored_response(get_object_or_404(StoredDocument, pk=pk))


def stored_response(found: StoredDocument) -> HttpResponse:
    """The bytes as issued; refused when they are no longer those that were stored."""
    if not is_intact(found):
        raise refuse(
            "document.changed",
            f"Tệp “{found.title}” không còn đúng như khi ban hành.",
            remedy="Báo quản trị kỹ thuật khôi phục từ bản sao lưu.",
        )
    return attachment(bytes(found.content), found.file_name)
