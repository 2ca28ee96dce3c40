"""Bảng nhập: a table of inputs, one per cell, in a form that is sent as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.forms import Widget

from tusoi.rulebook.forms import Field

SPARE_ROWS = 3


class TableInput(Widget):
    """Bảng: rows that the form names, or those written with a few empty ones below; cells are named `code-row-column`."""

    template_name = "components/table_input.html"
    use_fieldset = True

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        blank = [""] * len(self.field.columns)
        rows = value or [blank] * len(self.field.rows)
        if not self.field.rows:
            rows = [*rows, *[blank] * SPARE_ROWS]
        labels = self.field.rows or [str(position) for position in range(1, len(rows) + 1)]
        context["table"] = {
            "row_title": self.field.row_title or "TT",
            "columns": self.field.columns,
            "rows": [
                (label, self._cells(name, position, row))
                for position, (label, row) in enumerate(zip(labels, rows, strict=True))
            ],
        }
        return context

    def _cells(self, name: str, position: int, row: list[str]) -> list[dict[str, Any]]:
        """What each input of a row needs: its name, its value, its column."""
        pairs = zip(self.field.columns, row, strict=True)
        return [
            {"name": f"{name}-{position}-{at}", "value": value, "column": column}
            for at, (column, value) in enumerate(pairs)
        ]

    def value_from_datadict(
        self, data: Mapping[str, Any], files: Mapping[str, Any], name: str
    ) -> list[list[str]]:
        """The rows sent, up to the first that is not there."""
        rows: list[list[str]] = []
        columns = range(len(self.field.columns))
        while f"{name}-{len(rows)}-0" in data:
            rows.append([data.get(f"{name}-{len(rows)}-{at}", "") for at in columns])
        return rows

    def id_for_label(self, id_: str) -> str:
        return ""
