"""Tệp kết quả: one module per kind of file, all written beside their place and put there when complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tusoi.batch.faults import BatchRefused
from tusoi.batch.results.csv_file import CsvResult
from tusoi.batch.results.json_file import JsonResult
from tusoi.batch.results.xlsx_file import XlsxResult

if TYPE_CHECKING:
    from pathlib import Path

ResultFile = CsvResult | JsonResult | XlsxResult
ResultKind = type[CsvResult] | type[JsonResult] | type[XlsxResult]
_KINDS: dict[str, ResultKind] = {".csv": CsvResult, ".json": JsonResult, ".xlsx": XlsxResult}


def result_kind(out: Path) -> ResultKind:
    """How a file of that ending is written."""
    kind = _KINDS.get(out.suffix.lower())
    if kind is None:
        raise BatchRefused(
            f"--out {out.name}: tên tệp kết quả phải kết thúc bằng {', '.join(_KINDS)}."
        )
    return kind
