"""Đọc tài khoản: one-time links, user names."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import F, Q

from tusoi.core.actor import Actor
from tusoi.core.names import fold
from tusoi.org.enums import Role
from tusoi.org.models import Delegation, OneTimeLink, Person, RoleGrant, User

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet


_NO_PASSWORD = Q(user__password__startswith=UNUSABLE_PASSWORD_PREFIX)
_ACCOUNT_STATES = {
    "none": Q(user__isnull=True),
    "invited": Q(user__is_active=True) & _NO_PASSWORD,
    "active": Q(user__is_active=True) & ~_NO_PASSWORD,
    "off": Q(user__is_active=False),
}


def token_hash(token: str) -> str:
    """What the database keeps of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def open_link(token: str, at: datetime) -> OneTimeLink | None:
    """The link of this token when it is unused and not expired at that moment."""
    return (
        OneTimeLink.objects.filter(
            token_hash=token_hash(token),
            used_at__isnull=True,
            expires_at__gt=at,
            user__is_active=True,
        )
        .select_related("user__person")
        .first()
    )


def holder_of(link: OneTimeLink) -> Actor:
    """The actor who opens a one-time link: its own person, before signing in for the first time."""
    user, person = link.user, link.user.person
    return Actor(
        user.pk, user.person_id, person.full_name if person else user.username, Role.INDIVIDUAL
    )


def free_username(person: Person) -> str:
    """Given name and initials (“Nguyễn Văn An” → “annv”), numbered where somebody else has it."""
    words = fold(person.full_name).split()
    stem = "".join(c for c in words[-1] + "".join(word[0] for word in words[:-1]) if c.isalnum())
    taken = set(User.objects.filter(username__startswith=stem).values_list("username", flat=True))
    numbered = (f"{stem}{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(name for name in numbered if name not in taken)


def account_list(*, search: str = "", state: str = "") -> QuerySet[Person]:
    """Everybody with the account, if any; searched by name, code or user name."""
    people = Person.objects.select_related("user").order_by("sort_key", "code")
    for word in fold(search).split():
        people = people.filter(
            Q(search_name__contains=word)
            | Q(code__icontains=word)
            | Q(user__username__contains=word)
        )
    return people.filter(_ACCOUNT_STATES[state]) if state in _ACCOUNT_STATES else people


def granted_roles() -> QuerySet[RoleGrant]:
    """Every role granted, those without an end first."""
    grants = RoleGrant.objects.select_related("person", "unit", "cell")
    return grants.order_by(F("ends_on").desc(nulls_first=True), "role", "person__sort_key")


def delegations() -> QuerySet[Delegation]:
    """Every delegation, the latest first."""
    return Delegation.objects.select_related("from_person", "to_person", "unit").order_by(
        "-starts_on", "-pk"
    )
