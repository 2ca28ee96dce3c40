"""Lỗi của bảng: row, column, value and what is expected; with one fault no result is written."""

from __future__ import annotations

from dataclasses import dataclass, field

#: Beyond any use a reader has for them, further faults are only counted.
KEPT_FAULTS = 20_000
SHOWN_CHARACTERS = 80


class BatchRefused(Exception):
    """Không xếp loại được: one Vietnamese sentence or more that says what, where and how to mend it."""


class CellFault(ValueError):
    """Ô ghi sai: says what is expected; its place is added where the row is read."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Lỗi: the row as the spreadsheet numbers it (0 for the whole file), heading, value, what is expected."""

    row: int
    column: str
    value: str
    expected: str

    def __str__(self) -> str:
        place = f"Dòng {self.row}" if self.row else "Cả bảng"
        column = f", cột “{self.column}”" if self.column else ""
        value = f": “{self.value[:SHOWN_CHARACTERS]}”" if self.value else ""
        return f"{place}{column}{value}. {self.expected}"


@dataclass(slots=True)
class FaultList:
    """Danh sách lỗi: in the order of the rows; beyond a bound only the count goes on."""

    count: int = 0
    kept: list[Fault] = field(default_factory=list)

    def add(self, *faults: Fault) -> None:
        self.count += len(faults)
        room = KEPT_FAULTS - len(self.kept)
        self.kept.extend(faults[: max(room, 0)])

    def __bool__(self) -> bool:
        return self.count > 0

    def in_order(self) -> list[Fault]:
        return sorted(self.kept, key=lambda fault: fault.row)
