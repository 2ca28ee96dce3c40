"""Lấy ý kiến: the office asks, follows up, withdraws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from tusoi.core import clock
from tusoi.decisions.permissions import opinion_requests_visible_to
from tusoi.decisions.selectors.opinions import filtered, opinion_list, subjects_to_consult
from tusoi.decisions.services.consulting import request_opinions, withdraw_request
from tusoi.org.enums import Role
from tusoi.web.hr.forms_opinions import OpinionFilter, RequestForm
from tusoi.web.shared.acting import page
from tusoi.web.shared.board import campaign_or_404
from tusoi.web.shared.listing import ordered, page_of

if TYPE_CHECKING:
    from django.http import HttpResponse

    from tusoi.web.shared.acting import ActorRequest

ORDERS = {
    "name": ("subject__sort_key",),
    "unit": ("subject__unit__path", "subject__rank", "subject__sort_key"),
    "due": ("due_on", "subject__unit__path", "subject__sort_key"),
}


@require_GET
@page(Role.COORDINATOR)
def opinions(request: ActorRequest) -> HttpResponse:
    """Requests made so far, and who still has to be asked about."""
    campaign, form = campaign_or_404(), OpinionFilter(request.GET)
    form.is_valid()
    rows = filtered(opinion_list(request.actor, campaign), **form.cleaned_data)
    context = {
        "page_title": "Lấy ý kiến nhận xét, đánh giá",
        "form": form,
        "page_obj": page_of(request, ordered(request, rows, ORDERS, "due")),
        "to_ask": subjects_to_consult(campaign),
        "request_form": RequestForm(),
        "today": clock.today(),
    }
    return render(request, "hr/opinions.html", context)


@require_POST
@page(Role.COORDINATOR)
def opinions_request(request: ActorRequest) -> HttpResponse:
    """Ask for every required opinion that nobody has asked for yet."""
    campaign, form = campaign_or_404(), RequestForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Chưa chọn hạn cho ý kiến.")
        return redirect("hr:opinions")
    facts = {"campaign": campaign, "subjects": subjects_to_consult(campaign), **form.cleaned_data}
    made = request_opinions(actor=request.actor, at=clock.now(), **facts)
    messages.success(request, f"Đã gửi {len(made)} yêu cầu cho ý kiến.")
    return redirect("hr:opinions")


@require_POST
@page(Role.COORDINATOR)
def opinion_withdraw(request: ActorRequest, pk: int) -> HttpResponse:
    """Take one request back."""
    row = get_object_or_404(opinion_requests_visible_to(request.actor), pk=pk)
    withdraw_request(actor=request.actor, at=clock.now(), request=row)
    messages.success(request, "Đã rút yêu cầu cho ý kiến.")
    return redirect("hr:opinions")
