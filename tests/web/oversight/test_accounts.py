"""Quản trị kỹ thuật: accounts, roles, jobs; names only, never the content of a review."""

import re

import pytest
from django.urls import reverse

from tests import cast, factories
from tests.factories import OFFICE
from tusoi.core import clock
from tusoi.org.enums import Role
from tusoi.org.models import User
from tusoi.org.services import accounts

PAGES = ("oversight:accounts", "oversight:roles", "oversight:jobs")
PASSWORD = "Cây-cao-bóng-cả-2023"


@pytest.fixture
def admin(sign_in):
    return sign_in("admin", Role.TECHNICAL_ADMIN)


def text(response):
    return response.content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_technical_staff_find_their_pages_and_nobody_else_does(client, department, name):
    assert (
        cast.sign_in(client, department, "admin", Role.TECHNICAL_ADMIN)
        .get(reverse(name))
        .status_code
        == 200
    )
    assert (
        cast.sign_in(client, department, "coordinator", Role.COORDINATOR)
        .get(reverse(name))
        .status_code
        == 404
    )


def test_an_invitation_shows_its_link_once_and_the_link_opens_the_account(
    admin, client, department
):
    person = department.people["trade_officer"]
    answer = admin.post(
        reverse("oversight:account_invite", args=[person.pk]), {"username": "anh.bui"}
    )
    link = re.search(r"http://testserver(/kich-hoat/[^<\s]+)", text(answer))[1]
    client.logout()
    assert "Bùi Ngọc Ánh" in text(client.get(link))
    differing = client.post(link, {"password": PASSWORD, "again": "khác"})
    assert "không giống nhau" in text(differing)
    weak = client.post(link, {"password": "12345", "again": "12345"})
    assert "Mật khẩu quá ngắn" in text(weak)
    assert client.post(link, {"password": PASSWORD, "again": PASSWORD}).url == reverse(
        "account_login"
    )
    ended = client.get(link)
    assert ended.status_code == 410
    assert "cấp đường dẫn mới" in text(ended)
    client.post(reverse("account_login"), {"login": "anh.bui", "password": PASSWORD})
    assert client.session["_auth_user_id"] == str(User.objects.get(username="anh.bui").pk)


def test_an_account_is_stopped_and_reopened(admin, department):
    person = department.people["trade_officer"]
    user = accounts.invite(actor=OFFICE, at=clock.now(), person=person).user
    admin.post(reverse("oversight:account_stop", args=[person.pk]))
    user.refresh_from_db()
    assert not user.is_active
    assert "Đã ngừng" in text(admin.get(reverse("oversight:accounts"), {"state": "off"}))
    admin.post(reverse("oversight:account_reopen", args=[person.pk]))
    user.refresh_from_db()
    assert user.is_active


def test_accounts_are_found_by_state(admin, department):
    accounts.invite(actor=OFFICE, at=clock.now(), person=department.people["trade_officer"])
    page = text(admin.get(reverse("oversight:accounts"), {"state": "invited", "q": "anh"}))
    assert "anhbn" in page
    assert "anhbn" not in text(admin.get(reverse("oversight:accounts"), {"state": "active"}))


def test_roles_are_granted_and_taken_back(admin, department):
    data = {
        "code": "SCT-011",
        "role": "supervisor",
        "unit": department.body.pk,
        "starts_on": "01/01/2023",
    }
    assert admin.post(reverse("oversight:role_grant"), data).status_code == 302
    grant = department.people["trade_officer_3"].role_grants.get()
    assert "Giám sát" in text(admin.get(reverse("oversight:roles")))
    admin.post(reverse("oversight:role_revoke", args=[grant.pk]), {"ends_on": "01/02/2023"})
    grant.refresh_from_db()
    assert grant.ends_on is not None
    again = admin.post(reverse("oversight:role_grant"), {**data, "code": "KHONG-CO"})
    assert "Không có ai mang mã" in text(again)


def test_the_number_of_queries_does_not_grow(admin, django_assert_max_num_queries):
    with django_assert_max_num_queries(20) as few:
        admin.get(reverse("oversight:accounts"))
    for _ in range(30):
        accounts.invite(actor=OFFICE, at=clock.now(), person=factories.person())
    with django_assert_max_num_queries(len(few)):
        admin.get(reverse("oversight:accounts"))


def test_technical_staff_do_not_open_pages_of_the_office(admin, department):
    assert admin.get(reverse("hr:person", args=[department.people["driver"].pk])).status_code == 404


def test_a_head_delegates_the_role_acted_in_and_takes_it_back(sign_in, department):
    head = sign_in("trade_head", Role.UNIT_HEAD)
    today = clock.today().strftime("%d/%m/%Y")
    data = {"receiver": "SCT-008", "starts_on": today, "ends_on": today, "document": "05/UQ-QLTM"}
    assert head.post(reverse("oversight:delegation_give"), data).status_code == 302
    row = department.people["trade_head"].delegations_given.get()
    assert (row.role, row.unit) == (Role.UNIT_HEAD, department.units["trade"])
    assert "Đỗ Mạnh Cường" in text(head.get(reverse("oversight:delegations")))
    head.post(reverse("oversight:delegation_revoke", args=[row.pk]))
    row.refresh_from_db()
    assert row.revoked_at is not None


def test_the_office_records_a_delegation_and_nobody_sees_those_of_others(client, department):
    office = cast.sign_in(client, department, "coordinator", Role.COORDINATOR)
    today = clock.today().strftime("%d/%m/%Y")
    data = {
        "giver": "SCT-007",
        "role": "unit_head",
        "unit": department.units["industry"].pk,
        "receiver": "SCT-008",
        "starts_on": today,
        "ends_on": today,
        "document": "05/UQ-QLTM",
    }
    refused = office.post(reverse("oversight:delegation_give"), data)
    assert "không giữ vai trò" in text(refused)
    office.post(
        reverse("oversight:delegation_give"), {**data, "unit": department.units["trade"].pk}
    )
    assert "Nguyễn Thị Hải Yến" in text(office.get(reverse("oversight:delegations")))
    other = cast.sign_in(client, department, "industry_head", Role.UNIT_HEAD)
    assert "Nguyễn Thị Hải Yến" not in text(other.get(reverse("oversight:delegations")))
    row = department.people["trade_head"].delegations_given.get()
    assert other.post(reverse("oversight:delegation_revoke", args=[row.pk])).status_code == 404
