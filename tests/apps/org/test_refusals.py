"""Đầu vào sai của tổ chức, con người, vai trò và tài khoản: refused in words, nothing written."""

from datetime import date, timedelta
from functools import partial

import pytest
from django.db import transaction
from tests.factories import OFFICE, moment
from tests.refusals import Case, Cases, refused

from tusoi.core.faults import faults_refused
from tusoi.org.enums import Role
from tusoi.org.models import Assignment, CollectiveMember, Delegation, RoleGrant, SimilarPostGroup
from tusoi.org.services import accounts, importing, people, roles, structure

NOW = moment(2023, 11, 24)
TODAY, TOMORROW = date(2023, 11, 24), date(2023, 11, 25)
CASES = Cases()


def office(function, **details):
    return partial(function, actor=OFFICE, at=NOW, **details)


def new_unit(department, **changes):
    facts = {"kind": "division", "code": "MOI", "name": "Phòng mới", "short_name": "Phòng mới"}
    return office(structure.register_unit, **{"parent": department.body, **facts, **changes})


def new_person(**changes):
    facts = {"code": "MOI-1", "full_name": "Lù Thị Xoa", "category": "civil_servant"}
    return office(people.register_person, **{**facts, **changes})


def seat(department):
    return CollectiveMember.objects.filter(collective=department.collectives["trade"]).first()


def suspension(department, **changes):
    facts = {"suspended_from": TODAY, "document": "Quyết định số 5-QĐ/HU"}
    return office(structure.suspend_member, member=seat(department), **{**facts, **changes})


@CASES("collective.suspend_member", "không sau ngày hôm nay")
def suspension_to_come(department):
    return suspension(department, suspended_from=TOMORROW)


@CASES("collective.suspend_member", "Chưa ghi số, ngày của quyết định đình chỉ")
def suspension_without_document(department):
    return suspension(department, document=" ")


@CASES("collective.suspend_member", "đã thôi tham gia")
def suspension_of_a_former_member(department):
    CollectiveMember.objects.filter(pk=seat(department).pk).update(ends_on=TODAY)
    return suspension(department)


@CASES("collective.restore_member", "không bị đình chỉ")
def nobody_to_restore(department):
    return office(structure.restore_member, member=seat(department), document="")


@CASES("cell.correct", "“Tên chi bộ” còn để trống")
def cell_without_name(department):
    cell = department.people["trade_head"].party_cell
    return office(structure.correct_cell, cell=cell, name=" ", unit=None, has_committee=True)


@CASES("assignment.record", "không thể là kiêm nhiệm không chuyên trách")
def main_post_beside_itself(department):
    post = department.people["trade_head"].assignments.get().post
    person = new_person()()
    return office(
        people.record_assignment, person=person, post=post, starts_on=TODAY, is_specialised=False
    )


@CASES("unit.register", "Mã đơn vị “VP” đã có")
def code_in_use(department):
    return new_unit(department, code=" VP ")


@CASES("unit.register", "Cơ quan đã được lập")
def second_body(department):
    return new_unit(department, parent=None)


@CASES("unit.register", "“Tên đơn vị” còn để trống")
def unit_without_name(department):
    return new_unit(department, name="  ")


@CASES("unit.register", "“Tên đơn vị” (ĐĐĐ")
def name_of_400_letters(department):
    return new_unit(department, name="Đ" * 400)


@CASES("unit.register", "“cuc” không có trong danh mục")
def unknown_kind(department):
    return new_unit(department, kind="cuc")


@CASES("unit.register", "đã giải thể")
def below_a_dissolved_unit(department):
    unit = new_unit(department)()
    office(structure.dissolve_unit, unit=unit, dissolved_on=TODAY)()
    unit.refresh_from_db()
    return new_unit(department, parent=unit, code="MOI-2")


@CASES("unit.correct", "“Tên gọi tắt” còn để trống")
def blank_short_name(department):
    unit = department.units["trade"]
    return office(structure.correct_unit, unit=unit, name="Phòng Thương mại", short_name="")


@CASES("unit.move", "thuộc chính")
def unit_below_itself(department):
    trade = department.units["trade"]
    return office(structure.move_unit, unit=trade, parent=trade)


@CASES("unit.move", "thuộc chính")
def cycle_in_the_tree(department):
    trade = department.units["trade"]
    return office(structure.move_unit, unit=trade, parent=new_unit(department, parent=trade)())


@CASES("unit.move", "Cơ quan đứng đầu")
def moving_the_body(department):
    return office(structure.move_unit, unit=department.body, parent=department.units["trade"])


@CASES("unit.dissolve", "vẫn còn người")
def unit_with_people(department):
    return office(structure.dissolve_unit, unit=department.units["trade"], dissolved_on=TODAY)


@CASES("group.register", "Mã nhóm “officers” đã có")
def group_twice(department):
    return office(structure.register_group, code="officers", name="Nhóm khác")


