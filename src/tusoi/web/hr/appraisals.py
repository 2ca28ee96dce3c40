"""Thẩm định: the office's check of every dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from tusoi.core import clock
from tusoi.decisions.permissions import classifications_visible_to
from tusoi.decisions.selectors.appraisals import (
    ONE_SITTING,
    appraisal_list,
    dossier_page,
    ready_to_appraise,
)
from tusoi.decisions.services.appraising import appraise, appraise_all, send_back
from tusoi.org.enums import Role
from tusoi.web.hr.forms_opinions import AppraisalFilter, NoteForm, ReasonForm
from tusoi.web.shared.acting import page
from tusoi.web.shared.board import campaign_or_404
from tusoi.web.shared.listing import ordered, page_of

if TYPE_CHECKING:
    from django.http import HttpResponse

    from tusoi.web.shared.acting import ActorRequest

ORDERS = {
    "name": ("subject__sort_key",),
    "unit": ("subject__unit__path", "subject__rank", "subject__sort_key"),
    "state": ("state", "subject__unit__path", "subject__sort_key"),
}


@require_GET
@page(Role.COORDINATOR)
def appraisals(request: ActorRequest) -> HttpResponse:
    """Every dossier with its state; those that are ready can be appraised at once."""
    campaign, form = campaign_or_404(), AppraisalFilter(request.GET)
    form.is_valid()
    rows = appraisal_list(request.actor, campaign, **form.cleaned_data)
    context = {
        "page_title": "Thẩm định hồ sơ",
        "form": form,
        "page_obj": page_of(request, ordered(request, rows, ORDERS, "unit")),
        "ready": ready_to_appraise(campaign).count(),
    }
    return render(request, "hr/appraisals.html", context)


@require_GET
@page(Role.COORDINATOR)
def appraisal(request: ActorRequest, pk: int) -> HttpResponse:
    """One dossier: conditions, opinions, votes, findings."""
    row = get_object_or_404(classifications_visible_to(request.actor), pk=pk)
    shown = dossier_page(row)
    context = {
        "page_title": f"Thẩm định: {shown.subject.name}",
        "shown": shown,
        "note_form": NoteForm(initial={"note": shown.note}),
        "reason_form": ReasonForm(),
    }
    return render(request, "hr/appraisal.html", context)


@require_POST
@page(Role.COORDINATOR)
def appraisal_record(request: ActorRequest, pk: int) -> HttpResponse:
    """Keep the findings of this moment."""
    row = get_object_or_404(classifications_visible_to(request.actor), pk=pk)
    note = request.POST.get("note", "")
    appraise(actor=request.actor, at=clock.now(), classification=row, note=note)
    messages.success(request, f"Đã thẩm định hồ sơ của {row.subject.name}.")
    return redirect("hr:appraisal", row.pk)


@require_POST
@page(Role.COORDINATOR)
def appraisal_send_back(request: ActorRequest, pk: int) -> HttpResponse:
    """Send the dossier back with a reason."""
    row = get_object_or_404(classifications_visible_to(request.actor), pk=pk)
    reason = request.POST.get("reason", "")
    send_back(actor=request.actor, at=clock.now(), classification=row, reason=reason)
    messages.success(request, f"Đã trả hồ sơ của {row.subject.name}.")
    return redirect("hr:appraisal", row.pk)


@require_POST
@page(Role.COORDINATOR)
def appraise_ready(request: ActorRequest) -> HttpResponse:
    """Appraise the dossiers whose review is finished and minuted, a sitting's worth of them."""
    rows = ready_to_appraise(campaign_or_404())[:ONE_SITTING]
    done = appraise_all(actor=request.actor, at=clock.now(), classifications=rows)
    messages.success(request, f"Đã thẩm định {len(done)} hồ sơ.")
    return redirect("hr:appraisals")
