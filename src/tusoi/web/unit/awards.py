"""Đề nghị khen thưởng của đơn vị: the discussion, whom to put forward, what was put forward."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET, require_http_methods

from tusoi.awards.enums import AwardTitle
from tusoi.awards.facts import kept_findings
from tusoi.awards.models import AwardNomination
from tusoi.awards.permissions import nominations_visible_to
from tusoi.awards.selectors import nominations as selectors
from tusoi.awards.selectors.dossier import award_dossiers
from tusoi.awards.services import nominating
from tusoi.core.command import may
from tusoi.meetings.permissions import visible_to as meetings_visible_to
from tusoi.org.enums import Role
from tusoi.rulebook.facts import RatingLevel
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.acts import Step, act_page, by
from tusoi.web.shared.board import campaign_or_404
from tusoi.web.shared.forms_awards import (
    CandidateFilter,
    ClosingForm,
    DiscussionForm,
    NominationFilter,
    NominationForm,
)
from tusoi.web.shared.listing import page_of

if TYPE_CHECKING:
    from tusoi.campaigns.models import Campaign, Subject

SHOWN = 12
"""Số cuộc họp hiện trên một trang; the office has the rest in its list of nominations."""
NOMINATORS = (Role.UNIT_HEAD, Role.SECRETARY, Role.COORDINATOR)


def _trail(*further: Step) -> tuple[Step, ...]:
    return (Step("Đề nghị khen thưởng", reverse("unit:awards")), *further)


@require_GET
@page(*NOMINATORS)
def awards(request: ActorRequest) -> HttpResponse:
    """Discussions with their papers, and what was put forward."""
    campaign, form = campaign_or_404(), NominationFilter(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    rows = selectors.nomination_list(
        request.actor,
        campaign=campaign,
        search=chosen.get("q", ""),
        title=chosen.get("title", ""),
        state=chosen.get("state", ""),
    )
    context = {
        "page_title": "Đề nghị khen thưởng",
        "form": form,
        "page_obj": page_of(request, rows),
        "dossiers": award_dossiers(
            campaign, selectors.discussion_list(request.actor, campaign)[:SHOWN]
        ),
        "meetings": selectors.meetings_to_discuss(request.actor, campaign)[:SHOWN],
        "is_office": request.actor.role == Role.COORDINATOR,
    }
    return render(request, "unit/awards.html", context)


@require_GET
@page(*NOMINATORS)
def candidates(request: ActorRequest) -> HttpResponse:
    """Whom one may put forward, with level and registration."""
    campaign, form = campaign_or_404(), CandidateFilter(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    rows = selectors.nominable_subjects(
        request.actor, campaign, search=chosen.get("q", ""), level=chosen.get("level", "")
    )
    context = {
        "page_title": "Đối tượng có thể đề nghị khen thưởng",
        "form": form,
        "page_obj": page_of(request, rows),
        "lowest": selectors.lowest_level(campaign),
        "needs_registration": selectors.needs_registration(campaign),
        "may_nominate": selectors.discussion_list(request.actor, campaign).exists(),
    }
    return render(request, "unit/award_candidates.html", context)


@require_http_methods(["GET", "POST"])
@page(*NOMINATORS)
def discussion(request: ActorRequest, pk: int) -> HttpResponse:
    """Record what a conference decided on awards."""
    meetings = selectors.meetings_to_discuss(request.actor, campaign_or_404())
    found = get_object_or_404(
        meetings_visible_to(request.actor).select_related("campaign"), pk=pk, pk__in=meetings
    )

    def perform(data: dict[str, Any]) -> str:
        nominating.record_discussion(**by(request), meeting=found, **data)
        return "Đã ghi kết quả họp bình xét; tiếp theo, chọn đối tượng để đề nghị."

    return act_page(
        request,
        DiscussionForm(request.POST or None),
        perform,
        title="Ghi kết quả họp bình xét",
        lead=f"{found.title}, {found.unit.name}.",
        submit="Ghi kết quả",
        trail=_trail(),
    )


def _own_subject(request: ActorRequest, campaign: Campaign, pk: int) -> Subject:
    rows = selectors.nominable_subjects(request.actor, campaign)
    return get_object_or_404(rows.select_related("campaign__body"), pk=pk)


def _told(subject: Any) -> str:
    """What stands for the subject, before anything is written."""
    level = RatingLevel(subject.award_level).label if subject.award_level else "chưa xếp loại"
    registered = "đã đăng ký thi đua" if subject.is_registered else "chưa đăng ký thi đua"
    return f"{subject.title}, {subject.unit.name}. Mức xếp loại: {level}; {registered}."


@require_http_methods(["GET", "POST"])
@page(*NOMINATORS)
def nominate(request: ActorRequest, pk: int) -> HttpResponse:
    """Put one person or collective forward."""
    campaign = campaign_or_404()
    found = _own_subject(request, campaign, pk)
    form = NominationForm(
        request.POST or None,
        subject=found,
        titles=selectors.titles_for(found),
        discussions=selectors.discussion_list(request.actor, campaign),
    )

    def perform(data: dict[str, Any]) -> str:
        wanted = {"title": data["title"], "discussion": data["discussion"]}
        made = nominating.nominate(**by(request), subject=found, case=form.case(), **wanted)
        return f"Đã đề nghị “{AwardTitle(made.title).label}” cho {found}."

    return act_page(
        request,
        form,
        perform,
        title=f"Đề nghị khen thưởng: {found}",
        lead=_told(found),
        submit="Đề nghị",
        trail=_trail(Step("Đối tượng có thể đề nghị", reverse("unit:award_candidates"))),
    )


def _own_nomination(request: ActorRequest, pk: int) -> AwardNomination:
    rows = nominations_visible_to(request.actor).select_related(
        "subject__unit", "subject__campaign", "subject__classification", "discussion__meeting"
    )
    return get_object_or_404(rows.select_related("award_list", "nominated_by"), pk=pk)


def _facts(row: AwardNomination) -> list[tuple[str, str]]:
    """On what the nomination rests, line by line; empty lines are left out."""
    meeting, level = row.discussion.meeting, selectors.decided_level(row)
    voted = (
        f"{row.votes_for} đồng ý, {row.votes_against} không đồng ý trên "
        f"{row.discussion.voters} người biểu quyết; {meeting.title}, ngày {localdate(meeting.starts_at):%d/%m/%Y}"
    )
    closed = "Lý do không trình" if row.state == "declined" else "Lý do rút"
    lines = (
        ("Mức xếp loại", level.label if level else "Chưa quyết định"),
        ("Kết quả bình xét", voted),
        ("Chứng nhận", row.proof),
        ("Người lập đề nghị", str(row.nominated_by or "")),
        ("Lý do vẫn đề nghị", row.override_reason),
        (closed, row.closing_reason),
    )
    return [(label, value) for label, value in lines if value]


@require_GET
@page()
def nomination(request: ActorRequest, pk: int) -> HttpResponse:
    """One nomination: on what it rests, what the rules said, its papers."""
    found = _own_nomination(request, pk)
    context = {
        "page_title": f"Đề nghị khen thưởng: {found.subject}",
        "nomination": found,
        "facts": _facts(found),
        "findings": kept_findings(found),
        "is_nominator": request.actor.role in NOMINATORS,
        "may_withdraw": found.state == "nominated" and may(request.actor, "award.withdraw", found),
        "may_sift": may(request.actor, "award.decline", found),
    }
    return render(request, "unit/nomination.html", context)


@require_http_methods(["GET", "POST"])
@page(*NOMINATORS)
def nomination_withdraw(request: ActorRequest, pk: int) -> HttpResponse:
    found = _own_nomination(request, pk)

    def perform(data: dict[str, Any]) -> str:
        nominating.withdraw_nomination(**by(request), nomination=found, **data)
        return f"Đã rút đề nghị khen thưởng cho {found.subject}."

    return act_page(
        request,
        ClosingForm(request.POST or None),
        perform,
        title="Rút đề nghị khen thưởng",
        lead=f"{found}. Đề nghị đã rút được giữ lại cùng lý do.",
        submit="Rút đề nghị",
        trail=_trail(),
    )
