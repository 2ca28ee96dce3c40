"""Quyền về tổ chức: whose delegations one may give and take back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tusoi.org.enums import Role
from tusoi.org.models import Delegation

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from tusoi.core.actor import Actor
    from tusoi.org.models import Person


def may_delegate(actor: Actor, from_person: Person) -> bool:
    """One's own role; the office records delegations of others that exist on paper. Never a delegated role further."""
    is_giver = actor.person_id == from_person.pk
    return actor.delegation_id is None and (is_giver or actor.role == Role.COORDINATOR)


def may_revoke_delegation(actor: Actor, delegation: Delegation) -> bool:
    """The giver, or the office."""
    return may_delegate(actor, delegation.from_person)


def delegations_visible_to(actor: Actor) -> QuerySet[Delegation]:
    """All of the body for the office; what one has given for everybody else."""
    rows = Delegation.objects.select_related("from_person", "to_person", "unit").order_by(
        "-starts_on", "-pk"
    )
    return rows if actor.role == Role.COORDINATOR else rows.filter(from_person_id=actor.person_id)
