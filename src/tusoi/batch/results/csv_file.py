"""Kết quả dạng CSV: one line per subject; the caps in a second file beside it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from tusoi.batch.lines import CAP_HEADINGS, cap_rows, headings, result_cells

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tusoi.batch.judging import Judged
    from tusoi.batch.layout import Inquiry
    from tusoi.batch.summary import Summary

#: What a spreadsheet would take for a formula when it opens the file.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t")
BOM = "\ufeff"


def caps_path(out: Path) -> Path:
    """The file with the caps, beside the result."""
    return out.with_name(f"{out.stem}-ti-le-tran.csv")


def _safe(cell: str | int) -> str | int:
    is_formula = isinstance(cell, str) and cell.startswith(_FORMULA_STARTS)
    return f"'{cell}" if is_formula else cell


def as_csv(rows: Iterable[Iterable[str | int]]) -> str:
    """Rows as CSV text that no spreadsheet mistakes for formulas."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_safe(cell) for cell in row])
    return buffer.getvalue()


class CsvResult:
    """Tệp CSV: UTF-8 with the mark that lets Excel see it."""

    def __init__(self, path: Path, inquiry: Inquiry) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._file.write(BOM + as_csv([headings(inquiry.kind)]))

    @staticmethod
    def render(judged: Judged) -> str:
        return as_csv([result_cells(judged)])

    @staticmethod
    def companions(out: Path) -> tuple[Path, ...]:
        return (caps_path(out),)

    def write(self, lines: Iterable[str]) -> None:
        self._file.writelines(lines)

    def finish(self, summary: Summary, companions: tuple[Path, ...]) -> None:
        """Close the file and write the caps."""
        self._file.close()
        rows = [CAP_HEADINGS, *cap_rows(summary.verdict)]
        companions[0].write_text(BOM + as_csv(rows), encoding="utf-8", newline="")

    def abandon(self) -> None:
        self._file.close()
