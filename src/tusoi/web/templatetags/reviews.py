"""States of reviews and campaigns: always the same colour beside the same word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template

if TYPE_CHECKING:
    from tusoi.campaigns.models import Campaign, Review

register = template.Library()

REVIEW_TONES = {
    "drafting": "neutral",
    "submitted": "info",
    "returned": "warning",
    "circulated": "info",
    "discussed": "warning",
    "final": "good",
}
CAMPAIGN_TONES = {"draft": "warning", "open": "info", "closed": "good", "withdrawn": "neutral"}


@register.inclusion_tag("components/state.html")
def review_state(review: Review) -> dict[str, Any]:
    return {"label": review.get_state_display(), "tone": REVIEW_TONES[review.state]}


@register.inclusion_tag("components/state.html")
def campaign_state(campaign: Campaign) -> dict[str, Any]:
    return {"label": campaign.get_state_display(), "tone": CAMPAIGN_TONES[campaign.state]}
