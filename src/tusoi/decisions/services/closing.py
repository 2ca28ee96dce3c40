"""Kết thúc đợt: only when nobody waits for a rating any more."""

from __future__ import annotations

from datetime import datetime

from tusoi.campaigns.models import Campaign
from tusoi.core.actor import Actor
from tusoi.core.command import command
from tusoi.core.errors import raise_blockers
from tusoi.core.state import fire
from tusoi.decisions.permissions import runs_campaign
from tusoi.decisions.selectors.pending import blockers_for_close
from tusoi.decisions.services.locking import lock_campaign
from tusoi.rulebook.processes import CAMPAIGN


@command("campaign.close", target="campaign", scope=runs_campaign)
def close_campaign(*, actor: Actor, at: datetime, campaign: Campaign) -> Campaign:
    """End the season; refused, with names, while subjects wait for a decision or a notice."""
    locked = lock_campaign(campaign)
    raise_blockers(blockers_for_close(locked))
    fire(CAMPAIGN, locked, "close", actor=actor, at=at)
    return locked
