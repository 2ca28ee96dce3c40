"""Người thao tác: who acts, in which role, for which unit – minted by `org.selectors`, never typed in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tusoi.rulebook.facts import Role


@dataclass(frozen=True, slots=True)
class Actor:
    """Người thao tác: user and person, the role acted in, its unit or Party cell, and the delegation if any."""

    user_id: int | None
    person_id: int | None
    name: str
    role: Role
    unit_id: int | None = None
    cell_id: int | None = None
    delegation_id: int | None = None

    @property
    def role_label(self) -> str:
        return self.role.label

    def acting_as(self, role: Role, *, unit_id: int | None = None) -> Actor:
        """The same person in a role that a meeting gives (chair, secretary, counting panel)."""
        return replace(self, role=role, unit_id=unit_id if unit_id is not None else self.unit_id)


INSTALLER = Actor(user_id=None, person_id=None, name="Trình cài đặt", role=Role.TECHNICAL_ADMIN)
