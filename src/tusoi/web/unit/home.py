"""Đơn vị của tôi: the reviews of one's own unit; reading, returning, sending the drafts out."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from tusoi.campaigns.models import Campaign, Review
from tusoi.campaigns.permissions import may_handle, reviews_visible_to
from tusoi.campaigns.selectors.campaigns import current_campaign
from tusoi.campaigns.selectors.papers import review_paper
from tusoi.campaigns.selectors.progress import deadline_words
from tusoi.campaigns.selectors.reviews import readable_reviews, unit_reviews
from tusoi.campaigns.services.writing import return_review
from tusoi.core import clock
from tusoi.org.enums import Role
from tusoi.org.models import Unit
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.papers import asked_format, paper_response
from tusoi.web.shared.reviews import parts_of, section_titles

STAFF = (Role.UNIT_HEAD, Role.UNIT_DEPUTY, Role.SECRETARY)
HANDLERS = (Role.UNIT_HEAD, Role.SECRETARY)


def opened_campaign() -> Campaign:
    """The season under way; a unit has nothing to see before it is opened."""
    campaign = current_campaign()
    if campaign is None or campaign.state == "draft":
        raise Http404
    return campaign


@require_GET
@page(*STAFF)
def home(request: ActorRequest) -> HttpResponse:
    unit = get_object_or_404(Unit, pk=request.actor.unit_id)
    campaign = current_campaign()
    if campaign is None or campaign.state == "draft":
        return render(request, "unit/waiting.html", {"page_title": unit.name})
    rows = list(unit_reviews(request.actor, campaign))
    readable = set(
        reviews_visible_to(request.actor)
        .filter(pk__in=[row.pk for row in rows])
        .values_list("pk", flat=True)
    )
    context = {
        "page_title": unit.name,
        "rows": [(row, row.pk in readable) for row in rows],
        "deadlines": [(each, deadline_words(each)) for each in campaign.milestones.all()],
        "handles": request.actor.role in HANDLERS,
        "submitted": sum(row.state == "submitted" for row in rows),
    }
    return render(request, "unit/home.html", context)


def _own_unit_review(request: ActorRequest, pk: int) -> Review:
    rows = readable_reviews(request.actor).filter(subject__unit_id=request.actor.unit_id)
    return get_object_or_404(rows, pk=pk)


@require_GET
@page(*STAFF)
def review(request: ActorRequest, pk: int) -> HttpResponse:
    found = _own_unit_review(request, pk)
    circulation = getattr(found, "circulation", None)
    titles = section_titles(found)
    context = {
        "page_title": found.subject.name,
        "review": found,
        "parts": parts_of(found),
        "comments": [
            (row, titles.get(row.section, "Toàn bản"))
            for row in found.comments.select_related("author")
        ],
        "receipts": circulation.receipts.select_related("person") if circulation else [],
        "may_return": may_handle(request.actor, found)
        and found.state in {"submitted", "circulated"},
    }
    return render(request, "unit/review.html", context)


@require_POST
@page(*HANDLERS)
def send_back(request: ActorRequest, pk: int) -> HttpResponse:
    found = _own_unit_review(request, pk)
    return_review(
        actor=request.actor, at=clock.now(), review=found, reason=request.POST.get("reason", "")
    )
    messages.success(request, f"Đã trả lại bản kiểm điểm của {found.subject} để sửa.")
    return redirect("unit:home")


@require_GET
@page(*STAFF)
def download(request: ActorRequest, pk: int) -> HttpResponse:
    found = _own_unit_review(request, pk)
    title = f"Bản kiểm điểm {found.subject.name}"
    return paper_response(review_paper(found), title, found.subject.unit, asked_format(request))
