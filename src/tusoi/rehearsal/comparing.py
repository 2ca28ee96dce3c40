"""So sánh các vị trí tương đương: what the leaders see side by side before they decide.

Driven by the optional key “compared” of a season: the moments at which the comparison is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from tusoi.decisions.selectors.comparison import ComparedRow, candidates, compared, compared_groups
from tusoi.rehearsal.example import moment
from tusoi.rehearsal.stage import Stage, Step, code_of


def steps(stage: Stage) -> Iterator[Step]:
    """One look at every group of similar posts at each of the moments."""
    for looked_at in stage.season.get("compared", ()):
        yield Step(moment(looked_at), "So sánh vị trí", partial(_compare, stage))


def _compare(stage: Stage, at: datetime) -> None:
    """Keep what the comparison points out, by the code of the subject."""
    stage.comparisons[at] = {
        code_of(row.subject): " ".join(finding.message for finding in row.findings)
        for row in _rows(stage, at)
        if row.findings
    }


def _rows(stage: Stage, at: datetime) -> Iterator[ComparedRow]:
    head = stage.head(stage.cast.body.code, at)
    for group in compared_groups(stage.opened):
        everybody = candidates(head, stage.opened, group)
        yield from compared(stage.opened, everybody, everybody)
