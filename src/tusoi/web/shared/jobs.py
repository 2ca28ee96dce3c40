"""Thanh tiến độ: the part of a page that asks again until a background job has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from tusoi.jobs.selectors.progress import bar_of, jobs_visible_to
from tusoi.web.shared.acting import ActorRequest, page

if TYPE_CHECKING:
    from django.http import HttpResponse


@require_GET
@page()
def job_progress(request: ActorRequest, pk: int) -> HttpResponse:
    """The bar of one job; once the job has ended, the whole page is asked to show the result."""
    bar = bar_of(get_object_or_404(jobs_visible_to(request.actor), pk=pk))
    is_running = bar.state in {"queued", "running"}
    context = {"job": bar, "running": is_running, "poll_url": reverse("job", args=[pk])}
    response = render(request, "components/job_progress.html", context)
    if not is_running:
        response["HX-Refresh"] = "true"
    return response
