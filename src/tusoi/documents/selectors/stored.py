"""Đọc văn bản đã chốt."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from django.db import models
from django.db.models import Q, QuerySet

from tusoi.documents.models import StoredDocument


def documents_of(owners: Iterable[models.Model]) -> QuerySet[StoredDocument]:
    """The papers of the given rows, the latest first; without their bytes."""
    condition = Q(pk__in=[])
    for owner in owners:
        condition |= Q(owner_type=owner._meta.label_lower, owner_id=owner.pk)  # noqa: SLF001 - the public name of a model
    return StoredDocument.objects.filter(condition).defer("content")


def is_intact(document: StoredDocument) -> bool:
    """Whether the bytes still are those that were stored."""
    return hashlib.sha256(document.content).hexdigest() == document.sha256


def stored_documents(*, search: str = "", kind: str = "") -> QuerySet[StoredDocument]:
    """Every stored paper, the latest first, by words of its title and by kind; without the bytes."""
    rows = StoredDocument.objects.defer("content")
    for word in search.split():
        rows = rows.filter(title__icontains=word)
    return rows.filter(kind=kind) if kind else rows
