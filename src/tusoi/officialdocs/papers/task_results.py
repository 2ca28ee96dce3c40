"""Phụ lục kết quả thực hiện nhiệm vụ: product, progress, quality and points of every task, as evidence."""

from __future__ import annotations

from dataclasses import dataclass

from tusoi.officialdocs.paper import Align, Annex, Column, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskResults:
    """Kết quả thực hiện nhiệm vụ: titles and shares of the columns, one row of cells per task."""

    columns: tuple[tuple[str, float], ...]
    rows: tuple[tuple[str, ...], ...]


def task_results_annex(results: TaskResults, reference: str) -> Annex:
    """The annex, landscape; the rows are numbered."""
    columns = (
        Column("TT", 1, Align.CENTER),
        *(Column(title, width) for title, width in results.columns),
    )
    rows = tuple((str(n), *row) for n, row in enumerate(results.rows, start=1))
    return Annex(
        title="Kết quả thực hiện nhiệm vụ",
        reference=reference,
        body=(Table(columns, rows, empty="Không có nhiệm vụ nào."),),
        landscape=True,
    )
