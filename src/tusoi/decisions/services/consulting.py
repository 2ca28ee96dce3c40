"""Lấy ý kiến: the bodies that must be heard are asked with a deadline and answer in their own name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.timezone import localdate

from tusoi.campaigns.models import Campaign, Subject
from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import raise_blockers, refuse
from tusoi.core.state import fire
from tusoi.decisions.enums import RatingLevel
from tusoi.decisions.models import OpinionRequest
from tusoi.decisions.permissions import may_give_opinion, may_withdraw_request, runs_campaign
from tusoi.decisions.selectors.opinions import blockers_for_request, missing_requests
from tusoi.decisions.services.locking import lock_campaign, lock_request
from tusoi.rulebook.processes import OPINION_REQUEST


@command("opinion.request", target="campaign", scope=runs_campaign)
def request_opinions(
    *, actor: Actor, at: datetime, campaign: Campaign, subjects: Iterable[Subject], due_on: date
) -> list[OpinionRequest]:
    """Ask for every opinion that the plan and a move during the year require and nobody has asked for yet."""
    locked = lock_campaign(campaign)
    subjects = list(subjects)
    raise_blockers(blockers_for_request(locked, subjects, due_on, localdate(at)))
    requests = missing_requests(locked, subjects)
    for request in requests:
        request.due_on, request.requested_at = due_on, at
    note(count=len(requests), due_on=due_on.isoformat())
    return OpinionRequest.objects.bulk_create(requests)


@command("opinion.give", target="request", scope=may_give_opinion)
def give_opinion(
    *, actor: Actor, at: datetime, request: OpinionRequest, text: str, level: str = ""
) -> OpinionRequest:
    """Record the opinion of the body asked, with the level it suggests if any."""
    locked = lock_request(request)
    if not text.strip():
        raise refuse(
            "opinion.text",
            "Chưa có nội dung ý kiến.",
            remedy="Ghi nội dung nhận xét, đánh giá rồi gửi.",
        )
    locked.text, locked.level = text.strip(), RatingLevel(level) if level else ""
    locked.given_by_id, locked.given_at = actor.person_id, at
    locked.save(update_fields=["text", "level", "given_by", "given_at"])
    fire(OPINION_REQUEST, locked, "give", actor=actor, at=at)
    note(is_late=localdate(at) > locked.due_on)
    return locked


@command("opinion.withdraw", target="request", scope=may_withdraw_request)
def withdraw_request(*, actor: Actor, at: datetime, request: OpinionRequest) -> OpinionRequest:
    """Take back a request that nobody has answered."""
    locked = lock_request(request)
    fire(OPINION_REQUEST, locked, "withdraw", actor=actor, at=at)
    return locked
