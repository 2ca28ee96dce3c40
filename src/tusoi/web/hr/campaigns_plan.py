"""Lập kế hoạch từng bước: facts, legal bases, deadlines, procedures, subjects."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tusoi.campaigns.models import Campaign
from tusoi.campaigns.selectors.progress import deadline_words
from tusoi.campaigns.selectors.subjects import standing_counts, track_lines
from tusoi.campaigns.services.enrolling import enrol_subjects
from tusoi.campaigns.services.planning import (
    choose_form,
    correct_plan,
    load_tracks,
    set_legal_bases,
    set_milestone,
)
from tusoi.core import clock
from tusoi.org.enums import Role
from tusoi.web.hr.forms_campaigns import BasesForm, EnrolForm, MilestoneForm, PlanForm, TrackForm
from tusoi.web.hr.plan_steps import plan_steps
from tusoi.web.shared.acting import ActorRequest, page


def _draft(pk: int) -> Campaign:
    return get_object_or_404(
        Campaign.objects.select_related("body", "signer"), pk=pk, state="draft"
    )


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def plan(request: ActorRequest, pk: int) -> HttpResponse:
    campaign = _draft(pk)
    form = PlanForm(campaign, request.POST or None)
    if form.is_bound and form.is_valid():
        correct_plan(actor=request.actor, at=clock.now(), campaign=campaign, **form.cleaned_data)
        messages.success(request, "Đã lưu thông tin kế hoạch.")
        return redirect("hr:campaign_bases", pk)
    context = {"page_title": "Thông tin kế hoạch", "season": campaign, "form": form}
    return render(
        request, "hr/campaign_form.html", context | {"steps": plan_steps(campaign, "plan")}
    )


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def bases(request: ActorRequest, pk: int) -> HttpResponse:
    campaign = _draft(pk)
    texts = "\n".join(basis.text for basis in campaign.legal_bases.all())
    form = BasesForm(request.POST or None, initial={"texts": texts})
    if form.is_bound and form.is_valid():
        lines = form.cleaned_data["texts"].splitlines()
        set_legal_bases(actor=request.actor, at=clock.now(), campaign=campaign, texts=lines)
        messages.success(request, "Đã lưu căn cứ pháp lý.")
        return redirect("hr:campaign_milestones", pk)
    context = {"page_title": "Căn cứ pháp lý", "season": campaign, "form": form}
    return render(
        request, "hr/campaign_form.html", context | {"steps": plan_steps(campaign, "bases")}
    )


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def milestones(request: ActorRequest, pk: int) -> HttpResponse:
    """The timetable; an opened campaign keeps its deadlines open to change."""
    campaign = get_object_or_404(
        Campaign.objects.select_related("body"), pk=pk, state__in=["draft", "open"]
    )
    chosen = campaign.milestones.filter(step=request.GET.get("step", "")).first()
    form = MilestoneForm(chosen, request.POST or None)
    if form.is_bound and form.is_valid():
        set_milestone(actor=request.actor, at=clock.now(), campaign=campaign, **form.cleaned_data)
        messages.success(request, "Đã đặt mốc thời gian.")
        return redirect("hr:campaign_milestones", pk)
    rows = [(row, deadline_words(row)) for row in campaign.milestones.all()]
    context = {"page_title": "Mốc thời gian", "season": campaign, "form": form, "rows": rows}
    return render(
        request,
        "hr/campaign_milestones.html",
        context | {"steps": plan_steps(campaign, "milestones")},
    )


@require_GET
@page(Role.COORDINATOR)
def tracks(request: ActorRequest, pk: int) -> HttpResponse:
    campaign = _draft(pk)
    rows = track_lines(campaign)
    context = {
        "page_title": "Quy trình áp dụng",
        "season": campaign,
        "rows": rows,
        "unverified": dict.fromkeys(part for row in rows for part in row.unverified),
    }
    return render(
        request, "hr/campaign_tracks.html", context | {"steps": plan_steps(campaign, "tracks")}
    )


@require_POST
@page(Role.COORDINATOR)
def tracks_load(request: ActorRequest, pk: int) -> HttpResponse:
    loaded = load_tracks(actor=request.actor, at=clock.now(), campaign=_draft(pk))
    messages.success(request, f"Đã lấy quy trình của {len(loaded)} nhóm đối tượng.")
    return redirect("hr:campaign_tracks", pk)


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def track_form(request: ActorRequest, pk: int, kind: str) -> HttpResponse:
    campaign = _draft(pk)
    track = get_object_or_404(campaign.tracks.select_related("campaign"), kind=kind)
    form = TrackForm(track, request.POST or None)
    if form.is_bound and form.is_valid():
        choose_form(
            actor=request.actor, at=clock.now(), campaign=campaign, kind=kind, **form.cleaned_data
        )
        messages.success(request, f"Đã chọn biểu mẫu cho nhóm “{track}”.")
        return redirect("hr:campaign_tracks", pk)
    context = {"page_title": f"Biểu mẫu: {track}", "season": campaign, "form": form}
    return render(
        request, "hr/campaign_form.html", context | {"steps": plan_steps(campaign, "tracks")}
    )


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def subjects(request: ActorRequest, pk: int) -> HttpResponse:
    campaign = _draft(pk)
    form = EnrolForm(request.POST or None, initial={"as_of": clock.today()})
    if form.is_bound and form.is_valid():
        result = enrol_subjects(
            actor=request.actor, at=clock.now(), campaign=campaign, **form.cleaned_data
        )
        messages.success(
            request,
            f"Danh sách có {result.added + result.kept} đối tượng; thêm {result.added}, bớt {result.removed}.",
        )
        if result.uncovered:
            messages.warning(
                request, f"Chưa có quy trình áp dụng cho: {', '.join(result.uncovered)}."
            )
        return redirect("hr:campaign_subjects", pk)
    context = {
        "page_title": "Danh sách đối tượng",
        "season": campaign,
        "form": form,
        "standings": standing_counts(campaign),
    }
    return render(
        request, "hr/campaign_subjects.html", context | {"steps": plan_steps(campaign, "subjects")}
    )
