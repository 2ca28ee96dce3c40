"""Cây tổ chức và con người: what is refused, and what stays in order."""

from datetime import date

import pytest
from tests import factories
from tests.factories import OFFICE, START, moment

from tusoi.core.errors import NotAllowed, Refused
from tusoi.org.enums import Role, UnitKind
from tusoi.org.models import Person, Unit
from tusoi.org.selectors.actors import capacities_of
from tusoi.org.selectors.people import people_list
from tusoi.org.services import accounts, people, roles, structure

TODAY = date(2023, 11, 24)
NOW = moment(2023, 11, 24)


def refusal(call, **arguments):
    """The rule that refuses the command."""
    with pytest.raises(Refused) as caught:
        call(actor=OFFICE, at=NOW, **arguments)
    return caught.value.findings[0].rule


def test_a_unit_moves_with_everything_below_it(department):
    trade = department.units["trade"]
    team = factories.unit("Tổ xuất nhập khẩu", parent=trade)
    structure.move_unit(actor=OFFICE, at=NOW, unit=trade, parent=department.units["centre"])
    team.refresh_from_db()
    trade.refresh_from_db()
    assert trade.path.startswith(department.units["centre"].path)
    assert team.path.startswith(trade.path)


def test_a_cycle_in_the_tree_is_refused(department):
    trade = department.units["trade"]
    team = factories.unit("Tổ xuất nhập khẩu", parent=trade)
    assert refusal(structure.move_unit, unit=trade, parent=team) == "org.unit-cycle"
    assert refusal(structure.move_unit, unit=trade, parent=trade) == "org.unit-cycle"
    assert refusal(structure.move_unit, unit=department.body, parent=trade) == "org.body-stays"


def test_there_is_one_body(department):
    arguments = {
        "parent": None,
        "kind": UnitKind.DEPARTMENT,
        "code": "X",
        "name": "Sở khác",
        "short_name": "Sở khác",
    }
    assert refusal(structure.register_unit, **arguments) == "org.one-body"


def test_a_unit_with_people_is_not_dissolved_and_a_dissolved_one_takes_nobody(department):
    assert (
        refusal(structure.dissolve_unit, unit=department.units["trade"], dissolved_on=TODAY)
        == "org.unit-has-people"
    )
    empty = factories.unit("Phòng trống")
    post = factories.post(empty, group=department.groups["officers"])
    structure.dissolve_unit(actor=OFFICE, at=NOW, unit=empty, dissolved_on=date(2023, 6, 1))
    post.refresh_from_db()
    newcomer = factories.person()
    assert (
        refusal(people.record_assignment, person=newcomer, post=post, starts_on=TODAY)
        == "org.unit-dissolved"
    )


def test_a_person_stands_once_and_holds_one_main_post(department):
    person = department.people["trade_officer"]
    assert (
        refusal(people.register_person, code=person.code, full_name="Ai đó", category="cadre")
        == "org.person-code"
    )
    post = factories.post(department.units["industry"], group=department.groups["officers"])
    assert (
        refusal(people.record_assignment, person=person, post=post, starts_on=TODAY)
        == "org.one-main-post"
    )


def test_a_cell_member_needs_the_day_of_joining(department):
    arguments = {
        "code": "M1",
        "full_name": "Lê Văn Mới",
        "category": "cadre",
        "party_cell": department.cells["trade"],
    }
    assert refusal(people.register_person, **arguments) == "org.cell-needs-date"
    assert not Person.objects.filter(code="M1").exists()


@pytest.mark.parametrize(
    ("details", "rule"),
    [
        ({"birth_date": date(2024, 1, 1)}, "org.birth-date"),
        ({"birth_date": date(1990, 1, 1), "party_joined_on": date(1989, 1, 1)}, "org.party-date"),
        ({"party_joined_on": date(2024, 1, 1)}, "org.party-date"),
    ],
)
def test_impossible_dates_are_refused(db, details, rule):
    assert (
        refusal(
            people.register_person, code="M1", full_name="Lê Văn Mới", category="cadre", **details
        )
        == rule
    )


def test_absences_do_not_overlap_and_end_after_they_start(department):
    person = department.people["trade_officer"]
    span = {
        "person": person,
        "kind": "sick",
        "starts_on": date(2023, 3, 1),
        "ends_on": date(2023, 3, 31),
    }
    people.record_absence(actor=OFFICE, at=NOW, **span)
    assert refusal(people.record_absence, **span) == "org.absences-overlap"
    assert (
        refusal(people.record_absence, **{**span, "ends_on": date(2023, 2, 1)})
        == "org.dates-in-order"
    )


