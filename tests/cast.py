"""Một sở nhỏ: an invented department with every role, for tests of all apps. No real person stands here.

Units: the leaders (root), Văn phòng Sở, Phòng Quản lý thương mại, Phòng Quản lý công nghiệp,
Trung tâm Khuyến công (public-service unit). Everybody is reached by a short key, see `PEOPLE`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tests import factories
from tests.factories import OFFICE, START, moment
from tusoi.org.enums import Category, Leadership, Role, UnitKind
from tusoi.org.selectors.actors import actor_of
from tusoi.org.services import accounts, roles, structure

if TYPE_CHECKING:
    from tusoi.core.actor import Actor
    from tusoi.org.models import Collective, PartyCell, Person, Post, SimilarPostGroup, Unit

__all__ = ["PEOPLE", "Department", "moment", "sign_in", "small_department"]

SINCE = date(2020, 1, 1)


class Part(NamedTuple):
    """One person of the cast: unit, title, name and what the post carries."""

    unit: str
    title: str
    name: str
    group: str
    leadership: Leadership = Leadership.NONE
    category: Category = Category.CIVIL_SERVANT
    in_party: bool = True


PEOPLE: dict[str, Part] = {
    "director": Part("body", "Giám đốc Sở", "Hoàng Đình Lộc", "leaders", Leadership.HEAD),
    "vice_director": Part(
        "body", "Phó Giám đốc Sở", "Trần Thị Bích Vân", "leaders", Leadership.DEPUTY
    ),
    "office_chief": Part("office", "Chánh Văn phòng", "Lê Quang Khải", "heads", Leadership.HEAD),
    "coordinator": Part("office", "Chuyên viên tổng hợp", "Phạm Thu Ngân", "officers"),
    "admin": Part("office", "Quản trị mạng", "Vũ Minh Tâm", "officers", in_party=False),
    "driver": Part(
        "office",
        "Lái xe",
        "Lò Văn Sơn",
        "workers",
        category=Category.CONTRACT_WORKER,
        in_party=False,
    ),
    "trade_head": Part("trade", "Trưởng phòng", "Nguyễn Thị Hải Yến", "heads", Leadership.HEAD),
    "trade_deputy": Part(
        "trade", "Phó Trưởng phòng", "Đỗ Mạnh Cường", "deputies", Leadership.DEPUTY
    ),
    "trade_officer": Part("trade", "Chuyên viên", "Bùi Ngọc Ánh", "officers"),
    "trade_officer_2": Part("trade", "Chuyên viên", "Đặng Quốc Ân", "officers", in_party=False),
    "trade_officer_3": Part("trade", "Chuyên viên", "Giàng Thị Mỷ", "officers"),
    "industry_head": Part("industry", "Trưởng phòng", "Vàng A Páo", "heads", Leadership.HEAD),
    "industry_deputy": Part(
        "industry", "Phó Trưởng phòng", "Trịnh Thị Hồng", "deputies", Leadership.DEPUTY
    ),
    "industry_officer": Part("industry", "Chuyên viên", "Cao Xuân Trường", "officers"),
    "industry_officer_2": Part("industry", "Chuyên viên", "Mai Thị Lụa", "officers"),
    "centre_head": Part(
        "centre",
        "Giám đốc Trung tâm",
        "Phan Văn Độ",
        "centre_heads",
        Leadership.HEAD,
        Category.PUBLIC_EMPLOYEE,
    ),
    "centre_deputy": Part(
        "centre",
        "Phó Giám đốc Trung tâm",
        "Hà Thị Thơm",
        "centre_deputies",
        Leadership.DEPUTY,
        Category.PUBLIC_EMPLOYEE,
    ),
    "centre_employee": Part(
        "centre",
        "Viên chức khuyến công",
        "Lý Thị Nga",
        "employees",
        category=Category.PUBLIC_EMPLOYEE,
    ),
    "centre_employee_2": Part(
        "centre",
        "Viên chức khuyến công",
        "Tạ Đức Huy",
        "employees",
        category=Category.PUBLIC_EMPLOYEE,
        in_party=False,
    ),
}
_GROUPS = {
    "collectives": "Tập thể lãnh đạo phòng, đơn vị",
    "leaders": "Lãnh đạo Sở",
    "heads": "Trưởng phòng và tương đương",
    "deputies": "Phó Trưởng phòng và tương đương",
    "officers": "Công chức không giữ chức vụ",
    "workers": "Người lao động",
    "centre_heads": "Giám đốc đơn vị sự nghiệp",
    "centre_deputies": "Phó Giám đốc đơn vị sự nghiệp",
    "employees": "Viên chức không giữ chức vụ",
}
_UNITS = {
    "office": (UnitKind.OFFICE, "VP", "Văn phòng Sở"),
    "trade": (UnitKind.DIVISION, "QLTM", "Phòng Quản lý thương mại"),
    "industry": (UnitKind.DIVISION, "QLCN", "Phòng Quản lý công nghiệp"),
    "centre": (UnitKind.SERVICE_UNIT, "TTKC", "Trung tâm Khuyến công"),
}
_RANKS = {Leadership.HEAD: 10, Leadership.DEPUTY: 20, Leadership.NONE: 100}


@dataclass(slots=True)
class Department:
    """Sở: its units, groups, cells, collectives and people by short key."""

    body: Unit
    units: dict[str, Unit] = field(default_factory=dict)
    groups: dict[str, SimilarPostGroup] = field(default_factory=dict)
    cells: dict[str, PartyCell] = field(default_factory=dict)
    collectives: dict[str, Collective] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    def actor(
        self, key: str, role: Role = Role.INDIVIDUAL, day: date = date(2023, 11, 24)
    ) -> Actor:
        """The person acting in a role really held on that day."""
        return actor_of(self.people[key], role, day)

    @property
    def office(self) -> Actor:
        """Văn phòng: the coordinator."""
        return self.actor("coordinator", Role.COORDINATOR)

    @property
    def director(self) -> Actor:
        return self.actor("director", Role.DEPARTMENT_HEAD)


def _build_units(department: Department) -> None:
    department.units["body"] = department.body
    for key, (kind, code, name) in _UNITS.items():
        department.units[key] = factories.unit(name, parent=department.body, kind=kind, code=code)
    for position, (key, name) in enumerate(_GROUPS.items()):
        department.groups[key] = structure.register_group(
            actor=OFFICE, at=START, code=key, name=name, position=position
        )
    for key, unit in department.units.items():
        name = f"Chi bộ {unit.short_name}" if key != "body" else "Chi bộ Lãnh đạo Sở"
        department.cells[key] = structure.register_cell(
            actor=OFFICE, at=START, code=f"CB-{unit.code}", name=name, unit=unit
        )


def _add_person(department: Department, key: str, part: Part) -> None:
    membership = (
        {"party_joined_on": date(2010, 5, 19), "party_cell": department.cells[part.unit]}
        if part.in_party
        else {}
    )
    number = len(department.people) + 1
    person = factories.person(
        part.name,
        category=part.category,
        code=f"SCT-{number:03d}",
        birth_date=date(1985, 1, 1),
        **membership,
    )
    post: Post = factories.post(
        department.units[part.unit],
        part.title,
        group=department.groups[part.group],
        leadership=part.leadership,
        rank=_RANKS[part.leadership],
    )
    factories.assign(person, post, since=SINCE)
    department.people[key] = person


def _build_collectives(department: Department) -> None:
    for key, unit in department.units.items():
        name = "Tập thể lãnh đạo Sở" if key == "body" else f"Tập thể lãnh đạo {unit.short_name}"
        collective = structure.register_collective(
            actor=OFFICE,
            at=START,
            unit=unit,
            name=name,
            group=department.groups["collectives"],
            founded_on=SINCE,
        )
        department.collectives[key] = collective
        for person_key, part in PEOPLE.items():
            if part.unit == key and part.leadership != Leadership.NONE:
                structure.add_member(
                    actor=OFFICE,
                    at=START,
                    collective=collective,
                    person=department.people[person_key],
                    is_head=part.leadership == Leadership.HEAD,
                    starts_on=SINCE,
                )


def _grant_roles(department: Department) -> None:
    grants = [
        ("coordinator", Role.COORDINATOR, {"unit": department.body}),
        ("trade_officer", Role.SECRETARY, {"unit": department.units["trade"]}),
        ("industry_officer", Role.SECRETARY, {"unit": department.units["industry"]}),
        ("centre_employee", Role.SECRETARY, {"unit": department.units["centre"]}),
        ("coordinator", Role.SECRETARY, {"unit": department.body}),
        ("vice_director", Role.PARTY_COMMITTEE, {"unit": department.body}),
        ("trade_head", Role.PARTY_CELL, {"cell": department.cells["trade"]}),
        ("industry_head", Role.PARTY_CELL, {"cell": department.cells["industry"]}),
        ("office_chief", Role.PARTY_CELL, {"cell": department.cells["office"]}),
        ("centre_head", Role.PARTY_CELL, {"cell": department.cells["centre"]}),
        ("director", Role.PARTY_CELL, {"cell": department.cells["body"]}),
        ("industry_officer_2", Role.SUPERVISOR, {"unit": department.body}),
        ("admin", Role.TECHNICAL_ADMIN, {}),
    ]
    for key, role, place in grants:
        roles.grant_role(
            actor=OFFICE,
            at=START,
            person=department.people[key],
            role=role,
            starts_on=SINCE,
            **place,
        )


def small_department() -> Department:
    """Sở Công Thương tỉnh Lâm An (invented): 19 people in 5 units, every role held by somebody."""
    body = factories.unit(
        "Sở Công Thương tỉnh Lâm An",
        kind=UnitKind.DEPARTMENT,
        code="SCT",
        short_name="Sở Công Thương",
    )
    department = Department(body)
    _build_units(department)
    for key, part in PEOPLE.items():
        _add_person(department, key, part)
    _build_collectives(department)
    _grant_roles(department)
    return department


def sign_in(client, department: Department, key: str, capacity: Role | str = Role.INDIVIDUAL):
    """Sign a member of the cast in and choose the capacity (a role, or the exact key of the switcher)."""
    from tusoi.core import clock
    from tusoi.org.selectors.actors import capacities_of
    from tusoi.web.shared.acting import SESSION_KEY

    person = department.people[key]
    user = (
        getattr(person, "user", None) or accounts.invite(actor=OFFICE, at=START, person=person).user
    )
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    chosen = next(
        c for c in capacities_of(user, clock.today()) if capacity in (c.actor.role, c.key)
    )
    session = client.session
    session[SESSION_KEY] = chosen.key
    session.save()
    return client
