"""Tiến độ: the season as the supervisor sees it; read-only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_GET

from tusoi.campaigns.selectors.progress import REVIEW_STEPS, review_progress
from tusoi.core import clock
from tusoi.decisions.selectors.progress import RATING_STEPS, rating_progress
from tusoi.org.enums import Role
from tusoi.web.oversight.matrix import matrix_of
from tusoi.web.shared.acting import page
from tusoi.web.shared.board import campaign_or_404

if TYPE_CHECKING:
    from django.http import HttpResponse

    from tusoi.web.shared.acting import ActorRequest


@require_GET
@page(Role.SUPERVISOR)
def progress(request: ActorRequest) -> HttpResponse:
    """Units by steps: reviews, then ratings; the deadlines with today's line."""
    campaign = campaign_or_404()
    context = {
        "page_title": "Tiến độ đợt đánh giá",
        "campaign": campaign,
        "review_columns": [label for label, _ in REVIEW_STEPS],
        "review_rows": matrix_of(review_progress(request.actor, campaign)),
        "rating_columns": [label for label, _ in RATING_STEPS],
        "rating_rows": matrix_of(rating_progress(request.actor, campaign)),
        "today": clock.today(),
    }
    return render(request, "oversight/progress.html", context)
