"""Vai trò và ủy quyền: roles that no post carries, and acting for somebody by a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.timezone import localdate

from tusoi.core.command import command
from tusoi.core.errors import refuse
from tusoi.core.names import clean
from tusoi.org.enums import Role
from tusoi.org.models import Delegation, PartyCell, Person, RoleGrant, Unit
from tusoi.org.permissions import may_delegate, may_revoke_delegation
from tusoi.org.selectors.actors import holds, in_force
from tusoi.org.services.people import overlapping, refuse_disorder

if TYPE_CHECKING:
    from datetime import date, datetime

    from tusoi.core.actor import Actor

GRANTED = frozenset(
    {
        Role.SECRETARY,
        Role.COORDINATOR,
        Role.PARTY_COMMITTEE,
        Role.PARTY_CELL,
        Role.SUPERVISOR,
        Role.TECHNICAL_ADMIN,
    }
)
"""Vai trò được giao: all others follow from a post, a membership or a meeting."""


def _check_grant(role: Role, unit: Unit | None, cell: PartyCell | None) -> None:
    if role not in GRANTED:
        raise refuse(
            "org.role-from-post",
            f"Vai trò “{role.label}” theo chức vụ hoặc theo hội nghị, không giao riêng.",
            remedy="Ghi phân công giữ chức vụ tương ứng.",
        )
    if role == Role.SECRETARY and unit is None:
        raise refuse(
            "org.role-unit", "Chưa chọn đơn vị mà người này làm thư ký.", remedy="Chọn đơn vị."
        )
    if role == Role.PARTY_CELL and cell is None:
        raise refuse(
            "org.role-cell", "Chưa chọn chi bộ mà người này thay mặt.", remedy="Chọn chi bộ."
        )


@command("role.grant")
def grant_role(  # noqa: PLR0913 - the columns of a grant, all named
    *,
    actor: Actor,
    at: datetime,
    person: Person,
    role: Role | str,
    starts_on: date,
    unit: Unit | None = None,
    cell: PartyCell | None = None,
    ends_on: date | None = None,
    document: str = "",
) -> RoleGrant:
    """Giao vai trò: by somebody else, from day to day, both inclusive; the same role once at a time."""
    role = Role(role)
    _check_grant(role, unit, cell)
    if person.pk == actor.person_id:
        raise refuse(
            "org.role-to-self",
            "Không thể tự giao vai trò cho chính mình.",
            remedy="Đề nghị người khác có thẩm quyền giao vai trò này.",
        )
    refuse_disorder(starts_on, ends_on)
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    same = RoleGrant.objects.filter(
        overlapping(starts_on, ends_on), person=person, role=role, unit=unit, cell=cell
    )
    if same.exists():
        raise refuse(
            "org.role-once",
            f"{person.full_name} đang có vai trò “{role.label}” này.",
            remedy="Giữ vai trò đang có, hoặc thu hồi trước khi giao lại.",
        )
    return RoleGrant.objects.create(
        person=person,
        role=role,
        unit=unit,
        cell=cell,
        starts_on=starts_on,
        ends_on=ends_on,
        document=clean(document),
    )


@command("role.revoke", target="grant")
def revoke_role(*, actor: Actor, at: datetime, grant: RoleGrant, ends_on: date) -> RoleGrant:
    """Thôi giao vai trò; `ends_on` is the last day. The last technical administrator stays."""
    grant = RoleGrant.objects.select_for_update(of=("self",)).get(pk=grant.pk)
    refuse_disorder(grant.starts_on, ends_on)
    others = RoleGrant.objects.filter(in_force(localdate(at)), role=Role.TECHNICAL_ADMIN).exclude(
        pk=grant.pk
    )
    if grant.role == Role.TECHNICAL_ADMIN and not others.exists():
        raise refuse(
            "org.last-admin",
            "Đây là người quản trị kỹ thuật duy nhất.",
            remedy="Giao vai trò quản trị kỹ thuật cho người khác trước.",
        )
    grant.ends_on = ends_on
    grant.save(update_fields=["ends_on"])
    return grant


@command("delegation.give", target="from_person", scope=may_delegate)
def give_delegation(  # noqa: PLR0913 - the columns of a delegation, all named
    *,
    actor: Actor,
    at: datetime,
    from_person: Person,
    to_person: Person,
    role: Role | str,
    unit: Unit,
    starts_on: date,
    ends_on: date,
    document: str,
) -> Delegation:
    """Ủy quyền: one lets another act in a role one holds, by a document, from day to day."""
    role, today = Role(role), localdate(at)
    refuse_disorder(starts_on, ends_on)
    if from_person.pk == to_person.pk:
        raise refuse(
            "org.delegation-to-self",
            "Không thể ủy quyền cho chính mình.",
            remedy="Chọn một người khác.",
        )
    if ends_on < today:
        raise refuse(
            "org.delegation-past",
            "Thời hạn ủy quyền đã qua.",
            remedy="Chọn thời hạn từ hôm nay trở đi.",
        )
    if not holds(from_person, role, unit.pk, max(starts_on, today)):
        raise refuse(
            "org.delegation-not-held",
            f"{from_person.full_name} không giữ vai trò “{role.label}” tại {unit.name} nên không ủy quyền được.",
            remedy="Người ủy quyền chỉ giao được vai trò do chức vụ hoặc quyết định đã giao cho mình.",
        )
    if not clean(document):
        raise refuse(
            "org.delegation-document",
            "Chưa ghi số, ngày của văn bản ủy quyền.",
            remedy="Ghi số và ngày của văn bản.",
        )
    return Delegation.objects.create(
        from_person=from_person,
        to_person=to_person,
        role=role,
        unit=unit,
        starts_on=starts_on,
        ends_on=ends_on,
        document=clean(document),
    )


@command("delegation.revoke", target="delegation", scope=may_revoke_delegation)
def revoke_delegation(*, actor: Actor, at: datetime, delegation: Delegation) -> Delegation:
    """Thôi ủy quyền: takes effect at once."""
    delegation = Delegation.objects.select_for_update(of=("self",)).get(pk=delegation.pk)
    if delegation.revoked_at is not None:
        raise refuse(
            "org.delegation-revoked",
            "Ủy quyền này đã được thôi từ trước.",
            remedy="Không cần làm gì thêm.",
        )
    delegation.revoked_at = at
    delegation.save(update_fields=["revoked_at"])
    return delegation
