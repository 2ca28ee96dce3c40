"""Quyền trong hội nghị: who may plan, conduct and record a meeting, who counts, and who sees it."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from tusoi.campaigns.permissions import supervised_subjects
from tusoi.core.actor import Actor
from tusoi.meetings.enums import AttendanceStatus, MeetingKind, Role
from tusoi.meetings.models import AgendaItem, Meeting
from tusoi.meetings.models.ballot import BallotRound
from tusoi.org.models import PartyCell, Unit

AWAY = (AttendanceStatus.EXCUSED, AttendanceStatus.ABSENT)
SEES_ALL = frozenset(
    {Role.COORDINATOR, Role.DEPARTMENT_HEAD, Role.DEPARTMENT_LEADER, Role.SUPERVISOR}
)
SEES_CELLS = frozenset({Role.COORDINATOR, Role.SUPERVISOR})
OF_UNIT = frozenset({Role.UNIT_HEAD, Role.SECRETARY})


def acting_chair_id(meeting: Meeting) -> int:
    """Who conducts now: of the item under way; else the chair, or the deputy while the chair is away."""
    current = meeting.agenda.filter(state="current").values_list("chair_id", flat=True).first()
    if current is not None:
        return current
    is_away = meeting.attendances.filter(person_id=meeting.chair_id, status__in=AWAY).exists()
    return meeting.deputy_chair_id if is_away and meeting.deputy_chair_id else meeting.chair_id


def is_chair(actor: Actor, meeting: Meeting) -> bool:
    """The role of chair, held by whoever conducts the meeting now."""
    return actor.role == Role.CHAIR and actor.person_id == acting_chair_id(meeting)


def is_secretary(actor: Actor, meeting: Meeting) -> bool:
    return actor.role == Role.SECRETARY and actor.person_id == meeting.secretary_id


def is_officer(actor: Actor, meeting: Meeting) -> bool:
    return is_chair(actor, meeting) or is_secretary(actor, meeting)


def may_plan(actor: Actor, unit: Unit) -> bool:
    """The unit's own head or secretary, the Party cell that meets there; office and director everywhere."""
    if actor.role == Role.PARTY_CELL:
        cells = PartyCell.objects.filter(pk=actor.cell_id)
        home = Q(unit=unit) if unit.parent_id else Q(unit=unit) | Q(unit__isnull=True)
        return cells.filter(home).exists()
    return actor.role not in OF_UNIT or actor.unit_id == unit.pk


def may_plan_kind(actor: Actor, kind: MeetingKind, cell: PartyCell | None) -> bool:
    """A Party cell plans its own meetings and no others; beside it the office and its own secretary do."""
    if actor.role == Role.PARTY_CELL:
        return kind is MeetingKind.CELL_REVIEW and cell is not None and cell.pk == actor.cell_id
    if kind is not MeetingKind.CELL_REVIEW:
        return True
    kept_papers = Meeting.objects.filter(cell=cell, secretary_id=actor.person_id)
    return actor.role == Role.COORDINATOR or (
        actor.role == Role.SECRETARY and cell is not None and kept_papers.exists()
    )


def may_prepare(actor: Actor, meeting: Meeting) -> bool:
    """Those who may plan for the unit, and the officers of the meeting itself."""
    if actor.role in {Role.CHAIR, Role.SECRETARY} and is_officer(actor, meeting):
        return True
    if meeting.cell_id is not None:
        is_own = actor.role == Role.PARTY_CELL and actor.cell_id == meeting.cell_id
        return is_own or actor.role == Role.COORDINATOR
    return actor.role not in {Role.CHAIR, Role.PARTY_CELL} and may_plan(actor, meeting.unit)


def chairs_item(actor: Actor, item: AgendaItem) -> bool:
    return is_chair(actor, item.meeting)


def records_item(actor: Actor, item: AgendaItem) -> bool:
    return is_officer(actor, item.meeting)


def chairs_round(actor: Actor, ballot_round: BallotRound) -> bool:
    return is_chair(actor, ballot_round.meeting)


def counts_round(actor: Actor, ballot_round: BallotRound) -> bool:
    """A member of the counting panel of this round."""
    return (
        actor.role == Role.COUNTING_PANEL
        and ballot_round.panel.filter(person_id=actor.person_id).exists()
    )


def runs_round(actor: Actor, ballot_round: BallotRound) -> bool:
    return counts_round(actor, ballot_round) or chairs_round(actor, ballot_round)


def visible_to(actor: Actor) -> QuerySet[Meeting]:
    """Meetings the actor takes part in, of the own unit for its head and secretary, all for the leaders.

    What a Party cell discusses is seen by its members, the Party committee, the office and oversight.
    """
    meetings = Meeting.objects.all()
    if actor.role == Role.TECHNICAL_ADMIN:
        return meetings.none()
    if actor.role in SEES_CELLS:
        return meetings
    own = Q(pk__in=Meeting.objects.filter(attendances__person_id=actor.person_id).values("pk"))
    own |= Q(cell__isnull=True) & _of_state_side(actor)
    if actor.role == Role.PARTY_CELL:
        own |= Q(cell_id=actor.cell_id, cell__isnull=False)
    if actor.role == Role.PARTY_COMMITTEE:
        own |= Q(cell__isnull=False)
    return meetings.filter(own)


def _of_state_side(actor: Actor) -> Q:
    """Meetings at work that the role sees without taking part."""
    if actor.role in SEES_ALL:
        return Q()
    under = AgendaItem.objects.filter(subject__in=supervised_subjects(actor))
    supervised = Q(pk__in=under.values("meeting_id"))
    return supervised | Q(unit_id=actor.unit_id) if actor.role in OF_UNIT else supervised


def rounds_visible_to(actor: Actor) -> QuerySet[BallotRound]:
    """Rounds of the meetings that are visible to the actor."""
    return BallotRound.objects.filter(meeting__in=visible_to(actor))


def prepares_rounds(actor: Actor, meeting: Meeting) -> bool:
    """The office before the meeting, the officers of the meeting at any time."""
    return actor.role == Role.COORDINATOR or is_officer(actor, meeting)
