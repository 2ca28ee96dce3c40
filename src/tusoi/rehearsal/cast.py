"""Dàn vai: builds the organisation of an example through the same commands an office would use."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial

from django.utils.timezone import localdate

from tusoi.core.actor import INSTALLER, Actor
from tusoi.documents.services.numbering import set_practice
from tusoi.org.enums import (
    AssignmentKind,
    Category,
    CollectiveKind,
    Leadership,
    Role,
    UnitKind,
)
from tusoi.org.models import Collective, PartyCell, Person, Post, SimilarPostGroup, Unit
from tusoi.org.selectors.actors import actor_of
from tusoi.org.services import people as people_services
from tusoi.org.services import roles, structure
from tusoi.rehearsal.example import Example, Row


@dataclass(slots=True)
class Cast:
    """Dàn vai: everything of the organisation by its code; collectives by `collective_code`."""

    example: Example
    units: dict[str, Unit] = field(default_factory=dict)
    groups: dict[str, SimilarPostGroup] = field(default_factory=dict)
    posts: dict[tuple[str, str], Post] = field(default_factory=dict)
    cells: dict[str, PartyCell] = field(default_factory=dict)
    collectives: dict[str, Collective] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    guest_titles: dict[int, str] = field(default_factory=dict)
    _actors: dict[tuple[str, Role, str, date | None], Actor] = field(default_factory=dict)

    @property
    def body(self) -> Unit:
        return self.units[self.example.organisation["body"]["code"]]

    def actor(self, code: str, role: Role, at: datetime, unit: str = "") -> Actor:
        """The person acting in a role held on that day (in that unit, where it is given).

        Nobody moves during the season, so everybody is the same individual on all its days.
        """
        is_individual = role == Role.INDIVIDUAL
        key = (code, role, unit, None if is_individual else localdate(at))
        if key not in self._actors:
            unit_id = self.units[unit].pk if unit else None
            self._actors[key] = actor_of(self.people[code], role, localdate(at), unit_id=unit_id)
        return self._actors[key]

    def holder(self, role: Role, *, unit: str = "", cell: str = "") -> str:
        """The code of the first person to whom the example grants the role."""
        grants = self.example.cases["roles"]
        wanted = {
            "role": role.value,
            **({"unit": unit} if unit else {}),
            **({"cell": cell} if cell else {}),
        }
        return next(row["person"] for row in grants if wanted.items() <= row.items())

    def office(self, at: datetime) -> Actor:
        """Văn phòng: the coordinator of the season."""
        return self.actor(self.holder(Role.COORDINATOR), Role.COORDINATOR, at)

    def leaders(self, unit: str) -> list[str]:
        """Codes of the head and the deputies of a unit, the head first.

        As the example lists the members of its leading collective, else by the posts held there.
        """
        listed = [
            code
            for row in self.example.organisation["collectives"]
            if row["unit"] == unit
            and row.get("kind", CollectiveKind.LEADERS) == CollectiveKind.LEADERS
            for code in row.get("members", ())
        ]
        return listed or [
            row["code"]
            for row in self.example.people.get(unit, ())
            if self.posts[unit, row["post"]].leadership != Leadership.NONE
        ]

    def head(self, unit: str) -> str:
        return self.leaders(unit)[0]

    def title(self, code: str) -> str:
        """The title of somebody's main post, also of those the plan is not about."""
        rows = (row for rows in self.example.people.values() for row in rows)
        return next(str(row["post"]) for row in rows if row["code"] == code)


def build(example: Example, at: datetime) -> Cast:
    """The whole organisation of the example, registered at that instant."""
    cast = Cast(example)
    _register_units(cast, at)
    _appoint_office(cast, at)
    _begin_term(cast, at)
    _register_frame(cast, at)
    for unit, rows in example.people.items():
        for row in rows:
            _register_person(cast, at, unit, row)
    _register_party_members(cast, at)
    _register_guests(cast, at)
    _register_collectives(cast, at)
    _record_cases(cast, at)
    _record_suspensions(cast, at)
    _grant_roles(cast, at)
    return cast


