"""Đọc cây tổ chức."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tusoi.org.models import Unit

if TYPE_CHECKING:
    from django.db.models import QuerySet


def body() -> Unit | None:
    """The root of the tree: the public body that runs the campaigns; None before set-up."""
    return Unit.objects.filter(parent__isnull=True).order_by("pk").first()


def subtree(unit: Unit) -> QuerySet[Unit]:
    """The unit and everything below it."""
    return Unit.objects.filter(path__startswith=unit.path)
