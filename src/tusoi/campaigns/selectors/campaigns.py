"""Đọc đợt đánh giá."""

from __future__ import annotations

from tusoi.campaigns.models import Campaign


def current_campaign() -> Campaign | None:
    """The campaign under way, else the one being prepared; the latest year first."""
    running = Campaign.objects.filter(state__in=["open", "draft"]).select_related("body")
    return running.order_by("-state", "-review_year", "-pk").first()


def shown_campaign() -> Campaign | None:
    """The campaign whose ratings are shown: the one under way, else the last that has ended."""
    opened = Campaign.objects.filter(state__in=["open", "closed"]).select_related("body")
    return opened.order_by("-state", "-review_year", "-pk").first()