def _register_units(cast: Cast, at: datetime) -> None:
    register = partial(structure.register_unit, actor=INSTALLER, at=at)
    root = cast.example.organisation["body"]
    cast.units[root["code"]] = register(parent=None, **root)
    for row in cast.example.organisation["units"]:
        cast.units[row["code"]] = register(parent=cast.body, **row)


def _appoint_office(cast: Cast, at: datetime) -> None:
    """The first person and the first role: whoever registers everything else."""
    code = cast.holder(Role.COORDINATOR)
    unit, row = next(
        (u, r) for u, rows in cast.example.people.items() for r in rows if r["code"] == code
    )
    cast.people[code] = people_services.register_person(
        actor=INSTALLER,
        at=at,
        code=code,
        full_name=row["name"],
        category=category_of(cast, unit, row),
        birth_date=row["born"],
    )
    roles.grant_role(
        actor=INSTALLER,
        at=at,
        person=cast.people[code],
        role=Role.COORDINATOR,
        unit=cast.body,
        starts_on=localdate(at),
    )


def _begin_term(cast: Cast, at: datetime) -> None:
    """A Party committee numbers its papers through its term."""
    started_on = cast.example.organisation.get("term_started_on")
    if started_on is not None:
        set_practice(
            actor=cast.office(at),
            at=at,
            issuer=cast.body,
            is_common=False,
            term_started_on=started_on,
        )


def _register_frame(cast: Cast, at: datetime) -> None:
    """Groups of similar posts, posts and Party cells."""
    office, organisation = cast.office(at), cast.example.organisation
    for position, row in enumerate(organisation["groups"], start=1):
        cast.groups[row["code"]] = structure.register_group(
            actor=office, at=at, position=position, **row
        )
    for row in organisation["posts"]:
        links = {"unit": cast.units[row["unit"]], "group": cast.groups[row["group"]]}
        cast.posts[row["unit"], row["title"]] = structure.register_post(
            actor=office, at=at, **(row | links)
        )
    for row in organisation["cells"]:
        unit = cast.units[row["unit"]] if "unit" in row else None
        cast.cells[row["code"]] = structure.register_cell(
            actor=office, at=at, **(row | {"unit": unit})
        )


def collective_code(unit: str, kind: CollectiveKind | str = CollectiveKind.LEADERS) -> str:
    """“TTLD-<unit>” for a leading collective, “TCD-<unit>” for a Party organisation."""
    return f"{'TTLD' if kind == CollectiveKind.LEADERS else 'TCD'}-{unit}"


def category_of(cast: Cast, unit: str, row: Row) -> Category:
    """As the example says of the person, else by the kind of the unit."""
    if "category" in row:
        return Category(row["category"])
    is_service_unit = cast.units[unit].kind == UnitKind.SERVICE_UNIT
    return Category.PUBLIC_EMPLOYEE if is_service_unit else Category.CIVIL_SERVANT


def _register_person(cast: Cast, at: datetime, unit: str, row: Row) -> None:
    office, code = cast.office(at), row["code"]
    party = (
        {"party_joined_on": row["party"], "party_cell": cast.cells[row["cell"]]}
        if "party" in row
        else {}
    )
    if code in cast.people:
        people_services.correct_person(actor=office, at=at, person=cast.people[code], **party)
    else:
        cast.people[code] = people_services.register_person(
            actor=office,
            at=at,
            code=code,
            full_name=row["name"],
            category=category_of(cast, unit, row),
            birth_date=row["born"],
            **party,
        )
    people_services.record_assignment(
        actor=office,
        at=at,
        person=cast.people[code],
        post=cast.posts[unit, row["post"]],
        starts_on=row["since"],
    )


def _register_party_members(cast: Cast, at: datetime) -> None:
    """Members of Party cells who hold no post in the body: they sit in the cell and are reviewed by nobody here."""
    for row in cast.example.cases.get("party_members", ()):
        cast.people[row["code"]] = people_services.register_person(
            actor=cast.office(at),
            at=at,
            code=row["code"],
            full_name=row["name"],
            category=row["category"],
            birth_date=row["born"],
            party_joined_on=row["party"],
            party_cell=cast.cells[row["cell"]],
        )


