"""Bỏ phiếu: lá phiếu của từng người; bàn kiểm phiếu của ban kiểm phiếu."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import segno
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tusoi.core import clock
from tusoi.core.command import may
from tusoi.core.errors import refuse
from tusoi.meetings.permissions import rounds_visible_to
from tusoi.meetings.selectors.ballot_pages import bench_of, paper_of, subjects_on_paper
from tusoi.meetings.selectors.papers import tally_minutes_paper
from tusoi.meetings.selectors.people import latecomers
from tusoi.meetings.selectors.rooms import panel_actor, room_actor, voter_actor
from tusoi.meetings.services import balloting
from tusoi.web.panel.forms_ballots import (
    BallotForm,
    LatecomerForm,
    PanelForm,
    PaperTallyForm,
    RoundForm,
)
from tusoi.web.panel.forms_meetings import ReasonForm
from tusoi.web.panel.meetings import own_meeting
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.papers import asked_format, paper_response

if TYPE_CHECKING:
    from tusoi.meetings.models.ballot import BallotRound


def own_round(request: ActorRequest, pk: int) -> BallotRound:
    """The round of a meeting the actor may see; else 404."""
    rounds = rounds_visible_to(request.actor).select_related(
        "meeting__campaign", "meeting__unit", "meeting__chair"
    )
    return get_object_or_404(rounds, pk=pk)


@require_http_methods(["GET", "POST"])
@page()
def round_prepare(request: ActorRequest, pk: int) -> HttpResponse:
    """Chuẩn bị lượt bỏ phiếu."""
    meeting = own_meeting(request, pk)
    actor = room_actor(request.actor, meeting)
    if not may(actor, "ballot.prepare", meeting):
        raise Http404
    form = RoundForm(request.POST or None, meeting=meeting)
    if form.is_valid():
        ballot_round = balloting.prepare_round(
            actor=actor, at=clock.now(), meeting=meeting, **form.cleaned_data
        )
        messages.success(
            request, "Đã chuẩn bị lượt bỏ phiếu. Tiếp theo, chủ trì cử ban kiểm phiếu."
        )
        return redirect("panel:round", ballot_round.pk)
    return render(request, "panel/ballot_prepare.html", {"form": form, "meeting": meeting})


@never_cache
@require_GET
@page()
def bench(request: ActorRequest, pk: int) -> HttpResponse:
    """Bàn kiểm phiếu: panel, papers returned, closing; the result after closing."""
    ballot_round = own_round(request, pk)
    context = {
        "bench": bench_of(request.actor, ballot_round),
        "round": ballot_round,
        "panel_form": PanelForm(meeting=ballot_round.meeting),
        "tally_form": PaperTallyForm(subjects=subjects_on_paper(ballot_round)),
        "late_form": LatecomerForm(people=latecomers(ballot_round)),
        "reason_form": ReasonForm(),
    }
    return render(
        request,
        "panel/ballot_live.html"
        if request.htmx and not request.htmx.boosted
        else "panel/ballot_bench.html",
        context,
    )


@require_POST
@page()
def panel_appoint(request: ActorRequest, pk: int) -> HttpResponse:
    """Cử ban kiểm phiếu."""
    ballot_round = own_round(request, pk)
    form = PanelForm(request.POST, meeting=ballot_round.meeting)
    if not form.is_valid():
        raise refuse(
            "ballot.panel",
            "Chưa chọn trưởng ban kiểm phiếu.",
            remedy="Chọn trưởng ban trong số người dự họp.",
        )
    balloting.appoint_panel(
        actor=room_actor(request.actor, ballot_round.meeting),
        at=clock.now(),
        ballot_round=ballot_round,
        **form.cleaned_data,
    )
    messages.success(request, "Đã cử ban kiểm phiếu.")
    return redirect("panel:round", pk)


@require_POST
@page()
def round_open(request: ActorRequest, pk: int) -> HttpResponse:
    """Mở bỏ phiếu."""
    ballot_round = own_round(request, pk)
    balloting.open_round(
        actor=panel_actor(request.actor, ballot_round), at=clock.now(), ballot_round=ballot_round
    )
    messages.success(request, "Đã mở bỏ phiếu và phát phiếu cho thành viên có mặt.")
    return redirect("panel:round", pk)


@require_POST
@page()
def paper_issue(request: ActorRequest, pk: int) -> HttpResponse:
    """Phát phiếu cho người đến muộn."""
    ballot_round = own_round(request, pk)
    form = LatecomerForm(request.POST, people=latecomers(ballot_round))
    if not form.is_valid():
        raise refuse(
            "ballot.latecomer", "Chưa chọn người đến muộn.", remedy="Chọn người trong danh sách."
        )
    balloting.issue_paper(
        actor=panel_actor(request.actor, ballot_round),
        at=clock.now(),
        ballot_round=ballot_round,
        **form.cleaned_data,
    )
    messages.success(request, "Đã phát thêm một phiếu.")
    return redirect("panel:round", pk)


@require_POST
@page()
def round_close(request: ActorRequest, pk: int) -> HttpResponse:
    """Kết thúc bỏ phiếu và kiểm phiếu."""
    ballot_round = own_round(request, pk)
    balloting.close_round(
        actor=panel_actor(request.actor, ballot_round), at=clock.now(), ballot_round=ballot_round
    )
    messages.success(
        request, "Đã kết thúc bỏ phiếu. Kết quả kiểm phiếu được niêm phong, không sửa được nữa."
    )
    return redirect("panel:round", pk)


@require_POST
@page()
def round_cancel(request: ActorRequest, pk: int) -> HttpResponse:
    """Hủy lượt bỏ phiếu."""
    ballot_round, form = own_round(request, pk), ReasonForm(request.POST)
    form.is_valid()
    balloting.cancel_round(
        actor=room_actor(request.actor, ballot_round.meeting),
        at=clock.now(),
        ballot_round=ballot_round,
        reason=form.cleaned_data.get("reason", ""),
    )
    messages.success(request, "Đã hủy lượt bỏ phiếu; phiếu trong hòm đã được hủy, không kiểm.")
    return redirect("panel:round", pk)


@require_POST
@page()
def paper_tally(request: ActorRequest, pk: int) -> HttpResponse:
    """Nhập kết quả kiểm phiếu giấy."""
    ballot_round = own_round(request, pk)
    form = PaperTallyForm(request.POST, subjects=subjects_on_paper(ballot_round))
    if not form.is_valid():
        raise refuse(
            "ballot.paper-numbers",
            "Có ô số phiếu để trống hoặc không phải là số không âm.",
            remedy="Điền đủ các ô bằng số.",
        )
    totals = {name: form.cleaned_data[name] for name in ("issued", "returned", "invalid")}
    balloting.enter_paper_tally(
        actor=panel_actor(request.actor, ballot_round),
        at=clock.now(),
        ballot_round=ballot_round,
        counts=form.counts(),
        **totals,
    )
    messages.success(
        request, "Các số liệu kiểm phiếu khớp nhau. Ban kiểm phiếu có thể kết thúc lượt bỏ phiếu."
    )
    return redirect("panel:round", pk)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@page()
def ballot(request: ActorRequest, pk: int) -> HttpResponse:
    """Lá phiếu: mark, read once more, put into the box. Nothing of it is kept but in the box."""
    ballot_round = own_round(request, pk)
    paper = paper_of(request.actor, ballot_round)
    form = BallotForm(request.POST or None, subjects=subjects_on_paper(ballot_round))
    if not form.is_valid() or "change" in request.POST:
        return render(
            request, "panel/ballot.html", {"form": form, "round": ballot_round, "paper": paper}
        )
    if "confirmed" not in request.POST:
        return render(
            request,
            "panel/ballot_confirm.html",
            {"form": form, "round": ballot_round, "paper": paper},
        )
    balloting.cast(
        actor=voter_actor(request.actor),
        at=clock.now(),
        ballot_round=ballot_round,
        marks=form.marks(),
    )
    return redirect("panel:ballot", pk)


@require_GET
@page()
def ballot_qr(request: ActorRequest, pk: int) -> HttpResponse:
    """Mã QR dẫn đến lá phiếu."""
    ballot_round, drawing = own_round(request, pk), BytesIO()
    address = request.build_absolute_uri(reverse("panel:ballot", args=[ballot_round.pk]))
    segno.make(address, error="m").save(drawing, kind="svg", scale=8, border=2, omitsize=False)
    return HttpResponse(drawing.getvalue(), content_type="image/svg+xml")


@require_GET
@page()
def tally_docx(request: ActorRequest, pk: int) -> HttpResponse:
    """Tải biên bản kiểm phiếu, only after closing and with enough papers to show counts."""
    ballot_round = own_round(request, pk)
    if not ballot_round.tally or not ballot_round.tally["is_detailed"]:
        raise Http404
    return paper_response(
        tally_minutes_paper(ballot_round),
        f"Biên bản kiểm phiếu {ballot_round.title}",
        ballot_round.meeting.unit,
        asked_format(request),
    )
