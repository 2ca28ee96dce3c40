"""Đọc bảng nhân sự: cells to values, with a fault for every cell that cannot be understood."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any, NamedTuple

from python_calamine import CalamineError, CalamineWorkbook

from tusoi.core.errors import refuse
from tusoi.core.names import clean, fold
from tusoi.org.models import PartyCell, SimilarPostGroup, Unit
from tusoi.org.services.sheet.columns import BY_CODE, COLUMNS, SHEET, Column, Kind
from tusoi.org.services.sheet.faults import FIRST_ROW, Fault, ImportReport

MOST_ROWS = 200_000
_DATE = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
Progress = Callable[[int, int], None]


class Row(NamedTuple):
    """Dòng nhân sự: one person with the post held, every cell understood."""

    number: int
    code: str
    full_name: str
    birth_date: date | None
    category: str
    unit: int
    title: str
    leadership: str
    group: int
    starts_on: date
    party_joined_on: date | None
    cell: int | None
    email: str


class _Fault(ValueError):
    """Why one cell is not understood; becomes a Fault with its place."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Danh mục: units, groups and cells by code, as the file may name them."""

    units: dict[str, int]
    groups: dict[str, int]
    cells: dict[str, int]

    @classmethod
    def load(cls, today: date) -> Catalogue:
        """Everything in use today; three queries."""
        units = Unit.objects.exclude(dissolved_on__lte=today)
        return cls(
            units={fold(unit.code): unit.pk for unit in units},
            groups={fold(group.code): group.pk for group in SimilarPostGroup.objects.all()},
            cells={fold(cell.code): cell.pk for cell in PartyCell.objects.all()},
        )


