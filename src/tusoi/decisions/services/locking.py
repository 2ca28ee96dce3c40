"""Khóa dòng: a command locks what it is about to change and reads it afresh."""

from __future__ import annotations

from collections.abc import Iterable

from tusoi.campaigns.models import Campaign
from tusoi.decisions.models import Classification, OpinionRequest
from tusoi.decisions.selectors.dossiers import rating_rows


def lock_campaign(campaign: Campaign) -> Campaign:
    """Everybody who decides in a campaign queues here: the caps are counted by one at a time."""
    return (
        Campaign.objects.select_for_update(of=("self",)).select_related("body").get(pk=campaign.pk)
    )


def lock_rows(rows: Iterable[Classification]) -> list[Classification]:
    """The classifications in a fixed order, with what their dossiers need."""
    wanted = Classification.objects.filter(pk__in=[row.pk for row in rows]).order_by("pk")
    return list(rating_rows(wanted).select_for_update(of=("self",)))


def lock_row(row: Classification) -> Classification:
    return lock_rows([row])[0]


def lock_request(request: OpinionRequest) -> OpinionRequest:
    rows = OpinionRequest.objects.select_related("subject__campaign")
    return rows.select_for_update(of=("self",)).get(pk=request.pk)
