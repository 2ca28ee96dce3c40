"""Numbers set side by side."""

from __future__ import annotations

from django import template

from tusoi.decisions.selectors.comparison import Share, share_text

register = template.Library()


@register.filter
def share(counted: Share | None) -> str:
    """“9/10”, a dash where nothing is reported."""
    return share_text(counted) or "—"
