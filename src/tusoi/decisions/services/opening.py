"""Mở đợt: freezes the plan, its subjects and the law; every subject that is rated gets its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.timezone import localdate

from tusoi.campaigns.selectors.checks import blockers_for_open
from tusoi.campaigns.services.freezing import freeze
from tusoi.campaigns.services.planning import lock_draft
from tusoi.core.command import command, note
from tusoi.core.errors import raise_blockers
from tusoi.decisions.permissions import runs_campaign
from tusoi.decisions.services.appraising import ensure_classifications

if TYPE_CHECKING:
    from datetime import datetime

    from tusoi.campaigns.models import Campaign
    from tusoi.core.actor import Actor


@command("campaign.open", target="campaign", scope=runs_campaign)
def open_campaign(*, actor: Actor, at: datetime, campaign: Campaign) -> Campaign:
    """Open the campaign once its data check finds no fault."""
    locked = lock_draft(campaign)
    raise_blockers(blockers_for_open(locked, localdate(at)))
    freeze(locked, actor=actor, at=at)
    note(classifications=ensure_classifications(locked))
    return locked
