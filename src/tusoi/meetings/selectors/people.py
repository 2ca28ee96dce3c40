"""Thành phần dự họp: who belongs to a meeting by right, with the post of the day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from tusoi.meetings.enums import AttendanceStatus, MeetingAudience, MeetingKind, Role
from tusoi.meetings.models.ballot import BallotRound
from tusoi.org.enums import CollectiveKind, Leadership, UnitKind
from tusoi.org.models import Assignment, CollectiveMember, PartyCell, Person, RoleGrant, Unit
from tusoi.org.selectors.actors import in_force

_USUAL = {
    MeetingKind.UNIT_REVIEW: MeetingAudience.ALL_STAFF,
    MeetingKind.CELL_REVIEW: MeetingAudience.CELL,
}


def members_of(
    unit: Unit, kind: str, day: date, audience: str = "", cell: PartyCell | None = None
) -> QuerySet[Person]:
    """Who belongs to the meeting by right on that day; without an audience, the usual one of its kind."""
    usual = _USUAL.get(MeetingKind(kind), MeetingAudience.LEADERS)
    match MeetingAudience(audience or usual):
        case MeetingAudience.ALL_STAFF:
            return staff_of(unit, day) | _leading(unit, day)
        case MeetingAudience.KEY_OFFICIALS:
            return key_officials_of(unit, day)
        case MeetingAudience.CELL:
            return members_of_cell(cell, day)
    return _leading(unit, day)


def _leading(unit: Unit, day: date) -> QuerySet[Person]:
    """The leading collective of the unit, whose members may hold their main posts elsewhere."""
    return Person.objects.filter(pk__in=_seats(unit, day).values("person_id"))


def staff_of(unit: Unit, day: date) -> QuerySet[Person]:
    """Everybody with a main post in the unit or below it."""
    held = Assignment.objects.filter(
        in_force(day), kind="main", post__unit__path__startswith=unit.path
    )
    return Person.objects.filter(pk__in=held.values("person_id"))


def members_of_cell(cell: PartyCell | None, day: date) -> QuerySet[Person]:
    """The members active in the Party cell."""
    members = Person.objects.filter(party_cell=cell, party_joined_on__lte=day)
    return members if cell else members.none()


def key_officials_of(unit: Unit, day: date) -> QuerySet[Person]:
    """Cán bộ chủ chốt: leaders, Party committee members, heads and deputies below, heads of mass organisations."""
    leading = Assignment.objects.filter(
        in_force(day), post__unit__path__startswith=unit.path
    ).exclude(post__leadership=Leadership.NONE)
    followers = Q(post__unit__kind=UnitKind.MASS_ORGANISATION) & ~Q(
        post__leadership=Leadership.HEAD
    )
    return Person.objects.filter(
        Q(pk__in=leading.exclude(followers).values("person_id"))
        | Q(pk__in=_seats(unit, day).values("person_id"))
        | Q(pk__in=_committee_seats(unit, day).values("person_id"))
        | Q(pk__in=cell_leaders(day, cell__unit__path__startswith=unit.path).values("person_id"))
    )


def _seats(unit: Unit, day: date) -> QuerySet[CollectiveMember]:
    """Seats in the leading collective of the unit; one whose holder is suspended stays empty."""
    seats = CollectiveMember.objects.filter(in_force(day), _not_suspended(day))
    return seats.filter(collective__unit=unit, collective__kind=CollectiveKind.LEADERS)


def _committee_seats(unit: Unit, day: date) -> QuerySet[CollectiveMember]:
    """Seats on Party committees in the unit and below it."""
    party = Q(collective__kind=CollectiveKind.PARTY_ORGANISATION) | Q(
        collective__unit__kind__in=[UnitKind.PARTY_COMMITTEE, UnitKind.PARTY_CELL]
    )
    seats = CollectiveMember.objects.filter(in_force(day), _not_suspended(day))
    return seats.filter(party, collective__unit__path__startswith=unit.path)


def _not_suspended(day: date) -> Q:
    return Q(suspended_from__isnull=True) | Q(suspended_from__gt=day)


def cell_leaders(day: date, **cells: object) -> QuerySet[RoleGrant]:
    """Grants of the role that leads a Party cell (bí thư, chi ủy) on that day."""
    return RoleGrant.objects.filter(in_force(day), role=Role.PARTY_CELL, **cells)


def officers_of(unit: Unit, day: date) -> dict[str, int]:
    """Who usually conducts and records: the head of the unit, a deputy, the unit's secretary.

    Heads and deputies sit in the leading collective; a unit without one has them by their posts.
    """
    seats, posts = _seats(unit, day), Assignment.objects.filter(in_force(day), post__unit=unit)
    has_seats = seats.exists()
    secretaries = RoleGrant.objects.filter(in_force(day), role=Role.SECRETARY, unit=unit)
    found = {
        "chair": seats.filter(is_head=True)
        if has_seats
        else posts.filter(post__leadership=Leadership.HEAD),
        "deputy_chair": seats.filter(is_head=False)
        if has_seats
        else posts.filter(post__leadership=Leadership.DEPUTY),
        "secretary": secretaries,
    }
    people = {
        name: rows.values_list("person_id", flat=True).first() for name, rows in found.items()
    }
    return {name: pk for name, pk in people.items() if pk is not None}


def latecomers(ballot_round: BallotRound) -> QuerySet[Person]:
    """Members present to whom no paper of the round was handed."""
    here = ballot_round.meeting.attendances.filter(is_guest=False, status=AttendanceStatus.PRESENT)
    served = ballot_round.issues.values("voter_id")
    return Person.objects.filter(pk__in=here.values("person_id")).exclude(pk__in=served)


def titles_of(people: Iterable[int], day: date, unit: Unit | None = None) -> dict[int, str]:
    """The title each holds on that day: of the post in the unit that meets, else of the main post."""
    there = unit.pk if unit else None
    posts = Assignment.objects.filter(
        in_force(day), Q(kind="main") | Q(post__unit=there), person_id__in=people
    )
    rows = posts.values_list("post__unit_id", "person_id", "post__title")
    in_order = sorted(rows, key=lambda row: row[0] == there)
    return {person_id: title for _, person_id, title in in_order}
