"""Yêu cầu kiểm điểm lại: an unsatisfactory review is held again before anybody decides on the level."""

from __future__ import annotations

from datetime import date, datetime

from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import refuse
from tusoi.decisions.models import Classification
from tusoi.decisions.permissions import may_order_again
from tusoi.decisions.services.appraising import await_dossier
from tusoi.decisions.services.locking import lock_row
from tusoi.meetings.models import AgendaItem, RepeatOrder
from tusoi.meetings.services.repeating import hold_again

DECIDED = frozenset({"decided", "notified"})


@command("review.order_again", target="item", scope=may_order_again)
def order_again(
    *,
    actor: Actor,
    at: datetime,
    item: AgendaItem,
    reason: str,
    due_on: date,
    document: str = "",
) -> RepeatOrder:
    """Order the review of one subject to be held again; what the first one left stays on file."""
    row = Classification.objects.filter(subject=item.subject_id).first()
    locked = lock_row(row) if row else None
    if locked is not None and locked.state in DECIDED:
        raise refuse(
            "repeat.decided",
            f"Đã có quyết định xếp loại {item.subject.name} nên không yêu cầu kiểm điểm lại được.",
            remedy="Nếu phát hiện vi phạm sau khi xếp loại, cấp quyết định xem xét hủy bỏ và xếp loại lại.",
        )
    order = hold_again(
        actor=actor, at=at, item=item, reason=reason, due_on=due_on, document=document
    )
    if locked is not None and locked.state != "awaiting":
        await_dossier(locked, actor=actor, at=at, reason=f"Kiểm điểm lại: {order.reason}")
    note(order=order.pk, due_on=due_on.isoformat(), reason=order.reason)
    return order
