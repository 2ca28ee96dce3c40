"""Bản kiểm điểm của tôi: the list, the page to write on, handing in, completing."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from tusoi.campaigns.models import Review
from tusoi.campaigns.selectors.checks import (
    EDITABLE_STATES,
    blockers_for_finalise,
    blockers_for_submit,
)
from tusoi.campaigns.selectors.papers import review_paper
from tusoi.campaigns.selectors.reviews import earlier_texts, writable_reviews
from tusoi.campaigns.services import circulating
from tusoi.campaigns.services.writing import finalise_review, save_review, submit_review
from tusoi.core import clock
from tusoi.core.actor import Actor
from tusoi.core.errors import Conflict, Refused
from tusoi.rulebook import Finding
from tusoi.web.me.access import individual, own_review
from tusoi.web.me.suggestions import answer_fields, save_answers
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.findings import linked
from tusoi.web.shared.papers import asked_format, paper_response
from tusoi.web.shared.reviews import (
    SELF_LEVEL,
    parts_of,
    posted_content,
    writing_form,
)


@require_GET
@page()
def reviews(request: ActorRequest) -> HttpResponse:
    rows = writable_reviews(request.actor, individual(request))
    return render(request, "me/reviews.html", {"page_title": "Bản kiểm điểm", "rows": rows})


@require_GET
@page()
def review(request: ActorRequest, pk: int) -> HttpResponse:
    return _review_page(request, pk)


def _review_page(
    request: ActorRequest, pk: int, refused: list[Finding] | None = None
) -> HttpResponse:
    """The page to write on while the review may be written, else the page to read."""
    found, actor = own_review(request, pk)
    is_editable = found.state in EDITABLE_STATES
    year, earlier = earlier_texts(found)
    form = writing_form(found) if is_editable else None
    remaining = (
        blockers_for_finalise(found) if found.state == "discussed" else blockers_for_submit(found)
    )
    context = {
        "page_title": found.subject.name if found.subject.is_collective else str(found),
        "review": found,
        "writer": actor,
        "parts": parts_of(found, form=form, earlier=earlier),
        "answers": answer_fields(actor, found),
        "earlier_title": f"Năm {year}" if year else "",
        "window": secrets.token_hex(8),
        "refused": linked(refused or ()),
        "remaining": linked(remaining),
        "remaining_title": f"Còn {len(remaining)} nội dung chưa xong",
        "comment_count": found.comments.count(),
    }
    template = "me/write.html" if is_editable else "me/review.html"
    return render(request, template, context, status=422 if refused else 200)


def _save(request: ActorRequest, found: Review, actor: Actor) -> Review:
    """Keep what the form holds, the answers to suggestions included."""
    version = request.POST.get("version", "")
    saved = save_review(
        actor=actor,
        at=clock.now(),
        review=found,
        content=posted_content(found, request.POST),
        self_level=request.POST.get(SELF_LEVEL, ""),
        base_revision=int(version) if version.isdecimal() else -1,
        window=request.POST.get("window", "")[:40],
    )
    save_answers(actor, saved, request.POST)
    return saved


@require_POST
@page()
def save(request: ActorRequest, pk: int) -> HttpResponse:
    """Autosave: the protocol of the design system."""
    found, actor = own_review(request, pk)
    try:
        saved = _save(request, found, actor)
    except Conflict as conflict:
        return JsonResponse(_clash(conflict, pk), status=409)
    except Refused as refused:
        return JsonResponse(
            {"errors": {"form": [each.message for each in refused.findings]}}, status=422
        )
    saved_at = timezone.localtime(saved.saved_at or clock.now())
    return JsonResponse({"version": saved.revision, "saved_at": f"{saved_at:%H:%M}"})


def _clash(conflict: Conflict, pk: int) -> dict[str, str]:
    data = conflict.findings[0].data
    at = timezone.localtime(datetime.fromisoformat(data["at"]))
    return {"by": data["by"], "at": f"{at:%H:%M}", "reload_url": reverse("me:review", args=[pk])}


@require_POST
@page()
def submit(request: ActorRequest, pk: int) -> HttpResponse:
    """Keep the last words first, then hand in; a refusal shows what is missing and loses nothing."""
    found, actor = own_review(request, pk)
    try:
        submit_review(actor=actor, at=clock.now(), review=_save(request, found, actor))
    except Refused as refused:
        return _review_page(request, pk, refused.findings)
    messages.success(request, "Đã nộp bản kiểm điểm.")
    return redirect("me:review", pk)


@require_POST
@page()
def finalise(request: ActorRequest, pk: int) -> HttpResponse:
    found, actor = own_review(request, pk)
    try:
        finalise_review(actor=actor, at=clock.now(), review=_save(request, found, actor))
    except Refused as refused:
        return _review_page(request, pk, refused.findings)
    messages.success(request, "Đã hoàn thiện bản kiểm điểm sau hội nghị.")
    return redirect("me:review", pk)


@require_POST
@page()
def send_to_cell(request: ActorRequest, pk: int) -> HttpResponse:
    """Gửi bản kiểm điểm cho đảng viên chi bộ."""
    found, actor = own_review(request, pk)
    circulating.send_to_cell(actor=actor, at=clock.now(), review=found)
    messages.success(request, "Đã gửi bản kiểm điểm cho đảng viên chi bộ.")
    return redirect("me:review", pk)


@require_GET
@page()
def download(request: ActorRequest, pk: int) -> HttpResponse:
    found, _ = own_review(request, pk)
    title = f"Bản kiểm điểm {found.subject.name}"
    return paper_response(review_paper(found), title, found.subject.unit, asked_format(request))
