"""Tài khoản: invitation by a one-time link; nobody ever sets a password for somebody else."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from tusoi.core.command import command
from tusoi.core.errors import Refused, refuse
from tusoi.org.enums import Role
from tusoi.org.models import OneTimeLink, Person, User
from tusoi.org.selectors.accounts import free_username, open_link, token_hash
from tusoi.rulebook.findings import Finding, Severity

if TYPE_CHECKING:
    from tusoi.core.actor import Actor

LINK_LIFE = timedelta(days=7)
_TOKEN_BYTES = 32


@dataclass(frozen=True, slots=True)
class InvitationResult:
    """Lời mời: the account and the token of its one-time link; the token is known only now."""

    user: User
    link_token: str


def _issue_link(user: User, at: datetime) -> str:
    """A new one-time link; every older one of this account ends."""
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    OneTimeLink.objects.filter(user=user, used_at__isnull=True, expires_at__gt=at).update(
        expires_at=at
    )
    OneTimeLink.objects.create(
        user=user, token_hash=token_hash(token), created_at=at, expires_at=at + LINK_LIFE
    )
    return token


@command("account.invite", target="person")
def invite(
    *, actor: Actor, at: datetime, person: Person, username: str | None = None
) -> InvitationResult:
    """Mời mở tài khoản: makes the account where there is none, and a new one-time link.

    Whoever gets a link can take the account over, so technical staff give one only before the first
    password; afterwards the office does, at the person's own request.
    """
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    user = User.objects.filter(person=person).first()
    if user is None:
        name = username or free_username(person)
        if User.objects.filter(username=name).exists():
            raise refuse(
                "org.username-taken",
                f"Tên đăng nhập “{name}” đã có người dùng.",
                remedy="Chọn tên khác.",
            )
        user = User.objects.create_user(username=name, email=person.email, person=person)
    if not user.is_active:
        raise refuse(
            "org.account-off",
            "Tài khoản đang ngừng hoạt động.",
            remedy="Mở lại tài khoản trước khi mời.",
        )
    if user.has_usable_password() and actor.role == Role.TECHNICAL_ADMIN:
        raise refuse(
            "org.account-in-use",
            f"Tài khoản của {person.full_name} đã có mật khẩu nên quản trị kỹ thuật không cấp lại được đường dẫn.",
            remedy="Theo đề nghị của chính người đó, Văn phòng cấp lại ở trang Con người.",
        )
    return InvitationResult(user, _issue_link(user, at))


@command("account.activate")
def activate(*, actor: Actor, at: datetime, token: str, password: str) -> User:
    """Kích hoạt tài khoản: the holder of the link sets the password; the link ends with it."""
    found = open_link(token, at)
    link = (
        OneTimeLink.objects.select_for_update(of=("self",))
        .select_related("user")
        .filter(pk=found.pk if found else None, user_id=actor.user_id, used_at__isnull=True)
        .first()
    )
    if link is None:
        raise refuse(
            "org.link-ended",
            "Đường dẫn này đã được dùng hoặc đã hết hạn.",
            remedy="Đề nghị người quản trị kỹ thuật hoặc Văn phòng gửi đường dẫn mới.",
        )
    _check_password(password, link.user)
    link.used_at = at
    link.save(update_fields=["used_at"])
    link.user.set_password(password)
    link.user.save(update_fields=["password"])
    return link.user


def _check_password(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Refused(
            Finding("org.password", Severity.BLOCKS, message, remedy="Đặt mật khẩu khác.")
            for message in error.messages
        ) from error


@command("account.deactivate", target="user")
def deactivate(*, actor: Actor, at: datetime, user: User) -> User:
    """Ngừng tài khoản: signing in and open links end; nothing written is lost."""
    if user.pk == actor.user_id:
        raise refuse(
            "org.own-account",
            "Không thể tự ngừng tài khoản đang dùng.",
            remedy="Nhờ một người quản trị kỹ thuật khác thực hiện.",
        )
    user = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    user.is_active = False
    user.save(update_fields=["is_active"])
    OneTimeLink.objects.filter(user=user, used_at__isnull=True, expires_at__gt=at).update(
        expires_at=at
    )
    return user


@command("account.reactivate", target="user")
def reactivate(*, actor: Actor, at: datetime, user: User) -> User:
    """Mở lại tài khoản đã ngừng."""
    user = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    user.is_active = True
    user.save(update_fields=["is_active"])
    return user
