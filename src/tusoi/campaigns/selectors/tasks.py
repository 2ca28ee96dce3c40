"""Việc cần làm về đợt đánh giá và bản kiểm điểm."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Q

from tusoi.campaigns.enums import MilestoneStep
from tusoi.campaigns.facts import law_of
from tusoi.campaigns.models import Campaign, Comment, Milestone, Reminder, Review
from tusoi.campaigns.selectors.campaigns import current_campaign
from tusoi.campaigns.selectors.cells import (
    blockers_for_send_to_cell,
    cell_place,
    sent_to_cell_at,
)
from tusoi.campaigns.selectors.checks import EDITABLE_STATES
from tusoi.campaigns.selectors.guidance_tasks import guidance_tasks
from tusoi.campaigns.selectors.reviews import drafts_received, writable_reviews
from tusoi.core.actor import Actor
from tusoi.core.tasks import Task
from tusoi.org.enums import Role
from tusoi.rulebook.rules.deadlines import last_day

_NAMED = 5
_WHAT = {
    "drafting": "Viết và nộp {}",
    "returned": "Sửa và nộp lại {}",
    "discussed": "Hoàn thiện {} sau hội nghị",
}


def tasks_of(actor: Actor, day: date) -> list[Task]:
    """What this person, in this role, has to do in the present season."""
    campaign = current_campaign()
    if campaign is None or actor.role == Role.TECHNICAL_ADMIN:
        return []
    if campaign.state == "draft":
        return list(_preparing(actor, campaign))
    due = {milestone.step: _last(milestone) for milestone in campaign.milestones.all()}
    return [
        *_writing(actor, campaign, due),
        *_reading(actor, campaign),
        *_handling(actor, campaign, due),
        *guidance_tasks(actor, campaign),
    ]


def _last(milestone: Milestone) -> date:
    return last_day(milestone.due_on, inclusive=milestone.is_inclusive)


def _due(review: Review, campaign: Campaign, due: dict[str, date]) -> date | None:
    step = (
        MilestoneStep.LEADERS_REVIEW
        if review.subject.unit_id == campaign.body_id
        else MilestoneStep.UNIT_REVIEWS
    )
    return due.get(step)


def _preparing(actor: Actor, campaign: Campaign) -> Iterator[Task]:
    if actor.role == Role.COORDINATOR:
        yield Task(f"Hoàn thành kế hoạch và mở đợt: {campaign}", "hr:campaign", (campaign.pk,))


def _name(review: Review) -> str:
    subject = review.subject
    return f"báo cáo kiểm điểm của {subject}" if subject.is_collective else "bản kiểm điểm của mình"


def _writing(actor: Actor, campaign: Campaign, due: dict[str, date]) -> Iterator[Task]:
    """Reviews to write, mend, complete or send to the Party cell, and comments to answer."""
    individual = actor.acting_as(Role.INDIVIDUAL)
    mine = [
        review
        for review in writable_reviews(actor, individual)
        if review.subject.campaign_id == campaign.pk
    ]
    for review in mine:
        if review.state in EDITABLE_STATES:
            note = f"Lý do trả lại: {review.return_reason}" if review.state == "returned" else ""
            label = _WHAT[review.state].format(_name(review))
            yield Task(label, "me:review", (review.pk,), _due(review, campaign, due), note)
    yield from _sending(mine, campaign)
    open_comments = (
        Comment.objects.filter(review__in=mine, response="")
        .values("review")
        .annotate(number=Count("pk"))
    )
    for row in open_comments.order_by("review"):
        yield Task(f"Trả lời {row['number']} ý kiến góp ý", "me:comments", (row["review"],))


def _sending(mine: list[Review], campaign: Campaign) -> Iterator[Task]:
    """Reviews that the members of the Party cell must have in hand before it meets."""
    once = law_of(campaign).find("places.cell_reuses_office_review")
    is_taken_over = once is not None and bool(once.value)
    for review in mine:
        place = cell_place(review)
        if place is None or not (place.is_main or is_taken_over):
            continue
        if not blockers_for_send_to_cell(review, place) and not sent_to_cell_at(review, place):
            yield Task(f"Gửi {_name(review)} cho đảng viên {place.cell}", "me:review", (review.pk,))


def _reading(actor: Actor, campaign: Campaign) -> Iterator[Task]:
    """Drafts of others received and not yet opened; many of them in one line."""
    unread = (
        drafts_received(actor)
        .filter(
            Q(circulation__review__state="circulated") | Q(sent_at__isnull=False),
            read_at__isnull=True,
            circulation__review__subject__campaign=campaign,
        )
        .exclude(circulation__review__subject__person=actor.person_id)
    )
    count = unread.count()
    if count > _NAMED:
        yield Task(f"Đọc và góp ý {count} dự thảo", "me:drafts")
        return
    for receipt in unread:
        yield Task(
            f"Đọc và góp ý dự thảo của {receipt.circulation.review.subject}",
            "me:draft",
            (receipt.pk,),
        )


def _handling(actor: Actor, campaign: Campaign, due: dict[str, date]) -> Iterator[Task]:
    """For the head or secretary of a unit: drafts to send out, reviews still missing, and what the office urges."""
    if actor.role not in {Role.UNIT_HEAD, Role.SECRETARY}:
        return
    rows = Review.objects.filter(subject__campaign=campaign, subject__unit_id=actor.unit_id)
    submitted = rows.filter(state="submitted").count()
    pending = rows.filter(state__in=["drafting", "returned"]).count()
    day = due.get(MilestoneStep.UNIT_REVIEWS)
    if submitted:
        yield Task(
            f"Gửi dự thảo {submitted} bản kiểm điểm cho thành viên dự họp", "unit:home", (), day
        )
    if pending:
        yield Task(f"Chờ {pending} bản kiểm điểm của đơn vị", "unit:home", (), day, is_waiting=True)
    reminders = Reminder.objects.filter(
        milestone__campaign=campaign, unit_id=actor.unit_id
    ).select_related("milestone")
    latest = reminders.first()
    if latest is not None and (submitted or pending):
        note = f"Văn phòng đôn đốc ngày {latest.sent_at:%d/%m/%Y}. {latest.text}".strip()
        yield Task(latest.milestone.label, "unit:home", (), _last(latest.milestone), note)
