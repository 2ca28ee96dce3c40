"""Đọc tệp: rows of a CSV or XLSX file one after the other, with the heading found and checked."""

from __future__ import annotations

import csv
import io
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from tusoi.batch.faults import BatchRefused
from tusoi.batch.layout import Heading, find_heading, recognised
from tusoi.batch.spelling import cell_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tusoi.batch.columns import Column

SHEET = "Đánh giá"
DELIMITERS = (";", ",", "\t")
HEADING_WITHIN = 10
#: A row with fewer known headings is a title, not the heading.
FEWEST_HEADINGS = 2
_NOT_UTF8 = (
    "Tệp {name} không ở bảng mã UTF-8. Trong Excel: Lưu thành, chọn “CSV UTF-8”, "
    "hoặc dùng thẳng tệp .xlsx."
)

Row = tuple[int, list[Any]]


@dataclass(frozen=True, slots=True)
class Table:
    """Bảng đã mở: its heading and the rows below it, numbered as a spreadsheet numbers them.

    `total` and `done` measure how far the reading has come.
    """

    heading: Heading
    rows: Iterator[Row]
    total: int
    done: Callable[[], int]


def _with_heading(
    path: Path, rows: Iterator[list[Any]], columns: tuple[Column, ...]
) -> tuple[Heading, Iterator[Row]]:
    """The first rows hold the heading, wherever a title above it ends."""
    first = list(islice(rows, HEADING_WITHIN))
    if not any(cell_text(cell) for row in first for cell in row):
        raise BatchRefused(f"Tệp {path.name} trống. Tạo bảng mẫu bằng --template rồi điền vào đó.")
    texts = [[cell_text(cell) for cell in row] for row in first]
    counts = [recognised(row, columns) for row in texts]
    place = counts.index(max(counts))
    if counts[place] < FEWEST_HEADINGS:
        needed = ", ".join(f"“{column.heading}”" for column in columns)
        raise BatchRefused(
            f"Tệp {path.name}: không thấy dòng tiêu đề trong {HEADING_WITHIN} dòng đầu. "
            f"Các cột cần có: {needed}. Tạo bảng mẫu bằng --template."
        )
    heading = find_heading(place + 1, texts[place], columns)
    below = chain(first[place + 1 :], rows)
    return heading, enumerate(below, start=place + 2)


def _delimiter(sample: list[str], columns: tuple[Column, ...]) -> str:
    """The delimiter under which the first lines show the most headings."""

    def headings(delimiter: str) -> int:
        return max(
            (recognised(row, columns) for row in csv.reader(sample, delimiter=delimiter)), default=0
        )

    return max(DELIMITERS, key=headings)


def _refusing(path: Path, rows: Iterator[list[str]]) -> Iterator[list[Any]]:
    """The rows; what is wrong with the file itself becomes a refusal."""
    number = 0
    try:
        for row in rows:
            number += 1
            yield row
    except UnicodeDecodeError:
        raise BatchRefused(_NOT_UTF8.format(name=path.name)) from None
    except csv.Error:
        raise BatchRefused(
            f"Tệp {path.name}: sau dòng {number} không đọc tiếp được. Thường là một dấu ngoặc kép mở mà không đóng."
        ) from None


@contextmanager
def _csv_table(path: Path, columns: tuple[Column, ...]) -> Iterator[Table]:
    with path.open("rb") as raw, io.TextIOWrapper(raw, encoding="utf-8-sig", newline="") as text:
        try:
            sample = list(islice(text, HEADING_WITHIN))
        except UnicodeDecodeError:
            raise BatchRefused(_NOT_UTF8.format(name=path.name)) from None
        delimiter = _delimiter(sample, columns)
        reader = csv.reader(chain(sample, text), delimiter=delimiter, strict=True)
        heading, rows = _with_heading(path, _refusing(path, reader), columns)
        yield Table(heading, rows, path.stat().st_size, raw.tell)


@contextmanager
def _xlsx_table(path: Path, columns: tuple[Column, ...]) -> Iterator[Table]:
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - a CSV needs no spreadsheet reader

    try:
        workbook = CalamineWorkbook.from_path(str(path))
        name = SHEET if SHEET in workbook.sheet_names else workbook.sheet_names[0]
        cells = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, IndexError):
        raise BatchRefused(
            f"Không đọc được tệp {path.name}. Tệp phải là bảng tính .xlsx, không đặt mật khẩu."
        ) from None
    progress = [0]

    def counted() -> Iterator[list[Any]]:
        for progress[0], row in enumerate(cells, start=1):
            yield row

    heading, rows = _with_heading(path, counted(), columns)
    yield Table(heading, rows, len(cells), lambda: progress[0])


_OPENERS = {".csv": _csv_table, ".xlsx": _xlsx_table}


@contextmanager
def open_table(path: Path, columns: tuple[Column, ...]) -> Iterator[Table]:
    """The table of a file, by its ending; BatchRefused where it cannot be read."""
    opener = _OPENERS.get(path.suffix.lower())
    if opener is None:
        raise BatchRefused(f"Tệp {path.name}: chỉ đọc được tệp .csv hoặc .xlsx.")
    if path.is_dir():
        raise BatchRefused(f"{path} là thư mục. Ghi tên một tệp .csv hoặc .xlsx.")
    try:
        with opener(path, columns) as table:
            yield table
    except FileNotFoundError:
        raise BatchRefused(f"Không có tệp {path}.") from None
    except PermissionError:
        raise BatchRefused(f"Không được phép đọc tệp {path}.") from None
