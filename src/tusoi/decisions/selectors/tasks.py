"""Việc cần làm về xếp loại: opinions to give, dossiers to appraise, levels to propose and decide, notices."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Q

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
    due_on = _due(campaign, MilestoneStep.DECISIONS)
    return [
        *_notices(actor),
        *_opinions(actor, campaign),
        *_office(actor, campaign, due_on),
        *_levels(actor, campaign, due_on),
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


def _office(actor: Actor, campaign: Campaign, due_on: date | None) -> Iterator[Task]:
    """The office: opinions not yet asked for, results not yet told."""
    if actor.role != Role.COORDINATOR:
        return
    if count := len(subjects_to_consult(campaign)):
        yield Task(f"Lấy ý kiến nhận xét cho {count} đối tượng", "hr:opinions", due_on=due_on)
    untold = (
        decisions_visible_to(actor)
        .filter(campaign=campaign, classifications__state="decided")
        .distinct()
    )
    if count := untold.count():
        yield Task(f"Gửi thông báo kết quả theo {count} quyết định", "hr:notices")


def _levels(actor: Actor, campaign: Campaign, due_on: date | None) -> Iterator[Task]:
    """Dossiers that wait for this actor's appraisal, proposal or decision, counted at once."""
    rows = Classification.objects.filter(subject__campaign=campaign)
    if actor.role == Role.UNIT_HEAD:
        rows = rows.filter(subject__unit_id=actor.unit_id)
    here = Q(subject__standing=Standing.RATED_HERE)
    counts = rows.aggregate(
        appraise=Count("pk", filter=Q(state="awaiting", subject__review__state="final")),
        propose=Count(
            "pk", filter=here & Q(state="appraised", subject__track__proposer=actor.role)
        ),
        decide=Count("pk", filter=here & Q(state="proposed", subject__track__decider=actor.role)),
    )
    page = "unit:proposals" if actor.role == Role.UNIT_HEAD else "panel:board"
    lines = (
        ("appraise", "Thẩm định {} hồ sơ đã hoàn thành kiểm điểm", "hr:appraisals"),
        ("propose", "Đề nghị mức xếp loại cho {} đối tượng", page),
        ("decide", "Quyết định mức xếp loại của {} đối tượng", "panel:decisions"),
    )
    for key, words, url_name in lines:
        may_act = key != "appraise" or actor.role == Role.COORDINATOR
        if counts[key] and may_act:
            yield Task(words.format(counts[key]), url_name, due_on=due_on)