def _register_guests(cast: Cast, at: datetime) -> None:
    """People of other bodies who are invited to a conference, and as whom they attend."""
    for row in cast.example.cases.get("guests", ()):
        person = people_services.register_person(
            actor=cast.office(at),
            at=at,
            code=row["code"],
            full_name=row["name"],
            category=row["category"],
            birth_date=None,
        )
        cast.people[row["code"]] = person
        cast.guest_titles[person.pk] = row["attends_as"]


def _register_collectives(cast: Cast, at: datetime) -> None:
    office = cast.office(at)
    for row in cast.example.organisation["collectives"]:
        unit, kind = row["unit"], row.get("kind", CollectiveKind.LEADERS)
        code = collective_code(unit, kind)
        cast.collectives[code] = structure.register_collective(
            actor=office,
            at=at,
            unit=cast.units[unit],
            name=row["name"],
            group=cast.groups[row["group"]],
            kind=kind,
        )
        _add_members(cast, at, code, row.get("members") or cast.leaders(unit))


def _add_members(cast: Cast, at: datetime, collective: str, members: list[str]) -> None:
    """The first of them is the head; each since the main post was taken up."""
    since = {row["code"]: row["since"] for rows in cast.example.people.values() for row in rows}
    for position, code in enumerate(members):
        structure.add_member(
            actor=cast.office(at),
            at=at,
            collective=cast.collectives[collective],
            person=cast.people[code],
            is_head=position == 0,
            starts_on=since[code],
        )


def _record_cases(cast: Cast, at: datetime) -> None:
    office, cases = cast.office(at), cast.example.cases
    for kind, rows in (
        (AssignmentKind.MAIN, cases["earlier_assignments"]),
        (AssignmentKind.CONCURRENT, cases["concurrent_assignments"]),
    ):
        for row in rows:
            people_services.record_assignment(
                actor=office,
                at=at,
                person=cast.people[row["person"]],
                post=cast.posts[row["unit"], row["post"]],
                starts_on=row["since"],
                ends_on=row.get("until"),
                kind=kind,
                is_specialised=row.get("is_specialised", True),
                document=row["document"],
            )
    for row in cases["absences"]:
        people_services.record_absence(
            actor=office,
            at=at,
            person=cast.people[row["person"]],
            kind=row["kind"],
            starts_on=row["since"],
            ends_on=row["until"],
            document=row["document"],
        )
    for row in cases["disciplines"]:
        person = cast.people[row["person"]]
        people_services.record_discipline(actor=office, at=at, **(row | {"person": person}))


def _record_suspensions(cast: Cast, at: datetime) -> None:
    """Members whose activity on a committee was suspended during the year."""
    for row in cast.example.cases.get("suspensions", ()):
        seat = cast.collectives[row["collective"]].members.get(person__code=row["person"])
        structure.suspend_member(
            actor=cast.office(at),
            at=at,
            member=seat,
            suspended_from=row["since"],
            document=row["document"],
        )


def _grant_roles(cast: Cast, at: datetime) -> None:
    office, first = cast.office(at), cast.holder(Role.COORDINATOR)
    for row in cast.example.cases["roles"]:
        if (row["person"], row["role"]) == (first, Role.COORDINATOR):
            continue
        roles.grant_role(
            actor=office,
            at=at,
            person=cast.people[row["person"]],
            role=row["role"],
            unit=cast.units[row["unit"]] if "unit" in row else None,
            cell=cast.cells[row["cell"]] if "cell" in row else None,
            starts_on=localdate(at),
        )
    for row in cast.example.cases["delegations"]:
        giver = cast.actor(row["from"], Role(row["role"]), at, row["unit"])
        roles.give_delegation(
            actor=giver,
            at=at,
            from_person=cast.people[row["from"]],
            to_person=cast.people[row["to"]],
            role=row["role"],
            unit=cast.units[row["unit"]],
            starts_on=row["since"],
            ends_on=row["until"],
            document=row["document"],
        )
