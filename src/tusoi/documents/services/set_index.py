"""Danh mục của bộ: one line for each paper, made or missing, as XLSX; the same papers give the same bytes.

The index of a dossier has a second sheet: its list, with what is there and what is missing.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

import xlsxwriter

from tusoi.documents.enums import PaperKind
from tusoi.documents.models import SetItem
from tusoi.documents.selectors.contents import ContentLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

INDEX_NAME: Final = "danh-muc.xlsx"
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_NO_MOMENT = datetime(2000, 1, 1)  # noqa: DTZ001 - the file says no moment at all
_COLUMNS: Final = (
    ("STT", 6),
    ("Loại văn bản", 24),
    ("Tên văn bản", 48),
    ("Đối tượng", 26),
    ("Đơn vị", 30),
    ("Số, ký hiệu", 16),
    ("Ngày", 12),
    ("Có/thiếu", 10),
    ("Lý do thiếu", 48),
)
_OF_FILE: Final = (("Tên tệp", 60), ("SHA-256", 66))


_CONTENTS: Final = (
    ("TT", 6),
    ("Thành phần hồ sơ", 60),
    ("Tình trạng", 24),
    ("Số, ngày, nơi lưu", 40),
    ("Ai bổ sung, lý do", 48),
)


def index_sheet(
    items: Iterable[SetItem], suffixes: tuple[str, ...], contents: Sequence[ContentLine] = ()
) -> bytes:
    """The index; names and hashes of the files stand last, one pair of columns for each format."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as book:
        book.set_properties({"created": _NO_MOMENT})
        sheet = book.add_worksheet("Danh mục")
        day = book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
        columns = _columns(suffixes)
        for column, (_, width) in enumerate(columns):
            sheet.set_column(column, column, width)
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        sheet.write_row(0, 0, [title for title, _ in columns], bold)
        last = 0
        for last, item in enumerate(items, start=1):
            _write(sheet, last, _cells(item, suffixes), day)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(columns) - 1)
        if contents:
            _write_contents(book, contents, bold)
    return buffer.getvalue()


def _write_contents(book: xlsxwriter.Workbook, contents: Sequence[ContentLine], bold: Any) -> None:
    sheet = book.add_worksheet("Thành phần hồ sơ")
    for column, (_, width) in enumerate(_CONTENTS):
        sheet.set_column(column, column, width)
    sheet.write_row(0, 0, [title for title, _ in _CONTENTS], bold)
    for row, line in enumerate(contents, start=1):
        sheet.write_row(row, 0, line)
    sheet.freeze_panes(1, 0)


def _columns(suffixes: tuple[str, ...]) -> list[tuple[str, int]]:
    formats = [suffix.removeprefix(".").upper() for suffix in suffixes]
    of_files = [(f"{title} ({name})", width) for name in formats for title, width in _OF_FILE]
    return [*_COLUMNS, *of_files]


def _cells(item: SetItem, suffixes: tuple[str, ...]) -> list[Any]:
    files = {each["suffix"]: each for each in item.files}
    of_files = (
        (f"{item.stem}{suffix}", files[suffix]["sha256"]) if suffix in files else ("", "")
        for suffix in suffixes
    )
    return [
        item.position,
        PaperKind(item.kind).label,
        item.title,
        item.about,
        item.unit_name,
        item.number,
        item.dated,
        item.get_status_display(),
        item.reasons,
        *(cell for pair in of_files for cell in pair),
    ]


def _write(sheet: Any, row: int, cells: list[Any], day: Any) -> None:
    for column, value in enumerate(cells):
        if value is None or value == "":
            continue
        if column == _DATED:
            sheet.write_datetime(row, column, value, day)
        else:
            sheet.write(row, column, value)


_DATED: Final = [title for title, _ in _COLUMNS].index("Ngày")
