"""Chạy cả bảng: source to result, all faults or the whole result, never half of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tusoi.batch.chunks import ChunkWorker
from tusoi.batch.codes import CodeLedger
from tusoi.batch.crew import answers
from tusoi.batch.faults import BatchRefused, FaultList
from tusoi.batch.layout import columns_of
from tusoi.batch.preface import preface_of
from tusoi.batch.results import result_kind
from tusoi.batch.results.csv_file import BOM, as_csv
from tusoi.batch.sources import Table, open_table
from tusoi.batch.summary import Summary, summarise
from tusoi.batch.writing import staged

if TYPE_CHECKING:
    from tusoi.batch.layout import Inquiry
    from tusoi.batch.results import ResultFile, ResultKind
    from tusoi.batch.writing import Staging
    from tusoi.rulebook.facts import SheetFacts

Progress = Callable[[int, int], None]
FAULT_HEADINGS = ("Dòng", "Cột", "Giá trị", "Cần ghi thế nào")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Kết quả một lần chạy: a summary, or faults and where their list stands; `unused` headings either way."""

    summary: Summary | None
    faults: FaultList
    report: Path
    unused: tuple[str, ...]


def report_path(out: Path) -> Path:
    """The list of faults, beside where the result would stand."""
    return out.with_name(f"{out.stem}-loi.csv")


def classify(source: Path, out: Path, inquiry: Inquiry, jobs: int, progress: Progress) -> Outcome:
    """Judge every row of `source` into `out`; with one fault only the list of faults is written."""
    kind, report = result_kind(out), report_path(out)
    _refuse_overwriting(source, (out, report, *kind.companions(out)))
    run = _Run(inquiry, kind, jobs, progress)
    with open_table(source, columns_of(inquiry)) as table, staged(out) as staging:
        run.faults.add(*table.heading.faults)
        summary = None if run.faults else run.judge(table, out, staging)
        if summary:
            staging.publish()
    if run.faults:
        _write_report(report, run.faults)
    else:
        report.unlink(missing_ok=True)
    return Outcome(summary, run.faults, report, table.heading.unused)


def _refuse_overwriting(source: Path, targets: tuple[Path, ...]) -> None:
    if source.resolve() in {target.resolve() for target in targets}:
        raise BatchRefused(
            f"--out: kết quả sẽ ghi đè lên chính tệp đầu vào {source.name}. Chọn tên khác."
        )


def _write_report(report: Path, faults: FaultList) -> None:
    rows = [
        (str(each.row or ""), each.column, each.value, each.expected) for each in faults.in_order()
    ]
    with staged(report) as staging:
        text = BOM + as_csv([FAULT_HEADINGS, *rows])
        staging.beside(report).write_text(text, encoding="utf-8", newline="")
        staging.publish()


class _Run:
    """Một lần chạy: what is gathered over all chunks of one table."""

    def __init__(self, inquiry: Inquiry, kind: ResultKind, jobs: int, progress: Progress) -> None:
        self._inquiry, self._kind, self._jobs, self._progress = inquiry, kind, jobs, progress
        self._codes = CodeLedger()
        self._sheets: Counter[SheetFacts] = Counter()
        self._cites: set[str] = set()
        self.faults = FaultList()

    def judge(self, table: Table, out: Path, staging: Staging) -> Summary | None:
        """Fill the unfinished result file; None where a row is at fault."""
        file = self._kind(staging.beside(out), self._inquiry)
        companions = tuple(staging.beside(each) for each in self._kind.companions(out))
        try:
            self._gather(table, file)
            self.faults.add(*self._codes.faults())
            if self.faults:
                return None
            if not self._sheets:
                raise BatchRefused("Bảng không có dòng dữ liệu nào dưới dòng tiêu đề.")
            summary = summarise(self._inquiry, preface_of(self._inquiry), self._sheets, self._cites)
            file.finish(summary, companions)
            return summary
        finally:
            file.abandon()

    def _gather(self, table: Table, file: ResultFile) -> None:
        make = partial(ChunkWorker, self._inquiry, table.heading, self._kind.render)
        for chunk in answers(table.rows, make, self._jobs):
            self.faults.add(*chunk.faults)
            self._codes.add(chunk.codes)
            self._sheets.update(chunk.sheets)
            self._cites |= chunk.cites
            if not self.faults:
                file.write(chunk.lines)
            self._progress(table.done(), table.total)
