"""Kiểm điểm lại: every review held of a subject, the orders that still wait, and what stops an order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from tusoi.campaigns.models import Campaign, Subject
from tusoi.meetings.models import AgendaItem, RepeatOrder
from tusoi.meetings.selectors.held import REVIEWS, is_proper_review
from tusoi.meetings.selectors.results import review_meeting_of
from tusoi.rulebook.findings import Finding, Severity


def reviews_held(subject: Subject) -> QuerySet[AgendaItem]:
    """Every time the subject was reviewed, the first one first, with the order to hold it again."""
    items = subject.agenda_items.filter(state="concluded", meeting__kind__in=REVIEWS)
    return items.select_related("meeting", "repeat_order__ordered_by").order_by(
        "concluded_at", "pk"
    )


def open_orders(campaign: Campaign) -> QuerySet[RepeatOrder]:
    """Orders that no later meeting has met, the earliest day first."""
    later = AgendaItem.objects.filter(
        is_proper_review(),
        subject=OuterRef("item__subject"),
        state="concluded",
        concluded_at__gt=OuterRef("ordered_at"),
    )
    rows = RepeatOrder.objects.filter(~Exists(later), item__meeting__campaign=campaign)
    return rows.select_related("item__subject__unit", "item__meeting").order_by("due_on", "pk")


def may_be_held_again(item: AgendaItem) -> bool:
    """Whether the item is the review that now counts for its subject, with its minutes approved."""
    is_review = item.state == "concluded" and item.meeting.kind in REVIEWS
    counts = is_review and review_meeting_of(item.subject) == item.meeting
    return counts and item.meeting.state == "approved"


def _block(rule: str, message: str, remedy: str) -> Finding:
    return Finding(f"repeat.{rule}", Severity.BLOCKS, message, remedy=remedy)


def blockers_for_again(
    item: AgendaItem, *, reason: str, due_on: date, today: date
) -> Iterator[Finding]:
    """After the meeting, once per review, with a reason and a day to come."""
    if not may_be_held_again(item):
        yield _block(
            "not-held",
            f"Nội dung kiểm điểm {item.subject.name} tại “{item.meeting.title}” chưa có biên bản thông qua, "
            "hoặc đã được yêu cầu kiểm điểm lại.",
            "Chỉ yêu cầu kiểm điểm lại sau khi biên bản hội nghị đã thông qua, mỗi lần kiểm điểm một yêu cầu.",
        )
    if not reason:
        yield _block(
            "reason",
            "Chưa nêu lý do kiểm điểm lại.",
            "Ghi rõ nội dung nào chưa đạt yêu cầu.",
        )
    if due_on < today:
        yield _block(
            "due",
            f"Thời hạn kiểm điểm lại {due_on:%d/%m/%Y} đã qua.",
            "Chọn một ngày từ hôm nay trở đi.",
        )
