"""Mở đợt: freezes the plan, its subjects and the law; every subject that is rated gets its row."""

from __future__ import annotations

from datetime import datetime

from tusoi.campaigns.models import Campaign
from tusoi.campaigns.services.freezing import freeze
from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.decisions.permissions import runs_campaign
from tusoi.decisions.services.appraising import ensure_classifications


@command("campaign.open", target="campaign", scope=runs_campaign)
def open_campaign(*, actor: Actor, at: datetime, campaign: Campaign) -> Campaign:
    """Open the campaign once its data check finds no fault."""
    opened = freeze(actor=actor, at=at, campaign=campaign)
    note(classifications=ensure_classifications(opened))
    return opened
