"""Gửi dự thảo: which reviews go out to whom before the meeting."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tusoi.campaigns.models import Campaign, Review
from tusoi.campaigns.selectors.reviews import draft_recipients, unit_reviews
from tusoi.campaigns.services.circulating import circulate_reviews
from tusoi.core import clock
from tusoi.core.actor import Actor
from tusoi.org.models import Person, Unit
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.unit.home import HANDLERS, opened_campaign


class ReviewsChoice(forms.ModelMultipleChoiceField):
    def label_from_instance(self, review: Review) -> str:
        subject = review.subject
        return subject.name if subject.is_collective else f"{subject.name}, {subject.title}"


class CirculationForm(forms.Form):
    reviews = ReviewsChoice(
        None,
        label="Dự thảo được gửi",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một dự thảo."},
    )
    recipients = forms.ModelMultipleChoiceField(
        None,
        label="Người nhận",
        help_text="Các thành viên dự hội nghị kiểm điểm.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một người nhận."},
    )

    def __init__(self, actor: Actor, campaign: Campaign, data: Any = None) -> None:
        super().__init__(data)
        ready = unit_reviews(actor, campaign).filter(state="submitted")
        people = draft_recipients(campaign, Unit.objects.get(pk=actor.unit_id))
        self.fields["reviews"].queryset, self.fields["recipients"].queryset = ready, people
        self.initial = {"reviews": list(ready), "recipients": list(people)}

    @property
    def chosen(self) -> tuple[list[Review], list[Person]]:
        return list(self.cleaned_data["reviews"]), list(self.cleaned_data["recipients"])


@require_http_methods(["GET", "POST"])
@page(*HANDLERS)
def circulate(request: ActorRequest) -> HttpResponse:
    campaign = opened_campaign()
    form = CirculationForm(request.actor, campaign, request.POST or None)
    if form.is_bound and form.is_valid():
        reviews, recipients = form.chosen
        circulate_reviews(
            actor=request.actor, at=clock.now(), reviews=reviews, recipients=recipients
        )
        messages.success(request, f"Đã gửi {len(reviews)} dự thảo cho {len(recipients)} người.")
        return redirect("unit:home")
    pending = unit_reviews(request.actor, campaign).filter(state__in=["drafting", "returned"])
    context = {"page_title": "Gửi dự thảo cho thành viên dự họp", "form": form, "pending": pending}
    return render(request, "unit/circulate.html", context)
