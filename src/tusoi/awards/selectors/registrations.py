"""Bảng đăng ký thi đua: who has registered for which title in which year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from tusoi.awards.enums import AwardTitle
from tusoi.awards.models import AwardRegistration
from tusoi.awards.permissions import registrations_visible_to
from tusoi.core.actor import Actor
from tusoi.core.names import fold
from tusoi.org.enums import AssignmentKind
from tusoi.org.models import Assignment, Collective, Person, Unit
from tusoi.org.selectors.actors import in_force

COLUMNS = (
    "Họ và tên (tên tập thể)",
    "Mã cán bộ",
    "Đơn vị",
    "Năm",
    "Danh hiệu đăng ký",
    "Ngày đăng ký",
)
ORDERS = {
    "name": ("person__sort_key", "collective__name", "pk"),
    "unit": ("unit__path", "collective_id", "person__sort_key", "pk"),
    "day": ("registered_on", "unit__path", "person__sort_key", "pk"),
}


def registration_list(
    actor: Actor, *, year: int | None = None, search: str = "", title: str = ""
) -> QuerySet[AwardRegistration]:
    """The registrations in the actor's sight."""
    rows = registrations_visible_to(actor).select_related("person", "collective", "unit")
    if year:
        rows = rows.filter(year=year)
    if title:
        rows = rows.filter(title=title)
    for word in fold(search).split():
        rows = rows.filter(
            Q(person__search_name__contains=word) | Q(collective__name__icontains=word)
        )
    return rows


def registration_lines(rows: QuerySet[AwardRegistration]) -> Iterator[tuple[Any, ...]]:
    """The list as a table to take along."""
    for row in rows.iterator(chunk_size=1000):
        title, code = AwardTitle(row.title).label, row.person.code if row.person else ""
        yield row.name, code, row.unit.name, row.year, title, row.registered_on


def years_registered(actor: Actor) -> list[int]:
    """The years of which the actor sees registrations, the latest first."""
    years = registrations_visible_to(actor).order_by("-year").values_list("year", flat=True)
    return list(years.distinct())


def unit_on(registrant: Person | Collective, day: date) -> Unit | None:
    """In whose list a registration stands: the unit of the main post on that day."""
    if isinstance(registrant, Collective):
        return registrant.unit
    held = Assignment.objects.filter(in_force(day), person=registrant, kind=AssignmentKind.MAIN)
    post = held.select_related("post__unit").first()
    return post.post.unit if post else None


def staff_of(unit_id: int | None, day: date) -> QuerySet[Person]:
    """Whose main post is in the unit on that day."""
    held = Assignment.objects.filter(in_force(day), kind=AssignmentKind.MAIN, post__unit_id=unit_id)
    return Person.objects.filter(pk__in=held.values("person_id"))


def collectives_of(unit_id: int | None) -> QuerySet[Collective]:
    return Collective.objects.filter(unit_id=unit_id)


def missing_registrations(people: QuerySet[Person], title: str, year: int) -> QuerySet[Person]:
    """Those of the people who have not registered for this title."""
    made = AwardRegistration.objects.filter(year=year, title=title, person__isnull=False)
    return people.exclude(pk__in=made.values("person_id"))
