"""Bảng mẫu: headings, hints, drop-down lists and an invented example for one kind of subject and day."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import xlsxwriter
from xlsxwriter.utility import xl_range_abs

from tusoi.batch.cells import Choice
from tusoi.batch.faults import BatchRefused
from tusoi.batch.layout import columns_of
from tusoi.batch.preface import preface_of
from tusoi.batch.reading import SKIP_MARK
from tusoi.batch.results.csv_file import BOM
from tusoi.batch.sources import DELIMITERS, SHEET
from tusoi.batch.writing import staged

if TYPE_CHECKING:
    from pathlib import Path

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from tusoi.batch.columns import Column
    from tusoi.batch.layout import Inquiry

GUIDE, LISTS = "Hướng dẫn", "Danh mục"
VALIDATED_ROWS = 20_000
_LONGEST_TITLE = 32
_GUIDE_WIDTHS = (40, 30, 56, 66)
#: Room for five lines, the longest heading in its column.
_HEADING_HEIGHT = 80
_CREATED = datetime(2018, 1, 1)  # noqa: DTZ001 - a template says the same whenever it is written


def _example(columns: tuple[Column, ...]) -> list[str]:
    """An invented row, commented out so that it never counts."""
    return [f"{SKIP_MARK}{columns[0].example}", *(column.example for column in columns[1:])]


def _hint(column: Column) -> str:
    return f"{column.hint} {column.reader.expected}"


def _write_csv(path: Path, inquiry: Inquiry) -> None:
    columns = columns_of(inquiry)
    hints = [_hint(column) for column in columns]
    headings = [column.heading for column in columns]
    rows = [headings, [f"{SKIP_MARK} {hints[0]}", *hints[1:]], _example(columns)]
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(BOM)
        csv.writer(file, delimiter=DELIMITERS[0], lineterminator="\r\n").writerows(rows)


@dataclass(frozen=True, slots=True)
class _Forms:
    """How the cells of the workbook look."""

    heading: Format
    text: Format
    example: Format
    guide: Format

    @classmethod
    def of(cls, book: xlsxwriter.Workbook) -> _Forms:
        font = {"font_name": "Times New Roman", "font_size": 11}
        box = font | {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
        heading = {"bold": True, "align": "center", "valign": "vcenter", "bg_color": "#E6F0EF"}
        text = font | {"num_format": "@"}
        return cls(
            heading=book.add_format(box | heading),
            text=book.add_format(text),
            example=book.add_format(text | {"italic": True, "font_color": "#666666"}),
            guide=book.add_format(box),
        )


def _write_table(sheet: Worksheet, columns: tuple[Column, ...], forms: _Forms) -> None:
    """The sheet that is filled in: headings with their hints, one example row."""
    example = _example(columns)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width, forms.text)
        sheet.write_string(0, place, column.heading, forms.heading)
        sheet.write_comment(0, place, _hint(column), {"author": "Tự Soi"})
        sheet.write_string(1, place, example[place], forms.example)
    sheet.set_row(0, _HEADING_HEIGHT)
    sheet.freeze_panes(1, 2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _add_lists(
    sheet: Worksheet, lists: Worksheet, columns: tuple[Column, ...], forms: _Forms
) -> None:
    """Drop-down lists, their values on a sheet of their own because they may hold commas."""
    choices = [
        (place, column, list(column.reader.options))
        for place, column in enumerate(columns)
        if isinstance(column.reader, Choice)
    ]
    for at, (place, column, options) in enumerate(choices):
        lists.set_column(at, at, 40)
        lists.write_string(0, at, column.heading, forms.heading)
        lists.write_column(1, at, options, forms.guide)
        rule = {
            "validate": "list",
            "source": f"='{LISTS}'!{xl_range_abs(1, at, len(options), at)}",
            "error_title": column.heading[:_LONGEST_TITLE],
            "error_message": "Chọn một giá trị trong danh sách.",
        }
        sheet.data_validation(1, place, VALIDATED_ROWS, place, rule)


def _write_guide(
    sheet: Worksheet, inquiry: Inquiry, columns: tuple[Column, ...], forms: _Forms
) -> None:
    """Which law the table is for, then column by column what to write."""
    for place, width in enumerate(_GUIDE_WIDTHS):
        sheet.set_column(place, place, width)
    about = [finding.message for finding in preface_of(inquiry)]
    about.append(f"Dòng có mã bắt đầu bằng {SKIP_MARK} (như dòng ví dụ) được bỏ qua khi xếp loại.")
    for row, text in enumerate(about):
        sheet.merge_range(row, 0, row, len(_GUIDE_WIDTHS) - 1, text, forms.guide)
        sheet.set_row(row, 48)
    sheet.write_row(
        len(about), 0, ["Cột", "Bắt buộc", "Ý nghĩa", "Giá trị được ghi"], forms.heading
    )
    for row, column in enumerate(columns, start=len(about) + 1):
        cells = [column.heading, column.requirement.value, column.hint, column.reader.expected]
        sheet.write_row(row, 0, cells, forms.guide)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _write_xlsx(path: Path, inquiry: Inquiry) -> None:
    columns = columns_of(inquiry)
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    book.set_properties({"title": "Bảng mẫu xếp loại", "author": "Tự Soi", "created": _CREATED})
    forms = _Forms.of(book)
    sheet, guide, lists = (book.add_worksheet(name) for name in (SHEET, GUIDE, LISTS))
    _write_table(sheet, columns, forms)
    _write_guide(guide, inquiry, columns, forms)
    _add_lists(sheet, lists, columns, forms)
    book.close()


_WRITERS = {".csv": _write_csv, ".xlsx": _write_xlsx}


def write_template(out: Path, inquiry: Inquiry) -> None:
    """The template for one kind of subject, with the columns the law of the day needs."""
    write = _WRITERS.get(out.suffix.lower())
    if write is None:
        raise BatchRefused(f"--out {out.name}: bảng mẫu là tệp .csv hoặc .xlsx.")
    with staged(out) as staging:
        write(staging.beside(out), inquiry)
        staging.publish()
