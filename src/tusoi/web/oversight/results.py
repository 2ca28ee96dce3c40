"""Kết quả: what was decided, by unit and by name; read-only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tusoi.decisions.enums import RatingLevel
from tusoi.decisions.selectors.results import filtered, result_lines, result_rows, unit_results
from tusoi.org.enums import Role
from tusoi.web.shared.acting import page
from tusoi.web.shared.board import EVERYTHING, campaign_or_404
from tusoi.web.shared.listing import ordered, page_of
from tusoi.web.shared.sheets import spreadsheet

if TYPE_CHECKING:
    from django.http import HttpResponse

    from tusoi.web.shared.acting import ActorRequest

COLUMNS = ("Họ và tên", "Chức vụ", "Đơn vị", "Tự xếp loại", "Mức xếp loại", "Quyết định", "Ngày ký")
ORDERS = {
    "name": ("subject__sort_key",),
    "unit": ("subject__unit__path", "subject__rank", "subject__sort_key"),
    "level": ("decided_level", "subject__unit__path", "subject__sort_key"),
}


class ResultFilter(forms.Form):
    """Bộ lọc kết quả."""

    q = forms.CharField(label="Tìm theo tên", required=False)
    muc = forms.ChoiceField(
        label="Mức xếp loại", required=False, choices=[EVERYTHING, *RatingLevel.choices()]
    )


@require_GET
@page(Role.SUPERVISOR)
def results(request: ActorRequest) -> HttpResponse:
    """Levels per unit as a picture, then everybody by name."""
    campaign, form = campaign_or_404(), ResultFilter(request.GET)
    form.is_valid()
    rows = filtered(result_rows(request.actor, campaign), **form.cleaned_data)
    context = {
        "page_title": "Kết quả xếp loại",
        "campaign": campaign,
        "form": form,
        "units": unit_results(request.actor, campaign),
        "levels": [level.label for level in RatingLevel],
        "page_obj": page_of(request, ordered(request, rows, ORDERS, "unit")),
    }
    return render(request, "oversight/results.html", context)


@require_GET
@page(Role.SUPERVISOR)
def results_sheet(request: ActorRequest) -> HttpResponse:
    """The results as a spreadsheet, filtered like the page."""
    campaign, form = campaign_or_404(), ResultFilter(request.GET)
    form.is_valid()
    rows = filtered(result_rows(request.actor, campaign), **form.cleaned_data)
    lines = result_lines(rows.order_by(*ORDERS["unit"]))
    return spreadsheet(f"ket-qua-xep-loai-{campaign.review_year}", COLUMNS, lines)
