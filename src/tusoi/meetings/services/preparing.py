"""Chuẩn bị hội nghị: planned with its people and its agenda in the legal order, invited, or called off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from tusoi.campaigns.models import Campaign, Subject
from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import raise_blockers, refuse
from tusoi.core.state import fire
from tusoi.meetings import permissions
from tusoi.meetings.enums import MeetingKind
from tusoi.meetings.facts import agenda_facts
from tusoi.meetings.models import AgendaItem, Attendance, Meeting
from tusoi.meetings.selectors.agenda import conductor_of, deferred_subjects, subjects_for
from tusoi.meetings.selectors.audiences import legal_audience
from tusoi.meetings.selectors.blockers import (
    already_in_hand,
    blockers_for_invite,
    blockers_for_plan,
    cell_blockers,
)
from tusoi.meetings.selectors.people import members_of, titles_of
from tusoi.meetings.services.cells import cell_agenda, check_reach, mark_carried_over
from tusoi.meetings.services.locking import lock
from tusoi.meetings.services.summoning import summon_supervisors
from tusoi.org.models import PartyCell, Person, Unit
from tusoi.rulebook.processes import MEETING
from tusoi.rulebook.rules import procedure


@command("meeting.plan", target="unit", scope=permissions.may_plan)
def plan_meeting(  # noqa: PLR0913 - the facts of a meeting, all named
    *,
    actor: Actor,
    at: datetime,
    campaign: Campaign,
    unit: Unit,
    kind: str,
    title: str,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    chair: Person,
    secretary: Person,
    deputy_chair: Person | None = None,
    subjects: Sequence[Subject] | None = None,
    guests: Iterable[Person] = (),
    guest_titles: Mapping[int, str] | None = None,
    has_suggestions: bool = False,
    audience: str = "",
    cell: PartyCell | None = None,
    order_reason: str = "",
) -> Meeting:
    """Plan a meeting: everybody concerned is summoned and the agenda follows the legal order.

    `guest_titles` says as whom a guest from outside attends, by person. Without an `audience` the one that the law calls for; `cell` for the meeting of a Party cell,
    with an `order_reason` where it departs from the order of state side and Party side.
    """
    lock(campaign)
    kind = MeetingKind(kind)
    check_reach(actor, kind, cell)
    agenda = list(subjects_for(campaign, unit, kind, cell) if subjects is None else subjects)
    raise_blockers(blockers_for_plan(campaign, agenda, starts_at, at))
    raise_blockers(already_in_hand(agenda, kind, unit))
    if kind is MeetingKind.CELL_REVIEW:
        raise_blockers(cell_blockers(campaign, cell, agenda, starts_at, order_reason))
    _check_officers(chair, deputy_chair, starts_at, ends_at)
    legal = legal_audience(campaign, unit, kind, timezone.localdate(starts_at))
    meeting = Meeting.objects.create(
        campaign=campaign,
        unit=unit,
        kind=kind,
        title=title,
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        chair=chair,
        deputy_chair=deputy_chair,
        secretary=secretary,
        has_suggestions=has_suggestions,
        audience=audience or legal.audience,
        cell=cell,
    )
    officers = [person for person in (chair, deputy_chair, secretary) if person]
    others = [*officers, *guests, *_under_review(agenda, kind)]
    _summon(meeting, others, guest_titles or {})
    summon_supervisors(meeting)
    _set_agenda(meeting, agenda)
    mark_carried_over(meeting)
    note(meeting=meeting.pk, subjects=len(agenda), order_reason=order_reason)
    return meeting


def _check_officers(
    chair: Person, deputy: Person | None, starts_at: datetime, ends_at: datetime
) -> None:
    if deputy is not None and deputy.pk == chair.pk:
        raise refuse(
            "meeting.deputy",
            "Người chủ trì thay phải là người khác với người chủ trì.",
            remedy="Chọn một đồng chí cấp phó.",
        )
    if ends_at <= starts_at:
        raise refuse(
            "meeting.time",
            "Thời gian kết thúc phải sau thời gian bắt đầu.",
            remedy="Sửa lại thời gian họp.",
        )


def _under_review(agenda: Sequence[Subject], kind: MeetingKind) -> QuerySet[Person]:
    """Everybody reviewed here, also whoever holds the main post elsewhere; ratings are decided in absence."""
    if kind is MeetingKind.LEADERS_RATING:
        return Person.objects.none()
    return Person.objects.filter(pk__in=[subject.person_id for subject in agenda])


def _summon(meeting: Meeting, others: Iterable[Person], guest_titles: Mapping[int, str]) -> None:
    """The members by right, then the others as guests, each once."""
    day = timezone.localdate(meeting.starts_at)
    by_right = members_of(meeting.unit, meeting.kind, day, meeting.audience, meeting.cell)
    members = {person.pk: person for person in by_right}
    guests = {person.pk: person for person in others if person.pk not in members}
    titles = {**titles_of([*members, *guests], day, meeting.unit), **guest_titles}
    Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting,
            person=person,
            title=titles.get(person.pk, ""),
            is_guest=person.pk in guests,
        )
        for person in (*members.values(), *guests.values())
    )


def _set_agenda(meeting: Meeting, subjects: Sequence[Subject]) -> None:
    """Collective first, then the head, the deputies, the members; the deputy conducts the head's item."""
    by_key = {str(subject.pk): subject for subject in subjects}
    facts = cell_agenda(meeting, subjects) if meeting.cell_id else agenda_facts(subjects)
    ordered = [by_key[item.subject_key] for item in procedure.agenda_order(facts)]
    items = []
    for position, subject in enumerate(ordered, start=1):
        conductor = conductor_of(meeting, subject)
        if conductor is None:
            raise refuse(
                "procedure.chair",
                f"{subject.name} là người chủ trì nên nội dung kiểm điểm đồng chí này phải do người khác chủ trì.",
                remedy="Phân công một đồng chí cấp phó chủ trì thay.",
            )
        items.append(
            AgendaItem(meeting=meeting, subject=subject, position=position, chair_id=conductor)
        )
    AgendaItem.objects.bulk_create(items)


