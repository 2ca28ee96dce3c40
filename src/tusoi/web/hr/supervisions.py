"""Phân công dự, chỉ đạo kiểm điểm: who of the upper level directs which unit, what is missing, what was found."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tusoi.campaigns.models import Supervision
from tusoi.campaigns.selectors.supervisions import reviewed_units, units_supervised
from tusoi.meetings.services import summoning
from tusoi.org.enums import Role
from tusoi.web.hr.forms_guidance import AssignmentForm, SupervisionFilter
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.acts import Step, act_page, by
from tusoi.web.shared.board import campaign_or_404
from tusoi.web.shared.listing import page_of

LEADING = (Role.COORDINATOR, Role.DEPARTMENT_HEAD, Role.DEPARTMENT_LEADER)
ASSIGNING = (Role.COORDINATOR, Role.DEPARTMENT_HEAD)


@require_GET
@page(*LEADING)
def supervisions(request: ActorRequest) -> HttpResponse:
    """Every unit, its supervisors and their findings; units with suggestions and nobody stand out."""
    form = SupervisionFilter(request.GET)
    form.is_valid()
    rows = units_supervised(
        campaign_or_404(),
        q=form.cleaned_data.get("q", ""),
        only_missing=form.cleaned_data.get("con_thieu", False),
    )
    context = {
        "page_title": "Dự, chỉ đạo kiểm điểm",
        "form": form,
        "page_obj": page_of(request, rows),
        "may_assign": request.actor.role in ASSIGNING,
    }
    return render(request, "hr/supervisions.html", context)


@require_http_methods(["GET", "POST"])
@page(*ASSIGNING)
def assign(request: ActorRequest, unit_pk: int) -> HttpResponse:
    campaign = campaign_or_404()
    unit = get_object_or_404(reviewed_units(campaign), pk=unit_pk)

    def perform(chosen: dict[str, Any]) -> str:
        made = summoning.assign_supervisor(**by(request), campaign=campaign, unit=unit, **chosen)
        return f"Đã phân công {made.person} dự, chỉ đạo kiểm điểm ở {unit}."

    return act_page(
        request,
        AssignmentForm(request.POST or None, campaign=campaign),
        perform,
        title=f"Phân công dự, chỉ đạo kiểm điểm ở {unit}",
        trail=(Step("Dự, chỉ đạo kiểm điểm", reverse("hr:supervisions")),),
        lead="Người được phân công được mời dự hội nghị của đơn vị, đọc dự thảo đã gửi và ghi nhận xét sau hội nghị.",
        submit="Phân công",
    )


@require_POST
@page(*ASSIGNING)
def end(request: ActorRequest, pk: int) -> HttpResponse:
    rows = Supervision.objects.filter(campaign=campaign_or_404(), ended_at__isnull=True)
    row = get_object_or_404(rows.select_related("person", "unit"), pk=pk)
    summoning.end_supervision(**by(request), supervision=row)
    messages.success(request, f"{row.person} thôi dự, chỉ đạo kiểm điểm ở {row.unit}.")
    return redirect("hr:supervisions")
