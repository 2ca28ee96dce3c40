"""Levels as shown: the word with its mark, and the reason written beside a proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template

from tusoi.rulebook.facts import RatingLevel

if TYPE_CHECKING:
    from collections.abc import Mapping

register = template.Library()


@register.inclusion_tag("components/rating.html")
def rating(level: str | None, otherwise: str = "—", *, short: bool = False) -> dict[str, Any]:
    """A rating level by its code, or a muted word where there is none; `short` for narrow columns."""
    known = RatingLevel(level) if level else None
    if known is None:
        return {"label": otherwise, "rank": 0}
    return {"label": known.short if short else known.label, "rank": known.rank + 1}


@register.filter
def reason_of(texts: Mapping[int, str], row: Any) -> str:
    """The reason as just typed, else as stored."""
    return texts.get(row.pk, row.proposal_text)


@register.simple_tag
def answer(posted: Mapping[str, str], key: str, part: str) -> str:
    """What was written for an override before the form came back."""
    return posted.get(f"override_{key}_{part}", "")
