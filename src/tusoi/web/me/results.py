"""Kết quả của tôi: notices addressed to the person, each with its “vì sao”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from tusoi.core import clock
from tusoi.decisions.selectors.notices import own_notices
from tusoi.decisions.services.notifying import read_notice
from tusoi.documents.selectors.stored import documents_of
from tusoi.org.enums import Role
from tusoi.web.shared.acting import page
from tusoi.web.shared.documents import stored_response
from tusoi.web.shared.listing import page_of
from tusoi.web.shared.papers import asked_format

if TYPE_CHECKING:
    from django.http import HttpResponse

    from tusoi.web.shared.acting import ActorRequest


@require_GET
@page()
def results(request: ActorRequest) -> HttpResponse:
    """Every result told to the person: the own one, those of collectives led, those of people managed."""
    context = {
        "page_title": "Kết quả của tôi",
        "page_obj": page_of(request, own_notices(request.actor)),
    }
    return render(request, "me/results.html", context)


@require_GET
@page()
def result(request: ActorRequest, pk: int) -> HttpResponse:
    """One result: the level, the decision, and why."""
    notice = get_object_or_404(own_notices(request.actor), pk=pk)
    title = f"Kết quả xếp loại: {notice.subject.name}"
    context = {"page_title": title, "notice": notice, "row": notice.subject.classification}
    return render(request, "me/result.html", context)


@require_GET
@page()
def result_paper(request: ActorRequest, pk: int) -> HttpResponse:
    """The notice as issued."""
    notice = get_object_or_404(own_notices(request.actor), pk=pk)
    paper = documents_of([notice.subject.classification]).first()
    if paper is None:
        raise Http404
    return stored_response(paper, asked_format(request))


@require_POST
@page()
def result_read(request: ActorRequest, pk: int) -> HttpResponse:
    """Confirm having read the notice."""
    notice = get_object_or_404(own_notices(request.actor), pk=pk)
    own = request.actor.acting_as(Role.INDIVIDUAL)
    read_notice(actor=own, at=clock.now(), notice=notice)
    messages.success(request, "Đã ghi nhận việc đọc thông báo.")
    return redirect("me:result", notice.pk)
