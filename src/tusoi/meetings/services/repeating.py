"""Kiểm điểm lại: the first review stays on file, the review goes back to its writer."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.timezone import localdate

from tusoi.campaigns.services.writing import reopen_review
from tusoi.core.actor import Actor
from tusoi.core.errors import raise_blockers
from tusoi.core.names import clean
from tusoi.meetings.models import AgendaItem, RepeatOrder
from tusoi.meetings.selectors.repeats import blockers_for_again
from tusoi.meetings.services.locking import lock


def hold_again(
    *,
    actor: Actor,
    at: datetime,
    item: AgendaItem,
    reason: str,
    due_on: date,
    document: str = "",
) -> RepeatOrder:
    """Put the order on the item of the meeting and reopen its review; part of `review.order_again`."""
    lock(item)
    reason = reason.strip()
    raise_blockers(blockers_for_again(item, reason=reason, due_on=due_on, today=localdate(at)))
    order = RepeatOrder.objects.create(
        item=item,
        reason=reason,
        document=clean(document),
        due_on=due_on,
        ordered_at=at,
        ordered_by_id=actor.person_id,
    )
    reopen_review(
        actor=actor,
        at=at,
        review=item.subject.review,
        reason=f"Kiểm điểm lại trước hết ngày {due_on:%d/%m/%Y}. Lý do: {reason}",
    )
    return order
