"""Lỗi của bảng tính: row, column, what is wrong; and the report of a whole file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

KEPT_FAULTS = 20_000
FIRST_ROW = 2


@dataclass(frozen=True, slots=True)
class Fault:
    """Lỗi: the row as the spreadsheet numbers it, the heading of the column, the value and the sentence."""

    row: int
    column: str
    value: str
    message: str


@dataclass(slots=True)
class ImportReport:
    """Kết quả nhập: how many rows, what has changed, and every fault; with a fault nothing is saved."""

    rows: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    posts: int = 0
    moved: int = 0
    is_saved: bool = False
    fault_count: int = 0
    faults: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> None:
        """Count a fault; beyond a bound, long past any use, only the count goes on."""
        self.fault_count += 1
        if len(self.faults) < KEPT_FAULTS:
            self.faults.append(fault)

    def as_dict(self) -> dict[str, Any]:
        """For the result of a background job."""
        counts = (
            "rows",
            "created",
            "updated",
            "unchanged",
            "posts",
            "moved",
            "is_saved",
            "fault_count",
        )
        rows = [[fault.row, fault.column, fault.value, fault.message] for fault in self.faults]
        return {**{name: getattr(self, name) for name in counts}, "faults": rows}
