"""Kiểm điểm ở chi bộ: whom the cell reviews, what it takes over, reviews sent to the members, its meetings."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tusoi.campaigns.models import Review
from tusoi.campaigns.selectors.campaigns import current_campaign
from tusoi.campaigns.services.circulating import send_to_cell
from tusoi.core import clock
from tusoi.meetings.enums import MeetingKind, Role
from tusoi.meetings.permissions import may_plan_kind
from tusoi.meetings.selectors.cell_pages import cells_of, review_lines
from tusoi.meetings.selectors.cells import unit_of
from tusoi.meetings.services import preparing
from tusoi.org.models import PartyCell
from tusoi.web.panel.forms_meetings import MeetingForm
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.listing import page_of

OF_CELL = (Role.PARTY_CELL, Role.COORDINATOR)


def own_cell(request: ActorRequest, pk: int) -> PartyCell:
    """A cell whose reviews lie with the actor; else 404."""
    return get_object_or_404(cells_of(request.actor), pk=pk)


@require_GET
@page(*OF_CELL)
def cells(request: ActorRequest) -> HttpResponse:
    """The cells of the actor; the only one opens at once."""
    rows = cells_of(request.actor)
    if request.actor.role == Role.PARTY_CELL and (own := rows.first()):
        return redirect("panel:cell", own.pk)
    context = {"page_title": "Kiểm điểm ở chi bộ", "page_obj": page_of(request, rows)}
    return render(request, "panel/cells.html", context)


@require_GET
@page(*OF_CELL)
def cell(request: ActorRequest, pk: int) -> HttpResponse:
    """Who is reviewed in the cell, and how far each has come."""
    found, campaign = own_cell(request, pk), current_campaign()
    rows = review_lines(campaign, found) if campaign else Review.objects.none()
    context = {
        "page_title": found.name,
        "cell": found,
        "season": campaign,
        "page_obj": page_of(request, rows),
    }
    return render(request, "panel/cell.html", context)


@require_POST
@page(*OF_CELL)
def cell_send(request: ActorRequest, pk: int, review_pk: int) -> HttpResponse:
    """Gửi bản kiểm điểm cho đảng viên chi bộ."""
    found, campaign = own_cell(request, pk), current_campaign()
    if campaign is None:
        raise Http404
    review = get_object_or_404(review_lines(campaign, found), pk=review_pk)
    send_to_cell(actor=request.actor, at=clock.now(), review=review)
    messages.success(request, f"Đã gửi bản kiểm điểm của {review.subject} cho đảng viên chi bộ.")
    return redirect("panel:cell", pk)


@require_http_methods(["GET", "POST"])
@page(*OF_CELL)
def cell_meeting_plan(request: ActorRequest, pk: int) -> HttpResponse:
    """Lập hội nghị chi bộ."""
    found, campaign, kind = own_cell(request, pk), current_campaign(), MeetingKind.CELL_REVIEW
    if campaign is None or not may_plan_kind(request.actor, kind, found):
        raise Http404
    unit = unit_of(found, campaign)
    form = MeetingForm(request.POST or None, campaign=campaign, unit=unit, kind=kind, cell=found)
    if form.is_valid():
        meeting = preparing.plan_meeting(
            actor=request.actor,
            at=clock.now(),
            campaign=campaign,
            unit=unit,
            kind=kind,
            cell=found,
            **form.cleaned_data,
        )
        messages.success(request, "Đã lập hội nghị chi bộ với chương trình theo trình tự quy định.")
        return redirect("panel:meeting", meeting.pk)
    context = {"form": form, "place": found, "kind": kind, "campaign": campaign}
    return render(request, "panel/meeting_plan.html", context)
