"""Nhật ký: every command, whole and in order; the chain is verified on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from tusoi.audit.selectors.chain import verify
from tusoi.audit.selectors.entries import command_choices, entries
from tusoi.org.enums import Role
from tusoi.web.shared.acting import page
from tusoi.web.shared.board import EVERYTHING
from tusoi.web.shared.listing import page_of

if TYPE_CHECKING:
    from django.http import HttpResponse

    from tusoi.web.shared.acting import ActorRequest


class HistoryFilter(forms.Form):
    """Bộ lọc nhật ký."""

    q = forms.CharField(label="Người thao tác", required=False)
    thao_tac = forms.ChoiceField(label="Thao tác", required=False)
    tu = forms.DateField(
        label="Từ ngày", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    den = forms.DateField(
        label="Đến hết ngày", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, data: dict[str, str]) -> None:
        super().__init__(data)
        self.fields["thao_tac"].choices = [EVERYTHING, *command_choices()]  # type: ignore[attr-defined]  # a ChoiceField


@require_GET
@page(Role.SUPERVISOR)
def history(request: ActorRequest) -> HttpResponse:
    """The log, the newest first, by person, command and day."""
    form = HistoryFilter(request.GET)
    form.is_valid()
    given = form.cleaned_data
    rows = entries(
        command=given.get("thao_tac", ""),
        name=given.get("q", ""),
        since=given.get("tu"),
        until=given.get("den"),
    )
    context = {"page_title": "Nhật ký", "form": form, "page_obj": page_of(request, rows)}
    return render(request, "oversight/history.html", context)


@require_POST
@page(Role.SUPERVISOR)
def history_verify(request: ActorRequest) -> HttpResponse:
    """Walk the whole chain and say whether it is whole."""
    broken = verify()
    if broken is None:
        messages.success(request, "Chuỗi nhật ký nguyên vẹn.")
    else:
        messages.error(
            request, f"Chuỗi nhật ký bị đứt ở dòng {broken.pk}, ghi ngày {broken.at:%d/%m/%Y}."
        )
    return redirect("oversight:history")
