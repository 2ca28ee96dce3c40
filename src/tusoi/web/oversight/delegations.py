"""Ủy quyền: giving and taking back one's role by a document; the office records those that exist on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tusoi.core import clock
from tusoi.org.enums import Role
from tusoi.org.permissions import delegations_visible_to
from tusoi.org.services.roles import give_delegation, revoke_delegation
from tusoi.web.oversight.forms_accounts import DelegationForm
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.acts import Step, act_page
from tusoi.web.shared.listing import page_of

if TYPE_CHECKING:
    from django.http import HttpResponse

GIVERS = (Role.DEPARTMENT_HEAD, Role.DEPARTMENT_LEADER, Role.UNIT_HEAD, Role.COORDINATOR)


@require_GET
@page(*GIVERS)
def delegations(request: ActorRequest) -> HttpResponse:
    rows = delegations_visible_to(request.actor)
    context = {"page_title": "Ủy quyền", "page_obj": page_of(request, rows), "today": clock.today()}
    return render(request, "oversight/delegations.html", context)


@require_http_methods(["GET", "POST"])
@page(*GIVERS)
def delegation_give(request: ActorRequest) -> HttpResponse:
    """A head delegates the role acted in; the office names the giver and the role."""
    form = DelegationForm(request.actor, request.POST or None)

    def perform(data: dict[str, Any]) -> str:
        return f"Đã ghi: {give_delegation(actor=request.actor, at=clock.now(), **form.delegation(data))}."

    trail = (Step("Ủy quyền", reverse("oversight:delegations")),)
    lead = "Người được ủy quyền thao tác thay trong thời hạn ghi dưới đây; mọi thao tác ghi rõ là theo ủy quyền."
    return act_page(
        request, form, perform, title="Ghi ủy quyền", trail=trail, lead=lead, submit="Ghi ủy quyền"
    )


@require_POST
@page(*GIVERS)
def delegation_revoke(request: ActorRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(delegations_visible_to(request.actor), pk=pk)
    revoke_delegation(actor=request.actor, at=clock.now(), delegation=row)
    messages.success(request, f"Đã thôi ủy quyền: {row}.")
    return redirect("oversight:delegations")
