"""Phòng họp: one screen for everybody in the room, run by the secretary and the chair."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from tusoi.core import clock
from tusoi.core.command import may
from tusoi.core.errors import refuse
from tusoi.meetings.models import AgendaItem
from tusoi.meetings.permissions import visible_to
from tusoi.meetings.selectors.held import REVIEWS
from tusoi.meetings.selectors.room_pages import Room, blockers_now, remarks_on_meeting, room_of
from tusoi.meetings.selectors.rooms import room_actor
from tusoi.meetings.services import conducting, minuting
from tusoi.web.panel.forms_meetings import ReasonForm
from tusoi.web.panel.forms_room import (
    ApprovalForm,
    ConclusionForm,
    LevelVoteForm,
    MinutesForm,
    RemarkForm,
    RollCallForm,
)
from tusoi.web.panel.meetings import own_meeting
from tusoi.web.shared.acting import ActorRequest, page


def own_item(request: ActorRequest, pk: int) -> AgendaItem:
    """The item of a meeting the actor may see; else 404."""
    items = AgendaItem.objects.filter(meeting__in=visible_to(request.actor))
    return get_object_or_404(items.select_related("meeting__campaign", "subject__review"), pk=pk)


@require_GET
@page()
def meeting(request: ActorRequest, pk: int) -> HttpResponse:
    """Phòng họp: what to do now, the item under way, agenda, roll, ballots, minutes."""
    room = room_of(request.actor, own_meeting(request, pk))
    may_prepare = may(room.preparer, "meeting.invite", room.meeting)
    runs = room.is_officer or may_prepare
    return render(
        request,
        "panel/meeting.html",
        {
            "room": room,
            "meeting": room.meeting,
            "blockers": blockers_now(room, clock.today()) if runs else [],
            "remarks": remarks_on_meeting(room) if runs else [],
            "may_prepare": may_prepare,
            "may_order_again": _may_order_again(request, room),
            "roll": RollCallForm(attendances=room.attendances),
            "remark_form": RemarkForm(present=room.present),
            "vote_form": LevelVoteForm(),
            "conclusion_form": ConclusionForm(),
            "reason_form": ReasonForm(),
            "minutes_form": MinutesForm(),
            "approval_form": ApprovalForm(initial={"approvals": room.attending}),
        },
    )


def _may_order_again(request: ActorRequest, room: Room) -> bool:
    """Whether the role acted in may send a review of this meeting back; each item is checked again."""
    is_held = room.meeting.state == "approved" and room.meeting.kind in REVIEWS
    return is_held and bool(room.items) and may(request.actor, "review.order_again", room.items[0])


@require_GET
@page()
def room_live(request: ActorRequest, pk: int) -> HttpResponse:
    """The parts of the room that move by themselves; asked for every few seconds."""
    room = room_of(request.actor, own_meeting(request, pk))
    is_stale = room.is_officer and request.GET.get("stage") not in {None, room.stage}
    context = {
        "room": room,
        "meeting": room.meeting,
        "is_stale": is_stale,
        "stage": request.GET.get("stage"),
    }
    return render(request, "panel/room_live.html", context)


@require_GET
@page()
def projector(request: ActorRequest, pk: int) -> HttpResponse:
    """Màn chiếu: large type for the wall; the fragment alone when it refreshes itself."""
    room = room_of(request.actor, own_meeting(request, pk))
    template = "panel/projector_live.html" if request.htmx else "panel/projector.html"
    return render(request, template, {"room": room, "meeting": room.meeting})


@require_POST
@page()
def roll_call(request: ActorRequest, pk: int) -> HttpResponse:
    """Điểm danh."""
    meeting = own_meeting(request, pk)
    form = RollCallForm(request.POST, attendances=meeting.attendances.select_related("person"))
    if not form.is_valid():
        raise refuse(
            "meeting.roll",
            "Bảng điểm danh có dòng chưa chọn tình trạng dự họp.",
            remedy="Tải lại trang và điểm danh lại.",
        )
    conducting.call_roll(
        actor=room_actor(request.actor, meeting),
        at=clock.now(),
        meeting=meeting,
        marks=form.marks(),
    )
    messages.success(request, "Đã ghi điểm danh.")
    return redirect("panel:meeting", pk)


@require_POST
@page()
def meeting_start(request: ActorRequest, pk: int) -> HttpResponse:
    """Khai mạc."""
    meeting = own_meeting(request, pk)
    conducting.start_meeting(
        actor=room_actor(request.actor, meeting), at=clock.now(), meeting=meeting
    )
    messages.success(request, "Hội nghị đã khai mạc.")
    return redirect("panel:meeting", pk)


@require_POST
@page()
def item_take_up(request: ActorRequest, pk: int) -> HttpResponse:
    """Chuyển sang nội dung tiếp theo."""
    item = own_item(request, pk)
    conducting.take_up(actor=room_actor(request.actor, item.meeting), at=clock.now(), item=item)
    return redirect("panel:meeting", item.meeting_id)


@require_POST
@page()
def item_remark(request: ActorRequest, pk: int) -> HttpResponse:
    """Ghi ý kiến phát biểu."""
    item = own_item(request, pk)
    form = RemarkForm(request.POST, present=item.meeting.attendances.filter(status="present"))
    if not form.is_valid():
        raise refuse(
            "meeting.remark",
            "Chưa chọn người phát biểu hoặc chưa ghi nội dung ý kiến.",
            remedy="Điền đủ hai ô rồi ghi lại.",
        )
    conducting.record_remark(
        actor=room_actor(request.actor, item.meeting),
        at=clock.now(),
        item=item,
        **form.cleaned_data,
    )
    messages.success(request, "Đã ghi ý kiến.")
    return redirect("panel:meeting", item.meeting_id)


@require_POST
@page()
def item_vote(request: ActorRequest, pk: int) -> HttpResponse:
    """Ghi kết quả biểu quyết mức tự xếp loại."""
    item, form = own_item(request, pk), LevelVoteForm(request.POST)
    if not form.is_valid():
        raise refuse(
            "meeting.vote",
            "Số người biểu quyết phải là số không âm.",
            remedy="Sửa lại số người chọn từng mức.",
        )
    conducting.vote_self_level(
        actor=room_actor(request.actor, item.meeting),
        at=clock.now(),
        item=item,
        counts=form.counts(),
    )
    messages.success(request, "Đã ghi kết quả biểu quyết.")
    return redirect("panel:meeting", item.meeting_id)


@require_POST
@page()
def item_conclude(request: ActorRequest, pk: int) -> HttpResponse:
    """Kết luận nội dung."""
    item, form = own_item(request, pk), ConclusionForm(request.POST)
    if not form.is_valid():
        raise refuse(
            "meeting.conclusion", "Chưa ghi kết luận.", remedy="Ghi kết luận của người chủ trì."
        )
    conducting.conclude(
        actor=room_actor(request.actor, item.meeting),
        at=clock.now(),
        item=item,
        **form.cleaned_data,
    )
    messages.success(request, f"Đã kết luận về {item.subject.name}.")
    return redirect("panel:meeting", item.meeting_id)


@require_POST
@page()
def item_defer(request: ActorRequest, pk: int) -> HttpResponse:
    """Hoãn nội dung."""
    item, form = own_item(request, pk), ReasonForm(request.POST)
    form.is_valid()
    conducting.defer(
        actor=room_actor(request.actor, item.meeting),
        at=clock.now(),
        item=item,
        reason=form.cleaned_data.get("reason", ""),
    )
    messages.success(request, f"Đã hoãn kiểm điểm {item.subject.name}.")
    return redirect("panel:meeting", item.meeting_id)


@require_POST
@page()
def minutes_draft(request: ActorRequest, pk: int) -> HttpResponse:
    """Lập biên bản."""
    meeting, form = own_meeting(request, pk), MinutesForm(request.POST)
    form.is_valid()
    minuting.draft_minutes(
        actor=room_actor(request.actor, meeting),
        at=clock.now(),
        meeting=meeting,
        additions=form.cleaned_data.get("additions", ""),
    )
    messages.success(request, "Đã lập biên bản. Đề nghị đọc cho hội nghị cùng nghe.")
    return redirect("panel:meeting", pk)


@require_POST
@page()
def meeting_resume(request: ActorRequest, pk: int) -> HttpResponse:
    """Họp tiếp để bổ sung biên bản."""
    meeting = own_meeting(request, pk)
    minuting.resume_meeting(
        actor=room_actor(request.actor, meeting), at=clock.now(), meeting=meeting
    )
    return redirect("panel:meeting", pk)


@require_POST
@page()
def minutes_approve(request: ActorRequest, pk: int) -> HttpResponse:
    """Thông qua biên bản."""
    meeting, form = own_meeting(request, pk), ApprovalForm(request.POST)
    if not form.is_valid():
        raise refuse(
            "meeting.approvals",
            "Chưa ghi số thành viên đồng ý.",
            remedy="Ghi số thành viên đồng ý thông qua biên bản.",
        )
    minuting.approve_minutes(
        actor=room_actor(request.actor, meeting),
        at=clock.now(),
        meeting=meeting,
        **form.cleaned_data,
    )
    messages.success(request, "Biên bản đã được thông qua và lưu giữ, không sửa được nữa.")
    return redirect("panel:meeting", pk)
