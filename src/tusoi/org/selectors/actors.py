"""Vai trò đang có: which capacities a user holds today – from posts, memberships, grants and delegations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from tusoi.core.actor import Actor
from tusoi.org.enums import AssignmentKind, Leadership, Role
from tusoi.org.models import Assignment, CollectiveMember, Delegation, Person, RoleGrant, User

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Capacity:
    """Vai trò có thể chọn: an actor with the key and the label the switcher shows."""

    key: str
    label: str
    actor: Actor


def in_force(day: date, prefix: str = "") -> Q:
    """Rows whose dates cover `day` (`ends_on` open or not before it)."""
    return Q(**{f"{prefix}starts_on__lte": day}) & (
        Q(**{f"{prefix}ends_on__isnull": True}) | Q(**{f"{prefix}ends_on__gte": day})
    )


def current_assignments(person: Person, day: date) -> QuerySet[Assignment]:
    return Assignment.objects.filter(in_force(day), person=person).select_related("post__unit")


def _post_roles(
    assignments: Iterable[Assignment], person: Person, day: date
) -> list[tuple[Role, int, str]]:
    """Roles that leading posts carry: head and deputies of a unit; leaders of the body."""
    rows = []
    for assignment in assignments:
        unit, leadership = assignment.post.unit, assignment.post.leadership
        if leadership == Leadership.NONE:
            continue
        is_root = unit.is_root
        if leadership == Leadership.HEAD or assignment.is_acting:
            rows.append(
                (Role.DEPARTMENT_HEAD if is_root else Role.UNIT_HEAD, unit.pk, unit.short_name)
            )
        if is_root:
            rows.append((Role.DEPARTMENT_LEADER, unit.pk, unit.short_name))
        elif leadership == Leadership.DEPUTY:
            rows.append((Role.UNIT_DEPUTY, unit.pk, unit.short_name))
    for member in CollectiveMember.objects.filter(in_force(day), person=person).select_related(
        "collective__unit"
    ):
        unit = member.collective.unit
        if unit.is_root:
            rows.append((Role.DEPARTMENT_LEADER, unit.pk, unit.short_name))
    return list(dict.fromkeys(rows))


def _own_capacities(
    user: User, person: Person, assignments: Iterable[Assignment], day: date
) -> list[Capacity]:
    rows: list[Capacity] = []
    for role, unit_id, unit_name in _post_roles(assignments, person, day):
        actor = Actor(user.pk, person.pk, person.full_name, role, unit_id=unit_id)
        rows.append(Capacity(f"{role}.{unit_id}", f"{role.label}, {unit_name}", actor))
    grants = RoleGrant.objects.filter(in_force(day), person=person).select_related("unit", "cell")
    for grant in grants:
        role = Role(grant.role)
        actor = Actor(
            user.pk, person.pk, person.full_name, role, unit_id=grant.unit_id, cell_id=grant.cell_id
        )
        place = grant.cell.name if grant.cell else grant.unit.short_name if grant.unit else ""
        key = f"{role}.{grant.unit_id or 0}.{grant.cell_id or 0}"
        rows.append(Capacity(key, f"{role.label}, {place}" if place else role.label, actor))
    return rows


def _delegated_capacities(user: User, person: Person, day: date) -> list[Capacity]:
    rows = []
    delegations = Delegation.objects.filter(
        to_person=person, starts_on__lte=day, ends_on__gte=day, revoked_at__isnull=True
    ).select_related("from_person", "unit")
    for given in delegations:
        role = Role(given.role)
        if not holds(given.from_person, role, given.unit_id, day):
            continue
        actor = Actor(
            user.pk,
            person.pk,
            person.full_name,
            role,
            unit_id=given.unit_id,
            delegation_id=given.pk,
        )
        label = (
            f"{role.label}, {given.unit.short_name} (ủy quyền của {given.from_person.full_name})"
        )
        rows.append(Capacity(f"delegation.{given.pk}", label, actor))
    return rows


def holds(person: Person, role: Role, unit_id: int, day: date) -> bool:
    """Whether the person holds the role of the unit by post or grant; nobody delegates more than that."""
    held = _post_roles(current_assignments(person, day), person, day)
    if any(each == role and unit == unit_id for each, unit, _ in held):
        return True
    return RoleGrant.objects.filter(
        in_force(day), person=person, role=role, unit_id=unit_id
    ).exists()


def capacities_of(user: User, day: date) -> list[Capacity]:
    """Every capacity the user may act in on `day`; the individual first. Empty without a person."""
    person = user.person
    if person is None or not user.is_active:
        return []
    assignments = list(current_assignments(person, day))
    main = next((each for each in assignments if each.kind == AssignmentKind.MAIN), None)
    unit_id = main.post.unit_id if main else None
    individual = Actor(user.pk, person.pk, person.full_name, Role.INDIVIDUAL, unit_id=unit_id)
    return [
        Capacity("individual", Role.INDIVIDUAL.label, individual),
        *_own_capacities(user, person, assignments, day),
        *_delegated_capacities(user, person, day),
    ]


def actor_of(person: Person, role: Role, day: date, *, unit_id: int | None = None) -> Actor:
    """The actor for a person in a role held on that day; LookupError where the role is not held.

    For programmes that act for known people (rehearsal, demo data); pages take `capacities_of`.
    """
    user = User.objects.filter(person=person).first() or User(person_id=person.pk)
    for capacity in capacities_of(user, day):
        if capacity.actor.role == role and unit_id in (None, capacity.actor.unit_id):
            return capacity.actor
    raise LookupError(f"{person} không giữ vai trò {role.label} ngày {day:%d/%m/%Y}.")
