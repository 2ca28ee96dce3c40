"""Nơi kiểm điểm: where everybody enrolled is reviewed, with the ground, and what people have to settle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from tusoi.campaigns.enums import PlaceKind
from tusoi.campaigns.facts import law_of
from tusoi.campaigns.models import Campaign, Subject, SubjectPlace
from tusoi.campaigns.selectors.place_facts import (
    Surroundings,
    collective_place_facts,
    leading_posts,
    place_facts,
    standing_committee_of,
    subjects_with_posts,
    surroundings,
    suspended_units,
)
from tusoi.org.models import PartyCell, Person, Unit
from tusoi.rulebook import Finding, LawAt, Severity
from tusoi.rulebook.rules.places import collective_place_findings, place_findings

BY_HAND: list[str] = []
"""The citations of a place that people have set: it rests on their reason."""
_MAX_GROUND = 500


@dataclass(frozen=True, slots=True)
class PlacesFound:
    """Nơi kiểm điểm của một đối tượng: rows not yet saved, the main one marked, and what is unsettled."""

    subject: Subject
    places: tuple[SubjectPlace, ...]
    unsettled: str


def placements(campaign: Campaign, as_of: date) -> list[PlacesFound]:
    """Where every subject is reviewed by the law of the campaign; a fixed number of queries."""
    law, around = law_of(campaign), surroundings(campaign, as_of)
    return [_placement(subject, around, law) for subject in subjects_with_posts(campaign)]


def places_of(subject: Subject) -> QuerySet[SubjectPlace]:
    """The places of one subject, the main one first."""
    return subject.places.select_related("unit", "cell")


def _placement(subject: Subject, around: Surroundings, law: LawAt) -> PlacesFound:
    if subject.person is None:
        findings = _findings_of_collective(subject, around, law)
        drafts = [_of_collective(subject, around, finding) for finding in findings]
    else:
        findings = place_findings(place_facts(subject.person, around), law)
        drafts = list(_of_person(subject, subject.person, around, findings))
    unsettled = [each.message for each in findings if each.severity is Severity.WARNS]
    return PlacesFound(subject, _with_main(_distinct(drafts)), " ".join(unsettled))


def _findings_of_collective(subject: Subject, around: Surroundings, law: LawAt) -> list[Finding]:
    assert subject.collective is not None  # noqa: S101 - a subject is a person or a collective
    facts = collective_place_facts(subject.collective, around)
    return [each for each in collective_place_findings(facts, law) if "place" in each.data]


def _of_collective(subject: Subject, around: Surroundings, finding: Finding) -> SubjectPlace:
    return _row(subject, PlaceKind(finding.data["place"]), subject.unit, around, finding)


def _of_person(
    subject: Subject, person: Person, around: Surroundings, findings: list[Finding]
) -> Iterator[SubjectPlace]:
    """One row per place found; a committee one is suspended from is no place any more."""
    units = {str(row.post_id): row.post.unit for row in leading_posts(person, around)}
    suspended = suspended_units(person, around.as_of)
    secondary = {
        str(row.post_id) for row in leading_posts(person, around) if not row.is_specialised
    }
    for finding in findings:
        kind, post = _kind_of(finding, secondary), finding.data.get("post", "")
        where = _where(kind, subject, person, units.get(post), around) if kind else None
        if kind and where and getattr(where, "pk", 0) not in _closed(where, suspended):
            row = _row(subject, kind, where, around, finding)
            row.is_report_only = "place" not in finding.data
            yield row


def _closed(where: Unit | PartyCell, suspended: frozenset[int]) -> frozenset[int]:
    return suspended if isinstance(where, Unit) else frozenset()


def _kind_of(finding: Finding, secondary: set[str]) -> PlaceKind | None:
    """The place a finding names; a concurrent post without a review of its own still hears a report."""
    if "place" in finding.data:
        return PlaceKind(finding.data["place"])
    is_report = finding.severity is Severity.NOTES and finding.data.get("post") in secondary
    return PlaceKind.OTHER_POST if is_report else None


def _where(
    kind: PlaceKind, subject: Subject, person: Person, of_post: Unit | None, around: Surroundings
) -> Unit | PartyCell | None:
    if kind is PlaceKind.CELL:
        return person.party_cell
    if kind is PlaceKind.STANDING_COMMITTEE:
        return standing_committee_of(person, around.as_of)
    return of_post or subject.unit


def _row(
    subject: Subject,
    kind: PlaceKind,
    where: Unit | PartyCell,
    around: Surroundings,
    finding: Finding,
) -> SubjectPlace:
    """The place as a row; the unit that stands for a Party cell is that cell."""
    cell = where if isinstance(where, PartyCell) else around.cells.get(where.pk)
    unit = None if cell is not None or isinstance(where, PartyCell) else where
    return SubjectPlace(
        subject=subject,
        kind=kind,
        cell=cell,
        unit=unit,
        ground=finding.message[:_MAX_GROUND],
        cites=list(finding.cites),
    )


def _distinct(rows: list[SubjectPlace]) -> list[SubjectPlace]:
    """One row per body; a review there counts before a mere report."""
    found: dict[tuple[int | None, int | None], SubjectPlace] = {}
    for row in sorted(rows, key=lambda each: each.is_report_only):
        found.setdefault((row.unit_id, row.cell_id), row)
    return list(found.values())


def _with_main(rows: list[SubjectPlace]) -> tuple[SubjectPlace, ...]:
    """The review as such is held at work; where there is no place at work, in the cell."""
    held = [row for row in rows if not row.is_report_only]
    at_work = [row for row in held if row.cell_id is None]
    main = next(iter(at_work or held), None)
    if main is not None:
        main.is_main = True
    return tuple(rows)
