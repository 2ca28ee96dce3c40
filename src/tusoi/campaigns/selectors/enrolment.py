"""Lập danh sách đối tượng: who is a subject of the campaign, in which post, under which procedure, with which standing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from django.db.models import Q

from tusoi.campaigns.enums import Standing, SubjectKind
from tusoi.campaigns.facts import UNSETTLED, frozen_person_facts, law_of
from tusoi.campaigns.models import Campaign, Subject, Track
from tusoi.core.names import fold, sort_key
from tusoi.org.enums import AssignmentKind, Category, CollectiveKind, Leadership, UnitKind
from tusoi.org.facts import months_since_founded, person_year, post_facts
from tusoi.org.models import Assignment, Collective, Person, Unit
from tusoi.org.selectors.actors import in_force
from tusoi.org.selectors.people import with_year
from tusoi.org.selectors.units import subtree
from tusoi.rulebook import Finding, LawAt
from tusoi.rulebook.facts import BodyFacts, PersonFacts
from tusoi.rulebook.rules.classification import rated_as
from tusoi.rulebook.rules.eligibility import rated_post, standing, standing_findings
from tusoi.rulebook.rules.party_ratings import body_findings, is_body_rated

T = TypeVar("T")
COLLECTIVE_RANK = 0
_MAX_REASON = 500
_DIVISION = {
    Leadership.HEAD: SubjectKind.DIVISION_HEAD,
    Leadership.DEPUTY: SubjectKind.DIVISION_DEPUTY,
}
_SERVICE_UNIT = {
    Leadership.HEAD: SubjectKind.SERVICE_UNIT_HEAD,
    Leadership.DEPUTY: SubjectKind.SERVICE_UNIT_DEPUTY,
}
_BODY = {
    Leadership.HEAD: SubjectKind.DEPARTMENT_LEADER,
    Leadership.DEPUTY: SubjectKind.DEPARTMENT_DEPUTY,
}
_STAFF = {
    Category.CADRE: SubjectKind.CADRE,
    Category.CIVIL_SERVANT: SubjectKind.CIVIL_SERVANT,
    Category.PUBLIC_EMPLOYEE: SubjectKind.PUBLIC_EMPLOYEE,
    Category.CONTRACT_WORKER: SubjectKind.CONTRACT_WORKER,
}


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Danh sách dự kiến: the subjects, not yet saved, and the people no procedure of the plan covers.

    Whoever the plan leaves out (`Track.is_in_plan`) is neither.
    """

    subjects: tuple[Subject, ...]
    uncovered: tuple[str, ...]


def kind_of(unit: Unit, leadership: str, category: str) -> SubjectKind:
    """The kind of subject that a post makes of its holder."""
    if leadership == Leadership.NONE:
        return _STAFF[Category(category)]
    if unit.is_root:
        return _BODY[Leadership(leadership)]
    leaders = _SERVICE_UNIT if unit.kind == UnitKind.SERVICE_UNIT else _DIVISION
    return leaders[Leadership(leadership)]


def posts_of_kind(kind: SubjectKind) -> Q:
    """The assignments whose holder is of that kind: the inverse of `kind_of`."""
    if kind.leadership is Leadership.NONE:
        category = next(each for each, staff in _STAFF.items() if staff is kind)
        return Q(post__leadership=Leadership.NONE, person__category=category)
    is_body = Q(post__unit__parent__isnull=True)
    is_service_unit = ~is_body & Q(post__unit__kind=UnitKind.SERVICE_UNIT)
    if kind in _BODY.values():
        place = is_body
    elif kind in _SERVICE_UNIT.values():
        place = is_service_unit
    else:
        place = ~is_body & ~Q(post__unit__kind=UnitKind.SERVICE_UNIT)
    return place & Q(post__leadership=kind.leadership)


def track_of(tracks: Mapping[SubjectKind, T], kind: SubjectKind) -> T | None:
    """The procedure for a kind; deputies of the body follow its head where the plan does not tell them apart."""
    found = tracks.get(kind)
    if found is None and kind is SubjectKind.DEPARTMENT_DEPUTY:
        return tracks.get(SubjectKind.DEPARTMENT_LEADER)
    return found


def collective_kind(collective: Collective) -> SubjectKind:
    """The kind of subject that a collective is."""
    if collective.kind == CollectiveKind.PARTY_ORGANISATION:
        return SubjectKind.PARTY_ORGANISATION
    is_top = collective.unit.is_root
    return SubjectKind.DEPARTMENT_COLLECTIVE if is_top else SubjectKind.UNIT_COLLECTIVE


