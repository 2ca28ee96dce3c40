"""Kế hoạch và đợt: the list, a new campaign, its overview; check, open, withdraw, close."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tusoi.campaigns.models import Campaign
from tusoi.campaigns.selectors.campaigns import all_campaigns
from tusoi.campaigns.selectors.checks import data_check
from tusoi.campaigns.selectors.papers import plan_paper
from tusoi.campaigns.selectors.progress import deadline_words
from tusoi.campaigns.selectors.subjects import standing_counts
from tusoi.campaigns.services.planning import draft_campaign, withdraw_campaign
from tusoi.core import clock
from tusoi.decisions.selectors.pending import blockers_for_close
from tusoi.decisions.services.opening import open_campaign
from tusoi.org.enums import Role
from tusoi.org.selectors.units import body
from tusoi.rulebook import Severity
from tusoi.web.hr.forms_campaigns import DraftForm
from tusoi.web.hr.plan_steps import plan_steps
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.findings import linked
from tusoi.web.shared.listing import page_of
from tusoi.web.shared.papers import asked_format, paper_response


@require_GET
@page(Role.COORDINATOR)
def campaigns(request: ActorRequest) -> HttpResponse:
    rows = page_of(request, all_campaigns())
    context = {"page_title": "Kế hoạch và đợt", "page_obj": rows}
    return render(request, "hr/campaigns.html", context)


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def draft(request: ActorRequest) -> HttpResponse:
    form = DraftForm(request.POST or None, initial={"review_year": clock.today().year})
    if form.is_bound and form.is_valid():
        root = body()
        if root is None:
            raise Http404
        campaign = draft_campaign(
            actor=request.actor, at=clock.now(), body=root, **form.cleaned_data
        )
        messages.success(
            request, "Đã lập đợt đánh giá. Tiếp tục hoàn thành từng bước của kế hoạch."
        )
        return redirect("hr:campaign", campaign.pk)
    return render(
        request, "hr/campaign_draft.html", {"page_title": "Lập đợt đánh giá", "form": form}
    )


@require_GET
@page(Role.COORDINATOR)
def campaign(request: ActorRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(all_campaigns().select_related("signer"), pk=pk)
    is_open = found.state == "open"
    context = {
        "page_title": found.title,
        "season": found,
        "steps": plan_steps(found),
        "standings": standing_counts(found),
        "deadlines": [(each, deadline_words(each)) for each in found.milestones.all()],
        "closing": linked(blockers_for_close(found)) if is_open else [],
    }
    return render(request, "hr/campaign.html", context)


@require_GET
@page(Role.COORDINATOR)
def check(request: ActorRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Campaign, pk=pk, state="draft")
    findings = linked(data_check(found, clock.today()))
    context = {
        "page_title": "Kiểm tra dữ liệu và mở đợt",
        "season": found,
        "steps": plan_steps(found, "check"),
        "findings": findings,
        "warnings": [each for each in findings if each.severity is not Severity.BLOCKS],
    }
    return render(request, "hr/campaign_check.html", context)


@require_POST
@page(Role.COORDINATOR)
def opened(request: ActorRequest, pk: int) -> HttpResponse:
    open_campaign(actor=request.actor, at=clock.now(), campaign=get_object_or_404(Campaign, pk=pk))
    messages.success(request, "Đã mở đợt đánh giá. Mỗi đối tượng có một bản kiểm điểm để viết.")
    return redirect("hr:progress")


@require_POST
@page(Role.COORDINATOR)
def withdrawn(request: ActorRequest, pk: int) -> HttpResponse:
    withdraw_campaign(
        actor=request.actor, at=clock.now(), campaign=get_object_or_404(Campaign, pk=pk)
    )
    messages.success(request, "Đã rút kế hoạch.")
    return redirect("hr:campaigns")


@require_GET
@page(Role.COORDINATOR, Role.DEPARTMENT_HEAD, Role.DEPARTMENT_LEADER)
def plan_download(request: ActorRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Campaign.objects.select_related("body", "signer"), pk=pk)
    title = f"Kế hoạch {found.plan_number}"
    return paper_response(plan_paper(found), title, found.body, asked_format(request))
