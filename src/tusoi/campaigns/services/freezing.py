"""Chốt đợt đánh giá: fixes the law's day with the body's own values, makes one review per subject. Part of the command that opens."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from tusoi.campaigns.facts import form_code_of, kept_values
from tusoi.campaigns.models import Campaign, Review
from tusoi.core.actor import Actor
from tusoi.core.state import fire
from tusoi.rulebook.processes import CAMPAIGN


def freeze(campaign: Campaign, *, actor: Actor, at: datetime) -> None:
    """Open a campaign that the caller has locked and checked: everybody enrolled gets a review to write."""
    law_date = timezone.localdate(at)
    campaign.local_values = kept_values(campaign, law_date)
    campaign.law_date = law_date
    campaign.save(update_fields=["law_date", "local_values"])
    subjects = campaign.subjects.select_related("track")
    Review.objects.bulk_create(
        (Review(subject=subject, form_code=form_code_of(subject)) for subject in subjects),
        batch_size=1000,
    )
    fire(CAMPAIGN, campaign, "open", actor=actor, at=at)