def enrolment(campaign: Campaign, as_of: date) -> Enrolment:
    """Everybody with a main post in the body on `as_of`, and every leading collective."""
    tracks = {SubjectKind(track.kind): track for track in campaign.tracks.all()}
    law = law_of(campaign)
    subjects, uncovered = _collectives(campaign, tracks, law), []
    for person in _people(campaign, as_of):
        subject = _person_subject(campaign, person, tracks, law, as_of)
        if subject is None:
            uncovered.append(person.full_name)
        elif subject.track.is_in_plan:
            subjects.append(subject)
    return Enrolment(tuple(subjects), tuple(uncovered))


def _people(campaign: Campaign, as_of: date) -> list[Person]:
    held = Assignment.objects.filter(
        in_force(as_of), kind=AssignmentKind.MAIN, post__unit__in=subtree(campaign.body)
    )
    return list(
        with_year(Person.objects.filter(pk__in=held.values("person_id"))).select_related(
            "party_cell"
        )
    )


def _collectives(campaign: Campaign, tracks: dict[SubjectKind, Track], law: LawAt) -> list[Subject]:
    rows = []
    for collective in Collective.objects.filter(unit__in=subtree(campaign.body)).select_related(
        "unit", "group"
    ):
        track = tracks.get(collective_kind(collective))
        if track is not None and track.is_in_plan:
            rows.append(_collective_subject(campaign, collective, track, law))
    return rows


def _decided_above(track: Track) -> str:
    above = track.decided_above_by or "cấp trên"
    return f"Thuộc diện cấp trên quản lý: kiểm điểm tại đây, {above} quyết định mức xếp loại."


def _collective_subject(
    campaign: Campaign, collective: Collective, track: Track, law: LawAt
) -> Subject:
    return Subject(
        campaign=campaign,
        track=track,
        collective=collective,
        unit=collective.unit,
        group=collective.group,
        name=collective.name,
        title=CollectiveKind(collective.kind).label,
        sort_key=sort_key(collective.name),
        search_name=fold(f"{collective.name} {collective.unit.name}"),
        rank=COLLECTIVE_RANK,
        **_standing_of_collective(collective, track, campaign.review_year, law),
    )


def _standing_of_collective(
    collective: Collective, track: Track, year: int, law: LawAt
) -> dict[str, str]:
    """Rated by a higher level, too young to be rated at all, else rated here."""
    if not track.is_decided_here:
        return {"standing": Standing.RATED_ELSEWHERE, "standing_reason": _decided_above(track)}
    body = BodyFacts(months_since_founded=months_since_founded(collective, year))
    law_of_kind = law.of(rated_as(SubjectKind(track.kind), None))
    if is_body_rated(body, law_of_kind):
        return {"standing": Standing.RATED_HERE, "standing_reason": ""}
    reason = body_findings(body, law_of_kind)[0].message
    return {"standing": Standing.NOT_RATED, "standing_reason": reason[:_MAX_REASON]}


def _person_subject(
    campaign: Campaign, person: Person, tracks: dict[SubjectKind, Track], law: LawAt, as_of: date
) -> Subject | None:
    """The person in the post where he or she is rated; None where no procedure covers it."""
    year = person_year(person, year=campaign.review_year, as_of=as_of)
    key, findings = rated_post(post_facts(person, year=campaign.review_year, as_of=as_of), law)
    assignment = _held(person, key) or year.main
    if assignment is None:
        return None
    post = assignment.post
    track = track_of(tracks, kind_of(post.unit, post.leadership, person.category))
    if track is None:
        return None
    facts = replace(
        year.facts,
        leadership=Leadership(post.leadership),
        is_managed_above=not track.is_decided_here,
    )
    return Subject(
        campaign=campaign,
        track=track,
        person=person,
        unit=post.unit,
        former_unit=year.former_unit,
        group=post.group,
        cell=person.party_cell,
        name=person.full_name,
        title=post.title,
        sort_key=person.sort_key,
        search_name=fold(f"{person.full_name} {post.title} {person.code}"),
        rank=post.rank,
        facts=frozen_person_facts(facts) | _unsettled(key, findings),
        **_standing(facts, law),
    )


def _held(person: Person, post_id: str | None) -> Assignment | None:
    return next((row for row in person.assignments.all() if str(row.post_id) == post_id), None)


def _unsettled(key: str | None, findings: list[Finding]) -> dict[str, str]:
    """Equal posts held equally long: somebody has to say where the holder is rated."""
    return {UNSETTLED: findings[0].message} if key is None and findings else {}


def _standing(facts: PersonFacts, law: LawAt) -> dict[str, str]:
    """The standing with its reason; whoever is rated here needs none."""
    result = standing(facts, law)
    if result is Standing.RATED_HERE:
        return {"standing": result, "standing_reason": ""}
    reason = standing_findings(facts, law)[0].message
    return {"standing": result, "standing_reason": reason[:_MAX_REASON]}
