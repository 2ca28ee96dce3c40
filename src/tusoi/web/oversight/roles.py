"""Vai trò và ủy quyền: who was given what, from when, by which document."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from tusoi.core import clock
from tusoi.org.enums import Role
from tusoi.org.models import RoleGrant
from tusoi.org.selectors.accounts import delegations, granted_roles
from tusoi.org.services.roles import grant_role, revoke_role
from tusoi.web.oversight.forms_accounts import EndGrantForm, GrantForm
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.acts import Step, Trail, act_page
from tusoi.web.shared.listing import page_of

SHOWN_DELEGATIONS = 50


def _trail() -> Trail:
    return (Step("Vai trò và ủy quyền", reverse("oversight:roles")),)


@require_GET
@page(Role.TECHNICAL_ADMIN)
def roles(request: ActorRequest) -> HttpResponse:
    context = {
        "page_title": "Vai trò và ủy quyền",
        "page_obj": page_of(request, granted_roles()),
        "delegations": delegations()[:SHOWN_DELEGATIONS],
        "today": clock.today(),
    }
    return render(request, "oversight/roles.html", context)


@require_http_methods(["GET", "POST"])
@page(Role.TECHNICAL_ADMIN)
def role_grant(request: ActorRequest) -> HttpResponse:
    def perform(data: dict[str, Any]) -> str:
        del data["code"]
        return f"Đã giao vai trò: {grant_role(actor=request.actor, at=clock.now(), **data)}."

    form = GrantForm(request.POST or None, initial={"starts_on": clock.today()})
    lead = "Vai trò của người đứng đầu, cấp phó theo chức vụ đang giữ, không giao riêng."
    return act_page(
        request,
        form,
        perform,
        title="Giao vai trò",
        trail=_trail(),
        lead=lead,
        submit="Giao vai trò",
    )


@require_http_methods(["GET", "POST"])
@page(Role.TECHNICAL_ADMIN)
def role_revoke(request: ActorRequest, pk: int) -> HttpResponse:
    grant = get_object_or_404(RoleGrant.objects.select_related("person"), pk=pk)

    def perform(data: dict[str, Any]) -> str:
        revoke_role(actor=request.actor, at=clock.now(), grant=grant, **data)
        return f"Đã thôi giao vai trò: {grant}."

    form = EndGrantForm(request.POST or None, initial={"ends_on": clock.today()})
    return act_page(
        request, form, perform, title="Thôi giao vai trò", trail=_trail(), lead=f"{grant}."
    )
