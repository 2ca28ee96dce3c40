"""Góp ý dự thảo: drafts received, reading one, saying something on it."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from tusoi.campaigns.models import CirculationReceipt
from tusoi.campaigns.selectors.cells import may_still_comment
from tusoi.campaigns.selectors.reviews import drafts_received
from tusoi.campaigns.services.circulating import comment_on_review, mark_draft_read
from tusoi.core import clock
from tusoi.web.me.access import individual
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.listing import page_of
from tusoi.web.shared.reviews import Part, parts_of


class CommentForm(forms.Form):
    section = forms.ChoiceField(label="Góp ý cho phần", required=False)
    text = forms.CharField(label="Nội dung góp ý", widget=forms.Textarea, required=False)

    def __init__(self, parts: list[Part], data: dict[str, str] | None = None) -> None:
        super().__init__(data)
        self.fields["section"].choices = [
            ("", "Toàn bản"),
            *((part.anchor, part.title) for part in parts),
        ]


def _receipt(request: ActorRequest, pk: int) -> CirculationReceipt:
    rows = drafts_received(individual(request)).select_related(
        "circulation__review__subject__track"
    )
    return get_object_or_404(rows, pk=pk)


@require_GET
@page()
def drafts(request: ActorRequest) -> HttpResponse:
    rows = page_of(request, drafts_received(individual(request)))
    return render(request, "me/drafts.html", {"page_title": "Góp ý dự thảo", "page_obj": rows})


@require_GET
@page()
def draft(request: ActorRequest, pk: int) -> HttpResponse:
    """Reading is noted the first time, so that the sender sees who has the draft in hand."""
    receipt = _receipt(request, pk)
    if receipt.read_at is None:
        mark_draft_read(actor=individual(request), at=clock.now(), receipt=receipt)
    review = receipt.circulation.review
    parts = parts_of(review)
    context = {
        "page_title": f"Dự thảo: {review.subject.name}",
        "receipt": receipt,
        "review": review,
        "parts": parts,
        "form": CommentForm(parts),
        "comments": review.comments.filter(author_id=request.actor.person_id),
        "is_open": may_still_comment(review, request.actor.person_id),
    }
    return render(request, "me/draft.html", context)


@require_POST
@page()
def comment(request: ActorRequest, pk: int) -> HttpResponse:
    receipt = _receipt(request, pk)
    comment_on_review(
        actor=individual(request),
        at=clock.now(),
        review=receipt.circulation.review,
        text=request.POST.get("text", ""),
        section=request.POST.get("section", "")[:30],
    )
    messages.success(request, "Đã gửi ý kiến góp ý.")
    return redirect("me:draft", pk)
