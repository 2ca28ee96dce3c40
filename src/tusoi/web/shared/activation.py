"""Kích hoạt tài khoản: the page behind a one-time link."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.password_validation import get_default_password_validators
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tusoi.core import clock
from tusoi.core.errors import Refused
from tusoi.org.models import OneTimeLink
from tusoi.org.selectors.accounts import holder_of, open_link
from tusoi.org.services.accounts import activate
from tusoi.web.shared.accounts import PasswordLength
from tusoi.web.shared.acting import public

_AVOID = "Không dùng mật khẩu phổ biến, toàn chữ số hoặc gần giống tên của mình."
_NEW = {"autocomplete": "new-password"}


class PasswordForm(forms.Form):
    """Đặt mật khẩu lần đầu."""

    password = forms.CharField(
        label="Mật khẩu", strip=False, widget=forms.PasswordInput(attrs=_NEW)
    )
    again = forms.CharField(
        label="Nhập lại mật khẩu", strip=False, widget=forms.PasswordInput(attrs=_NEW)
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        lengths = (
            rule for rule in get_default_password_validators() if isinstance(rule, PasswordLength)
        )
        self.fields["password"].help_text = " ".join(
            [*(rule.get_help_text() for rule in lengths), _AVOID]
        )

    def clean_again(self) -> str:
        again = str(self.cleaned_data["again"])
        if again != self.cleaned_data.get("password"):
            raise forms.ValidationError("Hai lần nhập mật khẩu không giống nhau.")
        return again


def _is_set(link: OneTimeLink, token: str, form: PasswordForm) -> bool:
    """Set the password; a refusal stands at the field."""
    try:
        activate(
            actor=holder_of(link),
            at=clock.now(),
            token=token,
            password=form.cleaned_data["password"],
        )
    except Refused as error:
        for finding in error.findings:
            form.add_error("password", finding.message)
        return False
    return True


@never_cache
@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "POST"])
@public
def activation(request: HttpRequest, token: str) -> HttpResponse:
    """Set the first password, then sign in with it; an ended link says what to do."""
    link = open_link(token, clock.now())
    if link is None:
        return render(
            request,
            "account/link_ended.html",
            {"page_title": "Đường dẫn không còn dùng được"},
            status=410,
        )
    form = PasswordForm(request.POST or None)
    if form.is_bound and form.is_valid() and _is_set(link, token, form):
        messages.success(request, "Đã đặt mật khẩu. Xin đăng nhập để bắt đầu.")
        return redirect("account_login")
    context = {"page_title": "Kích hoạt tài khoản", "form": form, "holder": link.user}
    return render(request, "account/activation.html", context, status=422 if form.errors else 200)
