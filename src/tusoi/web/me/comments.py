"""Ý kiến góp ý vào bản của mình, and what one answers."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from tusoi.campaigns.services.circulating import respond_to_comment
from tusoi.core import clock
from tusoi.web.me.access import own_review
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.reviews import section_titles


@require_GET
@page()
def comments(request: ActorRequest, pk: int) -> HttpResponse:
    review, _ = own_review(request, pk)
    titles = section_titles(review)
    rows = [
        (row, titles.get(row.section, "Toàn bản"))
        for row in review.comments.select_related("author")
    ]
    context = {"page_title": "Ý kiến góp ý", "review": review, "rows": rows}
    return render(request, "me/comments.html", context)


@require_POST
@page()
def respond(request: ActorRequest, pk: int, comment_pk: int) -> HttpResponse:
    review, actor = own_review(request, pk)
    comment = get_object_or_404(review.comments, pk=comment_pk)
    respond_to_comment(
        actor=actor, at=clock.now(), comment=comment, response=request.POST.get("response", "")
    )
    messages.success(request, "Đã trả lời ý kiến góp ý.")
    return redirect("me:comments", pk)
