"""Thành phần dự họp: who belongs to a meeting by right, with the post of the day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from tusoi.meetings.enums import AttendanceStatus, MeetingKind, Role
from tusoi.meetings.models.ballot import BallotRound
from tusoi.org.models import Assignment, CollectiveMember, Person, RoleGrant, Unit
from tusoi.org.selectors.actors import in_force


def members_of(unit: Unit, kind: str, day: date) -> QuerySet[Person]:
    """All staff of the unit, or the members of the leading collective, on that day."""
    if kind == MeetingKind.UNIT_REVIEW:
        staff = Assignment.objects.filter(
            in_force(day), kind="main", post__unit__path__startswith=unit.path
        )
        return Person.objects.filter(pk__in=staff.values("person_id"))
    leaders = in_force(day, "memberships__")
    return Person.objects.filter(leaders, memberships__collective__unit=unit)


def officers_of(unit: Unit, day: date) -> dict[str, int]:
    """Who usually conducts and records: the head of the leading body, a deputy, the unit's secretary."""
    heads = CollectiveMember.objects.filter(in_force(day), collective__unit=unit, is_head=True)
    deputies = CollectiveMember.objects.filter(in_force(day), collective__unit=unit, is_head=False)
    secretaries = RoleGrant.objects.filter(in_force(day), role=Role.SECRETARY, unit=unit)
    found = {"chair": heads, "deputy_chair": deputies, "secretary": secretaries}
    people = {
        name: rows.values_list("person_id", flat=True).first() for name, rows in found.items()
    }
    return {name: pk for name, pk in people.items() if pk is not None}


def latecomers(ballot_round: BallotRound) -> QuerySet[Person]:
    """Members present to whom no paper of the round was handed."""
    here = ballot_round.meeting.attendances.filter(is_guest=False, status=AttendanceStatus.PRESENT)
    served = ballot_round.issues.values("voter_id")
    return Person.objects.filter(pk__in=here.values("person_id")).exclude(pk__in=served)


def titles_of(people: Iterable[int], day: date) -> dict[int, str]:
    """The title of each person's main post on that day."""
    posts = Assignment.objects.filter(in_force(day), kind="main", person_id__in=people)
    return dict(posts.values_list("person_id", "post__title"))
