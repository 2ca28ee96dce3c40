"""Bảng mẫu nhân sự: the spreadsheet that the office downloads, fills in and sends back."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import xlsxwriter

from tusoi.org.models import PartyCell, SimilarPostGroup, Unit
from tusoi.org.services.sheet.columns import COLUMNS, SHEET, Kind

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

VALIDATED_ROWS = 20_000
_LISTS = "Danh mục"
_GUIDE = "Hướng dẫn"


def _catalogues() -> dict[Kind, list[tuple[str, str]]]:
    """The codes one may write, with their names."""
    return {
        Kind.UNIT: list(Unit.objects.filter(dissolved_on__isnull=True).values_list("code", "name")),
        Kind.GROUP: list(SimilarPostGroup.objects.values_list("code", "name")),
        Kind.CELL: list(PartyCell.objects.values_list("code", "name")),
    }


def _add_lists(book: Workbook, heading: Any) -> dict[Kind, str]:
    """The sheet of codes; gives for each kind the range that a drop-down list refers to."""
    sheet, ranges = book.add_worksheet(_LISTS), {}
    sheet.set_column(0, 8, 26)
    titles = {Kind.UNIT: "đơn vị", Kind.GROUP: "nhóm tương đồng", Kind.CELL: "chi bộ"}
    for place, (kind, rows) in enumerate(_catalogues().items()):
        column = place * 3
        sheet.write_row(0, column, [f"Mã {titles[kind]}", f"Tên {titles[kind]}"], heading)
        for number, row in enumerate(rows, start=1):
            sheet.write_row(number, column, row)
        letter = "ABCDEFGH"[column]
        ranges[kind] = f"='{_LISTS}'!${letter}$2:${letter}${max(len(rows), 1) + 1}"
    return ranges


def _add_guide(book: Workbook, heading: Any) -> None:
    sheet = book.add_worksheet(_GUIDE)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 14)
    sheet.set_column(2, 2, 80)
    sheet.write_row(0, 0, ["Cột", "Bắt buộc", "Cách ghi"], heading)
    for number, column in enumerate(COLUMNS, start=1):
        sheet.write_row(
            number, 0, [column.label, "Có" if column.is_required else "Không", column.hint]
        )


def _validate(sheet: Worksheet, place: int, source: Any) -> None:
    label = COLUMNS[place].label
    sheet.data_validation(
        1,
        place,
        VALIDATED_ROWS,
        place,
        {
            "validate": "list",
            "source": source,
            "error_title": label,
            "error_message": "Chọn một giá trị trong danh sách.",
        },
    )


def people_template() -> bytes:
    """Bảng mẫu nhân sự: headings, drop-down lists, a sheet of codes and a guide."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer)
    heading = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#E6F0EF", "border": 1}
    )
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    text = book.add_format({"num_format": "@"})
    sheet = book.add_worksheet(SHEET)
    ranges = _add_lists(book, heading)
    _add_guide(book, heading)
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width, day if column.kind is Kind.DATE else text)
        sheet.write(0, place, column.label, heading)
        sheet.write_comment(0, place, column.hint)
        if column.choices:
            _validate(sheet, place, [label for _, label in column.choices])
        elif column.kind in ranges:
            _validate(sheet, place, ranges[column.kind])
    sheet.freeze_panes(1, 2)
    book.close()
    return buffer.getvalue()
