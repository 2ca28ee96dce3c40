"""Việc cần làm về xếp loại: opinions to give, dossiers to appraise, levels to propose and decide, notices."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tusoi.campaigns.enums import MilestoneStep, Standing
from tusoi.campaigns.models import Campaign, Milestone
from tusoi.campaigns.selectors.campaigns import current_campaign
from tusoi.core.actor import Actor
from tusoi.core.tasks import Task
from tusoi.decisions.models import Classification, Notice
from tusoi.decisions.permissions import decisions_visible_to, opinion_requests_visible_to
from tusoi.decisions.selectors.opinions import subjects_to_consult
from tusoi.org.enums import Role
from tusoi.rulebook.rules.deadlines import last_day


def tasks_of(actor: Actor, day: date) -> list[Task]:
    """What the actor has to do in the role acted in; ends of deadlines are the last day, inclusive."""
    campaign = current_campaign()
    if campaign is None or campaign.state != "open":
        return []
    return [
        *_notices(actor),
        *_opinions(actor, campaign),
        *_office(actor, campaign),
        *_levels(actor, campaign),
    ]


def _due(campaign: Campaign, step: MilestoneStep) -> date | None:
    milestone = Milestone.objects.filter(campaign=campaign, step=step).first()
    return last_day(milestone.due_on, inclusive=milestone.is_inclusive) if milestone else None


def _notices(actor: Actor) -> Iterator[Task]:
    if actor.role not in {Role.INDIVIDUAL, Role.UNIT_HEAD} or actor.person_id is None:
        return
    unread = Notice.objects.filter(
        recipient_id=actor.person_id, read_at__isnull=True
    ).select_related("subject")
    for notice in unread:
        yield Task(
            f"Xác nhận đã nhận thông báo kết quả: {notice.subject.name}", "me:result", (notice.pk,)
        )


def _opinions(actor: Actor, campaign: Campaign) -> Iterator[Task]:
    if actor.role not in {Role.PARTY_COMMITTEE, Role.PARTY_CELL, Role.UNIT_HEAD}:
        return
    waiting = opinion_requests_visible_to(actor).filter(
        subject__campaign=campaign, state="requested"
    )
    for request in waiting.select_related("subject__unit"):
        subject = request.subject
        yield Task(
            f"Cho ý kiến về {subject.name}",
            "oversight:opinion",
            (request.pk,),
            request.due_on,
            subject.unit.short_name,
        )


def _office(actor: Actor, campaign: Campaign) -> Iterator[Task]:
    """The office: opinions not yet asked for, dossiers not yet appraised, results not yet told."""
    if actor.role != Role.COORDINATOR:
        return
    due_on = _due(campaign, MilestoneStep.DECISIONS)
    if count := len(subjects_to_consult(campaign)):
        yield Task(f"Lấy ý kiến nhận xét cho {count} đối tượng", "hr:opinions", due_on=due_on)
    ready = Classification.objects.filter(
        subject__campaign=campaign, state="awaiting", subject__review__state="final"
    )
    if count := ready.count():
        yield Task(
            f"Thẩm định {count} hồ sơ đã hoàn thành kiểm điểm", "hr:appraisals", due_on=due_on
        )
    untold = (
        decisions_visible_to(actor)
        .filter(campaign=campaign, classifications__state="decided")
        .distinct()
    )
    if count := untold.count():
        yield Task(f"Gửi thông báo kết quả theo {count} quyết định", "hr:notices")


def _levels(actor: Actor, campaign: Campaign) -> Iterator[Task]:
    """Levels that wait for this actor's proposal or decision."""
    due_on = _due(campaign, MilestoneStep.DECISIONS)
    rows = Classification.objects.filter(
        subject__campaign=campaign, subject__standing=Standing.RATED_HERE
    )
    if actor.role == Role.UNIT_HEAD:
        rows = rows.filter(subject__unit_id=actor.unit_id)
    page = "unit:proposals" if actor.role == Role.UNIT_HEAD else "panel:board"
    if count := rows.filter(state="appraised", subject__track__proposer=actor.role).count():
        yield Task(f"Đề nghị mức xếp loại cho {count} đối tượng", page, due_on=due_on)
    if count := rows.filter(state="proposed", subject__track__decider=actor.role).count():
        yield Task(
            f"Quyết định mức xếp loại của {count} đối tượng", "panel:decisions", due_on=due_on
        )