def test_a_collective_has_one_head_and_each_member_once(department):
    collective = department.collectives["trade"]
    head, deputy = department.people["trade_head"], department.people["trade_deputy"]
    arguments = {"collective": collective, "starts_on": TODAY}
    assert (
        refusal(structure.add_member, person=deputy, is_head=False, **arguments)
        == "org.member-once"
    )
    assert (
        refusal(
            structure.add_member,
            person=department.people["trade_officer"],
            is_head=True,
            **arguments,
        )
        == "org.one-head"
    )
    structure.end_membership(
        actor=OFFICE, at=NOW, member=collective.members.get(person=head), ends_on=TODAY
    )
    structure.add_member(
        actor=OFFICE,
        at=NOW,
        person=department.people["trade_officer"],
        is_head=True,
        collective=collective,
        starts_on=TODAY,
    )


def test_only_a_role_that_is_held_can_be_delegated(department):
    arguments = {
        "from_person": department.people["trade_head"],
        "to_person": department.people["trade_deputy"],
        "unit": department.units["trade"],
        "starts_on": TODAY,
        "ends_on": date(2023, 12, 5),
        "document": "05/UQ-QLTM",
    }
    assert (
        refusal(roles.give_delegation, role=Role.DEPARTMENT_HEAD, **arguments)
        == "org.delegation-not-held"
    )
    assert (
        refusal(
            roles.give_delegation,
            role=Role.UNIT_HEAD,
            **{**arguments, "to_person": department.people["trade_head"]},
        )
        == "org.delegation-to-self"
    )
    past = {**arguments, "starts_on": date(2023, 1, 1), "ends_on": date(2023, 1, 31)}
    assert refusal(roles.give_delegation, role=Role.UNIT_HEAD, **past) == "org.delegation-past"
    head = department.actor("trade_head", Role.UNIT_HEAD)
    given = roles.give_delegation(actor=head, at=NOW, role=Role.UNIT_HEAD, **arguments)
    assert department.actor("trade_deputy", Role.UNIT_HEAD).delegation_id == given.pk
    roles.revoke_delegation(actor=head, at=NOW, delegation=given)
    with pytest.raises(LookupError):
        department.actor("trade_deputy", Role.UNIT_HEAD)


def test_nobody_delegates_for_another(department):
    arguments = {
        "from_person": department.people["trade_head"],
        "to_person": department.people["trade_deputy"],
        "role": Role.UNIT_HEAD,
        "unit": department.units["trade"],
        "starts_on": TODAY,
        "ends_on": TODAY,
        "document": "05/UQ",
    }
    with pytest.raises(NotAllowed):
        roles.give_delegation(
            actor=department.actor("industry_head", Role.UNIT_HEAD), at=NOW, **arguments
        )


def test_the_last_administrator_stays(department):
    grant = department.people["admin"].role_grants.get()
    assert refusal(roles.revoke_role, grant=grant, ends_on=TODAY) == "org.last-admin"
    assert (
        refusal(roles.grant_role, person=grant.person, role=Role.DEPARTMENT_HEAD, starts_on=TODAY)
        == "org.role-from-post"
    )


def test_an_account_without_a_person_in_office_acts_as_nothing_more_than_itself(department):
    user = accounts.invite(actor=OFFICE, at=START, person=department.people["driver"]).user
    assert [capacity.actor.role for capacity in capacities_of(user, TODAY)] == [Role.INDIVIDUAL]


def test_people_are_found_without_diacritics_in_vietnamese_order(department):
    assert [p.full_name for p in people_list(day=TODAY, search="ngan pham")] == ["Phạm Thu Ngân"]
    assert people_list(day=TODAY, search="SCT-001").get() == department.people["director"]
    names = [p.full_name for p in people_list(day=TODAY, unit=department.units["trade"])]
    assert names == [
        "Bùi Ngọc Ánh",
        "Đặng Quốc Ân",
        "Đỗ Mạnh Cường",
        "Giàng Thị Mỷ",
        "Nguyễn Thị Hải Yến",
    ]
    heads = people_list(day=TODAY, leadership="head", sort="unit")
    assert [p.unit_name for p in heads][:2] == ["Sở Công Thương tỉnh Lâm An", "Văn phòng Sở"]


def test_units_are_listed_in_the_order_of_the_tree(department):
    assert [unit.code for unit in Unit.objects.all()] == ["SCT", "VP", "QLTM", "QLCN", "TTKC"]
