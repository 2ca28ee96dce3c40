"""Chương trình họp: whose turn it is and who conducts."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from tusoi.campaigns.models import Campaign, Subject, SubjectPlace
from tusoi.meetings.enums import AttendanceStatus, MeetingKind, Standing, SubjectKind
from tusoi.meetings.models import AgendaItem, Meeting
from tusoi.org.models import PartyCell, Unit

LEADERS_KINDS = (
    SubjectKind.DEPARTMENT_COLLECTIVE,
    SubjectKind.DEPARTMENT_LEADER,
    SubjectKind.DEPARTMENT_DEPUTY,
)
REVIEWED = ("discussed", "final")


def next_item(meeting: Meeting) -> AgendaItem | None:
    """The one item that may be taken up now; none while another is under way."""
    if meeting.agenda.filter(state="current").exists():
        return None
    return meeting.agenda.filter(state="pending").select_related("subject", "meeting").first()


def conductor_of(meeting: Meeting, subject: Subject) -> int | None:
    """The chair, or the deputy where the chair is away or is the one under review."""
    away = set(
        meeting.attendances.filter(
            status__in=[AttendanceStatus.EXCUSED, AttendanceStatus.ABSENT]
        ).values_list("person_id", flat=True)
    )
    able = (meeting.chair_id, meeting.deputy_chair_id)
    return next(
        (each for each in able if each and each not in away and each != subject.person_id), None
    )


def subjects_for(
    campaign: Campaign, unit: Unit, kind: MeetingKind, cell: PartyCell | None = None
) -> QuerySet[Subject]:
    """Whom a meeting of this kind is about, unless it is planned for fewer."""
    subjects = campaign.subjects.select_related("track", "unit", "review")
    if kind == MeetingKind.LEADERS_RATING:
        return subjects.filter(standing=Standing.RATED_HERE, track__decider="department_head")
    written = subjects.filter(review__isnull=False)
    if kind == MeetingKind.CELL_REVIEW:
        return written.filter(_not_held_at(cell=cell))
    waiting = ~Q(review__state__in=REVIEWED) & ~Q(_main_in_a_cell())
    if kind == MeetingKind.LEADERS_REVIEW:
        proper = Q(track__kind__in=LEADERS_KINDS)
    else:
        proper = Q(unit__path__startswith=unit.path) & ~Q(track__kind__in=LEADERS_KINDS)
    return written.filter((waiting & proper) | _not_held_at(unit=unit, is_main=False))


def _main_in_a_cell() -> Exists:
    places = SubjectPlace.objects.filter(subject=OuterRef("pk"))
    return Exists(places.filter(is_main=True, cell__isnull=False))


def _not_held_at(**place: Any) -> Q:
    """Subjects with such a place of review that no meeting there has concluded on."""
    places = SubjectPlace.objects.filter(subject=OuterRef("pk"), is_report_only=False, **place)
    there = {f"meeting__{name}": place[name] for name in ("unit", "cell") if name in place}
    held = AgendaItem.objects.filter(
        subject=OuterRef("pk"),
        state="concluded",
        repeat_order__isnull=True,
        meeting__kind=MeetingKind.CELL_REVIEW if "cell" in place else MeetingKind.UNIT_REVIEW,
        **there,
    )
    return Q(Exists(places)) & ~Q(Exists(held))


def deferred_subjects(meeting: Meeting) -> QuerySet[Subject]:
    """Subjects whose review was put off and that no later meeting has taken up.

    Whoever is now reviewed in a Party cell waits for no supplementary meeting at work.
    """
    later = (
        AgendaItem.objects.filter(meeting__kind=meeting.kind)
        .exclude(state="deferred")
        .exclude(meeting__state="cancelled")
    )
    found = Subject.objects.filter(
        agenda_items__meeting=meeting, agenda_items__state="deferred"
    ).exclude(pk__in=later.values("subject_id"))
    if meeting.kind != MeetingKind.CELL_REVIEW:
        found = found.exclude(_main_in_a_cell())
    return found.select_related("track", "unit", "review")
