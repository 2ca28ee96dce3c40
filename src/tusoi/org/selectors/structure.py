"""Đọc cơ cấu tổ chức: the tree with its numbers, one unit's page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q

from tusoi.core.names import fold
from tusoi.org.enums import AssignmentKind, Leadership
from tusoi.org.models import (
    Assignment,
    Collective,
    CollectiveMember,
    PartyCell,
    Post,
    SimilarPostGroup,
    Unit,
)
from tusoi.org.selectors.actors import in_force

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

_STEP = 5


@dataclass(frozen=True, slots=True)
class TreeLine:
    """Dòng của cây tổ chức: a unit, how deep it stands, who is in it."""

    unit: Unit
    depth: int
    people: int
    head: str


@dataclass(frozen=True, slots=True)
class UnitPage:
    """Trang của một đơn vị: posts with their holders, its collectives with their members, cells."""

    posts: list[Post]
    collectives: list[Collective]
    cells: list[PartyCell]


def unit_tree(day: date, search: str = "") -> list[TreeLine]:
    """Every unit in the order of the tree with the number of people holding a main post; three queries."""
    held = Assignment.objects.filter(in_force(day))
    counts = dict(
        held.filter(kind=AssignmentKind.MAIN)
        .values_list("post__unit")
        .annotate(number=Count("pk"))
        .order_by()
    )
    heads = dict(
        held.filter(post__leadership=Leadership.HEAD)
        .values_list("post__unit", "person__full_name")
        .order_by("-starts_on")
    )
    units = (
        Unit.objects.filter(search_name__contains=fold(search)) if search else Unit.objects.all()
    )
    return [
        TreeLine(unit, len(unit.path) // _STEP - 1, counts.get(unit.pk, 0), heads.get(unit.pk, ""))
        for unit in units
    ]


def unit_page(unit: Unit, day: date) -> UnitPage:
    """Everything about one unit as it stands on `day`."""
    holders = (
        Assignment.objects.filter(in_force(day))
        .select_related("person")
        .order_by("person__sort_key")
    )
    posts = unit.posts.select_related("group").prefetch_related(
        Prefetch("assignments", holders, to_attr="holders")
    )
    members = CollectiveMember.objects.filter(in_force(day)).select_related("person")
    collectives = unit.collectives.select_related("group").prefetch_related(
        Prefetch("members", members, to_attr="present")
    )
    return UnitPage(list(posts), list(collectives), list(unit.party_cells.all()))


def groups_with_posts() -> QuerySet[SimilarPostGroup]:
    """Groups of similar posts with the number of posts and collectives in each."""
    return SimilarPostGroup.objects.annotate(
        post_count=Count("posts", distinct=True),
        collective_count=Count("collectives", distinct=True),
    )


def cells_with_members() -> QuerySet[PartyCell]:
    """Party cells with the number of members."""
    return PartyCell.objects.select_related("unit").annotate(member_count=Count("members"))


def posts_for_choice(day: date) -> QuerySet[Post]:
    """Posts of units that exist, in the order of the tree; a taken leading post is marked."""
    taken = Assignment.objects.filter(in_force(day), post=OuterRef("pk"), kind=AssignmentKind.MAIN)
    return (
        Post.objects.filter(Q(unit__dissolved_on__isnull=True) | Q(unit__dissolved_on__gt=day))
        .select_related("unit")
        .annotate(is_taken=Exists(taken))
        .order_by(F("unit__path").asc(), "rank", "title")
    )
