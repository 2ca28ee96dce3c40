"""Suggestions of the superior with their answers, and every review held of a subject, wherever a page shows one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template

from tusoi.campaigns.selectors.suggestions import source_of, suggestions_of
from tusoi.meetings.selectors.repeats import reviews_held

if TYPE_CHECKING:
    from tusoi.campaigns.models import Subject, Suggestion

register = template.Library()

register.filter("source_of", source_of)


@register.inclusion_tag("components/suggestions.html", name="suggestions_of", takes_context=True)
def suggestions_on(context: template.Context, subject: Subject) -> dict[str, Any]:
    """What the superior suggested to the subject, as far as the actor may read it; nothing where there is none."""
    return {"suggestions": list(suggestions_of(context["request"].actor, subject))}


@register.inclusion_tag("components/suggestion.html")
def suggestion_answered(suggestion: Suggestion) -> dict[str, Any]:
    """One suggestion with its source and its answer."""
    return {"suggestion": suggestion}


@register.inclusion_tag("components/reviews_held.html")
def reviews_held_of(subject: Subject) -> dict[str, Any]:
    """Every review held where one was ordered to be held again; nothing else to tell."""
    held = list(reviews_held(subject))
    return {"held": held if any(hasattr(item, "repeat_order") for item in held) else []}
