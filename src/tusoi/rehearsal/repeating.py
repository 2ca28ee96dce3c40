"""Kiểm điểm lại, xếp loại lại: an unsatisfactory review is held in a second meeting, a level without ground proposed anew.

Keys of the season, both optional: “repeats” (“tried” names a day too early after the new drafts went out), “rerated”.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.utils.timezone import localdate

from tusoi.campaigns.services import circulating, writing
from tusoi.decisions.services import appraising, proposing
from tusoi.decisions.services.repeating import order_again
from tusoi.meetings.enums import MeetingKind
from tusoi.meetings.models import Meeting
from tusoi.meetings.selectors.people import members_of
from tusoi.meetings.services import preparing
from tusoi.org.models import Person
from tusoi.rehearsal.content import content_of
from tusoi.rehearsal.example import Row, moment
from tusoi.rehearsal.meeting import (
    CLOSING,
    ROLL_CALL,
    close,
    conclude_current,
    discuss_next,
    officers,
    open_session,
)
from tusoi.rehearsal.rating import propose
from tusoi.rehearsal.stage import Stage, Step, levels_of, turns
from tusoi.rehearsal.writing import WINDOW, finalise, submit
from tusoi.rulebook.facts import RatingLevel


def steps(stage: Stage) -> Iterator[Step]:
    """Every order with the second meeting it leads to, every dossier sent back for another level."""
    for row in stage.season.get("repeats", ()):
        yield from _draft_steps(stage, row)
        yield from _meeting_steps(stage, row)
    for row in stage.season.get("rerated", ()):
        yield Step(
            moment(row["tried"]), "Đề nghị không nêu lý do", partial(_propose_bare, stage, row)
        )
        yield Step(moment(row["at"]), "Trả lại để xếp loại lại", partial(_send_back, stage, row))
        yield Step(moment(row["again"]), "Xếp loại lại", partial(_rate_again, stage, row))


def _draft_steps(stage: Stage, row: Row) -> Iterator[Step]:
    yield Step(moment(row["ordered"]), "Yêu cầu kiểm điểm lại", partial(_order, stage, row))
    yield Step(moment(row["write"]), "Viết lại", partial(_rewrite, stage, row))
    yield Step(moment(row["circulate"]), "Gửi lại dự thảo", partial(_circulate, stage, row))
    if "tried" in row:
        yield Step(moment(row["invite"]), "Mời họp sớm quá", partial(_try, stage, row))
    yield Step(moment(row["invite"]), "Mời họp lại", partial(_invite, stage, row))


def _meeting_steps(stage: Stage, row: Row) -> Iterator[Step]:
    key = row["key"]
    pause = timedelta(minutes=row["minutes_per_item"] - 2)
    yield Step(moment(row["meet"]), "Khai mạc", partial(open_session, stage, key))
    for turn in turns(row, len(row["subjects"])):
        yield Step(turn + ROLL_CALL, "Kiểm điểm lại", partial(discuss_next, stage, key))
        yield Step(turn + ROLL_CALL + pause, "Kết luận", partial(conclude_current, stage, key))
    yield Step(moment(row["close"]), "Thông qua biên bản", partial(close, stage, key))
    yield Step(moment(row["finalise"]), "Hoàn thiện", partial(_finalise, stage, row))


def _order(stage: Stage, row: Row, at: datetime) -> None:
    agenda = stage.meetings[row["unit"]].agenda.select_related("meeting__campaign", "subject")
    for code in row["subjects"]:
        order_again(
            actor=stage.head(stage.cast.body.code, at),
            at=at,
            item=agenda.get(subject=stage.subjects[code]),
            reason=row["reason"],
            due_on=row["due_on"],
            document=row["document"],
        )


def _rewrite(stage: Stage, row: Row, at: datetime) -> None:
    """The same review, with what the order asked for written anew."""
    for code, added in row["subjects"].items():
        review = stage.review(code)
        writing.save_review(
            actor=stage.writer(code, at),
            at=at,
            review=review,
            content=content_of(stage, code) | added,
            self_level=levels_of(stage.example, code).self_level,
            base_revision=review.revision,
            window=WINDOW,
        )
        submit(stage, code, at)


def _circulate(stage: Stage, row: Row, at: datetime) -> None:
    unit = row["unit"]
    day = localdate(moment(row["meet"]))
    recipients = list(members_of(stage.cast.units[unit], MeetingKind.UNIT_REVIEW, day))
    for code in row["subjects"]:
        circulating.circulate_review(
            actor=stage.secretary(unit, at),
            at=at,
            review=stage.review(code),
            recipients=recipients,
        )


def _plan(stage: Stage, row: Row, starts_at: datetime, ends_at: datetime, at: datetime) -> Meeting:
    unit = stage.cast.units[row["unit"]]
    head, deputy = officers(stage, row["unit"])
    secretary = stage.secretary(row["unit"], at)
    meeting = preparing.plan_meeting(
        actor=secretary,
        at=at,
        campaign=stage.opened,
        unit=unit,
        kind=MeetingKind.UNIT_REVIEW,
        title=f"Hội nghị kiểm điểm lại năm {stage.opened.review_year} của {unit.name}",
        starts_at=starts_at,
        ends_at=ends_at,
        place=row["place"],
        chair=stage.person(head),
        deputy_chair=stage.person(deputy),
        secretary=Person.objects.get(pk=secretary.person_id),
    )
    return preparing.invite(actor=secretary, at=at, meeting=meeting)


def _try(stage: Stage, row: Row, at: datetime) -> None:
    """An invitation to a day before which the new drafts did not lie long enough; nothing of it stays."""
    tried = moment(row["tried"])

    def plan_too_early() -> None:
        with transaction.atomic():
            _plan(stage, row, tried, tried + timedelta(hours=4), at)

    unit = stage.cast.units[row["unit"]].name
    stage.expect_refusal(at, f"Mời họp lại ngày {tried:%d/%m/%Y} của {unit}", plan_too_early)


def _invite(stage: Stage, row: Row, at: datetime) -> None:
    ends_at = moment(row["close"]) + CLOSING
    stage.meetings[row["key"]] = _plan(stage, row, moment(row["meet"]), ends_at, at)


def _finalise(stage: Stage, row: Row, at: datetime) -> None:
    for code in row["subjects"]:
        finalise(stage, code, at)


def _propose_bare(stage: Stage, row: Row, at: datetime) -> None:
    """A level that the facts do not prove, proposed without a word of reason."""
    subject = stage.subjects[row["person"]]
    level = levels_of(stage.example, row["person"]).proposed
    act = partial(
        proposing.propose,
        actor=stage.head(subject.unit.code, at),
        at=at,
        classification=stage.classification(row["person"]),
        level=level,
    )
    label = f"Đề nghị “{RatingLevel(level).label}” cho {subject.name} mà không nêu căn cứ"
    stage.expect_refusal(at, label, act)


def _send_back(stage: Stage, row: Row, at: datetime) -> None:
    appraising.send_back(
        actor=stage.cast.office(at),
        at=at,
        classification=stage.classification(row["person"]),
        reason=row["reason"],
    )


def _rate_again(stage: Stage, row: Row, at: datetime) -> None:
    code = row["person"]
    appraising.appraise(
        actor=stage.cast.office(at),
        at=at,
        classification=stage.classification(code),
        note=row["note"],
    )
    propose(stage, code, levels_of(stage.example, code).decided, at, "correction")
