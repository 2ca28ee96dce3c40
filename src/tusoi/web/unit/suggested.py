"""Ý kiến về nội dung gợi ý kiểm điểm: what the unit is asked to say, and its answer."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from tusoi.campaigns.selectors.suggestions import opinions_asked_of
from tusoi.campaigns.services.suggesting import give_opinion
from tusoi.core import clock
from tusoi.org.enums import Role
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.listing import page_of
from tusoi.web.unit.home import opened_campaign


class OpinionForm(forms.Form):
    """Ý kiến đóng góp, chỉ về nội dung gợi ý."""

    text = forms.CharField(
        label="Ý kiến về nội dung gợi ý",
        help_text="Chỉ nêu ý kiến về nội dung được gợi ý; ý kiến được chuyển đến người viết bản kiểm điểm.",
        widget=forms.Textarea(attrs={"rows": 6}),
    )


@require_GET
@page(Role.UNIT_HEAD)
def suggested(request: ActorRequest) -> HttpResponse:
    rows = opinions_asked_of(request.actor, opened_campaign())
    context = {"page_title": "Ý kiến về gợi ý kiểm điểm", "page_obj": page_of(request, rows)}
    return render(request, "unit/suggested.html", context)


@require_http_methods(["GET", "POST"])
@page(Role.UNIT_HEAD)
def opinion(request: ActorRequest, pk: int) -> HttpResponse:
    """Read the suggestion and say what the unit knows of it; once."""
    row = get_object_or_404(opinions_asked_of(request.actor, opened_campaign()), pk=pk)
    form = OpinionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        give_opinion(actor=request.actor, at=clock.now(), opinion=row, **form.cleaned_data)
        messages.success(request, "Đã gửi ý kiến về nội dung gợi ý kiểm điểm.")
        return redirect("unit:suggested")
    title = f"Ý kiến về nội dung gợi ý đối với {row.suggestion.subject}"
    context = {"page_title": title, "row": row, "form": form}
    return render(
        request, "unit/suggested_opinion.html", context, status=422 if form.errors else 200
    )
