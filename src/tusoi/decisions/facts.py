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
    SubjectKind.DEPARTMENT_COLLECTIVE,
    SubjectKind.UNIT_COLLECTIVE,
}


@dataclass(frozen=True, slots=True)
class SeasonFacts:
    """Bối cảnh của cả đợt: levels of the collectives and units with discipline, read once for many subjects."""

    collective_levels: tuple[tuple[str, RatingLevel], ...] = ()
    disciplined_units: frozenset[int] = frozenset()
    disciplined_collectives: frozenset[int] = frozenset()


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
    for path, level in season.collective_levels:
        if path.startswith(subject.unit.path) and path != subject.unit.path:
            counts[level] = counts.get(level, 0) + 1
    return counts


def result_facts(subject: Subject, season: SeasonFacts) -> ResultFacts:
    """What the review reports and the season knows; facts not reported stay None."""
    review = getattr(subject, "review", None)
    reported = campaign_facts.result_facts(review) if review else ResultFacts()
    is_leading = SubjectKind(subject.track.kind) in _LEADING
    return replace(
        reported,
        subordinate_levels=_subordinates(subject, season) if is_leading else {},
        collective_disciplined=subject.collective_id in season.disciplined_collectives,
        member_or_unit_disciplined=subject.is_collective
        and subject.unit_id in season.disciplined_units,
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
    return HeadFacts(
        category=person.category,
        head_level=level,
        collective_level=collective_level,
        arrived_recently=person.months_at_former_unit > person.months_in_post
        and person.months_in_post < law.value("eligibility.min_months_in_post"),
    )


@dataclass(frozen=True, slots=True)
class CapSheet:
    """Dòng tính tỉ lệ trần: one row of the board as the cap sees it, with the names for its keys."""

    classification_id: int
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
            subject_key=str(self.classification_id),
            level=self.level,
            group=self.group_key,
            unit=self.authority[0],
            kind=self.kind,
        )
