"""Giải trình gợi ý kiểm điểm: each suggested point with its answer beside it, saved with the review."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from tusoi.campaigns.models import Review, Suggestion
from tusoi.campaigns.selectors.suggestions import answerable_by
from tusoi.campaigns.services.suggesting import answer_suggestion
from tusoi.core import clock
from tusoi.core.actor import Actor
from tusoi.web.me.access import own_review
from tusoi.web.shared.acting import ActorRequest, page

Answer = tuple[Suggestion, forms.BoundField]


def _code(suggestion: Suggestion) -> str:
    return f"suggestion-{suggestion.pk}"


def answer_fields(actor: Actor, review: Review) -> list[Answer]:
    """The suggestions to be answered now, each with the field for its answer."""
    suggestions = answerable_by(actor, review)
    form = forms.Form(
        initial={_code(each): each.answer for each in suggestions}, auto_id="field-%s"
    )
    form.use_required_attribute = False
    for each in suggestions:
        form.fields[_code(each)] = forms.CharField(
            label="Giải trình, kiểm điểm theo gợi ý", widget=forms.Textarea
        )
    return [(each, form[_code(each)]) for each in suggestions]


def save_answers(actor: Actor, review: Review, posted: Mapping[str, str]) -> None:
    """Keep every answer that was changed."""
    for each in answerable_by(actor, review):
        text = posted.get(_code(each), each.answer).replace("\r\n", "\n").strip()
        if text != each.answer:
            answer_suggestion(actor=actor, at=clock.now(), suggestion=each, text=text)


@require_POST
@page()
def answers(request: ActorRequest, pk: int) -> HttpResponse:
    """Answer what was suggested after the review had been handed in."""
    review, actor = own_review(request, pk)
    save_answers(actor, review, request.POST)
    messages.success(request, "Đã lưu phần giải trình nội dung gợi ý kiểm điểm.")
    return redirect("me:review", pk)
