"""Bộ văn bản: ordered here, followed by a bar, fetched as one ZIP while it is kept."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tusoi.campaigns.permissions import subjects_visible_to
from tusoi.core import clock
from tusoi.core.errors import refuse
from tusoi.documents.enums import SetContent, SetFormat
from tusoi.documents.models import DocumentSet
from tusoi.documents.selectors.sets import (
    Wanted,
    file_stream,
    is_available,
    missing_items,
    sees_whole,
    sets_of,
)
from tusoi.documents.services.sets import discard_set
from tusoi.jobs.selectors.progress import bar_of, job_of_set
from tusoi.jobs.services.document_sets import continue_document_set, order_document_set
from tusoi.officialdocs.wording import file_name
from tusoi.org.enums import Role
from tusoi.web.hr.forms_sets import FormatsForm, SetForm
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.acts import Step, act_page, by
from tusoi.web.shared.listing import page_of

_MAKERS = (
    Role.COORDINATOR,
    Role.DEPARTMENT_HEAD,
    Role.DEPARTMENT_LEADER,
    Role.UNIT_HEAD,
    Role.SECRETARY,
)


def _own_set(request: ActorRequest, pk: int) -> DocumentSet:
    return get_object_or_404(sets_of(request.actor), pk=pk)


@require_GET
@page(*_MAKERS)
def document_sets(request: ActorRequest) -> HttpResponse:
    """The sets one has ordered."""
    context = {
        "page_title": "Bộ văn bản",
        "page_obj": page_of(request, sets_of(request.actor)),
        "today": clock.today(),
    }
    return render(request, "hr/document_sets.html", context)


@require_http_methods(["GET", "POST"])
@page(*_MAKERS)
def document_set_order(request: ActorRequest) -> HttpResponse:
    """Lập bộ văn bản."""
    form = SetForm(request.actor, request.POST or None)

    def perform(data: dict[str, Any]) -> str:
        chosen = SetFormat(data["formats"])
        order_document_set(**by(request), wanted=form.wanted(), formats=chosen, title=form.title())
        return "Đã giao lập bộ văn bản; có thể rời trang, việc vẫn tiếp tục."

    return act_page(
        request,
        form,
        perform,
        title="Lập bộ văn bản",
        lead="Các văn bản trong phạm vi được xem lập thành một tệp ZIP kèm danh mục. Văn bản còn thiếu thông tin được ghi trong danh mục cùng lý do, không làm dừng việc lập bộ.",
        submit="Lập bộ",
        trail=(Step("Bộ văn bản", reverse("hr:document_sets")),),
    )


@require_http_methods(["GET", "POST"])
@page(*_MAKERS)
def dossier_order(request: ActorRequest, pk: int) -> HttpResponse:
    """Lập bộ hồ sơ của một đối tượng."""
    subject = get_object_or_404(
        subjects_visible_to(request.actor).select_related("campaign"), pk=pk
    )
    wanted = Wanted(
        content=SetContent.DOSSIER, campaign_id=subject.campaign_id, subject_id=subject.pk
    )

    def perform(data: dict[str, Any]) -> str:
        title = f"Hồ sơ {subject.name}, {subject.campaign.name}"
        order_document_set(
            **by(request), wanted=wanted, formats=SetFormat(data["formats"]), title=title
        )
        return f"Đã giao lập bộ hồ sơ của {subject.name}."

    return act_page(
        request,
        FormatsForm(request.POST or None),
        perform,
        title=f"Lập bộ hồ sơ của {subject.name}",
        lead="Mọi văn bản của đối tượng này trong đợt mà đồng chí được xem.",
        submit="Lập bộ",
        trail=(Step("Bộ văn bản", reverse("hr:document_sets")),),
    )


@require_GET
@page(*_MAKERS)
def document_set(request: ActorRequest, pk: int) -> HttpResponse:
    """The bar while the set is made; then the file, and what is missing in it."""
    found = _own_set(request, pk)
    job, missing = job_of_set(found), missing_items(found)
    is_running = job is not None and job.status in {"queued", "running"}
    context = {
        "page_title": found.title,
        "set": found,
        "bar": bar_of(job) if job else None,
        "job": job,
        "is_running": is_running,
        "is_available": is_available(found, clock.today()),
        "sees_whole": is_running or sees_whole(request.actor, found),
        "page_obj": page_of(request, missing),
    }
    return render(request, "hr/document_set.html", context)


@require_GET
@page(*_MAKERS)
def document_set_file(request: ActorRequest, pk: int) -> HttpResponse:
    """The ZIP as a stream, for whoever may today see every paper inside."""
    found = _own_set(request, pk)
    if not is_available(found, clock.today()):
        raise Http404
    if not sees_whole(request.actor, found):
        raise refuse(
            "document_set.out_of_sight",
            f"Bộ “{found}” có văn bản nay không còn thuộc phạm vi được xem trong vai trò này.",
            remedy="Chuyển sang vai trò đã dùng khi lập bộ, hoặc lập bộ mới.",
        )
    response = StreamingHttpResponse(file_stream(found), content_type="application/zip")
    response["Content-Length"] = str(found.size)
    response["Content-Disposition"] = f'attachment; filename="{file_name(found.title, ".zip")}"'
    return response  # type: ignore[return-value]  # a stream is no HttpResponse, and need not be


@require_POST
@page(*_MAKERS)
def document_set_continue(request: ActorRequest, pk: int) -> HttpResponse:
    """Lập tiếp bộ đang dở."""
    continue_document_set(**by(request), document_set=_own_set(request, pk))
    messages.success(request, "Đã giao lập tiếp; phần đã lập được giữ nguyên.")
    return redirect("hr:document_set", pk)


@require_POST
@page(*_MAKERS)
def document_set_discard(request: ActorRequest, pk: int) -> HttpResponse:
    """Bỏ bộ văn bản trước hạn."""
    found = discard_set(**by(request), document_set=_own_set(request, pk))
    messages.success(request, f"Đã bỏ bộ “{found}”.")
    return redirect("hr:document_sets")
