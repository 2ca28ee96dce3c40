"""Tài khoản: one-time links are used once, in time, by their holder."""

from datetime import timedelta

import pytest
from tests.factories import OFFICE, moment
from tests.refusals import refused

from tusoi.core.errors import Refused
from tusoi.org.enums import Role
from tusoi.org.models import OneTimeLink, Person, User
from tusoi.org.selectors.accounts import holder_of, open_link
from tusoi.org.selectors.actors import capacities_of
from tusoi.org.services import accounts
from tusoi.org.services.installation import install_body

NOW = moment(2023, 11, 24)
PASSWORD = "Cây-cao-bóng-cả-2023"


def invited(department, key="trade_officer"):
    result = accounts.invite(actor=OFFICE, at=NOW, person=department.people[key])
    return result.link_token, holder_of(open_link(result.link_token, NOW))


def test_the_link_sets_the_password_once(department):
    token, holder = invited(department)
    user = accounts.activate(actor=holder, at=NOW, token=token, password=PASSWORD)
    assert user.check_password(PASSWORD)
    with pytest.raises(Refused, match="đã được dùng hoặc đã hết hạn"):
        accounts.activate(actor=holder, at=NOW, token=token, password=PASSWORD)


def test_only_a_hash_of_the_token_is_kept(department):
    token, _ = invited(department)
    assert token not in OneTimeLink.objects.get().token_hash


def test_a_link_ends_with_time_with_a_newer_one_and_with_the_account(department):
    token, holder = invited(department)
    assert open_link(token, NOW + accounts.LINK_LIFE - timedelta(seconds=1))
    assert open_link(token, NOW + accounts.LINK_LIFE) is None
    newer, _ = invited(department)
    assert open_link(token, NOW) is None
    user = User.objects.get(pk=holder.user_id)
    accounts.deactivate(actor=department.actor("admin", Role.TECHNICAL_ADMIN), at=NOW, user=user)
    assert open_link(newer, NOW) is None


def test_a_weak_password_is_refused_in_vietnamese(department):
    token, holder = invited(department)
    with pytest.raises(Refused) as caught:
        accounts.activate(actor=holder, at=NOW, token=token, password="12345")
    assert all("Mật khẩu" in finding.message for finding in caught.value.findings)
    assert open_link(token, NOW) is not None


def test_user_names_come_from_the_name_and_stay_apart(department):
    first = accounts.invite(actor=OFFICE, at=NOW, person=department.people["trade_officer"]).user
    assert first.username == "anhbn"
    again = accounts.invite(actor=OFFICE, at=NOW, person=department.people["trade_officer"]).user
    assert again == first


def test_installation_gives_a_body_an_administrator_and_a_link(db):
    token = install_body(
        at=NOW,
        code="SCT",
        name="Sở Công Thương",
        short_name="Sở Công Thương",
        admin_name="Vũ Minh Tâm",
        admin_code="QT-01",
    )
    user = open_link(token, NOW).user
    assert not user.has_usable_password()
    assert Role.TECHNICAL_ADMIN in {
        capacity.actor.role for capacity in capacities_of(user, NOW.date())
    }
    with pytest.raises(Refused):
        install_body(
            at=NOW,
            code="S2",
            name="Sở khác",
            short_name="Sở khác",
            admin_name="Ai đó",
            admin_code="QT-02",
        )
    assert Person.objects.count() == 1


def test_technical_staff_give_no_link_once_there_is_a_password(department):
    """Ai có đường dẫn thì đặt được mật khẩu: quản trị kỹ thuật không chiếm được tài khoản đang dùng."""
    token, holder = invited(department)
    accounts.activate(actor=holder, at=NOW, token=token, password="mot-cau-dai-de-nho")
    person = department.people["trade_officer"]
    refused(
        lambda: accounts.invite(
            actor=department.actor("admin", Role.TECHNICAL_ADMIN), at=NOW, person=person
        ),
        "không cấp lại được đường dẫn",
    )
    again = accounts.invite(actor=department.office, at=NOW, person=person)
    assert again.user == person.user


def test_a_link_works_for_its_holder_only(department):
    token, _ = invited(department)
    _, stranger = invited(department, "trade_head")
    refused(
        lambda: accounts.activate(
            actor=stranger, at=NOW, token=token, password="mot-cau-dai-de-nho"
        ),
        "đã được dùng hoặc đã hết hạn",
    )
