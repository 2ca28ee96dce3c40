"""Số đo: reads from the facts of a year what the standards of the levels compare with their limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from tusoi.rulebook import wording
from tusoi.rulebook.facts import Degree, RatingLevel
from tusoi.rulebook.standards import degree_value

if TYPE_CHECKING:
    from tusoi.rulebook.facts import PersonFacts, ResultFacts


@dataclass(frozen=True, slots=True)
class Reading:
    """Kết quả đo: `value` is None while the facts are missing; `applies` False where it cannot matter."""

    value: Fraction | None
    inputs: dict[str, Any]
    applies: bool = True


def _share(part: int | None, whole: int | None, unit: str) -> Reading:
    if part is None or not whole:
        return Reading(None, {})
    share = Fraction(part, whole)
    return Reading(share, {"kết quả": f"{part}/{whole} {unit} ({wording.percent(share)})"})


def _degrees(facts: ResultFacts, *, results: bool | None) -> list[Degree]:
    return [
        degree
        for code, degree in facts.criteria.items()
        if results is None or (code in facts.result_criteria) is results
    ]


def _worst(facts: ResultFacts, *, results: bool | None) -> Reading:
    degrees = _degrees(facts, results=results)
    if not degrees:
        return Reading(None, {})
    worst = max(degrees, key=lambda degree: degree.rank)
    return Reading(degree_value(worst), {"cấp độ thấp nhất": worst.label})


def _best(facts: ResultFacts) -> Reading:
    degrees = _degrees(facts, results=None)
    if not degrees:
        return Reading(None, {})
    best = min(degrees, key=lambda degree: degree.rank)
    return Reading(degree_value(best), {"cấp độ cao nhất": best.label})


def _subordinates(facts: ResultFacts, lowest: RatingLevel) -> Reading:
    total = sum(facts.subordinate_levels.values())
    reached = sum(
        count for level, count in facts.subordinate_levels.items() if not lowest.is_above(level)
    )
    if not total:
        return Reading(None, {}, applies=False)
    return _share(reached, total, "đơn vị trực thuộc")


def _units_disciplined(facts: ResultFacts) -> Reading:
    if not facts.subordinate_units_total:
        return Reading(None, {}, applies=False)
    return _share(facts.subordinate_units_disciplined, facts.subordinate_units_total, "đơn vị")


def _flag(holds: bool) -> Reading:
    return Reading(Fraction(holds), {"kết luận": "Có" if holds else "Không"})


def _counts_as_disciplined(person: PersonFacts | None) -> bool:
    if person is None or not person.disciplined:
        return False
    return not (person.discipline_already_counted or person.discipline_for_earlier_year)


Measure = Callable[["ResultFacts", "PersonFacts | None"], Reading]

MEASURES: dict[str, Measure] = {
    "worst_general_degree": lambda facts, _: _worst(facts, results=False),
    "worst_result_degree": lambda facts, _: _worst(facts, results=True),
    "worst_degree": lambda facts, _: _worst(facts, results=None),
    "best_degree": lambda facts, _: _best(facts),
    "tasks_on_time": lambda facts, _: _share(facts.tasks_on_time, facts.tasks_total, "nhiệm vụ"),
    "tasks_exceeded": lambda facts, _: _share(facts.tasks_exceeded, facts.tasks_total, "nhiệm vụ"),
    "tasks_deficient": lambda facts, _: _share(
        facts.tasks_deficient, facts.tasks_total, "nhiệm vụ"
    ),
    "targets_done": lambda facts, _: _share(
        facts.unit_targets_done, facts.unit_targets_total, "chỉ tiêu"
    ),
    "targets_exceeded": lambda facts, _: _share(
        facts.unit_targets_exceeded, facts.unit_targets_total, "chỉ tiêu"
    ),
    "targets_on_time": lambda facts, _: _share(
        facts.unit_targets_on_time, facts.unit_targets_total, "chỉ tiêu"
    ),
    "subordinates_completed": lambda facts, _: _subordinates(facts, RatingLevel.COMPLETED),
    "subordinates_good": lambda facts, _: _subordinates(facts, RatingLevel.GOOD),
    "units_disciplined": lambda facts, _: _units_disciplined(facts),
    "degradation": lambda facts, _: _flag(facts.degradation_concluded),
    "corruption_case": lambda facts, _: _flag(facts.corruption_case),
    "disciplined": lambda _, person: _flag(_counts_as_disciplined(person)),
    "discipline_inside": lambda facts, _: _flag(
        facts.member_or_unit_disciplined or facts.collective_disciplined
    ),
    "discipline_not_self_detected": lambda facts, _: _flag(
        facts.member_or_unit_disciplined and not facts.discipline_self_detected
    ),
    "collective_disciplined": lambda facts, _: _flag(facts.collective_disciplined),
    "main_targets_missed": lambda facts, _: _flag(
        facts.main_targets_missed and not facts.force_majeure
    ),
    "disunity": lambda facts, _: _flag(facts.disunity),
}


def read(measure: str, facts: ResultFacts, person: PersonFacts | None) -> Reading:
    """The value of a measure, with the numbers it comes from."""
    return MEASURES[measure](facts, person)