@CASES("group.register", "Có con số lớn quá")
def position_out_of_range(department):
    return office(structure.register_group, code="moi", name="Nhóm mới", position=10**9)


@CASES("post.register", "đã có vị trí “Trưởng phòng”")
def two_equal_posts(department):
    unit, group = department.units["trade"], department.groups["heads"]
    return office(structure.register_post, unit=unit, title="Trưởng  phòng", group=group)


@CASES("cell.register", "Mã chi bộ “CB-VP” đã có")
def cell_twice(department):
    return office(structure.register_cell, code="CB-VP", name="Chi bộ khác")


@CASES("collective.register", "đã có tập thể lãnh đạo")
def second_collective(department):
    unit, group = department.units["trade"], department.groups["collectives"]
    return office(structure.register_collective, unit=unit, name="Tập thể", group=group)


def membership(department, key, **changes):
    facts = {"collective": department.collectives["trade"], "person": department.people[key]}
    return office(
        structure.add_member, **{**facts, "is_head": False, "starts_on": TODAY, **changes}
    )


@CASES("collective.add_member", "đang là thành viên")
def member_twice(department):
    return membership(department, "trade_deputy")


@CASES("collective.add_member", "đang có người đứng đầu")
def second_head(department):
    return membership(department, "trade_officer", is_head=True)


@CASES("collective.add_member", "trước ngày thành lập")
def member_before_the_founding(department):
    return membership(department, "trade_officer", starts_on=date(2019, 12, 31))


@CASES("collective.end_membership", "Ngày kết thúc không được trước")
def membership_ends_before_it_begins(department):
    member = CollectiveMember.objects.first()
    return office(structure.end_membership, member=member, ends_on=date(2019, 1, 1))


@CASES("person.register", "Mã cán bộ “SCT-001” đã có")
def person_twice(department):
    return new_person(code="SCT-001")


@CASES("person.register", "“Họ và tên” còn để trống")
def person_without_name(department):
    return new_person(full_name=" \u00a0\t")


@CASES("person.register", "“Họ và tên”")
def name_of_300_letters(department):
    return new_person(full_name="Lù " * 100)


@CASES("person.register", "Ngày sinh phải trước")
def born_tomorrow(department):
    return new_person(birth_date=TOMORROW)


@CASES("person.register", "“giao_vien” không có trong danh mục")
def unknown_category(department):
    return new_person(category="giao_vien")


@CASES("person.register", "chưa có ngày vào Đảng")
def cell_without_joining_date(department):
    return new_person(party_cell=department.cells["trade"])


@CASES("person.correct", "Ngày vào Đảng phải sau ngày sinh")
def joined_before_birth(department):
    person = department.people["driver"]
    return office(people.correct_person, person=person, party_joined_on=date(1980, 1, 1))


def posting(department, key, **changes):
    post = Assignment.objects.get(person=department.people["industry_head"]).post
    facts = {"person": department.people[key], "post": post, "starts_on": TODAY}
    return office(people.record_assignment, **{**facts, **changes})


@CASES("assignment.record", "đang giữ vị trí chính thức")
def second_main_post(department):
    return posting(department, "trade_head")


@CASES("assignment.record", "đã giữ vị trí")
def same_post_twice(department):
    return posting(department, "industry_head", kind="concurrent")


@CASES("assignment.record", "Ngày kết thúc không được trước")
def posting_ends_before_it_begins(department):
    return posting(department, "trade_head", ends_on=date(2023, 1, 1))


@CASES("assignment.record", "“nua_buoi” không có trong danh mục")
def unknown_kind_of_posting(department):
    return posting(department, "trade_head", kind="nua_buoi")


@CASES("assignment.end", "Ngày kết thúc không được trước")
def assignment_ends_before_it_begins(department):
    assignment = Assignment.objects.first()
    return office(people.end_assignment, assignment=assignment, ends_on=date(2019, 1, 1))


@CASES("absence.record", "đã có thời gian nghỉ")
def absences_overlap(department):
    leave = office(
        people.record_absence,
        person=department.people["driver"],
        kind="sick",
        starts_on=date(2023, 3, 1),
        ends_on=date(2023, 3, 31),
    )
    leave()
    return leave


def discipline(department, **changes):
    facts = {"person": department.people["driver"], "side": "state", "form": "reprimand"}
    facts |= {"effective_on": TODAY, "document": "12/QĐ-SCT", "act_code": "2023-01"}
    return office(people.record_discipline, **{**facts, **changes})


@CASES("discipline.record", "cho một cá nhân hoặc một tập thể")
def against_two(department):
    return discipline(department, collective=department.collectives["trade"])


@CASES("discipline.record", "không được sau ngày hôm nay")
def discipline_of_tomorrow(department):
    return discipline(department, effective_on=TOMORROW)


@CASES("discipline.record", "Chưa ghi số")
def discipline_without_document(department):
    return discipline(department, document="")


