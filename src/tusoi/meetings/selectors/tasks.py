"""Việc cần làm ở hội nghị: meetings to attend, to prepare, to conduct; papers to cast."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef
from django.utils import timezone

from tusoi.campaigns.permissions import supervised_subjects
from tusoi.campaigns.selectors.campaigns import current_campaign
from tusoi.core.actor import Actor
from tusoi.core.tasks import Task
from tusoi.meetings.enums import MeetingKind, Role
from tusoi.meetings.models import AgendaItem, Meeting
from tusoi.meetings.models.ballot import BallotIssue, BallotRound
from tusoi.meetings.permissions import OF_UNIT
from tusoi.meetings.selectors.agenda import deferred_subjects, subjects_for
from tusoi.meetings.selectors.blockers import RUNNING
from tusoi.meetings.selectors.cells import unit_of
from tusoi.meetings.selectors.repeats import open_orders
from tusoi.org.models import PartyCell


def tasks_of(actor: Actor, day: date) -> list[Task]:
    """What the person has to do in meetings, whatever the role acted in; preparing by role."""
    if actor.person_id is None or actor.role == Role.TECHNICAL_ADMIN:
        return []
    return [
        *_papers_to_cast(actor),
        *_rounds_to_count(actor),
        *_meetings_to_attend(actor),
        *_to_plan_in_cell(actor),
        *_to_prepare(actor),
        *_to_hold_again(actor),
    ]


def _papers_to_cast(actor: Actor) -> Iterator[Task]:
    issues = BallotIssue.objects.filter(
        voter_id=actor.person_id,
        is_used=False,
        ballot_round__state="open",
        ballot_round__mode="electronic",
    )
    for issue in issues.select_related("ballot_round"):
        yield Task(
            f"Bỏ phiếu: {issue.ballot_round.title}", "panel:ballot", (issue.ballot_round_id,)
        )


def _rounds_to_count(actor: Actor) -> Iterator[Task]:
    rounds = BallotRound.objects.filter(panel__person_id=actor.person_id, state="open")
    for ballot_round in rounds:
        yield Task(f"Kiểm phiếu: {ballot_round.title}", "panel:round", (ballot_round.pk,))


def _meetings_to_attend(actor: Actor) -> Iterator[Task]:
    meetings = Meeting.objects.filter(
        attendances__person_id=actor.person_id,
        state__in=["invited", "in_session", "reading_minutes"],
    )
    supervised = AgendaItem.objects.filter(subject__in=supervised_subjects(actor))
    for meeting in meetings.annotate(
        is_supervised_by_actor=Exists(supervised.filter(meeting=OuterRef("pk")))
    ):
        starts = timezone.localtime(meeting.starts_at)
        note = (
            "Hội nghị đang họp"
            if meeting.state != "invited"
            else f"{starts:%H:%M}, {meeting.place}"
        )
        part = "Dự, chỉ đạo" if meeting.is_supervised_by_actor else "Dự"
        yield Task(
            f"{part} {meeting.title}",
            "panel:meeting",
            (meeting.pk,),
            due_on=starts.date(),
            note=note,
        )


def _to_plan_in_cell(actor: Actor) -> Iterator[Task]:
    """For a Party cell: its members to be heard, as long as no meeting of the cell is planned."""
    campaign = current_campaign()
    cell = PartyCell.objects.filter(pk=actor.cell_id).first()
    if actor.role != Role.PARTY_CELL or cell is None or campaign is None:
        return
    if campaign.state != "open" or cell.meetings.filter(state__in=RUNNING).exists():
        return
    unit = unit_of(cell, campaign)
    waiting = subjects_for(campaign, unit, MeetingKind.CELL_REVIEW, cell).count()
    if waiting:
        label = f"Lập hội nghị kiểm điểm của {cell} ({waiting} đối tượng)"
        yield Task(label, "panel:cell", (cell.pk,))


def _to_prepare(actor: Actor) -> Iterator[Task]:
    """For head and secretary of a unit, for a Party cell: invitations to send and reviews that were put off."""
    if actor.role == Role.PARTY_CELL:
        own = Meeting.objects.filter(cell_id=actor.cell_id, cell__isnull=False)
    elif actor.role in OF_UNIT:
        own = Meeting.objects.filter(unit_id=actor.unit_id, cell__isnull=True)
    else:
        return
    for meeting in own.filter(state="planned"):
        yield Task(
            f"Gửi giấy mời {meeting.title}",
            "panel:meeting",
            (meeting.pk,),
            due_on=timezone.localdate(meeting.starts_at),
        )
    for meeting in own.filter(state="approved", agenda__state="deferred").distinct():
        waiting = deferred_subjects(meeting).count()
        if waiting:
            yield Task(
                f"Lập hội nghị kiểm điểm bổ sung cho {waiting} đối tượng đã hoãn",
                "panel:meeting",
                (meeting.pk,),
            )


def _to_hold_again(actor: Actor) -> Iterator[Task]:
    """For head and secretary of a unit: reviews that were ordered to be held again."""
    campaign = current_campaign()
    if actor.role not in OF_UNIT or campaign is None:
        return
    for order in open_orders(campaign).filter(item__meeting__unit_id=actor.unit_id):
        yield Task(
            f"Tổ chức kiểm điểm lại: {order.item.subject}",
            "panel:meeting_scope",
            due_on=order.due_on,
            note=order.reason,
        )
