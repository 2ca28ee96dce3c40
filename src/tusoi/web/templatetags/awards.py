"""Trạng thái đề nghị khen thưởng: its word with a tone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template

if TYPE_CHECKING:
    from tusoi.awards.models import AwardNomination

register = template.Library()
_TONES = {"nominated": "info", "submitted": "good", "declined": "warning"}


@register.inclusion_tag("components/state.html")
def nomination_state(nomination: AwardNomination) -> dict[str, Any]:
    """How far a nomination has come."""
    return {
        "label": nomination.get_state_display(),
        "tone": _TONES.get(nomination.state, "neutral"),
    }
