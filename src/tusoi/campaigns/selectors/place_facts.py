"""Dữ kiện về nơi kiểm điểm: posts, cells and leading collectives of everybody enrolled, read at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from tusoi.campaigns.models import Campaign, Subject
from tusoi.org.enums import CollectiveKind, Leadership, Role, UnitKind
from tusoi.org.facts import post_facts
from tusoi.org.models import Assignment, Collective, CollectiveMember, PartyCell, Person, Unit
from tusoi.org.selectors.actors import in_force
from tusoi.org.selectors.people import with_year
from tusoi.org.selectors.units import subtree
from tusoi.rulebook.facts import CollectivePlaceFacts, LeadingPostFacts, PlaceFacts

_PARTY_UNITS = frozenset({UnitKind.PARTY_COMMITTEE, UnitKind.PARTY_CELL})
_NOBODY: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Các tập thể của cơ quan on one day: who leads where, who sits on which committee, which unit is which cell."""

    as_of: date
    year: int
    leaders: Mapping[int, frozenset[int]]
    committees: Mapping[int, frozenset[int]]
    cells: Mapping[int, PartyCell]
    cell_sizes: Mapping[int, int]


def surroundings(campaign: Campaign, as_of: date) -> Surroundings:
    """Four queries for any number of units."""
    units = subtree(campaign.body)
    sitting = CollectiveMember.objects.filter(
        in_force(as_of), collective__unit__in=units
    ).values_list("collective__unit_id", "collective__kind", "person_id")
    holding = (
        Assignment.objects.filter(in_force(as_of), post__unit__in=units)
        .exclude(post__leadership=Leadership.NONE)
        .values_list("post__unit_id", "person_id")
    )
    leaders, committees = (
        _gathered(sitting, CollectiveKind.LEADERS),
        _gathered(sitting, CollectiveKind.PARTY_ORGANISATION),
    )
    holders: dict[int, set[int]] = defaultdict(set)
    for unit_id, person_id in holding:
        holders[unit_id].add(person_id)
    cells = PartyCell.objects.filter(unit__kind=UnitKind.PARTY_CELL, unit__in=units)
    sizes: dict[int, int] = defaultdict(int)
    for cell_id in Person.objects.filter(party_cell__in=cells).values_list("party_cell", flat=True):
        sizes[cell_id or 0] += 1
    return Surroundings(
        as_of,
        campaign.review_year,
        {pk: frozenset(people) for pk, people in holders.items()} | leaders,
        committees,
        {cell.unit_id or 0: cell for cell in cells},
        sizes,
    )


def _gathered(
    rows: Iterable[tuple[int, str, int]], kind: CollectiveKind
) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for unit_id, row_kind, person_id in rows:
        if row_kind == kind:
            found[unit_id].add(person_id)
    return {unit_id: frozenset(people) for unit_id, people in found.items()}


def subjects_with_posts(campaign: Campaign) -> list[Subject]:
    """The subjects with everything the facts read; a fixed number of further queries."""
    members = CollectiveMember.objects.select_related("collective__unit")
    people = with_year(Person.objects.select_related("party_cell")).prefetch_related(
        Prefetch("memberships", members), "role_grants"
    )
    rows = campaign.subjects.select_related("unit", "collective__unit", "track")
    return list(rows.prefetch_related(Prefetch("person", people)))


def leading_posts(person: Person, around: Surroundings) -> list[Assignment]:
    """Leading posts held on the day, outside Party cells: a cell is a place of its own."""
    return [
        row
        for row in person.assignments.all()
        if _holds_on(row, around.as_of)
        and row.post.leadership != Leadership.NONE
        and row.post.unit.kind != UnitKind.PARTY_CELL
    ]


def _holds_on(row: Assignment | CollectiveMember, day: date) -> bool:
    return row.starts_on <= day and (row.ends_on is None or row.ends_on >= day)


