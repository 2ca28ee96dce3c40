"""Bảng tính: a table to take along, as XLSX."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import xlsxwriter
from django.http import HttpResponse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTH = 26
OPTIONS = {
    "constant_memory": True,
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "default_date_format": "dd/mm/yyyy",
}


def spreadsheet(
    file_name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> HttpResponse:
    """One sheet with a fixed, filterable header; rows are written as they come."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, OPTIONS) as book:
        sheet = book.add_worksheet("Danh sách")
        sheet.set_column(0, len(columns) - 1, WIDTH)
        sheet.write_row(
            0, 0, columns, book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        )
        last = 0
        for last, row in enumerate(rows, start=1):
            sheet.write_row(last, 0, row)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(columns) - 1)
    response = HttpResponse(buffer.getvalue(), content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{file_name}.xlsx"'
    return response
