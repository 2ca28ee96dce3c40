"""Một biểu mẫu, một lệnh: the page of a form whose valid data goes to one command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from tusoi.core import clock
from tusoi.core.errors import NotAllowed, Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from django import forms

    from tusoi.web.shared.acting import ActorRequest


class Step(NamedTuple):
    """Bước trên đường dẫn: a page above this one."""

    label: str
    url: str


Trail = tuple[Step, ...]


def by(request: ActorRequest) -> dict[str, Any]:
    """Who gives a command of this page, and when."""
    return {"actor": request.actor, "at": clock.now()}


def act_page(
    request: ActorRequest,
    form: forms.Form,
    perform: Callable[[dict[str, Any]], str],
    *,
    title: str,
    trail: Trail,
    lead: str = "",
    submit: str = "Lưu",
) -> HttpResponse:
    """Show the form; when valid, perform and go back to the last page of the trail with the sentence it gave.

    A refusal stands above the form, so that nothing typed is lost.
    """
    if form.is_bound and form.is_valid():
        try:
            messages.success(request, perform(form.cleaned_data))
            return HttpResponseRedirect(trail[-1].url)
        except NotAllowed:
            raise
        except Refused as error:
            for finding in error.findings:
                form.add_error(None, f"{finding.message} {finding.remedy}".strip())
    context = {"page_title": title, "form": form, "lead": lead, "submit": submit, "trail": trail}
    return render(request, "shared/act.html", context, status=422 if form.errors else 200)
