"""Trả lời bản đọc: what the office of an example says to each field of its plan, where it agrees and where it does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from tusoi.campaigns.models import PlanReading
from tusoi.campaigns.selectors.plan_fields import InputKind, ReadField, ReadingSection, is_day
from tusoi.campaigns.selectors.plan_readings import SettledField
from tusoi.campaigns.selectors.plan_values import exact_value
from tusoi.rehearsal.example import Row

Answer = tuple[str, dict[str, Any]]
"""Câu trả lời: the key of a field, and what `plan.settle` takes for it."""

_FACTS = {"number": "plan_number", "date": "plan_date"}


def identity_answers(rows: Iterable[SettledField], plan: Row) -> Iterator[Answer]:
    """A fact of the plan is accepted where the text says the same, corrected where not; others wait."""
    for row in rows:
        said = plan.get(_FACTS.get(row.key, row.key))
        if row.field.section is ReadingSection.IDENTITY and said:
            yield row.key, _answer(row.field, str(said))


def _answer(field: ReadField, said: str) -> dict[str, Any]:
    value = exact_value(field, said)
    if field.read and exact_value(field, field.read) == value:
        return {"answer": "accepted"}
    return {"answer": "corrected", "value": value}


def basis_answers(reading: PlanReading, plan_date: date) -> Iterator[Answer]:
    """A plan cannot rest on a document of a later day; a report on it can, and that stays open."""
    for number, row in enumerate(reading.draft["legal_bases"]):
        if row["date"] and date.fromisoformat(row["date"]) > plan_date:
            yield f"legal_bases-{number}", {"answer": "open"}


def deadline_answers(
    rows: Iterable[SettledField], milestones: Iterable[Row], year: int
) -> Iterator[Answer]:
    """A deadline becomes the milestone of its day and of the step its words name; of any step where they name none."""
    deadlines = [
        row
        for row in rows
        if row.field.input is InputKind.DEADLINE and row.field.is_clear and is_day(row.value)
    ]
    left = list(milestones)
    for row in sorted(deadlines, key=lambda row: not _of_step(row, left, year)):
        found = _of_step(row, left, year) if row.step else _of_day(row, left, year)
        step = found[0]["step"] if found else ""
        left = [each for each in left if each["step"] != step]
        yield row.key, {"answer": "accepted", "step": step}


def _of_day(row: SettledField, milestones: Iterable[Row], year: int) -> list[Row]:
    """The milestones of the very day, counted in the same way."""
    day = date.fromisoformat(row.value.replace("--", f"{year}-", 1))
    return [
        each
        for each in milestones
        if each["due_on"] == day and each.get("is_inclusive", False) is row.inclusive
    ]


def _of_step(row: SettledField, milestones: Iterable[Row], year: int) -> list[Row]:
    return [each for each in _of_day(row, milestones, year) if each["step"] == row.step]


def unnamed_bases(rows: Iterable[SettledField], texts: Iterable[str]) -> list[str]:
    """The legal bases of the example whose document the text does not name among its own."""
    numbers = [row.field.label for row in rows if row.field.section is ReadingSection.BASES]
    return [text for text in texts if not any(number in text for number in numbers)]
