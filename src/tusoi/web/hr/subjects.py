"""Đối tượng đánh giá: the list with filters, and one subject's page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from tusoi.campaigns.models import Campaign, Review, Subject
from tusoi.campaigns.permissions import subjects_visible_to
from tusoi.campaigns.selectors.campaigns import all_campaigns, current_campaign
from tusoi.campaigns.selectors.papers import review_paper
from tusoi.campaigns.selectors.reviews import readable_reviews
from tusoi.campaigns.selectors.subjects import SubjectFilter, list_subjects
from tusoi.campaigns.selectors.suggestions import OPEN_TO_SUGGESTIONS
from tusoi.campaigns.services.circulating import send_to_cell
from tusoi.campaigns.services.enrolling import set_standing
from tusoi.campaigns.services.placing import set_place
from tusoi.campaigns.services.writing import return_review
from tusoi.core import clock
from tusoi.meetings.selectors.held import with_places_open
from tusoi.org.enums import Role
from tusoi.web.hr.forms_campaigns import PlaceForm, StandingForm, SubjectFilterForm
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.listing import page_of
from tusoi.web.shared.papers import asked_format, paper_response
from tusoi.web.shared.reviews import parts_of
from tusoi.web.shared.sheets import spreadsheet

COLUMNS = (
    "Họ và tên, tên tập thể",
    "Chức vụ",
    "Đơn vị",
    "Nhóm đối tượng",
    "Nhóm tương đồng",
    "Diện đánh giá",
    "Lý do",
    "Bản kiểm điểm",
)


def _wanted(
    request: ActorRequest, campaign: Campaign
) -> tuple[SubjectFilterForm, QuerySet[Subject]]:
    form = SubjectFilterForm(campaign, request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    wanted = {**chosen, "sort": request.GET.get("sort", "")}
    rows = list_subjects(request.actor, campaign, cast("SubjectFilter", wanted))
    return form, with_places_open(rows) if chosen.get("places") else rows


@require_GET
@page(Role.COORDINATOR)
def subjects(request: ActorRequest) -> HttpResponse:
    campaign = current_campaign() or all_campaigns().first()
    context: dict[str, Any] = {"page_title": "Đối tượng đánh giá", "season": campaign}
    if campaign is not None:
        form, rows = _wanted(request, campaign)
        context |= {"form": form, "page_obj": page_of(request, rows)}
    return render(request, "hr/subjects.html", context)


def _cells(rows: QuerySet[Subject]) -> Iterator[tuple[str, ...]]:
    for row in rows.iterator(chunk_size=1000):
        review = getattr(row, "review", None)
        yield (
            row.name,
            row.title,
            row.unit.name,
            str(row.track),
            row.group.name,
            row.get_standing_display(),
            row.standing_reason,
            review.get_state_display() if review else "",
        )


@require_GET
@page(Role.COORDINATOR)
def subjects_sheet(request: ActorRequest, pk: int) -> HttpResponse:
    _, rows = _wanted(request, get_object_or_404(Campaign, pk=pk))
    return spreadsheet("doi-tuong-danh-gia", COLUMNS, _cells(rows))


def _subject(request: ActorRequest, pk: int) -> Subject:
    rows = subjects_visible_to(request.actor).select_related(
        "campaign", "track", "unit", "former_unit", "group", "cell"
    )
    return get_object_or_404(rows, pk=pk)


@require_GET
@page(Role.COORDINATOR)
def subject(request: ActorRequest, pk: int) -> HttpResponse:
    found = _subject(request, pk)
    review = readable_reviews(request.actor).filter(subject=found).first()
    context = {
        "page_title": found.name,
        "subject": found,
        "review": review,
        "parts": parts_of(review) if review else [],
        "may_suggest": Review.objects.filter(subject=found, state__in=OPEN_TO_SUGGESTIONS).exists(),
        "may_return": review is not None and review.state in {"submitted", "circulated"},
        "form": StandingForm(found) if found.campaign.state == "draft" else None,
        "place_form": PlaceForm() if found.campaign.state in {"draft", "open"} else None,
    }
    return render(request, "hr/subject.html", context)


@require_POST
@page(Role.COORDINATOR)
def standing(request: ActorRequest, pk: int) -> HttpResponse:
    found = _subject(request, pk)
    chosen, reason = request.POST.get("standing", ""), request.POST.get("reason", "")
    set_standing(actor=request.actor, at=clock.now(), subject=found, standing=chosen, reason=reason)
    messages.success(request, f"Đã xác định diện đánh giá của {found}.")
    return redirect("hr:subject", pk)


@require_POST
@page(Role.COORDINATOR)
def place(request: ActorRequest, pk: int) -> HttpResponse:
    """Xác định nơi kiểm điểm."""
    found, form = _subject(request, pk), PlaceForm(request.POST)
    form.is_valid()
    set_place(actor=request.actor, at=clock.now(), subject=found, **form.wanted())
    messages.success(request, f"Đã xác định nơi kiểm điểm của {found}.")
    return redirect("hr:subject", pk)


@require_POST
@page(Role.COORDINATOR)
def send_on(request: ActorRequest, pk: int) -> HttpResponse:
    """Gửi bản kiểm điểm cho đảng viên chi bộ."""
    review = get_object_or_404(readable_reviews(request.actor), subject_id=pk)
    send_to_cell(actor=request.actor, at=clock.now(), review=review)
    messages.success(request, f"Đã gửi bản kiểm điểm của {review.subject} cho đảng viên chi bộ.")
    return redirect("hr:subject", pk)


@require_POST
@page(Role.COORDINATOR)
def send_back(request: ActorRequest, pk: int) -> HttpResponse:
    review = get_object_or_404(readable_reviews(request.actor), subject_id=pk)
    return_review(
        actor=request.actor, at=clock.now(), review=review, reason=request.POST.get("reason", "")
    )
    messages.success(request, f"Đã trả lại bản kiểm điểm của {review.subject} để sửa.")
    return redirect("hr:subject", pk)


@require_GET
@page(Role.COORDINATOR)
def review_download(request: ActorRequest, pk: int) -> HttpResponse:
    review = get_object_or_404(readable_reviews(request.actor), subject_id=pk)
    title = f"Bản kiểm điểm {review.subject.name}"
    return paper_response(review_paper(review), title, review.subject.unit, asked_format(request))
