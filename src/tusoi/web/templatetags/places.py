"""Places of review with their ground and what happened there, wherever a page shows a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template

from tusoi.campaigns.facts import UNSETTLED_PLACE
from tusoi.campaigns.models import Review
from tusoi.campaigns.selectors.cells import blockers_for_send_to_cell, cell_place, sent_to_cell_at
from tusoi.core.command import may
from tusoi.meetings.selectors.held import place_lines

if TYPE_CHECKING:
    from tusoi.campaigns.models import Subject
    from tusoi.core.actor import Actor

register = template.Library()


@register.inclusion_tag("components/places.html", takes_context=True)
def places_of(
    context: template.Context, subject: Subject, heading: str = "Nơi kiểm điểm", send_url: str = ""
) -> dict[str, Any]:
    """The places of one subject; where `send_url` is given, the button that sends the review to the cell."""
    request = context["request"]
    review = Review.objects.filter(subject=subject).select_related("subject__track").first()
    place = cell_place(review) if review else None
    sender: Actor = context.get("writer") or request.actor
    may_send = bool(send_url and review and place and may(sender, "review.send_to_cell", review))
    sent_at = sent_to_cell_at(review, place) if review and place else None
    return {
        "sent_at": sent_at,
        "request": request,
        "csrf_token": context.get("csrf_token"),
        "heading": heading,
        "lines": place_lines(request.actor, subject),
        "unsettled": subject.facts.get(UNSETTLED_PLACE, ""),
        "send_url": send_url if may_send and sent_at is None else "",
        "blockers": blockers_for_send_to_cell(review, place) if may_send and review else [],
    }
