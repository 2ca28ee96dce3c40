"""Đọc đợt đánh giá."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from tusoi.campaigns.models import Campaign
from tusoi.rulebook.lawdata import names_in
from tusoi.rulebook.parameters import overlay


def current_campaign() -> Campaign | None:
    """The campaign under way, else the one being prepared; the latest year first."""
    running = Campaign.objects.filter(state__in=["open", "draft"]).select_related("body")
    return running.order_by("-state", "-review_year", "-pk").first()


def all_campaigns() -> QuerySet[Campaign]:
    """Every campaign, the latest year first, with the number of its subjects."""
    rows = Campaign.objects.select_related("body").annotate(subject_count=Count("subjects"))
    return rows.order_by("-review_year", "-pk")


def known_overlays() -> list[tuple[str, str]]:
    """Local rules in the rulebook that a plan may bring: id and label."""
    ids = (name.removesuffix(".yaml") for name in names_in("overlays", ".yaml"))
    return [(each, overlay(each).label) for each in ids]
