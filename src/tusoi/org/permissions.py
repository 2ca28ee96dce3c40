"""Quyền về tổ chức: whose delegations one may give and take back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tusoi.org.enums import Role

if TYPE_CHECKING:
    from tusoi.core.actor import Actor
    from tusoi.org.models import Delegation, Person


def may_delegate(actor: Actor, from_person: Person) -> bool:
    """One's own role; the office records delegations of others that exist on paper. Never a delegated role further."""
    return actor.role == Role.COORDINATOR or (
        actor.person_id == from_person.pk and actor.delegation_id is None
    )


def may_revoke_delegation(actor: Actor, delegation: Delegation) -> bool:
    """The giver, or the office."""
    return may_delegate(actor, delegation.from_person)
