"""Từng khối dòng: what one process does with a share of the rows – read, judge, write down."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tusoi.batch.codes import digest
from tusoi.batch.faults import Fault
from tusoi.batch.judging import Judge
from tusoi.batch.reading import Entry, RowReader
from tusoi.rulebook.rules.reported_numbers import number_findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from tusoi.batch.judging import Judged
    from tusoi.batch.layout import Heading, Inquiry
    from tusoi.batch.sources import Row
    from tusoi.rulebook.facts import SheetFacts


@dataclass(slots=True)
class ChunkResult:
    """Kết quả một khối: lines as the result file takes them, and what is counted over the whole table."""

    lines: list[Any] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    codes: list[tuple[bytes, int]] = field(default_factory=list)
    sheets: Counter[SheetFacts] = field(default_factory=Counter)
    cites: set[str] = field(default_factory=set)


class ChunkWorker:
    """Bộ xử lý: made once per process; `render` turns a judged subject into lines of the result file."""

    def __init__(
        self,
        inquiry: Inquiry,
        heading: Heading,
        render: Callable[[Judged], Any],
    ) -> None:
        self._reader = RowReader(inquiry, heading)
        self._has_counts = any(column.whole for column, _ in heading.places)
        self._judge = Judge(inquiry)
        self._law = inquiry.law
        self._render = render

    def work(self, rows: list[Row]) -> ChunkResult:
        """Every row read; judged only while the chunk has no fault, since no result follows one."""
        result = ChunkResult()
        read = [each for row in rows if (each := self._reader.read(row))]
        result.codes = [(digest(each.code), each.number) for each in read if each.code]
        result.faults = [fault for each in read for fault in each.faults]
        entries = [each.entry for each in read if each.entry]
        if self._has_counts:
            result.faults += [fault for each in entries for fault in self._impossible_numbers(each)]
        if not result.faults:
            for entry in entries:
                self._judge_into(result, entry)
        return result

    def _impossible_numbers(self, entry: Entry) -> list[Fault]:
        """Numbers that cannot be true beside each other, as the rulebook finds them."""
        found = number_findings(entry.results, self._law)
        return [
            Fault(entry.number, "", "", f"{each.message} {each.remedy}")
            for each in found
            if each.is_blocker
        ]

    def _judge_into(self, result: ChunkResult, entry: Entry) -> None:
        judged = self._judge.judge(entry)
        result.lines.append(self._render(judged))
        result.sheets[self._judge.sheet(judged)] += 1
        for finding in judged.every_finding:
            result.cites.update(finding.cites)
