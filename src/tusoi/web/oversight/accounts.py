"""Tài khoản: who has one, inviting by a one-time link, stopping and reopening."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from tusoi.core import clock
from tusoi.org.enums import Role
from tusoi.org.models import Person, User
from tusoi.org.selectors.accounts import account_list
from tusoi.org.services.accounts import LINK_LIFE, deactivate, invite, reactivate
from tusoi.web.oversight.forms_accounts import AccountFilterForm, InviteForm
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.listing import page_of


def account_state(person: Person) -> tuple[str, str]:
    """The state of a person's account as word and tone."""
    user = getattr(person, "user", None)
    if user is None:
        return "Chưa có tài khoản", "neutral"
    if not user.is_active:
        return "Đã ngừng", "bad"
    return ("Đang dùng", "good") if user.has_usable_password() else ("Chưa đặt mật khẩu", "warning")


@require_GET
@page(Role.TECHNICAL_ADMIN)
def accounts(request: ActorRequest) -> HttpResponse:
    form = AccountFilterForm(request.GET)
    data = form.cleaned_data if form.is_valid() else {}
    rows = page_of(request, account_list(search=data.get("q", ""), state=data.get("state", "")))
    lines = [(person, getattr(person, "user", None), *account_state(person)) for person in rows]
    context = {"page_title": "Tài khoản", "form": form, "page_obj": rows, "lines": lines}
    return render(request, "oversight/accounts.html", context)


@require_GET
@page(Role.TECHNICAL_ADMIN)
def account(request: ActorRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(Person.objects.select_related("user"), pk=pk)
    user = getattr(person, "user", None)
    state, tone = account_state(person)
    context: dict[str, Any] = {
        "page_title": person.full_name,
        "person": person,
        "account": user,
        "state": state,
        "tone": tone,
    }
    return render(
        request, "oversight/account.html", context | {"form": None if user else InviteForm()}
    )


@never_cache
@require_POST
@page(Role.TECHNICAL_ADMIN, Role.COORDINATOR)
def account_invite(request: ActorRequest, pk: int) -> HttpResponse:
    """The link is shown once, here; only its hash is kept."""
    person = get_object_or_404(Person, pk=pk)
    form = InviteForm(request.POST)
    username = form.cleaned_data["username"] if form.is_valid() else None
    invitation = invite(actor=request.actor, at=clock.now(), person=person, username=username)
    is_office = request.actor.role == Role.COORDINATOR
    context = {
        "page_title": "Đường dẫn kích hoạt",
        "back_url": reverse("hr:person" if is_office else "oversight:account", args=[pk]),
        "person": person,
        "account": invitation.user,
        "link": request.build_absolute_uri(reverse("activation", args=[invitation.link_token])),
        "days": LINK_LIFE.days,
    }
    return render(request, "oversight/account_link.html", context)


def _account(pk: int) -> User:
    return get_object_or_404(User.objects.select_related("person"), person_id=pk)


@require_POST
@page(Role.TECHNICAL_ADMIN)
def account_stop(request: ActorRequest, pk: int) -> HttpResponse:
    user = deactivate(actor=request.actor, at=clock.now(), user=_account(pk))
    messages.success(request, f"Đã ngừng tài khoản {user.username}.")
    return redirect("oversight:account", pk)


@require_POST
@page(Role.TECHNICAL_ADMIN)
def account_reopen(request: ActorRequest, pk: int) -> HttpResponse:
    user = reactivate(actor=request.actor, at=clock.now(), user=_account(pk))
    messages.success(request, f"Đã mở lại tài khoản {user.username}.")
    return redirect("oversight:account", pk)
