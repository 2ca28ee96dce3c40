"""Lưu văn bản đã chốt."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db import models

from tusoi.documents.enums import PaperKind
from tusoi.documents.models import StoredDocument


def store(
    *,
    kind: PaperKind,
    title: str,
    file_name: str,
    content: bytes,
    owner: models.Model,
    at: datetime,
) -> StoredDocument:
    """Keep the bytes of a paper as issued; part of the command that issues it."""
    return StoredDocument.objects.create(
        kind=kind,
        title=title,
        file_name=file_name,
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        created_at=at,
        owner_type=owner._meta.label_lower,  # noqa: SLF001 - the public name of a model
        owner_id=owner.pk,
    )
