"""Phân trang: long lists are sorted by their keys alone; the wide rows are read for one page only."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

PAGE_SIZE = 25


class LeanPaginator(Paginator):  # type: ignore[type-arg]  # not generic at run time
    """Trang của danh sách dài: first the keys of the page in order, then its rows."""

    def _get_page(self, *args: Any, **kwargs: Any) -> Page[Any]:
        rows, number, _ = args
        if isinstance(rows, QuerySet) and isinstance(self.object_list, QuerySet):
            keys = list(rows.values_list("pk", flat=True))
            rows = list(self.object_list.filter(pk__in=keys))
        return Page(rows, number, self)


def page_at(rows: Any, number: Any, per_page: int = PAGE_SIZE) -> Page[Any]:
    """The page of that number; the nearest one where the number makes no sense."""
    return LeanPaginator(rows, per_page).get_page(number)
