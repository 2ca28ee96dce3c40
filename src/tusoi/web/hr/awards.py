"""Khen thưởng của cơ quan: what the units put forward, what goes to the council, the lists sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tusoi.awards.permissions import nominations_visible_to
from tusoi.awards.selectors import nominations as selectors
from tusoi.awards.selectors.nominations import lists_sent
from tusoi.awards.selectors.papers import council_of
from tusoi.awards.services import submitting
from tusoi.core import clock
from tusoi.org.enums import Role
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.acts import Step, act_page, by
from tusoi.web.shared.board import campaign_or_404
from tusoi.web.shared.forms_awards import ClosingForm, ListForm, NominationFilter
from tusoi.web.shared.listing import page_of
from tusoi.web.shared.sheets import spreadsheet

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from tusoi.awards.models import AwardNomination

TRAIL_LABEL = "Trình khen thưởng"


def _trail() -> tuple[Step, ...]:
    return (Step(TRAIL_LABEL, reverse("hr:awards")),)


def _wanted(request: ActorRequest) -> tuple[NominationFilter, QuerySet[AwardNomination]]:
    form = NominationFilter(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    rows = selectors.nomination_list(
        request.actor,
        campaign=campaign_or_404(),
        search=chosen.get("q", ""),
        title=chosen.get("title", ""),
        state=chosen.get("state", ""),
    )
    return form, rows


@require_GET
@page(Role.COORDINATOR)
def awards(request: ActorRequest) -> HttpResponse:
    """All nominations of the season, and the lists sent so far."""
    form, rows = _wanted(request)
    campaign = campaign_or_404()
    waiting = selectors.nomination_list(request.actor, campaign=campaign, state="nominated")
    context = {
        "page_title": TRAIL_LABEL,
        "form": form,
        "page_obj": page_of(request, rows),
        "waiting": waiting.count(),
        "lists": lists_sent(request.actor, campaign),
    }
    return render(request, "hr/awards.html", context)


@require_GET
@page(Role.COORDINATOR)
def awards_sheet(request: ActorRequest) -> HttpResponse:
    _, rows = _wanted(request)
    return spreadsheet("de-nghi-khen-thuong", selectors.COLUMNS, selectors.nomination_lines(rows))


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def award_list_submit(request: ActorRequest) -> HttpResponse:
    """Choose what goes to the council and send it with one numbered note."""
    campaign = campaign_or_404()
    waiting = selectors.nomination_list(request.actor, campaign=campaign, state="nominated")
    initial = {"council": council_of(campaign), "dated": clock.today()}
    form = ListForm(request.POST or None, nominations=waiting, initial=initial)

    def perform(data: dict[str, Any]) -> str:
        wanted = {"nominations": data["nominations"], "council": data["council"]}
        made = submitting.submit_list(
            **by(request), campaign=campaign, stamp=form.stamp(), **wanted
        )
        return f"Đã trình {made.nominations.count()} đề nghị; tờ trình đã cấp số và chốt."

    return act_page(
        request,
        form,
        perform,
        title="Trình hội đồng thi đua, khen thưởng",
        lead="Bỏ chọn đề nghị chưa trình lần này. Tờ trình và danh sách kèm theo được cấp số, chốt khi trình.",
        submit="Trình hội đồng",
        trail=_trail(),
    )


def _found(request: ActorRequest, pk: int) -> AwardNomination:
    rows = nominations_visible_to(request.actor).select_related("subject__campaign")
    return get_object_or_404(rows, pk=pk)


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def award_decline(request: ActorRequest, pk: int) -> HttpResponse:
    """Leave one out, with the reason the unit reads."""
    found = _found(request, pk)

    def perform(data: dict[str, Any]) -> str:
        submitting.decline_nomination(**by(request), nomination=found, **data)
        return f"Không trình {found}; đơn vị xem được lý do."

    return act_page(
        request,
        ClosingForm(request.POST or None),
        perform,
        title="Không trình hội đồng",
        lead=f"{found}. Đưa lại vào danh sách được khi có lý do.",
        submit="Không trình",
        trail=_trail(),
    )


@require_POST
@page(Role.COORDINATOR)
def award_restore(request: ActorRequest, pk: int) -> HttpResponse:
    found = _found(request, pk)
    submitting.restore_nomination(**by(request), nomination=found)
    messages.success(request, f"Đã đưa lại vào danh sách: {found}.")
    return redirect("hr:awards")
