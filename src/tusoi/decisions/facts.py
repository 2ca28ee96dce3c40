"""Rows of the season → facts of the rulebook: results of a year, sheets of the board, opinions heard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tusoi.campaigns import facts as campaign_facts
from tusoi.campaigns.models import Subject
from tusoi.decisions.enums import OpinionSource
from tusoi.decisions.models import OpinionRequest
from tusoi.rulebook.facts import (
    HeadFacts,
    OpinionFacts,
    PersonFacts,
    RatingLevel,
    ResultFacts,
    Role,
    SheetFacts,
    SubjectKind,
)
from tusoi.rulebook.parameters import LawAt

_HEADS = frozenset({SubjectKind.DIVISION_HEAD, SubjectKind.SERVICE_UNIT_HEAD})
_LEADING = _HEADS | {
    SubjectKind.DEPARTMENT_LEADER,
    SubjectKind.DEPARTMENT_DEPUTY,
    SubjectKind.DEPARTMENT_COLLECTIVE,
    SubjectKind.UNIT_COLLECTIVE,
}


@dataclass(frozen=True, slots=True)
class CollectiveLevel:
    """Mức của một tập thể: its unit with the level decided, else the one proposed."""

    unit_id: int
    path: str
    level: RatingLevel


@dataclass(frozen=True, slots=True)
class SeasonFacts:
    """Bối cảnh của cả đợt: levels of the collectives, units with discipline; read once for many subjects.

    `units_with_discipline` had a person, `disciplined_collectives` (units as well) the collective
    as such disciplined in the year.
    """

    collectives: tuple[CollectiveLevel, ...] = ()
    units_with_discipline: frozenset[int] = frozenset()
    disciplined_collectives: frozenset[int] = frozenset()

    @property
    def levels(self) -> dict[int, RatingLevel]:
        """Unit → level of its collective."""
        return {each.unit_id: each.level for each in self.collectives}


def opinion_facts(subject: Subject, requests: Iterable[OpinionRequest]) -> OpinionFacts:
    """Which of the bodies that must be heard have been heard."""
    given = {
        Role(request.source)
        for request in requests
        if request.state == "given" and request.source in set(Role)
    }
    return OpinionFacts(kind=SubjectKind(subject.track.kind), given_by=frozenset(given))


def rated_person(subject: Subject, requests: Iterable[OpinionRequest]) -> PersonFacts | None:
    """The person's frozen facts with whether the former unit has commented; None for a collective."""
    if subject.is_collective:
        return None
    has_comment = any(
        request.source == OpinionSource.FORMER_UNIT and request.state == "given"
        for request in requests
    )
    return replace(campaign_facts.person_facts(subject), has_former_unit_comment=has_comment)


def _subordinates(subject: Subject, season: SeasonFacts) -> dict[RatingLevel, int]:
    counts: dict[RatingLevel, int] = {}
    for each in season.collectives:
        if each.path.startswith(subject.unit.path) and each.path != subject.unit.path:
            counts[each.level] = counts.get(each.level, 0) + 1
    return counts


def result_facts(subject: Subject, season: SeasonFacts) -> ResultFacts:
    """What the review reports and the season knows; facts not reported stay None."""
    review = getattr(subject, "review", None)
    reported = campaign_facts.result_facts(review) if review else ResultFacts()
    is_leading = SubjectKind(subject.track.kind) in _LEADING
    return replace(
        reported,
        subordinate_levels=_subordinates(subject, season) if is_leading else {},
        collective_disciplined=subject.is_collective
        and subject.unit_id in season.disciplined_collectives,
        member_or_unit_disciplined=subject.is_collective
        and subject.unit_id in season.units_with_discipline,
    )


def head_facts(
    subject: Subject,
    level: RatingLevel | None,
    person: PersonFacts | None,
    collective_level: RatingLevel | None,
    law: LawAt,
) -> HeadFacts | None:
    """The head held against the collective; None for everybody who heads none."""
    if person is None or SubjectKind(subject.track.kind) not in _HEADS:
        return None
    months_here = person.months_in_post - person.months_at_former_unit
    return HeadFacts(
        category=person.category,
        head_level=level,
        collective_level=collective_level,
        arrived_recently=person.months_at_former_unit > 0
        and months_here < law.value("eligibility.min_months_in_post"),
    )


@dataclass(frozen=True, slots=True)
class CapSheet:
    """Dòng tính tỉ lệ trần: one or several like rows as the cap sees them, with the names for its keys."""

    level: RatingLevel | None
    kind: SubjectKind
    group: tuple[str, str]
    unit: tuple[str, str]
    body: tuple[str, str]
    decider: str

    @property
    def is_unit_decided(self) -> bool:
        return self.decider == Role.UNIT_HEAD

    @property
    def group_key(self) -> str:
        """Similar posts under one deciding authority: a head's cap covers the own unit only."""
        return f"{self.group[0]}/{self.unit[0]}" if self.is_unit_decided else self.group[0]

    @property
    def group_label(self) -> str:
        return f"{self.group[1]}, {self.unit[1]}" if self.is_unit_decided else self.group[1]

    @property
    def authority(self) -> tuple[str, str]:
        """The agency or unit whose own cap counts this row."""
        return self.unit if self.is_unit_decided else self.body

    def facts(self) -> SheetFacts:
        return SheetFacts(
            subject_key="",
            level=self.level,
            group=self.group_key,
            unit=self.authority[0],
            kind=self.kind,
        )
