"""Bản đọc kế hoạch trên trang: the kind of a text in words, what a campaign was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template

from tusoi.campaigns.selectors.plan_proposals import origins_of
from tusoi.planreader.draft import DocumentKind

if TYPE_CHECKING:
    from tusoi.campaigns.models import Campaign

register = template.Library()


@register.filter
def loai_van_ban(code: str | None) -> str:
    """The kind of a document in words."""
    return DocumentKind(code).label if code in set(DocumentKind) else "Chưa rõ"


@register.inclusion_tag("hr/plan_reading_origins.html", takes_context=True)
def plan_origins(context: template.Context, campaign: Campaign) -> dict[str, Any]:
    """What became of the text the campaign was made from; nothing where there is none."""
    return {"origins": origins_of(campaign), "csrf_token": context.get("csrf_token")}
