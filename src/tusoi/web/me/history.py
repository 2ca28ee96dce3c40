"""Các phiên bản đã lưu: the list, one version, and taking it up again."""

from __future__ import annotations

import secrets

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from tusoi.campaigns.selectors.checks import EDITABLE_STATES
from tusoi.campaigns.services.writing import save_review
from tusoi.core import clock
from tusoi.web.me.access import own_review
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.listing import page_of
from tusoi.web.shared.reviews import parts_of


@require_GET
@page()
def versions(request: ActorRequest, pk: int) -> HttpResponse:
    review, _ = own_review(request, pk)
    rows = page_of(request, review.versions.select_related("saved_by"))
    context = {"page_title": "Các phiên bản đã lưu", "review": review, "page_obj": rows}
    return render(request, "me/versions.html", context)


@require_GET
@page()
def version(request: ActorRequest, pk: int, revision: int) -> HttpResponse:
    review, _ = own_review(request, pk)
    row = get_object_or_404(review.versions.select_related("saved_by"), revision=revision)
    context = {
        "page_title": f"Phiên bản số {row.revision}",
        "review": review,
        "version": row,
        "parts": parts_of(review, content=row.content, self_level=row.self_level),
        "may_restore": review.state in EDITABLE_STATES and row.revision != review.revision,
    }
    return render(request, "me/version.html", context)


@require_POST
@page()
def restore(request: ActorRequest, pk: int, revision: int) -> HttpResponse:
    """Take an earlier version up again as the newest one; nothing is deleted."""
    review, actor = own_review(request, pk)
    row = get_object_or_404(review.versions, revision=revision)
    save_review(
        actor=actor,
        at=clock.now(),
        review=review,
        content=row.content,
        self_level=row.self_level,
        base_revision=review.revision,
        window=secrets.token_hex(8),
    )
    messages.success(request, f"Đã khôi phục phiên bản số {revision} thành bản mới nhất.")
    return redirect("me:review", pk)
