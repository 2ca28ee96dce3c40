"""Văn bản của đợt: the plan, and every paper stored as issued."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tusoi.campaigns.selectors.campaigns import current_campaign
from tusoi.documents.enums import PaperKind
from tusoi.documents.selectors.stored import stored_documents
from tusoi.org.enums import Role
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.listing import page_of


class DocumentFilterForm(forms.Form):
    """Bộ lọc văn bản."""

    q = forms.CharField(label="Tìm theo tên văn bản", required=False)
    kind = forms.ChoiceField(
        label="Loại văn bản", choices=[("", "Tất cả loại"), *PaperKind.choices()], required=False
    )


@require_GET
@page(Role.COORDINATOR)
def documents(request: ActorRequest) -> HttpResponse:
    form = DocumentFilterForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    rows = stored_documents(search=wanted.get("q", ""), kind=wanted.get("kind", ""))
    context = {
        "page_title": "Văn bản",
        "season": current_campaign(),
        "form": form,
        "page_obj": page_of(request, rows),
    }
    return render(request, "hr/documents.html", context)
