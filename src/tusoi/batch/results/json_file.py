"""Kết quả dạng JSON: canonical – sorted keys, no blanks, one subject per line – with the facts judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tusoi.batch.lines import caps_as_data
from tusoi.rulebook import __version__
from tusoi.rulebook.record import answer, canonical

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tusoi.batch.judging import Judged
    from tusoi.batch.layout import Inquiry
    from tusoi.batch.summary import Summary


class JsonResult:
    """Tệp JSON: the law of the day, the subjects in the order of the table, then findings and caps."""

    def __init__(self, path: Path, inquiry: Inquiry) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._separator = "\n"
        law = {
            "day": inquiry.day.isoformat(),
            "kind": inquiry.slug,
            "overlays": list(inquiry.overlays),
            "rulebook": __version__,
            "year": inquiry.year,
        }
        self._file.write(f'{{"law":{canonical(law)},"subjects":[')

    @staticmethod
    def render(judged: Judged) -> str:
        """The record can be judged again: `answer(read_record(…))` gives the same text as `answer`."""
        entry, record = judged.entry, judged.record
        about = canonical(
            {
                "code": entry.code,
                "findings": [finding.as_dict() for finding in judged.findings],
                "group": entry.group,
                "level": judged.level.value if judged.level else None,
                "name": entry.name,
            }
        )
        rest = canonical(
            {"row": entry.number, "standing": judged.standing.value, "unit": entry.unit}
        )
        return f'{{"answer":{answer(record)},{about[1:-1]},"record":{record.to_json()},{rest[1:]}'

    @staticmethod
    def companions(out: Path) -> tuple[Path, ...]:
        return ()

    def write(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._file.write(self._separator + line)
            self._separator = ",\n"

    def finish(self, summary: Summary, companions: tuple[Path, ...]) -> None:
        """The end of the list, then what holds for the whole table."""
        totals = {
            "caps": caps_as_data(summary.verdict),
            "findings": [finding.as_dict() for finding in summary.preface],
            "levels": {
                level.value if level else "none": count for level, count in summary.levels.items()
            },
            "rows": summary.rows,
        }
        self._file.write(f'\n],"totals":{canonical(totals)}}}\n')
        self._file.close()

    def abandon(self) -> None:
        self._file.close()