def _text(value: Any) -> str:
    """The text of a cell; a whole number written as a number has no decimals."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return clean(value if isinstance(value, str) else str(value))


def _date(value: Any) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    match = _DATE.fullmatch(_text(value))
    try:
        day, month, year = (int(part) for part in match.groups()) if match else (0, 0, 0)
        return date(year, month, day)
    except ValueError:
        raise _Fault("Không đúng dạng ngày/tháng/năm, ví dụ 24/11/2023.") from None


def _email(value: Any) -> str:
    text = _text(value)
    if not _EMAIL.fullmatch(text):
        raise _Fault("Không đúng dạng địa chỉ thư điện tử.")
    return text


def _shorter(column: Column) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        text = _text(value)
        if len(text) > column.max_length:
            raise _Fault(f"Dài quá {column.max_length} ký tự.")
        return text

    return read


def _one_of(known: dict[str, Any], message: str) -> Callable[[Any], Any]:
    """Look a cell up without regard to case and diacritics; remembers what it has seen."""
    seen: dict[Any, Any] = {}

    def read(value: Any) -> Any:
        if value not in seen:
            key = fold(_text(value))
            if key not in known:
                raise _Fault(message)
            seen[value] = known[key]
        return seen[value]

    return read


def _reader(column: Column, catalogue: Catalogue) -> Callable[[Any], Any]:
    """How the cells of a column are read."""
    if column.kind is Kind.CHOICE:
        labels = ", ".join(label for _, label in column.choices)
        known = {fold(label): value for value, label in column.choices}
        return _one_of(known, f"Chỉ nhận một trong các giá trị: {labels}.")
    readers: dict[Kind, Callable[[Any], Any]] = {
        Kind.TEXT: _shorter(column),
        Kind.DATE: _date,
        Kind.EMAIL: _email,
        Kind.UNIT: _one_of(catalogue.units, "Không có đơn vị đang hoạt động nào mang mã này."),
        Kind.GROUP: _one_of(catalogue.groups, "Không có nhóm tương đồng nào mang mã này."),
        Kind.CELL: _one_of(catalogue.cells, "Không có chi bộ nào mang mã này."),
    }
    return readers[column.kind]


def open_sheet(content: bytes) -> list[list[Any]]:
    """The cells of the sheet “Nhân sự”, else of the first sheet; Refused where the file is no workbook."""
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        name = SHEET if SHEET in workbook.sheet_names else workbook.sheet_names[0]
        return workbook.get_sheet_by_name(name).to_python(
            skip_empty_area=False, nrows=MOST_ROWS + FIRST_ROW
        )
    except (CalamineError, IndexError) as error:
        raise refuse(
            "org.import-file",
            "Không đọc được tệp. Tệp phải là bảng tính dạng .xlsx.",
            remedy="Tải bảng mẫu, điền vào bảng mẫu rồi gửi lại.",
        ) from error


def _places(heading: list[Any]) -> dict[str, int]:
    """Where each column stands; Refused when one is missing or the sheet is empty."""
    labels = {fold(_text(value)): index for index, value in enumerate(heading)}
    missing = [
        column.label
        for column in COLUMNS
        if column.is_required and fold(column.label) not in labels
    ]
    if missing:
        raise refuse(
            "org.import-columns",
            f"Dòng đầu của bảng thiếu cột: {', '.join(missing)}.",
            remedy="Giữ nguyên dòng tiêu đề của bảng mẫu.",
        )
    return {
        column.code: labels[fold(column.label)]
        for column in COLUMNS
        if fold(column.label) in labels
    }


_EMPTY: dict[str, Any] = {"leadership": "none", "email": ""}


def read_rows(content: bytes, today: date, report: ImportReport, progress: Progress) -> list[Row]:
    """Every row that is understood; the others leave their faults in the report."""
    cells = open_sheet(content)
    if len(cells) < FIRST_ROW:
        raise refuse(
            "org.import-empty",
            "Bảng không có dòng nào để nhập.",
            remedy="Điền danh sách từ dòng thứ hai của bảng mẫu rồi gửi lại.",
        )
    if len(cells) > MOST_ROWS + 1:
        raise refuse(
            "org.import-long",
            f"Bảng dài quá {MOST_ROWS:,} dòng.".replace(",", "."),
            remedy="Chia bảng thành nhiều tệp.",
        )
    places, catalogue = _places(cells[0]), Catalogue.load(today)
    readers = [(column, places.get(column.code), _reader(column, catalogue)) for column in COLUMNS]
    rows: list[Row] = []
    for number, line in enumerate(cells[1:], start=FIRST_ROW):
        if not any(line):
            continue
        report.rows += 1
        row = _read_row(number, line, readers, report)
        if row is not None:
            rows.append(row)
        if number % 5000 == 0:
            progress(number, 2 * len(cells))
    return rows


def _read_row(
    number: int,
    line: list[Any],
    readers: list[tuple[Column, int | None, Callable[[Any], Any]]],
    report: ImportReport,
) -> Row | None:
    before, values = report.fault_count, [number]
    for column, place, read in readers:
        value = line[place] if place is not None else ""
        if value == "" or value is None:
            if column.is_required:
                report.add(Fault(number, column.label, "", "Chưa ghi."))
            values.append(_EMPTY.get(column.code))  # type: ignore[arg-type]  # a Row is typed, its making is not
            continue
        try:
            values.append(read(value))
        except _Fault as fault:
            report.add(Fault(number, column.label, _text(value)[:80], str(fault)))
    return Row(*values) if report.fault_count == before else None  # type: ignore[arg-type]  # see above


def check_rows(rows: list[Row], today: date, report: ImportReport) -> None:
    """Faults that show only when cells or rows are compared."""
    codes: dict[str, int] = {}
    posts: dict[tuple[int, str], tuple[int, str, int]] = {}
    for row in rows:
        for code, message in _row_faults(row, today):
            report.add(Fault(row.number, BY_CODE[code].label, "", message))
        first = codes.setdefault(row.code, row.number)
        if first != row.number:
            report.add(
                Fault(row.number, BY_CODE["code"].label, row.code, f"Mã này đã ghi ở dòng {first}.")
            )
        number, leadership, group = posts.setdefault(
            (row.unit, fold(row.title)), (row.number, row.leadership, row.group)
        )
        if (leadership, group) != (row.leadership, row.group):
            message = f"Cùng chức vụ, cùng đơn vị nhưng chức vụ lãnh đạo hoặc nhóm tương đồng khác với dòng {number}."
            report.add(Fault(row.number, BY_CODE["title"].label, row.title, message))


def _row_faults(row: Row, today: date) -> list[tuple[str, str]]:
    faults = []
    if row.birth_date is not None and row.birth_date >= today:
        faults.append(("birth_date", "Ngày sinh phải trước ngày hôm nay."))
    joined = row.party_joined_on
    if joined is not None and (
        joined > today or (row.birth_date is not None and joined <= row.birth_date)
    ):
        faults.append(
            ("party_joined_on", "Ngày vào Đảng phải sau ngày sinh và không sau ngày hôm nay.")
        )
    if row.cell is not None and joined is None:
        faults.append(("cell", "Có chi bộ nhưng chưa ghi ngày vào Đảng."))
    if row.birth_date is not None and row.starts_on <= row.birth_date:
        faults.append(("starts_on", "Ngày bắt đầu phải sau ngày sinh."))
    return faults
