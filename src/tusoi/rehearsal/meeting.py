"""Hội nghị kiểm điểm: called, held item by item in the legal order, minuted; the absent are caught up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from tusoi.core.actor import Actor
from tusoi.meetings.enums import AttendanceStatus, MeetingKind
from tusoi.meetings.models import AgendaItem, Meeting
from tusoi.meetings.permissions import acting_chair_id
from tusoi.meetings.selectors.agenda import next_item
from tusoi.meetings.selectors.rooms import room_actor
from tusoi.meetings.services import conducting, minuting, preparing
from tusoi.org.enums import UnitKind
from tusoi.org.models import Person
from tusoi.rehearsal.example import Row, moment, pick
from tusoi.rehearsal.stage import Stage, Step, code_of, levels_of, turns
from tusoi.rehearsal.writing import finalise
from tusoi.rulebook.facts import RatingLevel, Role

ROLL_CALL, CLOSING = timedelta(minutes=5), timedelta(minutes=15)
SPEAKERS_PER_ITEM = 2
Each = TypeVar("Each")


def steps(stage: Stage) -> Iterator[Step]:
    """One meeting for every unit and one for the leaders, then the supplementary ones.

    “also” lists whom a unit reviews in addition: holders of a further post there. A unit that is a
    Party cell meets as the cell; whoever has no “catch_up” is heard there. “speakers” says who speaks
    where the example does not leave it to everybody present.
    """
    for unit in stage.season["units"]:
        if stage.cast.units[unit].kind != UnitKind.PARTY_CELL:
            yield from _unit_steps(stage, unit)
    for row in (row for row in stage.season["absent"] if "catch_up" in row):
        start = moment(row["catch_up"])
        yield Step(start - timedelta(hours=4), "Mời họp bổ sung", partial(_catch_up, stage, row))
        yield Step(start, "Họp bổ sung", partial(_hold_catch_up, stage, row))


def _unit_steps(stage: Stage, unit: str) -> Iterator[Step]:
    plan = stage.plan_of(unit)
    invited_at = moment(plan["circulate"]) + timedelta(minutes=30)
    yield Step(invited_at, "Mời họp", partial(_invite, stage, unit))
    yield Step(moment(plan["meet"]), "Khai mạc", partial(open_session, stage, unit))
    absent = len([row for row in stage.season["absent"] if row["unit"] == unit])
    pause = timedelta(minutes=plan["minutes_per_item"] - 2)
    reviewed = [*stage.codes_of(unit), *plan.get("also", ())]
    for turn in turns(plan, len(reviewed) - absent):
        taken_up = turn + ROLL_CALL
        yield Step(taken_up, "Kiểm điểm", partial(discuss_next, stage, unit))
        yield Step(taken_up + pause, "Kết luận", partial(conclude_current, stage, unit))
    yield Step(moment(plan["close"]), "Thông qua biên bản", partial(close, stage, unit))


def _invite(stage: Stage, unit: str, at: datetime) -> None:
    plan, row = stage.plan_of(unit), stage.cast.units[unit]
    is_body = unit == stage.cast.body.code
    head, deputy = officers(stage, unit)
    secretary = stage.secretary(unit, at)
    meeting = stage.meetings[unit] = preparing.plan_meeting(
        actor=secretary,
        at=at,
        campaign=stage.opened,
        unit=row,
        kind=MeetingKind.LEADERS_REVIEW if is_body else MeetingKind.UNIT_REVIEW,
        title=f"Hội nghị kiểm điểm năm {stage.opened.review_year} của {row.name}",
        starts_at=moment(plan["meet"]),
        ends_at=moment(plan["close"]) + CLOSING,
        place=plan["place"],
        chair=stage.person(head),
        deputy_chair=stage.person(deputy) if deputy else None,
        secretary=Person.objects.get(pk=secretary.person_id),
        audience=plan.get("audience", ""),
        guests=[stage.person(code) for code in plan.get("guests", ())],
        guest_titles=stage.cast.guest_titles,
    )
    preparing.invite(actor=secretary, at=at, meeting=meeting)


def officers(stage: Stage, unit: str) -> tuple[str, str]:
    """Who chairs the unit's meeting, and who does while the head is reviewed (empty for nobody)."""
    head, *deputies = stage.cast.leaders(unit)
    return head, stage.plan_of(unit).get("deputy", deputies[0] if deputies else "")


def room(stage: Stage, meeting: Meeting, role: Role, at: datetime) -> Actor:
    """The chair of the moment or the secretary, as the room sees them."""
    is_chair = role == Role.CHAIR
    person_id = acting_chair_id(meeting) if is_chair else meeting.secretary_id
    person = Person.objects.get(pk=person_id)
    return room_actor(stage.individual(person.code, at), meeting)


def open_session(stage: Stage, key: str, at: datetime) -> None:
    """Roll call, opening; the items of the absent are put off."""
    absences = {
        row["person"]: row["reason"] for row in stage.season["absent"] if row["unit"] == key
    }
    meeting = stage.meetings[key]
    call_roll(stage, meeting, at, absences)
    conducting.start_meeting(actor=room(stage, meeting, Role.CHAIR, at), at=at, meeting=meeting)
    for code, reason in absences.items():
        item = meeting.agenda.select_related("meeting", "subject").get(subject=stage.subjects[code])
        chair = room(stage, meeting, Role.CHAIR, at)
        conducting.defer(actor=chair, at=at, item=item, reason=reason)


