"""Mời người dự, chỉ đạo: whoever supervises a unit is a guest of every meeting it has not held yet."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from tusoi.campaigns.models import Campaign, Supervision
from tusoi.campaigns.selectors.supervisions import supervisors_of
from tusoi.campaigns.services import supervising
from tusoi.core.actor import Actor
from tusoi.core.command import command
from tusoi.meetings.enums import AttendanceStatus, MeetingKind
from tusoi.meetings.models import Attendance, Meeting
from tusoi.meetings.selectors.people import titles_of
from tusoi.org.models import Person, Unit

ROLE_AT_MEETING = "cấp trên phân công dự, chỉ đạo"
NOT_HELD = ("planned", "invited", "in_session")


@command("supervision.assign", target="campaign")
def assign_supervisor(
    *,
    actor: Actor,
    at: datetime,
    campaign: Campaign,
    unit: Unit,
    person: Person,
    document: str = "",
) -> Supervision:
    """Assign a member of the upper level to a unit and summon him or her to its meetings to come."""
    supervision = supervising.assign(
        actor=actor, at=at, campaign=campaign, unit=unit, person=person, document=document
    )
    for meeting in _meetings_to_come(supervision):
        summon_supervisors(meeting)
    return supervision


@command("supervision.end", target="supervision")
def end_supervision(*, actor: Actor, at: datetime, supervision: Supervision) -> Supervision:
    """End an assignment; meetings to come no longer expect the person as supervisor."""
    ended = supervising.end(at=at, supervision=supervision)
    Attendance.objects.filter(
        meeting__in=_meetings_to_come(ended),
        person_id=ended.person_id,
        is_guest=True,
        status=AttendanceStatus.INVITED,
        title__endswith=ROLE_AT_MEETING,
    ).delete()
    return ended


def _meetings_to_come(supervision: Supervision) -> list[Meeting]:
    meetings = Meeting.objects.filter(
        campaign=supervision.campaign_id,
        unit__path__startswith=supervision.unit.path,
        state__in=NOT_HELD,
    )
    return list(
        meetings.exclude(kind=MeetingKind.LEADERS_RATING).select_related("campaign", "unit")
    )


def summon_supervisors(meeting: Meeting) -> None:
    """Those assigned to the unit as guests whose part in the meeting is named; each once, none in a Party cell."""
    if meeting.cell_id is not None:
        return
    people = [each.person_id for each in supervisors_of(meeting.campaign, meeting.unit)]
    titles = titles_of(people, timezone.localdate(meeting.starts_at))
    for person_id in people:
        title = ", ".join(filter(None, (titles.get(person_id, ""), ROLE_AT_MEETING)))
        attendance, is_new = Attendance.objects.get_or_create(
            meeting=meeting, person_id=person_id, defaults={"title": title, "is_guest": True}
        )
        if not is_new and attendance.is_guest and attendance.title != title:
            attendance.title = title
            attendance.save(update_fields=["title"])