def plan_catch_up(
    *,
    actor: Actor,
    at: datetime,
    meeting: Meeting,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
) -> Meeting:
    """Plan the supplementary meeting for everybody whose review this one put off."""
    return plan_meeting(
        actor=actor,
        at=at,
        campaign=meeting.campaign,
        unit=meeting.unit,
        kind=meeting.kind,
        title=f"{meeting.title} (bổ sung)",
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        chair=meeting.chair,
        secretary=meeting.secretary,
        deputy_chair=meeting.deputy_chair,
        subjects=list(deferred_subjects(meeting)),
        audience=meeting.audience,
        cell=meeting.cell,
        order_reason=f"Họp bổ sung của “{meeting.title}”." if meeting.cell_id else "",
    )


@command("meeting.invite", target="meeting", scope=permissions.may_prepare)
def invite(*, actor: Actor, at: datetime, meeting: Meeting) -> Meeting:
    """Send the invitation; refused while a draft was not circulated early enough."""
    lock(meeting)
    mark_carried_over(meeting)
    raise_blockers(blockers_for_invite(meeting))
    meeting.invited_at = at
    meeting.save(update_fields=["invited_at"])
    fire(MEETING, meeting, "invite", actor=actor, at=at)
    return meeting


@command("meeting.cancel", target="meeting", scope=permissions.may_prepare)
def cancel_meeting(*, actor: Actor, at: datetime, meeting: Meeting, reason: str) -> Meeting:
    """Call the meeting off before it begins; its subjects are free for another one."""
    lock(meeting)
    if not reason.strip():
        raise refuse(
            "meeting.reason",
            "Chưa ghi lý do hủy cuộc họp.",
            remedy="Ghi lý do để thông báo cho người được mời.",
        )
    fire(MEETING, meeting, "cancel", actor=actor, at=at)
    note(reason=reason)
    return meeting