def grant(department, key, **changes):
    facts = {"person": department.people[key], "role": Role.SUPERVISOR, "starts_on": TODAY}
    return office(roles.grant_role, **{**facts, **changes})


@CASES("role.grant", "đang có vai trò")
def role_twice(department):
    return grant(department, "admin", role=Role.TECHNICAL_ADMIN)


@CASES("role.grant", "không giao riêng")
def role_of_a_post(department):
    return grant(department, "driver", role=Role.UNIT_HEAD)


@CASES("role.grant", "“vua” không có trong danh mục")
def unknown_role(department):
    return grant(department, "driver", role="vua")


@CASES("role.revoke", "quản trị kỹ thuật duy nhất")
def last_administrator(department):
    row = RoleGrant.objects.get(role=Role.TECHNICAL_ADMIN)
    return office(roles.revoke_role, grant=row, ends_on=TODAY)


def delegation(department, **changes):
    facts = {
        "from_person": department.people["trade_head"],
        "to_person": department.people["trade_deputy"],
        "role": Role.UNIT_HEAD,
        "unit": department.units["trade"],
        "starts_on": TODAY,
        "ends_on": TODAY + timedelta(days=7),
        "document": "05/GUQ-QLTM",
    }
    actor = department.actor("trade_head", Role.UNIT_HEAD)
    return partial(roles.give_delegation, actor=actor, at=NOW, **{**facts, **changes})


@CASES("delegation.give", "cho chính mình")
def delegation_to_oneself(department):
    return delegation(department, to_person=department.people["trade_head"])


@CASES("delegation.give", "Thời hạn ủy quyền đã qua")
def delegation_of_the_past(department):
    past = date(2023, 11, 1)
    return delegation(department, starts_on=past, ends_on=past)


@CASES("delegation.give", "không giữ vai trò")
def delegation_of_a_role_not_held(department):
    return delegation(department, role=Role.DEPARTMENT_HEAD)


@CASES("delegation.revoke", "đã được thôi từ trước")
def revoked_twice(department):
    delegation(department)()
    revoke = partial(
        roles.revoke_delegation,
        actor=department.actor("trade_head", Role.UNIT_HEAD),
        at=NOW,
        delegation=Delegation.objects.get(),
    )
    revoke()
    return revoke


@CASES("account.invite", "đã có người dùng")
def username_taken(department):
    office(accounts.invite, person=department.people["driver"], username="lo.van.son")()
    return office(accounts.invite, person=department.people["admin"], username="lo.van.son")


def invited(department):
    return office(accounts.invite, person=department.people["driver"])()


def activation(department, password, token=None):
    invitation = invited(department)
    actor = department.actor("driver")
    token = token or invitation.link_token
    return partial(accounts.activate, actor=actor, at=NOW, token=token, password=password)


@CASES("account.activate", "đã được dùng hoặc đã hết hạn")
def unknown_link(department):
    return activation(department, "mat-khau-rat-dai", token="khong-co")


@CASES("account.activate", "ký tự")
def short_password(department):
    return activation(department, "ngan")


@CASES("account.deactivate", "tự ngừng")
def own_account(department):
    office(accounts.invite, person=department.people["admin"])()
    actor = department.actor("admin", Role.TECHNICAL_ADMIN)
    user = department.people["admin"].user
    return partial(accounts.deactivate, actor=actor, at=NOW, user=user)


@CASES("account.reactivate", "không có thẩm quyền")
def reactivated_by_somebody_else(department):
    user = invited(department).user
    return partial(accounts.reactivate, actor=department.actor("driver"), at=NOW, user=user)


@CASES("person.import", "Không đọc được tệp")
def import_of_a_letter(department):
    return office(importing.import_people, content=b"%PDF-1.7 khong phai bang tinh")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_bad_input_is_refused_in_words(case: Case, department):
    refused(case.arrange(department), case.sentence)


def test_what_a_constraint_stops_is_refused_as_written_meanwhile(department):
    """Two clerks at once: the check of the second ran before the first had written."""

    def too_late():
        with faults_refused(), transaction.atomic():
            SimilarPostGroup.objects.create(code="officers", name="Nhóm khác")

    found = refused(too_late, "người khác vừa ghi")
    assert "Tải lại trang" in found[0].remedy


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Lù\x00 Thị\x1b Xoa", "Lù Thị Xoa"),
        ("Lu\u0300 Thi\u0323 Xoa", "Lù Thị Xoa"),
        ("Lù Thị 🌾 Xoa", "Lù Thị 🌾 Xoa"),
        ("\u202eLù Thị Xoa", "Lù Thị Xoa"),
        ("Lù Thị Xoa\ud800", "Lù Thị Xoa"),
    ],
    ids=["NUL", "NFD", "emoji", "RTL", "surrogate"],
)
def test_odd_text_is_kept_tidy(department, written, kept):
    person = new_person(full_name=written)()
    person.refresh_from_db()
    assert person.full_name == kept
