"""Việc cần làm về thi đua, khen thưởng: dossiers that a unit still owes, nominations that wait for the office."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tusoi.awards.permissions import OF_UNIT, discussions_visible_to, nominations_visible_to
from tusoi.campaigns.enums import MilestoneStep
from tusoi.campaigns.models import Campaign, Milestone
from tusoi.campaigns.selectors.campaigns import current_campaign
from tusoi.core.actor import Actor
from tusoi.core.tasks import Task
from tusoi.org.enums import Role
from tusoi.rulebook.rules.deadlines import last_day


def tasks_of(actor: Actor, day: date) -> list[Task]:
    """What the actor has to do in the role acted in, where the plan asks for award dossiers."""
    campaign = current_campaign()
    if campaign is None or campaign.state != "open":
        return []
    due_on = _due(campaign)
    return [*_unit(actor, campaign, due_on), *_office(actor, campaign)]


def _due(campaign: Campaign) -> date | None:
    found = Milestone.objects.filter(campaign=campaign, step=MilestoneStep.AWARD_DOSSIERS).first()
    return last_day(found.due_on, inclusive=found.is_inclusive) if found else None


def _unit(actor: Actor, campaign: Campaign, due_on: date | None) -> Iterator[Task]:
    """The unit, as long as it has recorded no discussion."""
    if actor.role not in OF_UNIT or due_on is None:
        return
    if not discussions_visible_to(actor).filter(meeting__campaign=campaign).exists():
        yield Task("Bình xét, gửi hồ sơ đề nghị khen thưởng", "unit:awards", due_on=due_on)


def _office(actor: Actor, campaign: Campaign) -> Iterator[Task]:
    if actor.role != Role.COORDINATOR:
        return
    waiting = nominations_visible_to(actor).filter(subject__campaign=campaign, state="nominated")
    if count := waiting.count():
        yield Task(f"Trình hội đồng {count} đề nghị khen thưởng", "hr:awards")
