"""Đôn đốc: the office urges units about a deadline."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from tusoi.campaigns.models import Milestone, Reminder
from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import refuse
from tusoi.org.models import Unit


@command("campaign.remind", target="milestone")
def remind_units(
    *, actor: Actor, at: datetime, milestone: Milestone, units: Iterable[Unit], text: str = ""
) -> list[Reminder]:
    """Remind units of a deadline; heads and secretaries there see it among their tasks."""
    chosen = list(units)
    if not chosen:
        raise refuse(
            "campaign.remind-nobody",
            "Chưa chọn đơn vị cần đôn đốc.",
            remedy="Chọn ít nhất một đơn vị.",
        )
    if milestone.campaign.state != "open":
        raise refuse(
            "campaign.not-open",
            f"{milestone.campaign} chưa mở hoặc đã kết thúc nên không đôn đốc.",
            remedy="Chỉ đôn đốc khi đợt đang mở.",
        )
    note(units=len(chosen), step=milestone.step)
    return Reminder.objects.bulk_create(
        Reminder(
            milestone=milestone,
            unit=unit,
            text=text.strip(),
            sent_at=at,
            sent_by_id=actor.person_id,
        )
        for unit in chosen
    )
