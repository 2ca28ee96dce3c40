"""Số đo: reads from the facts of a year what the standards of the levels compare with their limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from tusoi.rulebook import wording
from tusoi.rulebook.facts import Degree, RatingLevel
from tusoi.rulebook.standards import degree_value, level_value

if TYPE_CHECKING:
    from collections.abc import Mapping

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


def _reached(levels: Mapping[RatingLevel, int], lowest: RatingLevel, whose: str) -> Reading:
    """The share of those rated that reached a level; does not apply where there is nobody to count."""
    total = sum(levels.values())
    if not total:
        return Reading(None, {}, applies=False)
    reached = sum(count for level, count in levels.items() if not lowest.is_above(level))
    return _share(reached, total, whose)


def _not_completed(levels: Mapping[RatingLevel, int], whose: str) -> Reading:
    total = sum(levels.values())
    if not total:
        return Reading(None, {}, applies=False)
    return _share(levels.get(RatingLevel.NOT_COMPLETED, 0), total, whose)


def _shortcomings(facts: ResultFacts) -> Reading:
    """The share of shortcomings put right; nothing to put right leaves the condition without object."""
    if facts.shortcomings_total == 0:
        return Reading(None, {}, applies=False)
    return _share(facts.shortcomings_fixed, facts.shortcomings_total, "hạn chế, khuyết điểm")


def _low_trust(facts: ResultFacts) -> Reading:
    if not facts.trust_votes_total:
        return Reading(None, {}, applies=False)
    return _share(facts.trust_votes_low, facts.trust_votes_total, "phiếu tín nhiệm")


def _score(facts: ResultFacts) -> Reading:
    if facts.score is None:
        return Reading(None, {})
    return Reading(Fraction(facts.score), {"tổng điểm": wording.number(facts.score)})


def _official_level(facts: ResultFacts, person: PersonFacts | None) -> Reading:
    """The level as an official, as a number that grows with its worth; none for those outside the system."""
    if person is not None and not person.holds_office:
        return Reading(None, {}, applies=False)
    level = facts.official_level
    if level is None:
        return Reading(None, {})
    return Reading(level_value(level), {"mức xếp loại công chức, viên chức": level.label})


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


def _disciplined_for_duty(person: PersonFacts | None) -> bool:
    return (
        person is not None
        and _counts_as_disciplined(person)
        and not person.discipline_is_unrelated_to_duty
    )


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
    "tasks_done": lambda facts, _: _share(facts.tasks_done, facts.tasks_total, "nhiệm vụ"),
    "tasks_late": lambda facts, _: _share(facts.tasks_late, facts.tasks_total, "nhiệm vụ"),
    "score": lambda facts, _: _score(facts),
    "shortcomings_fixed": lambda facts, _: _shortcomings(facts),
    "subordinates_completed": lambda facts, _: _reached(
        facts.subordinate_levels, RatingLevel.COMPLETED, "đơn vị trực thuộc"
    ),
    "subordinates_good": lambda facts, _: _reached(
        facts.subordinate_levels, RatingLevel.GOOD, "đơn vị trực thuộc"
    ),
    "subordinates_not_completed": lambda facts, _: _not_completed(
        facts.subordinate_levels, "đơn vị trực thuộc"
    ),
    "members_completed": lambda facts, _: _reached(
        facts.member_levels, RatingLevel.COMPLETED, "đảng viên"
    ),
    "members_good": lambda facts, _: _reached(facts.member_levels, RatingLevel.GOOD, "đảng viên"),
    "members_not_completed": lambda facts, _: _not_completed(facts.member_levels, "đảng viên"),
    "peers_completed": lambda facts, _: _reached(
        facts.peer_levels, RatingLevel.COMPLETED, "chính quyền, đoàn thể cùng cấp"
    ),
    "peers_good": lambda facts, _: _reached(
        facts.peer_levels, RatingLevel.GOOD, "chính quyền, đoàn thể cùng cấp"
    ),
    "official_level": _official_level,
    "low_trust_votes": lambda facts, _: _low_trust(facts),
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
    "disciplined_for_duty": lambda _, person: _flag(_disciplined_for_duty(person)),
    "basic_targets_missed": lambda facts, _: _flag(
        facts.basic_targets_missed and not facts.force_majeure
    ),
    "personnel_wrongdoing": lambda facts, _: _flag(facts.personnel_wrongdoing),
    "member_warned_or_worse": lambda facts, _: _flag(facts.member_warned_or_worse),
    "member_disciplined_for_duty": lambda facts, _: _flag(facts.member_disciplined_for_duty),
    "prohibitions_breached": lambda facts, _: _flag(facts.prohibitions_breached),
    "example_breached": lambda facts, _: _flag(facts.example_breached),
    "no_force_majeure": lambda facts, _: _flag(not facts.force_majeure),
}


def read(measure: str, facts: ResultFacts, person: PersonFacts | None) -> Reading:
    """The value of a measure, with the numbers it comes from."""
    return MEASURES[measure](facts, person)
