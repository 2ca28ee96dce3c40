"""Khóa dòng: a command first locks what it changes and reads it anew."""

from __future__ import annotations

from django.db import models


def lock(row: models.Model) -> None:
    """Lock the row until the transaction ends; `row` itself then holds its present columns."""
    row.refresh_from_db(from_queryset=type(row)._default_manager.select_for_update(of=("self",)))  # noqa: SLF001 - the public name of a model's manager