def call_roll(stage: Stage, meeting: Meeting, at: datetime, absences: dict[str, str]) -> None:
    """Everybody summoned is here, except those the example sends away with a reason."""
    secretary = room(stage, meeting, Role.SECRETARY, at)
    for attendance in meeting.attendances.select_related("person"):
        reason = absences.get(attendance.person.code, "")
        conducting.mark_attendance(
            actor=secretary,
            at=at,
            meeting=meeting,
            person=attendance.person,
            status=AttendanceStatus.EXCUSED if reason else AttendanceStatus.PRESENT,
            reason=reason,
        )


def present_members(meeting: Meeting) -> list[Person]:
    """Whoever is entitled to vote and here."""
    rows = meeting.attendances.filter(status=AttendanceStatus.PRESENT, is_guest=False)
    return [row.person for row in rows.select_related("person")]


def discuss_next(stage: Stage, key: str, at: datetime) -> None:
    """The next item of the agenda is taken up; some of those present speak, unless it was discussed at work."""
    meeting = stage.meetings[key]
    item = next_item(meeting)
    if item is None:
        raise LookupError(f"{meeting}: không còn nội dung nào trong chương trình.")
    conducting.take_up(actor=room(stage, meeting, Role.CHAIR, at), at=at, item=item)
    if meeting.kind == MeetingKind.LEADERS_RATING or item.is_carried_over:
        return
    texts = stage.example.texts["meeting"]
    options = texts["collective_remarks" if item.subject.is_collective else "remarks"]
    named = stage.plan_of(key).get("speakers")
    speakers = [
        each
        for each in present_members(meeting)
        if each.pk != item.subject.person_id and (named is None or each.code in named)
    ]
    speaking = _some(speakers, item.position)
    said = _some(options, options.index(pick(options, code_of(item.subject))))
    for speaker, text in zip(speaking, said, strict=False):
        conducting.record_remark(
            actor=room(stage, meeting, Role.SECRETARY, at),
            at=at,
            item=item,
            speaker=speaker,
            text=text,
        )


def _some(rows: Sequence[Each], first: int) -> list[Each]:
    """As many of the rows as speak to one item, beginning with that one; nobody and nothing twice."""
    count = min(SPEAKERS_PER_ITEM, len(rows))
    return [rows[(first + turn) % len(rows)] for turn in range(count)]


def conclude_current(stage: Stage, key: str, at: datetime, note: str = "") -> None:
    """The chair of the item concludes; a collective that is rated first votes on its own level.

    `note` adds to the usual words what the example wants in the minutes.
    """
    meeting = stage.meetings[key]
    item = meeting.agenda.select_related("meeting", "subject__unit", "subject__person").get(
        state="current"
    )
    levels = levels_of(stage.example, code_of(item.subject))
    level = levels.decided if meeting.kind == MeetingKind.LEADERS_RATING else levels.proposed
    if item.subject.is_collective and meeting.kind != MeetingKind.LEADERS_RATING:
        level = levels.self_level
        if level:
            _vote(stage, meeting, item, level, at)
    conducting.conclude(
        actor=room(stage, meeting, Role.CHAIR, at),
        at=at,
        item=item,
        conclusion=f"{stage.example.texts['meeting']['conclusions'][level or 'none']} {note}",
        suggested_level=level,
    )


def _vote(stage: Stage, meeting: Meeting, item: AgendaItem, level: str, at: datetime) -> None:
    """All but one raise their hands for the level, one for the next lower one."""
    attending = len(present_members(meeting))
    levels = list(RatingLevel)
    other = levels[min(RatingLevel(level).rank + 1, len(levels) - 1)]
    conducting.vote_self_level(
        actor=room(stage, meeting, Role.SECRETARY, at),
        at=at,
        item=item,
        counts={level: attending - 1, other.value: 1},
    )


def close(stage: Stage, key: str, at: datetime) -> None:
    """The minutes are drawn up, read and approved by all present."""
    meeting = stage.meetings[key]
    secretary = room(stage, meeting, Role.SECRETARY, at)
    minuting.draft_minutes(actor=secretary, at=at, meeting=meeting)
    chair = room(stage, meeting, Role.CHAIR, at)
    approvals = len(present_members(meeting))
    minuting.approve_minutes(actor=chair, at=at, meeting=meeting, approvals=approvals)


def _supplement(row: Row) -> str:
    return f"{row['unit']}-bo-sung"


def _catch_up(stage: Stage, row: Row, at: datetime) -> None:
    first, start = stage.meetings[row["unit"]], moment(row["catch_up"])
    secretary = stage.secretary(row["unit"], at)
    meeting = stage.meetings[_supplement(row)] = preparing.plan_catch_up(
        actor=secretary,
        at=at,
        meeting=first,
        starts_at=start,
        ends_at=moment(row["catch_up_close"]),
        place=first.place,
    )
    preparing.invite(actor=secretary, at=at, meeting=meeting)


def _hold_catch_up(stage: Stage, row: Row, at: datetime) -> None:
    key = _supplement(row)
    meeting = stage.meetings[key]
    call_roll(stage, meeting, at, {})
    conducting.start_meeting(actor=room(stage, meeting, Role.CHAIR, at), at=at, meeting=meeting)
    discuss_next(stage, key, at)
    conclude_current(stage, key, at, row.get("note", ""))
    close(stage, key, at)
    finalise(stage, row["person"], at)
