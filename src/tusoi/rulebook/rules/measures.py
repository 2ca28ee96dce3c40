"""Số đo: reads from the facts of a year what the standards of the levels compare with their limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from tusoi.rulebook.facts import Degree, RatingLevel
from tusoi.rulebook.rules import scales
from tusoi.rulebook.rules.scales import Ratio, Scale

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tusoi.rulebook.facts import PersonFacts, ResultFacts

#: Nothing to measure: the condition cannot matter for this subject. Missing facts read as None.
WITHOUT_OBJECT: Ratio = (0, 0)
_NO: Ratio = (0, 1)
_YES: Ratio = (1, 1)
_LOWEST_DEGREE = Degree.POOR.rank
_LOWEST_LEVEL = RatingLevel.NOT_COMPLETED.rank

Read = Callable[["ResultFacts", "PersonFacts | None"], Ratio | None]


@dataclass(frozen=True, slots=True)
class Measure:
    """Số đo: how it is read from the facts, and the scale it is written on."""

    read: Read
    scale: Scale


def _share(part: str, whole: str, unit: str) -> Measure:
    """One number of the report out of another."""
    of = attrgetter(part, whole)

    def read(facts: ResultFacts, _: PersonFacts | None) -> Ratio | None:
        reading: Ratio = of(facts)
        return None if reading[0] is None or not reading[1] else reading

    return Measure(read, scales.share(unit))


def _share_if_any(part: str, whole: str, unit: str) -> Measure:
    """As `_share`; where the whole is zero the condition has no object."""
    reported, of = _share(part, whole, unit), attrgetter(whole)

    def read(facts: ResultFacts, person: PersonFacts | None) -> Ratio | None:
        return WITHOUT_OBJECT if of(facts) == 0 else reported.read(facts, person)

    return Measure(read, reported.scale)


def _share_if_told(part: str, whole: str, unit: str) -> Measure:
    """As `_share`; where the whole is zero or not reported the condition has no object."""
    reported, of = _share(part, whole, unit), attrgetter(whole)

    def read(facts: ResultFacts, person: PersonFacts | None) -> Ratio | None:
        return reported.read(facts, person) if of(facts) else WITHOUT_OBJECT

    return Measure(read, reported.scale)


def _counted(levels: str, unit: str, counts: Callable[[RatingLevel], bool]) -> Measure:
    """The share of those rated whose level counts; no object where nobody has been rated."""
    of = attrgetter(levels)

    def read(facts: ResultFacts, _: PersonFacts | None) -> Ratio | None:
        rated: Mapping[RatingLevel, int] = of(facts)
        total = sum(rated.values())
        if not total:
            return WITHOUT_OBJECT
        return sum(count for level, count in rated.items() if counts(level)), total

    return Measure(read, scales.share(unit))


def _reached(levels: str, lowest: RatingLevel, unit: str) -> Measure:
    return _counted(levels, unit, lambda level: not lowest.is_above(level))


def _not_completed(levels: str, unit: str) -> Measure:
    return _counted(levels, unit, lambda level: level is RatingLevel.NOT_COMPLETED)


def _inside(lowest: RatingLevel, unit: str) -> Measure:
    """Of a đảng bộ the share of its organisations, of a chi bộ that of its members; unknown without both."""

    def read(facts: ResultFacts, _: PersonFacts | None) -> Ratio | None:
        rated = facts.subordinate_levels or facts.member_levels
        total = sum(rated.values())
        if not total:
            return None
        return sum(count for level, count in rated.items() if not lowest.is_above(level)), total

    return Measure(read, scales.share(unit))


def _members_of_cell_not_completed(unit: str) -> Measure:
    """The share of members not completed in a chi bộ; no object in a đảng bộ, which has organisations below."""
    counted = _not_completed("member_levels", unit)

    def read(facts: ResultFacts, person: PersonFacts | None) -> Ratio | None:
        return WITHOUT_OBJECT if facts.subordinate_levels else counted.read(facts, person)

    return Measure(read, counted.scale)


def _ranks(facts: ResultFacts, results: bool | None) -> list[int]:
    """The ranks of the criteria on results (True), of the general ones (False) or of all."""
    criteria, on_results = facts.criteria, facts.result_criteria
    if results is None:
        return [degree.rank for degree in criteria.values()]
    return [degree.rank for code, degree in criteria.items() if (code in on_results) is results]


def _worst(*, results: bool | None) -> Measure:
    def read(facts: ResultFacts, _: PersonFacts | None) -> Ratio | None:
        ranks = _ranks(facts, results)
        return (_LOWEST_DEGREE - max(ranks), 1) if ranks else None

    return Measure(read, scales.degree("cấp độ thấp nhất"))


def _best() -> Measure:
    def read(facts: ResultFacts, _: PersonFacts | None) -> Ratio | None:
        ranks = _ranks(facts, None)
        return (_LOWEST_DEGREE - min(ranks), 1) if ranks else None

    return Measure(read, scales.degree("cấp độ cao nhất"))


def _score(facts: ResultFacts, _: PersonFacts | None) -> Ratio | None:
    return None if facts.score is None else facts.score.as_integer_ratio()


def _official_level(facts: ResultFacts, person: PersonFacts | None) -> Ratio | None:
    """The level as an official; no object for those outside the political system."""
    if person is not None and not person.holds_office:
        return WITHOUT_OBJECT
    level = facts.official_level
    return None if level is None else (_LOWEST_LEVEL - level.rank, 1)


def _flag(holds: Callable[[ResultFacts, PersonFacts | None], bool]) -> Measure:
    return Measure(
        lambda facts, person: _YES if holds(facts, person) else _NO,
        scales.flag(),
    )


def _counts_as_disciplined(person: PersonFacts | None) -> bool:
    if person is None or not person.disciplined:
        return False
    return not (
        person.discipline_already_counted
        or person.discipline_for_earlier_year
        or person.fault_at_former_unit
    )


def _disciplined_for_earlier_year(person: PersonFacts | None) -> bool:
    return (
        person is not None
        and person.disciplined
        and person.discipline_for_earlier_year
        and not person.discipline_already_counted
    )


def _disciplined_for_duty(person: PersonFacts | None) -> bool:
    return (
        person is not None
        and _counts_as_disciplined(person)
        and not person.discipline_is_unrelated_to_duty
    )


_TASKS, _TARGETS = ("tasks_total", "nhiệm vụ"), ("unit_targets_total", "chỉ tiêu")
_UNITS, _MEMBERS, _PEERS = "đơn vị trực thuộc", "đảng viên", "chính quyền, đoàn thể cùng cấp"
_INSIDE = "tổ chức đảng trực thuộc (chi bộ: đảng viên)"

MEASURES: dict[str, Measure] = {
    "worst_general_degree": _worst(results=False),
    "worst_result_degree": _worst(results=True),
    "worst_degree": _worst(results=None),
    "best_degree": _best(),
    "tasks_on_time": _share("tasks_on_time", *_TASKS),
    "tasks_exceeded": _share("tasks_exceeded", *_TASKS),
    "tasks_deficient": _share("tasks_deficient", *_TASKS),
    "tasks_done": _share("tasks_done", *_TASKS),
    "tasks_late": _share("tasks_late", *_TASKS),
    "targets_done": _share("unit_targets_done", *_TARGETS),
    "targets_exceeded": _share("unit_targets_exceeded", *_TARGETS),
    "targets_on_time": _share("unit_targets_on_time", *_TARGETS),
    "score": Measure(_score, scales.points()),
    "shortcomings_fixed": _share_if_any(
        "shortcomings_fixed", "shortcomings_total", "hạn chế, khuyết điểm"
    ),
    "low_trust_votes": _share_if_told("trust_votes_low", "trust_votes_total", "phiếu tín nhiệm"),
    "units_disciplined": _share_if_told(
        "subordinate_units_disciplined", "subordinate_units_total", "đơn vị"
    ),
    "subordinates_completed": _reached("subordinate_levels", RatingLevel.COMPLETED, _UNITS),
    "subordinates_good": _reached("subordinate_levels", RatingLevel.GOOD, _UNITS),
    "subordinates_not_completed": _not_completed("subordinate_levels", _UNITS),
    "members_completed": _reached("member_levels", RatingLevel.COMPLETED, _MEMBERS),
    "members_good": _reached("member_levels", RatingLevel.GOOD, _MEMBERS),
    "members_not_completed": _not_completed("member_levels", _MEMBERS),
    "inside_completed": _inside(RatingLevel.COMPLETED, _INSIDE),
    "inside_good": _inside(RatingLevel.GOOD, _INSIDE),
    "cell_members_not_completed": _members_of_cell_not_completed(_MEMBERS),
    "peers_completed": _reached("peer_levels", RatingLevel.COMPLETED, _PEERS),
    "peers_good": _reached("peer_levels", RatingLevel.GOOD, _PEERS),
    "official_level": Measure(_official_level, scales.level("mức xếp loại công chức, viên chức")),
    "degradation": _flag(lambda facts, _: facts.degradation_concluded),
    "corruption_case": _flag(lambda facts, _: facts.corruption_case),
    "disciplined": _flag(lambda _, person: _counts_as_disciplined(person)),
    "disciplined_not_self_detected": _flag(
        lambda facts, person: _counts_as_disciplined(person) and not facts.discipline_self_detected
    ),
    "disciplined_for_duty": _flag(lambda _, person: _disciplined_for_duty(person)),
    "discipline_inside": _flag(
        lambda facts, _: facts.member_or_unit_disciplined or facts.collective_disciplined
    ),
    "discipline_not_self_detected": _flag(
        lambda facts, _: facts.member_or_unit_disciplined and not facts.discipline_self_detected
    ),
    "collective_disciplined": _flag(lambda facts, _: facts.collective_disciplined),
    "member_warned_or_worse": _flag(lambda facts, _: facts.member_warned_or_worse),
    "member_disciplined_for_duty": _flag(lambda facts, _: facts.member_disciplined_for_duty),
    "main_targets_missed": _flag(
        lambda facts, _: facts.main_targets_missed and not facts.force_majeure
    ),
    "basic_targets_missed": _flag(
        lambda facts, _: facts.basic_targets_missed and not facts.force_majeure
    ),
    "no_force_majeure": _flag(lambda facts, _: not facts.force_majeure),
    "disunity": _flag(lambda facts, _: facts.disunity),
    "personnel_wrongdoing": _flag(lambda facts, _: facts.personnel_wrongdoing),
    "prohibitions_breached": _flag(lambda facts, _: facts.prohibitions_breached),
    "example_breached": _flag(lambda facts, _: facts.example_breached),
    "corruption_and_disciplined": _flag(
        lambda facts, person: facts.corruption_case and _counts_as_disciplined(person)
    ),
    "not_self_repaired": _flag(lambda facts, _: not facts.violation_self_repaired),
    "left_to_weighing": _flag(
        lambda facts, person: (
            facts.violation_self_repaired
            or (facts.basic_targets_missed and facts.force_majeure)
            or _disciplined_for_earlier_year(person)
        )
    ),
    "quarter_not_completed": _flag(lambda facts, _: facts.quarter_not_completed),
}