def suspended_units(person: Person, day: date) -> frozenset[int]:
    """Units on whose Party committee the person's activity stands suspended."""
    return frozenset(
        row.collective.unit_id
        for row in person.memberships.all()
        if _is_of_party(row.collective)
        and row.suspended_from is not None
        and row.suspended_from <= day
        and _holds_on(row, day)
    )


def _is_of_party(collective: Collective) -> bool:
    is_organisation = collective.kind == CollectiveKind.PARTY_ORGANISATION
    return is_organisation or collective.unit.kind in _PARTY_UNITS


def standing_committee_of(person: Person, day: date) -> Unit | None:
    """The Party committee on whose standing committee (ban thường vụ) the person sits."""
    units = (
        row.collective.unit
        for row in person.memberships.all()
        if row.collective.kind == CollectiveKind.LEADERS
        and row.collective.unit.kind == UnitKind.PARTY_COMMITTEE
        and _holds_on(row, day)
    )
    return next(units, None)


def _leads_cell(person: Person, day: date) -> bool:
    """By the role granted in the cell, or by a post or a seat that leads it."""
    granted = any(
        grant.role == Role.PARTY_CELL
        and grant.cell_id == person.party_cell_id
        and grant.starts_on <= day
        and (grant.ends_on is None or grant.ends_on >= day)
        for grant in person.role_grants.all()
    )
    seated = any(
        row.collective.unit.kind == UnitKind.PARTY_CELL and _holds_on(row, day)
        for row in person.memberships.all()
    )
    return person.party_cell_id is not None and (granted or seated)


def _post_facts(person: Person, around: Surroundings) -> tuple[LeadingPostFacts, ...]:
    months = {
        each.key: each.months_in_post
        for each in post_facts(person, year=around.year, as_of=around.as_of)
    }
    return tuple(
        LeadingPostFacts(
            key=str(row.post_id),
            rank=row.post.rank,
            months_in_post=months[str(row.post_id)],
            is_specialised=row.is_specialised,
        )
        for row in leading_posts(person, around)
    )


def own_assignment(person: Person, around: Surroundings) -> Assignment | None:
    """The specialised leading post of the highest rank; None for somebody who leads nothing."""
    own = [row for row in leading_posts(person, around) if row.is_specialised]
    return min(own, key=lambda row: row.post.rank, default=None)


def place_facts(person: Person, around: Surroundings) -> PlaceFacts:
    """The person's posts and the bodies these belong to, as the rules want to see them."""
    own, cell = own_assignment(person, around), person.party_cell
    unit_id = own.post.unit_id if own else 0
    leaders, day = around.leaders.get(unit_id, _NOBODY), around.as_of
    return PlaceFacts(
        is_party_member=person.party_joined_on is not None and person.party_joined_on <= day,
        leadership=Leadership(own.post.leadership) if own else Leadership.NONE,
        posts=_post_facts(person, around),
        collective_members=len(leaders) if own else None,
        all_sit_on_committee=bool(leaders) and leaders <= around.committees.get(unit_id, _NOBODY),
        sits_on_standing_committee=standing_committee_of(person, day) is not None,
        leads_cell=_leads_cell(person, day),
        cell_has_committee=cell is None or cell.has_committee,
        is_suspended_from_committee=bool(suspended_units(person, day)),
    )


def collective_place_facts(collective: Collective, around: Surroundings) -> CollectivePlaceFacts:
    """How many lead it; the collective of a Party cell counts the members of the cell where it is the cell itself."""
    cell = around.cells.get(collective.unit_id)
    seats = around.committees if _is_organisation(collective) else around.leaders
    members = len(seats.get(collective.unit_id, _NOBODY))
    if cell is not None and _is_organisation(collective):
        members = around.cell_sizes[cell.pk]
    return CollectivePlaceFacts(
        members=members,
        is_cell=cell is not None,
        has_committee=cell is None or cell.has_committee,
    )


def _is_organisation(collective: Collective) -> bool:
    return collective.kind == CollectiveKind.PARTY_ORGANISATION
