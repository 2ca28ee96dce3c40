"""Kiểm điểm ở chi bộ: reviews sent to the members, the meeting of each Party cell, what it takes over from the office.

The course of a season names under “cells”, by the code of the cell and over the timetable of all:
“send”, “invite”, “meet”, “close”, “finalise”, “minutes_per_submission”, “minutes_per_item”, “place”,
and where they differ from the usual “secretary”, “deputy”, “order_reason”. “late” says when somebody
sends the review later than all others, “try” when the invitation is refused for it. A row of “absent”
with “cell”, “place_at” and “ground” is heard by that cell instead of the meeting missed at work; one
whose “unit” is the code of a cell missed the meeting of the cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from django.utils.timezone import localdate

from tusoi.campaigns.enums import PlaceKind
from tusoi.campaigns.services.circulating import send_to_cell
from tusoi.campaigns.services.placing import set_place
from tusoi.core.actor import Actor
from tusoi.meetings.enums import MeetingKind
from tusoi.meetings.selectors.cell_pages import review_lines
from tusoi.meetings.selectors.cells import officers_of_cell, unit_of
from tusoi.meetings.selectors.held import holds_review
from tusoi.meetings.services import conducting, preparing
from tusoi.org.models import Person
from tusoi.rehearsal.example import Row, moment, pick
from tusoi.rehearsal.meeting import (
    CLOSING,
    ROLL_CALL,
    close,
    conclude_current,
    discuss_next,
    open_session,
    room,
)
from tusoi.rehearsal.stage import Stage, Step, code_of, turns
from tusoi.rehearsal.writing import finalise
from tusoi.rulebook.facts import Role


def steps(stage: Stage) -> Iterator[Step]:
    """Who missed the meeting at work goes to the cell; then every cell in its own time."""
    for row in stage.season["absent"]:
        if "cell" in row:
            yield Step(moment(row["place_at"]), "Chuyển nơi kiểm điểm", partial(_place, stage, row))
    for cell in stage.season.get("cells", {}):
        yield from _cell_steps(stage, cell)


def _cell_steps(stage: Stage, cell: str) -> Iterator[Step]:
    plan = _plan_of(stage, cell)
    yield Step(moment(plan["send"]), "Gửi chi bộ", partial(_send_all, stage, cell))
    for code, late in plan.get("late", {}).items():
        yield Step(moment(late), "Gửi chi bộ", partial(_send, stage, code))
    planned_at = moment(plan["try"] if "try" in plan else plan["invite"])
    yield Step(planned_at, "Lập hội nghị chi bộ", partial(_prepare, stage, cell))
    if "try" in plan:
        yield Step(planned_at, "Mời khi chưa gửi đủ", partial(_invite_too_early, stage, cell))
    yield Step(moment(plan["invite"]), "Mời họp chi bộ", partial(_invite, stage, cell))
    yield Step(moment(plan["meet"]), "Họp chi bộ", partial(_hold, stage, cell))
    yield Step(moment(plan["close"]), "Thông qua biên bản", partial(close, stage, cell))
    yield Step(moment(plan["finalise"]), "Hoàn thiện", partial(_finalise, stage, cell))


def _plan_of(stage: Stage, cell: str) -> Row:
    """The timetable of a cell over the timetable of all."""
    return {**stage.season["default"], **stage.season["cells"][cell]}


def _place(stage: Stage, row: Row, at: datetime) -> None:
    """The review is held in the cell instead of at work."""
    set_place(
        actor=stage.cast.office(at),
        at=at,
        subject=stage.subjects[row["person"]],
        kind=PlaceKind.CELL,
        cell=stage.cast.cells[row["cell"]],
        reason=row["ground"],
    )


def _codes_of(stage: Stage, cell: str) -> list[str]:
    """Whose reviews are laid before the cell."""
    codes = stage.codes_by_subject()
    reviews = review_lines(stage.opened, stage.cast.cells[cell])
    return [codes[review.subject_id] for review in reviews]


def _send_all(stage: Stage, cell: str, at: datetime) -> None:
    """Everybody sends the own review to the members, one after the other; some do so later."""
    plan = _plan_of(stage, cell)
    in_time = [code for code in _codes_of(stage, cell) if code not in plan.get("late", {})]
    for count, code in enumerate(in_time):
        _send(stage, code, at + timedelta(minutes=count * plan["minutes_per_submission"]))


def _send(stage: Stage, code: str, at: datetime) -> None:
    send_to_cell(actor=stage.writer(code, at), at=at, review=stage.review(code))


def _leader(stage: Stage, cell: str, at: datetime) -> Actor:
    code = stage.cast.holder(Role.PARTY_CELL, cell=cell)
    return stage.cast.actor(code, Role.PARTY_CELL, at)


def _prepare(stage: Stage, code: str, at: datetime) -> None:
    """Planned by whoever leads the cell, recorded by its secretary."""
    plan, cell, leader = _plan_of(stage, code), stage.cast.cells[code], _leader(stage, code, at)
    unit, chair, deputy = unit_of(cell, stage.opened), *_officers(stage, code, at)
    secretary = plan.get("secretary") or stage.cast.holder(Role.SECRETARY, unit=unit.code)
    stage.meetings[code] = preparing.plan_meeting(
        actor=leader,
        at=at,
        campaign=stage.opened,
        unit=unit,
        kind=MeetingKind.CELL_REVIEW,
        cell=cell,
        title=f"Hội nghị kiểm điểm năm {stage.opened.review_year} của {cell.name}",
        starts_at=moment(plan["meet"]),
        ends_at=moment(plan["close"]) + CLOSING,
        place=plan["place"],
        chair=chair,
        deputy_chair=deputy,
        secretary=stage.person(secretary),
        order_reason=plan.get("order_reason", ""),
    )


def _invite(stage: Stage, code: str, at: datetime) -> None:
    preparing.invite(actor=_leader(stage, code, at), at=at, meeting=stage.meetings[code])


def _invite_too_early(stage: Stage, code: str, at: datetime) -> None:
    """The members have not got everything that is to be taken over: refused."""
    label = f"Mời họp “{stage.meetings[code].title}”"
    stage.expect_refusal(at, label, partial(_invite, stage, code, at))


def _officers(stage: Stage, code: str, at: datetime) -> tuple[Person, Person | None]:
    """The secretary of the cell, and who conducts while he or she is heard."""
    people = {person.pk: person for person in stage.cast.people.values()}
    found = officers_of_cell(stage.cast.cells[code], localdate(at))
    named = _plan_of(stage, code).get("deputy")
    deputy = stage.person(named) if named else people.get(found.get("deputy_chair", 0))
    return people[found["chair"]], deputy


def _hold(stage: Stage, code: str, at: datetime) -> None:
    """Item by item; what was reviewed at work is only adopted."""
    plan, meeting = _plan_of(stage, code), stage.meetings[code]
    open_session(stage, code, at)
    for turn in turns(plan, meeting.agenda.filter(state="pending").count()):
        taken_up = turn + ROLL_CALL
        discuss_next(stage, code, taken_up)
        _conclude(stage, code, taken_up + timedelta(minutes=plan["minutes_per_item"] - 2))


def _conclude(stage: Stage, code: str, at: datetime) -> None:
    """Where the review itself is held as anywhere else; otherwise the cell says what it thinks of it."""
    meeting = stage.meetings[code]
    item = meeting.agenda.select_related("meeting", "subject__unit", "subject__person").get(
        state="current"
    )
    if holds_review(item):
        conclude_current(stage, code, at)
        return
    options = stage.example.texts["meeting"]["cell_conclusions"]
    conducting.conclude(
        actor=room(stage, meeting, Role.CHAIR, at),
        at=at,
        item=item,
        conclusion=pick(options, code, code_of(item.subject)),
    )


def _finalise(stage: Stage, cell: str, at: datetime) -> None:
    """Whoever was reviewed in the cell completes the review."""
    for code in _codes_of(stage, cell):
        finalise(stage, code, at)
