"""Cho ý kiến: what one's Party committee, cell or former unit has been asked, and the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from tusoi.core import clock
from tusoi.decisions.selectors.opinions import opinion_list
from tusoi.decisions.services.consulting import give_opinion
from tusoi.org.enums import Role
from tusoi.web.oversight.forms_opinions import OpinionForm
from tusoi.web.shared.acting import page
from tusoi.web.shared.board import campaign_or_404
from tusoi.web.shared.listing import ordered, page_of
from tusoi.web.shared.reviews import Part, parts_of

if TYPE_CHECKING:
    from django.http import HttpResponse

    from tusoi.decisions.models import OpinionRequest
    from tusoi.web.shared.acting import ActorRequest

ASKED = (Role.PARTY_COMMITTEE, Role.PARTY_CELL, Role.UNIT_HEAD)
ORDERS = {
    "name": ("subject__sort_key",),
    "due": ("-state", "due_on", "subject__unit__path", "subject__sort_key"),
}


@require_GET
@page(*ASKED)
def opinions(request: ActorRequest) -> HttpResponse:
    """What is asked of one's body, the unanswered first."""
    rows = opinion_list(request.actor, campaign_or_404())
    context = {
        "page_title": "Ý kiến cần cho",
        "page_obj": page_of(request, ordered(request, rows, ORDERS, "due")),
        "today": clock.today(),
    }
    return render(request, "oversight/opinions.html", context)


@require_http_methods(["GET", "POST"])
@page(*ASKED)
def opinion(request: ActorRequest, pk: int) -> HttpResponse:
    """Read the review and give the opinion; once given it stands."""
    row = get_object_or_404(opinion_list(request.actor, campaign_or_404()), pk=pk)
    form = OpinionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        give_opinion(actor=request.actor, at=clock.now(), request=row, **form.cleaned_data)
        messages.success(request, f"Đã gửi ý kiến về {row.subject.name}.")
        return redirect("oversight:opinions")
    title = f"Ý kiến về {row.subject.name}"
    context = {"page_title": title, "row": row, "form": form, "parts": _handed_in(row)}
    return render(request, "oversight/opinion.html", context)


def _handed_in(row: OpinionRequest) -> list[Part]:
    """The review to read; nothing while its writer still works on it."""
    review = getattr(row.subject, "review", None)
    return parts_of(review) if review and review.state not in {"drafting", "returned"} else []
