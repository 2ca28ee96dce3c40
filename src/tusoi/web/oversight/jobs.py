"""Việc chạy nền: what ran, for whom, how it ended. No uploaded content is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_GET

from tusoi.jobs.selectors.progress import jobs_visible_to
from tusoi.org.enums import Role
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.listing import page_of

if TYPE_CHECKING:
    from django.http import HttpResponse

TONES = {"queued": "neutral", "running": "info", "done": "good", "failed": "bad"}


@require_GET
@page(Role.TECHNICAL_ADMIN)
def jobs(request: ActorRequest) -> HttpResponse:
    rows = page_of(request, jobs_visible_to(request.actor))
    context = {
        "page_title": "Việc chạy nền",
        "page_obj": rows,
        "lines": [(job, TONES[job.status]) for job in rows],
    }
    return render(request, "oversight/jobs.html", context)
