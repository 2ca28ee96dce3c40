"""Hội nghị: danh sách, lập hội nghị, giấy mời, biên bản tải về."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tusoi.campaigns.selectors.campaigns import current_campaign
from tusoi.core import clock
from tusoi.core.actor import Actor
from tusoi.core.command import may
from tusoi.meetings.enums import MeetingKind, Role
from tusoi.meetings.models import Meeting
from tusoi.meetings.permissions import may_plan, visible_to
from tusoi.meetings.selectors.agenda import subjects_for
from tusoi.meetings.selectors.filed import filed_minutes
from tusoi.meetings.selectors.lengths import length_asked
from tusoi.meetings.selectors.papers import invitation_paper, minutes_paper
from tusoi.meetings.selectors.room_pages import meetings_listed
from tusoi.meetings.selectors.rooms import preparing_actor
from tusoi.meetings.services import preparing
from tusoi.org.models import Unit
from tusoi.web.panel.forms_meetings import (
    CatchUpForm,
    MeetingFilter,
    MeetingForm,
    MeetingScopeForm,
    ReasonForm,
)
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.documents import stored_response
from tusoi.web.shared.listing import page_of
from tusoi.web.shared.papers import asked_format, paper_response

PLANNERS = (
    Role.UNIT_HEAD,
    Role.SECRETARY,
    Role.COORDINATOR,
    Role.DEPARTMENT_HEAD,
    Role.PARTY_CELL,
)


AT_WORK = frozenset(MeetingKind) - {MeetingKind.CELL_REVIEW}


def may_plan_here(actor: Actor, unit: Unit) -> bool:
    """A Party cell plans none of the meetings at work."""
    return actor.role != Role.PARTY_CELL and may_plan(actor, unit)


def own_meeting(request: ActorRequest, pk: int) -> Meeting:
    """The meeting, if the actor may see it; else 404."""
    meetings = visible_to(request.actor).select_related(
        "unit", "campaign", "cell", "chair", "deputy_chair", "secretary", "minutes"
    )
    return get_object_or_404(meetings, pk=pk)


@require_GET
@page()
def meetings(request: ActorRequest) -> HttpResponse:
    """Danh sách hội nghị."""
    form = MeetingFilter(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    rows = meetings_listed(
        request.actor,
        unit=chosen.get("q", ""),
        state=chosen.get("state", ""),
        sort=request.GET.get("sort", ""),
    )
    may_add = request.actor.role in PLANNERS
    return render(
        request,
        "panel/meetings.html",
        {"form": form, "page_obj": page_of(request, rows), "may_add": may_add},
    )


@require_GET
@page(*PLANNERS)
def meeting_scope(request: ActorRequest) -> HttpResponse:
    """Bước 1 của lập hội nghị: chọn đơn vị và loại."""
    form = MeetingScopeForm(request.GET or None, actor=request.actor)
    if form.is_valid():
        chosen = form.cleaned_data
        if chosen["kind"] == MeetingKind.CELL_REVIEW:
            return redirect("panel:cell_meeting_plan", chosen["cell"].pk)
        return redirect("panel:meeting_plan", chosen["unit"].pk, chosen["kind"])
    return render(request, "panel/meeting_scope.html", {"form": form})


@require_http_methods(["GET", "POST"])
@page(*PLANNERS)
def meeting_plan(request: ActorRequest, unit_pk: int, kind: str) -> HttpResponse:
    """Bước 2: thời gian, người điều hành, chương trình."""
    unit, campaign = get_object_or_404(Unit, pk=unit_pk), current_campaign()
    if campaign is None or kind not in AT_WORK or not may_plan_here(request.actor, unit):
        raise Http404
    form = MeetingForm(request.POST or None, campaign=campaign, unit=unit, kind=kind)
    if form.is_valid():
        meeting = preparing.plan_meeting(
            actor=request.actor,
            at=clock.now(),
            campaign=campaign,
            unit=unit,
            kind=kind,
            **form.cleaned_data,
        )
        messages.success(request, "Đã lập hội nghị với chương trình theo trình tự quy định.")
        return redirect("panel:meeting", meeting.pk)
    return render(
        request,
        "panel/meeting_plan.html",
        {
            "form": form,
            "place": unit,
            "kind": MeetingKind(kind),
            "campaign": campaign,
            "lengths": length_asked(
                campaign, kind, subjects_for(campaign, unit, MeetingKind(kind))
            ),
        },
    )


@require_POST
@page()
def meeting_invite(request: ActorRequest, pk: int) -> HttpResponse:
    """Gửi giấy mời."""
    meeting = own_meeting(request, pk)
    preparing.invite(actor=preparing_actor(request.actor, meeting), at=clock.now(), meeting=meeting)
    messages.success(request, "Đã gửi giấy mời đến các thành viên.")
    return redirect("panel:meeting", pk)


@require_POST
@page()
def meeting_cancel(request: ActorRequest, pk: int) -> HttpResponse:
    """Hủy cuộc họp."""
    meeting, form = own_meeting(request, pk), ReasonForm(request.POST)
    form.is_valid()
    preparing.cancel_meeting(
        actor=preparing_actor(request.actor, meeting),
        at=clock.now(),
        meeting=meeting,
        reason=form.cleaned_data.get("reason", ""),
    )
    messages.success(request, "Đã hủy cuộc họp.")
    return redirect("panel:meeting", pk)


@require_http_methods(["GET", "POST"])
@page()
def meeting_catch_up(request: ActorRequest, pk: int) -> HttpResponse:
    """Lập hội nghị kiểm điểm bổ sung."""
    meeting = own_meeting(request, pk)
    actor = preparing_actor(request.actor, meeting)
    if not may(actor, "meeting.plan", meeting.unit):
        raise Http404
    form = CatchUpForm(request.POST or None, initial={"place": meeting.place})
    if form.is_valid():
        later = preparing.plan_catch_up(
            actor=actor, at=clock.now(), meeting=meeting, **form.cleaned_data
        )
        messages.success(request, "Đã lập hội nghị kiểm điểm bổ sung.")
        return redirect("panel:meeting", later.pk)
    return render(request, "panel/meeting_catch_up.html", {"form": form, "meeting": meeting})


@require_GET
@page()
def invitation_docx(request: ActorRequest, pk: int) -> HttpResponse:
    """Tải giấy mời."""
    meeting = own_meeting(request, pk)
    title = f"Giấy mời {meeting.title}"
    return paper_response(invitation_paper(meeting), title, meeting.unit, asked_format(request))


@require_GET
@page()
def minutes_docx(request: ActorRequest, pk: int) -> HttpResponse:
    """Tải biên bản: bản đã thông qua được lưu nguyên, bản đang đọc được lập lại mỗi lần."""
    meeting = own_meeting(request, pk)
    if not hasattr(meeting, "minutes"):
        raise Http404
    filed = filed_minutes(meeting)
    if filed is not None:
        return stored_response(filed, asked_format(request))
    title = f"Biên bản {meeting.title}"
    return paper_response(minutes_paper(meeting), title, meeting.unit, asked_format(request))
