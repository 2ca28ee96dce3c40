"""Đọc danh sách con người: lists, search without diacritics, one person's page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F, OuterRef, Prefetch, Q, QuerySet, Subquery

from tusoi.core.names import fold
from tusoi.org.enums import AssignmentKind
from tusoi.org.models import Assignment, Person, Unit
from tusoi.org.selectors.actors import in_force

if TYPE_CHECKING:
    from datetime import date

    from django.db.models.expressions import OrderBy

    from tusoi.org.models import Absence, CollectiveMember, Discipline, RoleGrant

SORTS = {
    "name": ("sort_key", "code"),
    "code": ("code",),
    "unit": ("unit_path", "post_rank", "sort_key"),
    "post": ("post_rank", "post_title", "sort_key"),
}


def with_year(people: QuerySet[Person]) -> QuerySet[Person]:
    """People with the rows that `org.facts` reads: three further queries for any number of people."""
    posts = Assignment.objects.select_related("post__unit", "post__group")
    return people.prefetch_related(Prefetch("assignments", posts), "absences", "disciplines")


def with_main_post(people: QuerySet[Person], day: date) -> QuerySet[Person]:
    """People annotated with the main post they hold on `day`: unit, title, rank, leadership."""
    held = Assignment.objects.filter(in_force(day), person=OuterRef("pk"), kind=AssignmentKind.MAIN)
    return people.annotate(
        unit_name=Subquery(held.values("post__unit__name")[:1]),
        unit_path=Subquery(held.values("post__unit__path")[:1]),
        post_title=Subquery(held.values("post__title")[:1]),
        post_rank=Subquery(held.values("post__rank")[:1]),
    )


def _matching(text: str) -> Q:
    """Every word of the search, in the name or the code, with or without diacritics."""
    condition = Q()
    for word in fold(text).split():
        condition &= Q(search_name__contains=word) | Q(code__icontains=word)
    return condition


def people_list(
    *,
    day: date,
    search: str = "",
    unit: Unit | None = None,
    category: str = "",
    leadership: str = "",
    sort: str = "name",
) -> QuerySet[Person]:
    """The list of people; `unit` takes in everything below it, `sort` is a key of SORTS, with `-` backwards."""
    people = Person.objects.filter(_matching(search))
    if category:
        people = people.filter(category=category)
    if unit is not None or leadership:
        held = Assignment.objects.filter(in_force(day))
        held = held.filter(post__unit__path__startswith=unit.path) if unit is not None else held
        held = held.filter(post__leadership=leadership) if leadership else held
        people = people.filter(pk__in=held.values("person_id"))
    return with_main_post(people, day).order_by(*_order(sort))


def _order(sort: str) -> list[OrderBy]:
    fields = SORTS.get(sort.removeprefix("-"), SORTS["name"])
    backwards = sort.startswith("-")
    return [
        F(field).desc(nulls_last=True) if backwards else F(field).asc(nulls_last=True)
        for field in fields
    ]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Trang của một người: everything the office keeps, newest first."""

    assignments: list[Assignment]
    absences: list[Absence]
    disciplines: list[Discipline]
    memberships: list[CollectiveMember]
    grants: list[RoleGrant]


def person_page(person: Person) -> PersonPage:
    """The rows of one person; five queries."""
    return PersonPage(
        list(person.assignments.select_related("post__unit", "post__group")),
        list(person.absences.order_by("-starts_on")),
        list(person.disciplines.order_by("-effective_on")),
        list(person.memberships.select_related("collective").order_by("-starts_on")),
        list(person.role_grants.select_related("unit", "cell").order_by("-starts_on")),
    )
