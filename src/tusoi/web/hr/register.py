"""Sổ đăng ký văn bản đi: numbers given so far, the register as a spreadsheet, how the body numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from tusoi.documents.models import NumberSeries
from tusoi.documents.selectors import register as selectors
from tusoi.documents.services.numbering import set_practice
from tusoi.org.enums import Role
from tusoi.org.selectors.units import body
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.acts import Step, act_page, by
from tusoi.web.shared.fields import DateField
from tusoi.web.shared.listing import page_of
from tusoi.web.shared.sheets import spreadsheet

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpResponse

    from tusoi.documents.models import RegisterEntry


PER_KIND, COMMON = "per_kind", "common"


class SeriesField(forms.ModelChoiceField):
    """Dãy số, with the body that gives it."""

    def label_from_instance(self, series: NumberSeries) -> str:
        return f"{series} – {series.issuer.short_name}"


class RegisterFilterForm(forms.Form):
    """Bộ lọc sổ đăng ký văn bản đi."""

    q = forms.CharField(label="Tìm theo trích yếu, người ký, nơi nhận", required=False)
    series = SeriesField(None, label="Dãy số", required=False, empty_label="Tất cả dãy số")

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        field: Any = self.fields["series"]
        field.queryset = selectors.every_series()


class PracticeForm(forms.Form):
    """Quy ước đánh số văn bản."""

    numbering = forms.ChoiceField(
        label="Cách đánh số văn bản hành chính",
        choices=[
            (PER_KIND, "Riêng từng tên loại (quyết định, thông báo, tờ trình, …)"),
            (COMMON, "Chung một dãy số cho mọi tên loại"),
        ],
        help_text="Mỗi dãy bắt đầu từ số 01 ngày 01/01 hằng năm. Đã cấp số trong năm thì không đổi được.",
    )
    term_started_on = DateField(
        label="Ngày bắt đầu nhiệm kỳ của cấp ủy",
        required=False,
        help_text="Văn bản của Đảng đánh số riêng từng tên loại, liên tục trong nhiệm kỳ. Ví dụ: 15/6/2025.",
    )


def _wanted(request: ActorRequest) -> tuple[RegisterFilterForm, QuerySet[RegisterEntry]]:
    form = RegisterFilterForm(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    return form, selectors.register_entries(search=chosen.get("q", ""), series=chosen.get("series"))


@require_GET
@page(Role.COORDINATOR)
def register(request: ActorRequest) -> HttpResponse:
    form, entries = _wanted(request)
    found = page_of(request, entries)
    context = {
        "page_title": "Sổ đăng ký văn bản đi",
        "form": form,
        "page_obj": found,
        "lines": [
            (entry, selectors.full_number(entry), selectors.note_of(entry)) for entry in found
        ],
    }
    return render(request, "hr/register.html", context)


@require_GET
@page(Role.COORDINATOR)
def register_sheet(request: ActorRequest) -> HttpResponse:
    _, entries = _wanted(request)
    rows = selectors.cells(entries.iterator(chunk_size=1000))
    return spreadsheet("so-dang-ky-van-ban-di", selectors.COLUMNS, rows)


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def practice(request: ActorRequest) -> HttpResponse:
    """Quy ước đánh số."""
    issuer = body()
    if issuer is None:
        raise Http404
    held = selectors.practice_of(issuer)
    initial = {
        "numbering": COMMON if held.is_common else PER_KIND,
        "term_started_on": held.term_started_on,
    }
    form = PracticeForm(request.POST or None, initial=initial)

    def perform(data: dict[str, Any]) -> str:
        is_common, began = data["numbering"] == COMMON, data["term_started_on"]
        set_practice(**by(request), issuer=issuer, is_common=is_common, term_started_on=began)
        return "Đã lưu quy ước đánh số văn bản."

    return act_page(
        request,
        form,
        perform,
        title="Quy ước đánh số",
        lead=f"Áp dụng cho văn bản do {issuer.name} ban hành.",
        trail=(Step("Sổ đăng ký văn bản đi", reverse("hr:register")),),
    )
