"""Dự, chỉ đạo kiểm điểm: the units one was assigned to, their drafts, what one found at the meeting."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from tusoi.campaigns.models import Supervision
from tusoi.campaigns.selectors.reviews import readable_reviews
from tusoi.campaigns.selectors.supervisions import (
    may_be_recorded,
    reviews_under,
    supervisions_of,
)
from tusoi.campaigns.services.supervising import record_findings
from tusoi.core import clock
from tusoi.meetings.selectors.supervised import meetings_under
from tusoi.web.me.access import individual
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.listing import page_of
from tusoi.web.shared.reviews import parts_of


class FindingsForm(forms.Form):
    """Nhận xét của người dự, chỉ đạo sau hội nghị."""

    findings = forms.CharField(
        label="Nhận xét về việc kiểm điểm", widget=forms.Textarea(attrs={"rows": 6})
    )
    is_satisfactory = forms.ChoiceField(
        label="Kết luận",
        choices=[("1", "Kiểm điểm đạt yêu cầu"), ("0", "Chưa đạt yêu cầu, đề nghị kiểm điểm lại")],
        widget=forms.RadioSelect,
    )

    def clean_is_satisfactory(self) -> bool:
        return str(self.cleaned_data["is_satisfactory"]) == "1"


def _own(request: ActorRequest, pk: int) -> Supervision:
    return get_object_or_404(supervisions_of(individual(request)), pk=pk)


@require_GET
@page()
def supervisions(request: ActorRequest) -> HttpResponse:
    rows = page_of(request, supervisions_of(individual(request)))
    context = {"page_title": "Dự, chỉ đạo kiểm điểm", "page_obj": rows}
    return render(request, "me/supervisions.html", context)


@require_http_methods(["GET", "POST"])
@page()
def supervision(request: ActorRequest, pk: int) -> HttpResponse:
    """The unit: its meetings, its drafts, and the place for what one found."""
    found = _own(request, pk)
    kept = {"findings": found.findings, "is_satisfactory": str(int(bool(found.is_satisfactory)))}
    form = FindingsForm(request.POST or None, initial=kept if found.recorded_at else None)
    if request.method == "POST" and form.is_valid():
        record_findings(
            actor=individual(request), at=clock.now(), supervision=found, **form.cleaned_data
        )
        messages.success(request, "Đã ghi nhận xét về việc kiểm điểm của đơn vị.")
        return redirect("me:supervision", pk)
    readable = set(readable_reviews(individual(request)).values_list("pk", flat=True))
    context = {
        "page_title": f"Dự, chỉ đạo kiểm điểm tại {found.unit}",
        "supervision": found,
        "meetings": meetings_under(found),
        "reviews": [(each, each.pk in readable) for each in reviews_under(found)],
        "form": form if may_be_recorded(found) else None,
    }
    return render(request, "me/supervision.html", context, status=422 if form.errors else 200)


@require_GET
@page()
def supervised_review(request: ActorRequest, pk: int, review_pk: int) -> HttpResponse:
    """One draft of the unit, once it was laid before the meeting."""
    found = _own(request, pk)
    rows = readable_reviews(individual(request)).filter(pk__in=reviews_under(found))
    review = get_object_or_404(rows, pk=review_pk)
    context = {
        "page_title": review.subject.name,
        "supervision": found,
        "review": review,
        "parts": parts_of(review),
    }
    return render(request, "me/supervised_review.html", context)
