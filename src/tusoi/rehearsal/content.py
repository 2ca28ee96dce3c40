"""Lời văn: what each subject of an example writes, from its texts and the numbers of its self level."""

from __future__ import annotations

from typing import Any

from tusoi.campaigns.facts import fields_of
from tusoi.campaigns.models import Subject
from tusoi.rehearsal.example import Row, pick
from tusoi.rehearsal.stage import Stage, levels_of
from tusoi.rulebook.forms import CriterionGroup, Field, FieldKind

_TASKS = ("tasks_total", "tasks_on_time", "tasks_exceeded", "tasks_deficient")
_TARGETS = (
    "unit_targets_total",
    "unit_targets_done",
    "unit_targets_exceeded",
    "unit_targets_on_time",
)


def content_of(stage: Stage, code: str) -> dict[str, Any]:
    """The filled form of a subject: texts, degrees, numbers; matters nobody raised stay blank."""
    subject = stage.subjects[code]
    profile = _profile(stage, code)
    words = _words(stage, code, subject, profile)
    answers = {
        field.code: _answer(stage, code, field, profile, words) for field in fields_of(subject)
    }
    return {key: value for key, value in answers.items() if value is not None}


def _profile(stage: Stage, code: str) -> Row:
    """The numbers and degrees of the level the facts are to prove, unless the example names others."""
    if named := stage.season["levels"].get(code, {}).get("profile"):
        return stage.season["profiles"][named]
    levels = levels_of(stage.example, code)
    is_collective = stage.subjects[code].is_collective
    level = levels.proposed if is_collective else levels.self_level
    return stage.season["profiles"][level or "none"]


def _words(stage: Stage, code: str, subject: Subject, profile: Row) -> dict[str, Any]:
    """What the texts leave open; done work by unit and post where the example has it, else by unit."""
    works, unit = stage.example.texts["work"], subject.unit.code
    work = works.get(f"{unit}/{subject.title}", works[unit])
    first = pick([str(index) for index in range(len(work))], code, "work")
    chosen = {f"work_{n}": work[(int(first) + n) % len(work)] for n in (1, 2, 3)}
    numbers = dict(zip(_TASKS + _TARGETS, [*profile["tasks"], *profile["targets"]], strict=True))
    names = {"unit": subject.unit.name, "title": subject.title}
    return names | chosen | numbers | {"year": stage.opened.review_year}


def _party_level(stage: Stage, code: str) -> str:
    """The level as a Party member, where the form asks for it apart: the own level unless the example says otherwise."""
    said = stage.season["levels"].get(code, {}).get("party", "")
    return said or levels_of(stage.example, code).self_level


def _answer(stage: Stage, code: str, field: Field, profile: Row, words: dict[str, Any]) -> Any:
    if field.kind is FieldKind.NUMBER:
        return words[field.code]
    if field.kind is FieldKind.LEVEL:
        return _party_level(stage, code)
    if field.kind is FieldKind.DEGREE:
        is_result = field.criterion is CriterionGroup.RESULT
        return profile["result_degree" if is_result else "degree"]
    part = "report" if stage.subjects[code].is_collective else "review"
    options = of_unit(stage.example.texts[part].get(field.code), stage.subjects[code].unit.code)
    return pick(options, code, field.code).format(**words) if options else None


def of_unit(options: Any, unit: str) -> Any:
    """What an example has for that unit, where it says different things of different units."""
    return options.get(unit) if isinstance(options, dict) else options
