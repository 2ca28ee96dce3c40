"""Diễn biến cả đợt: every step of an example in the order of time, played through the commands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from tusoi.rehearsal import (
    awarding,
    balloting,
    cast,
    cells,
    comparing,
    ending,
    filing,
    guidance,
    meeting,
    planning,
    rating,
    repeating,
    writing,
)
from tusoi.rehearsal.example import Example, moment
from tusoi.rehearsal.stage import Stage, Step

CHAPTERS = (
    planning,
    guidance,
    writing,
    meeting,
    repeating,
    cells,
    balloting,
    filing,
    comparing,
    rating,
    awarding,
    ending,
)
SETTLING_IN = timedelta(days=20)


def steps(stage: Stage) -> list[Step]:
    """All steps by their instant; those of one instant stay in the order of the chapters."""
    found = [step for chapter in CHAPTERS for step in chapter.steps(stage)]
    return sorted(found, key=lambda step: step.at)


def play(
    example: Example,
    *,
    until: datetime | None = None,
    progress: Callable[[int, int, str], None] = lambda done, total, label: None,
) -> Stage:
    """Build the cast and play the season, up to and including `until`."""
    stage = Stage(cast.build(example, moment(example.season["plan_at"]) - SETTLING_IN))
    due = [step for step in steps(stage) if until is None or step.at <= until]
    for done, step in enumerate(due, start=1):
        step.take()
        progress(done, len(due), step.label)
    return stage
