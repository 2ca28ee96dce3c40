"""Danh sách: pages and order of a table, both kept in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tusoi.core.paging import page_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.core.paginator import Page
    from django.db.models import QuerySet
    from django.http import HttpRequest


def page_of(request: HttpRequest, rows: QuerySet[Any] | Sequence[Any]) -> Page[Any]:
    """The page asked for; the nearest one where the number makes no sense."""
    return page_at(rows, request.GET.get("page"))


def ordered(
    request: HttpRequest, rows: QuerySet[Any], columns: Mapping[str, Sequence[str]], default: str
) -> QuerySet[Any]:
    """The rows sorted by a known column; `-` in front turns the order round."""
    asked = request.GET.get("sort", default)
    if asked.removeprefix("-") not in columns:
        asked = default
    fields = columns[asked.removeprefix("-")]
    return rows.order_by(*(f"-{field}" for field in fields) if asked.startswith("-") else fields)
