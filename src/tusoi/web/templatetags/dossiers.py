"""Where a paper of a dossier is opened or mended, for whoever may open that page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.urls import reverse

from tusoi.decisions.enums import PartStanding
from tusoi.org.enums import Role

if TYPE_CHECKING:
    from tusoi.core.actor import Actor
    from tusoi.documents.selectors.sources import Place

register = template.Library()
#: The office opens every page; of the others only these.
_OPENS = {Role.UNIT_HEAD: frozenset({"paper_content", "draft"})}
_TONES = {
    PartStanding.HERE: "good",
    PartStanding.OUTSIDE: "good",
    PartStanding.LATER: "info",
    PartStanding.MISSING: "warning",
    PartStanding.NOT_APPLICABLE: "neutral",
}


@register.simple_tag
def place_url(actor: Actor, place: Place | None) -> str:
    """The address of the place; empty where the actor has no such page."""
    if place is None:
        return ""
    is_open = actor.role == Role.COORDINATOR or place.url_name in _OPENS.get(actor.role, ())
    return reverse(place.url_name, args=place.url_args) if is_open else ""


@register.filter
def tone_of(standing: PartStanding) -> str:
    return _TONES[standing]
