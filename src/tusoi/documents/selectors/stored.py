"""Đọc văn bản đã chốt."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from django.db import models
from django.db.models import Q, QuerySet

from tusoi.core.actor import Actor
from tusoi.documents.models import StoredDocument
from tusoi.documents.permissions import oversees_papers
from tusoi.documents.selectors.sources import find_source, owner_type

_BYTES = ("docx", "pdf", "preview")


def documents_of(owners: Iterable[models.Model]) -> QuerySet[StoredDocument]:
    """The papers of the given rows, the latest first; without their bytes."""
    condition = Q(pk__in=[])
    for owner in owners:
        condition |= Q(owner_type=owner_type(owner), owner_id=owner.pk)
    return StoredDocument.objects.filter(condition).defer(*_BYTES)


def latest_of(owner: models.Model, kind: str) -> StoredDocument | None:
    """The last paper of this kind frozen for the row, unless it was withdrawn."""
    return documents_of([owner]).filter(kind=kind, withdrawal__isnull=True).first()


def digest(content: bytes | memoryview) -> str:
    """Mã kiểm tra: the SHA-256 under which bytes are kept and held against later."""
    return hashlib.sha256(content).hexdigest()


def is_intact(document: StoredDocument) -> bool:
    """Whether both files still are those that were stored."""
    kept = [(document.docx, document.docx_sha256)]
    if document.pdf is not None:
        kept.append((document.pdf, document.pdf_sha256))
    return all(digest(content) == known for content, known in kept)


def stored_documents(*, search: str = "", kind: str = "") -> QuerySet[StoredDocument]:
    """Every stored paper, the latest first, by words of its title and by kind; without the bytes."""
    rows = StoredDocument.objects.defer(*_BYTES).select_related("withdrawal")
    for word in search.split():
        rows = rows.filter(title__icontains=word)
    return rows.filter(kind=kind) if kind else rows


def sees_document(actor: Actor, document: StoredDocument) -> bool:
    """Those who oversee the whole body, and whoever may see the paper of the row it was made of."""
    if oversees_papers(actor):
        return True
    source = find_source(document.kind, document.owner_type)
    return source is not None and source.owners(actor).filter(pk=document.owner_id).exists()
