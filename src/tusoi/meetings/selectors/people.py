"""Thành phần dự họp: who belongs to a meeting by right, with the post of the day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from tusoi.meetings.enums import MeetingKind
from tusoi.org.models import Assignment, Person, Unit
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


def titles_of(people: Iterable[int], day: date) -> dict[int, str]:
    """The title of each person's main post on that day."""
    posts = Assignment.objects.filter(in_force(day), kind="main", person_id__in=people)
    return dict(posts.values_list("person_id", "post__title"))
