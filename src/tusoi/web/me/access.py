"""Bản kiểm điểm của mình: which review, and in which role it is written."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404

from tusoi.campaigns.models import Review
from tusoi.campaigns.permissions import may_write
from tusoi.core.actor import Actor
from tusoi.web.shared.acting import ActorRequest


def individual(request: ActorRequest) -> Actor:
    """The person as such; the first capacity of everybody."""
    return request.capacities[0].actor


def own_review(request: ActorRequest, pk: int) -> tuple[Review, Actor]:
    """A review this person may write, and the actor who writes it; 404 for every other."""
    rows = Review.objects.select_related(
        "subject__track", "subject__campaign", "subject__unit", "saved_by"
    )
    review = get_object_or_404(rows, pk=pk)
    for actor in (individual(request), request.actor):
        if may_write(actor, review):
            return review, actor
    raise Http404
