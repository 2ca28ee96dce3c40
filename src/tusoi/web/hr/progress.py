"""Tiến độ đợt đánh giá: matrix, deadlines, who is late, and urging them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from tusoi.campaigns.models import Milestone
from tusoi.campaigns.selectors.campaigns import current_campaign
from tusoi.campaigns.services.reminding import remind_units
from tusoi.core import clock
from tusoi.org.enums import Role
from tusoi.org.models import Unit
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.listing import page_of
from tusoi.web.shared.progress import COLUMNS, progress_of

FOLLOWERS = (Role.COORDINATOR, Role.DEPARTMENT_HEAD, Role.DEPARTMENT_LEADER)


def _unit_url(unit_pk: int) -> str:
    return f"{reverse('hr:subjects')}?unit={unit_pk}"


@require_GET
@page(*FOLLOWERS)
def progress(request: ActorRequest) -> HttpResponse:
    campaign = current_campaign()
    context: dict[str, Any] = {
        "page_title": "Tiến độ đợt đánh giá",
        "season": campaign,
        "columns": COLUMNS,
    }
    if campaign is not None and campaign.state == "open":
        is_office = request.actor.role == Role.COORDINATOR
        found = progress_of(
            request.actor, campaign, clock.today(), _unit_url if is_office else lambda _: ""
        )
        rows = page_of(request, found.rows)
        context |= {
            "progress": found,
            "page_obj": rows,
            "today": clock.today(),
            "is_office": is_office,
        }
    return render(request, "hr/progress.html", context)


@require_POST
@page(Role.COORDINATOR)
def remind(request: ActorRequest, pk: int) -> HttpResponse:
    milestone = get_object_or_404(Milestone.objects.select_related("campaign"), pk=pk)
    units = Unit.objects.filter(
        pk__in=[value for value in request.POST.getlist("units") if value.isdecimal()]
    )
    text = request.POST.get("text", "")
    sent = remind_units(
        actor=request.actor, at=clock.now(), milestone=milestone, units=units, text=text
    )
    messages.success(request, f"Đã đôn đốc {len(sent)} đơn vị.")
    return redirect("hr:progress")
