"""Tiến độ trên trang: the matrix unit × step and the deadlines, for whoever follows the season."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tusoi.campaigns.models import Campaign
from tusoi.campaigns.selectors.progress import (
    REVIEW_STEPS,
    Deadline,
    UnitProgress,
    deadline_words,
    deadlines,
    review_progress,
)
from tusoi.core.actor import Actor
from tusoi.decisions.selectors.results import unit_results
from tusoi.rulebook import Finding

COLUMNS = (*(label for label, _ in REVIEW_STEPS), "Đã quyết định mức")


@dataclass(frozen=True, slots=True)
class Cell:
    """Một ô: how many of how many."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Row:
    """Một đơn vị."""

    label: str
    url: str
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """Một thời hạn: for the timeline and the list beside it."""

    pk: int
    label: str
    on: date
    done: bool
    words: str
    responsible: str
    late: tuple[UnitProgress, ...]
    findings: tuple[Finding, ...]

    @property
    def key(self) -> str:
        return str(self.pk)


@dataclass(frozen=True, slots=True)
class Progress:
    """Tiến độ cả đợt."""

    rows: tuple[Row, ...]
    deadlines: tuple[DeadlineLine, ...]

    @property
    def overdue(self) -> list[DeadlineLine]:
        return [line for line in self.deadlines if line.findings]


def progress_of(
    actor: Actor, campaign: Campaign, day: date, url_of: Callable[[int], str]
) -> Progress:
    """Everything the actor may see of the season's progress; `url_of` leads to one unit's subjects."""
    units = review_progress(actor, campaign)
    decided = {
        row.unit_id: Cell(sum(row.counts), row.total) for row in unit_results(actor, campaign)
    }
    rows = tuple(_row(unit, decided.get(unit.unit.pk), url_of) for unit in units)
    return Progress(rows, tuple(map(_line, deadlines(campaign, units, day))))


def _row(unit: UnitProgress, decided: Cell | None, url_of: Callable[[int], str]) -> Row:
    cells = tuple(Cell(step.done, step.total) for step in unit.steps)
    return Row(unit.unit.short_name, url_of(unit.unit.pk), (*cells, decided))


def _line(deadline: Deadline) -> DeadlineLine:
    milestone = deadline.milestone
    return DeadlineLine(
        pk=milestone.pk,
        label=milestone.label,
        on=deadline.last_day,
        done=deadline.is_done,
        words=deadline_words(milestone),
        responsible=milestone.responsible,
        late=deadline.late_units,
        findings=deadline.findings,
    )
