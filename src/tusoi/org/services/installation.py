"""Cài đặt lần đầu: the body and its first technical administrator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import localdate

from tusoi.core.actor import INSTALLER
from tusoi.org.enums import Category, Role, UnitKind
from tusoi.org.services.accounts import invite
from tusoi.org.services.people import register_person
from tusoi.org.services.roles import grant_role
from tusoi.org.services.structure import register_unit

if TYPE_CHECKING:
    from datetime import datetime


@transaction.atomic
def install_body(
    *, at: datetime, code: str, name: str, short_name: str, admin_name: str, admin_code: str
) -> str:
    """Lập cơ quan và người quản trị kỹ thuật đầu tiên; gives the token of that person's one-time link.

    Refused where a body exists. There is no default password.
    """
    register_unit(
        actor=INSTALLER,
        at=at,
        parent=None,
        kind=UnitKind.DEPARTMENT,
        code=code,
        name=name,
        short_name=short_name,
    )
    admin = register_person(
        actor=INSTALLER,
        at=at,
        code=admin_code,
        full_name=admin_name,
        category=Category.CIVIL_SERVANT,
    )
    grant_role(
        actor=INSTALLER, at=at, person=admin, role=Role.TECHNICAL_ADMIN, starts_on=localdate(at)
    )
    return invite(actor=INSTALLER, at=at, person=admin).link_token
