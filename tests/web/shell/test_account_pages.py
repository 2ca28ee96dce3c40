"""Account pages: reachable, in Vietnamese to the last word, refusing kindly."""

import re

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.auth import get_user_model
from django.core import mail
from django.urls import reverse
from django.utils.html import strip_tags

pytestmark = pytest.mark.django_db
SECRET = "mat-khau-du-dai-2023"
ENGLISH = re.compile(
    r"\b(password|sign|account|code|email|user|please|the|your|forgot)\b", re.IGNORECASE
)


@pytest.fixture
def user():
    person = get_user_model()(username="lo.van.an", email="an@example.vn")
    person.set_password(SECRET)
    person.save()
    return person


@pytest.fixture
def signed_in(client, user):
    """Signed in and confirmed once more, as the pages of the second step demand."""
    client.post(reverse("account_login"), {"login": user.username, "password": SECRET})
    client.post(reverse("account_reauthenticate"), {"password": SECRET})
    return client


def words(response) -> str:
    main = response.content.decode().split("<main", 1)[1].split("</main>", 1)[0]
    return strip_tags(main)


@pytest.mark.parametrize(
    "name",
    [
        "account_login",
        "account_reset_password",
        "account_reset_password_done",
        "account_inactive",
        "account_signup",
    ],
)
def test_visitors_read_vietnamese(client, name) -> None:
    response = client.get(reverse(name))
    assert response.status_code == 200
    assert not ENGLISH.search(words(response))


@pytest.mark.parametrize(
    "name", ["account_logout", "account_change_password", "mfa_index", "mfa_activate_totp"]
)
def test_officials_read_vietnamese(signed_in, name) -> None:
    response = signed_in.get(reverse(name))
    assert response.status_code == 200
    assert not ENGLISH.search(words(response))


def test_the_second_step_asks_for_the_password_first(client, user) -> None:
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(reverse("mfa_activate_totp"), follow=True)
    assert "xin nhập lại mật khẩu" in words(page)
    assert not ENGLISH.search(words(page))


def test_a_wrong_password_is_refused_in_vietnamese(client, user) -> None:
    response = client.post(reverse("account_login"), {"login": user.username, "password": "sai"})
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng." in words(response)


def test_the_wrong_old_password_is_refused_in_vietnamese(signed_in) -> None:
    given = {"oldpassword": "sai", "password1": "mot-cau-dai-khac", "password2": "mot-cau-dai-khac"}
    response = signed_in.post(reverse("account_change_password"), given)
    assert "Mật khẩu hiện tại chưa đúng." in words(response)
    assert not ENGLISH.search(words(response))


def test_a_forgotten_password_is_set_anew_by_letter(client, user) -> None:
    client.post(reverse("account_reset_password"), {"email": user.email})
    letter = mail.outbox[0]
    assert "Đường dẫn đặt lại mật khẩu" in letter.subject
    address = re.search(r"http://testserver(\S+)", letter.body)[1]
    page = client.get(address, follow=True)
    assert "Đặt mật khẩu mới" in words(page)
    assert not ENGLISH.search(words(page))
    given = {"password1": "mot-cau-dai-khac", "password2": "mot-cau-dai-khac"}
    client.post(page.redirect_chain[-1][0], given)
    user.refresh_from_db()
    assert user.check_password("mot-cau-dai-khac")


def test_an_unknown_address_gets_an_honest_letter(client) -> None:
    client.post(reverse("account_reset_password"), {"email": "la@example.vn"})
    assert "không có tài khoản nào" in mail.outbox[0].body


def test_two_steps_are_switched_on_and_off(signed_in, user) -> None:
    page = signed_in.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    wrong = signed_in.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert "Mã xác thực chưa đúng" in words(wrong)
    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    signed_in.post(reverse("mfa_activate_totp"), {"code": code})
    assert get_adapter().is_mfa_enabled(user)
    for name in (
        "mfa_index",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_deactivate_totp",
        "mfa_reauthenticate",
    ):
        page = signed_in.get(reverse(name), follow=True)
        assert page.status_code == 200
        assert not ENGLISH.search(words(page)), name
    signed_in.post(reverse("mfa_deactivate_totp"))
    assert not get_adapter().is_mfa_enabled(user)


def test_the_demands_on_a_password_are_listed(signed_in) -> None:
    html = signed_in.get(reverse("account_change_password")).content.decode()
    assert '<div class="field__hint" id="id_password1_hint"><ul>' in html
