"""Đánh giá, xếp loại: opinions, appraisal, proposals, the meeting of the leaders, decisions, notices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import partial

from django.utils.timezone import localdate

from tusoi.campaigns.models import Subject
from tusoi.core.actor import Actor
from tusoi.decisions.models import Classification, Decision, Notice, OpinionRequest
from tusoi.decisions.selectors.opinions import subjects_to_consult
from tusoi.decisions.services import (
    appraising,
    closing,
    consulting,
    deciding,
    issuing,
    notifying,
    proposing,
)
from tusoi.meetings.enums import MeetingKind
from tusoi.meetings.services import conducting, preparing
from tusoi.org.models import Person
from tusoi.rehearsal.example import Row, moment, pick
from tusoi.rehearsal.meeting import (
    call_roll,
    close,
    conclude_current,
    discuss_next,
    officers,
    room,
)
from tusoi.rehearsal.stage import Stage, Step, code_of, levels_of
from tusoi.rulebook.facts import RatingLevel, Role, Standing


def steps(stage: Stage) -> Iterator[Step]:
    """From the opinions on the first unit to the end of the season.

    A rating without “meet” is decided by the head alone, where the plan asks for no meeting.
    """
    for unit in stage.season["units"]:
        yield from _dossier_steps(stage, unit)
    for row in stage.season["ratings"]:
        yield from _rating_steps(stage, row)
    for row in stage.season["unit_decisions"]:
        yield Step(moment(row["at"]), "Đơn vị quyết định", partial(_decide_in_unit, stage, row))
        yield from _notice_steps(stage, row, row["unit"])
    yield Step(moment(stage.season["close_at"]), "Kết thúc đợt", partial(_close_season, stage))


def _dossier_steps(stage: Stage, unit: str) -> Iterator[Step]:
    plan = stage.plan_of(unit)
    yield Step(moment(plan["appraise"]), "Thẩm định", partial(_appraise, stage, unit))
    if plan.get("consult"):
        yield Step(moment(plan["consult"]), "Lấy ý kiến", partial(_consult, stage, unit))
        yield Step(moment(plan["opine"]), "Cho ý kiến", partial(_give_opinions, stage, unit))
    if unit != stage.cast.body.code:
        yield Step(moment(plan["propose"]), "Đề nghị mức", partial(_propose_unit, stage, unit))
    if "propose_above" in plan:
        yield Step(
            moment(plan["propose_above"]), "Đề nghị cấp trên", partial(_propose_above, stage, unit)
        )


def _rating_steps(stage: Stage, row: Row) -> Iterator[Step]:
    yield Step(moment(row["submit"]), "Trình hồ sơ", partial(_submit, stage))
    if "meet" in row:
        yield Step(moment(row["submit"]), "Mời họp xét", partial(_invite, stage, row))
        yield Step(moment(row["meet"]), "Họp xét", partial(_hold, stage, row))
        yield Step(moment(row["close"]), "Thông qua biên bản", partial(close, stage, row["key"]))
    if "try" in row:
        yield Step(
            moment(row["try"]), "Quyết định vượt tỉ lệ", partial(_decide_too_many, stage, row)
        )
        yield Step(moment(row["correct"]), "Đề nghị lại", partial(_correct, stage, row))
    yield Step(moment(row["decide"]), "Quyết định", partial(_decide, stage, row))
    yield from _notice_steps(stage, row, row["key"])


def _notice_steps(stage: Stage, row: Row, key: str) -> Iterator[Step]:
    yield Step(moment(row["notify"]), "Thông báo", partial(_notify, stage, key))
    yield Step(moment(row["read"]), "Đọc thông báo", partial(_read, stage, key))


def _consult(stage: Stage, unit: str, at: datetime) -> None:
    waiting = [row for row in subjects_to_consult(stage.opened) if row.unit.code == unit]
    consulting.request_opinions(
        actor=stage.cast.office(at),
        at=at,
        campaign=stage.opened,
        subjects=waiting,
        due_on=localdate(moment(stage.plan_of(unit)["opine"])),
    )


def _asked(stage: Stage, request: OpinionRequest, at: datetime) -> Actor:
    """Who answers for the body that was asked: former unit, Party cell, else the Party committee."""
    if request.unit is not None:
        return stage.head(request.unit.code, at)
    if request.cell is not None:
        holder = stage.cast.holder(Role.PARTY_CELL, cell=request.cell.code)
        return stage.cast.actor(holder, Role.PARTY_CELL, at)
    return stage.cast.actor(stage.cast.holder(Role.PARTY_COMMITTEE), Role.PARTY_COMMITTEE, at)


def _give_opinions(stage: Stage, unit: str, at: datetime) -> None:
    requests = OpinionRequest.objects.filter(subject__unit=stage.cast.units[unit])
    for request in requests.select_related("subject__person", "subject__unit", "unit", "cell"):
        code = code_of(request.subject)
        consulting.give_opinion(
            actor=_asked(stage, request, at),
            at=at,
            request=request,
            text=pick(stage.example.texts["rating"][request.source], code),
            level=levels_of(stage.example, code).proposed,
        )


def _appraise(stage: Stage, unit: str, at: datetime) -> None:
    note = stage.example.texts["rating"]["appraisal_note"]
    for code, subject in stage.subjects_of(unit).items():
        if subject.standing != Standing.NOT_RATED:
            appraising.appraise(
                actor=stage.cast.office(at),
                at=at,
                classification=stage.classification(code),
                note=note,
            )


def _propose_unit(stage: Stage, unit: str, at: datetime) -> None:
    for code in _rated(stage.subjects_of(unit)):
        propose(stage, code, levels_of(stage.example, code).proposed, at)


def _propose_above(stage: Stage, unit: str, at: datetime) -> None:
    """What the body puts to the superior for those who are decided on there."""
    for code, subject in stage.subjects_of(unit).items():
        if not subject.track.is_decided_here:
            propose(stage, code, levels_of(stage.example, code).proposed, at)


def _rated(subjects: dict[str, Subject]) -> list[str]:
    return [code for code, row in subjects.items() if row.standing == Standing.RATED_HERE]


def propose(stage: Stage, code: str, level: str, at: datetime, reason: str = "proposal") -> None:
    """With the words of the example for this subject, else for a first proposal or for a correction."""
    subject, texts = stage.subjects[code], stage.example.texts["rating"]
    is_head = subject.track.proposer in {Role.UNIT_HEAD, Role.DEPARTMENT_HEAD}
    words = {"year": stage.opened.review_year, "level": RatingLevel(level).label}
    usual = texts.get(reason, texts["proposal"])
    proposing.propose(
        actor=stage.head(subject.unit.code, at) if is_head else stage.cast.office(at),
        at=at,
        classification=stage.classification(code),
        level=level,
        text=texts.get("own_words", {}).get(code, usual).format(**words),
    )


def _decided_together(stage: Stage, row: Row) -> list[str]:
    """Whom the leaders decide in this meeting."""
    return [
        code
        for unit in row["units"]
        for code in _rated(stage.subjects_of(unit))
        if stage.subjects[code].track.decider == Role.DEPARTMENT_HEAD
    ]


def _invite(stage: Stage, row: Row, at: datetime) -> None:
    body = stage.cast.body
    head, deputy = officers(stage, body.code)
    secretary = stage.secretary(body.code, at)
    guests = {
        code
        for each in stage.season["ballots"]
        for code in each["panel"]
        if each["meeting"] == row["key"]
    }
    meeting = stage.meetings[row["key"]] = preparing.plan_meeting(
        actor=secretary,
        at=at,
        campaign=stage.opened,
        unit=body,
        kind=MeetingKind.LEADERS_RATING,
        title=row["title"],
        starts_at=moment(row["meet"]),
        ends_at=moment(row["close"]) + timedelta(minutes=10),
        place=row["place"],
        chair=stage.person(head),
        deputy_chair=stage.person(deputy) if deputy else None,
        secretary=Person.objects.get(pk=secretary.person_id),
        subjects=[stage.subjects[code] for code in _decided_together(stage, row)],
        guests=[stage.person(code) for code in sorted(guests)],
        audience=row.get("audience", ""),
    )
    preparing.invite(actor=secretary, at=at, meeting=meeting)


def _submit(stage: Stage, at: datetime) -> None:
    """The office lays the submission note and the summary sheet before the leaders."""
    office = stage.cast.holder(Role.COORDINATOR)
    issuing.issue_submission(
        actor=stage.cast.office(at),
        at=at,
        campaign=stage.opened,
        signer_title=stage.cast.title(office),
    )


def _hold(stage: Stage, row: Row, at: datetime) -> None:
    """The leaders go through the list and conclude on each."""
    meeting = stage.meetings[row["key"]]
    call_roll(stage, meeting, at, {})
    conducting.start_meeting(actor=room(stage, meeting, Role.CHAIR, at), at=at, meeting=meeting)
    for count in range(meeting.agenda.count()):
        turn = at + timedelta(minutes=count * row["minutes_per_item"])
        discuss_next(stage, row["key"], turn)
        conclude_current(stage, row["key"], turn)


def _sign(stage: Stage, row: Row, levels: dict[Classification, str], at: datetime) -> Decision:
    body = stage.cast.body
    return deciding.decide(
        actor=stage.head(body.code, at),
        at=at,
        campaign=stage.opened,
        levels=levels,
        number=row["number"],
        signed_on=localdate(at),
        signer_title=stage.example.plan["signer_title"],
        basis_meeting=stage.meetings.get(row["key"]),
    )


def _decide_too_many(stage: Stage, row: Row, at: datetime) -> None:
    """Deciding everything as first proposed breaks caps and ceilings: refused as a whole."""
    codes = _decided_together(stage, row)
    levels = {stage.classification(code): levels_of(stage.example, code).proposed for code in codes}
    label = f"Quyết định {row['number']} theo đề nghị lần đầu"
    stage.expect_refusal(at, label, lambda: _sign(stage, row, levels, at))


def _correct(stage: Stage, row: Row, at: datetime) -> None:
    for code in _decided_together(stage, row):
        levels = levels_of(stage.example, code)
        if levels.proposed != levels.decided:
            propose(stage, code, levels.decided, at, "correction")


def _decide(stage: Stage, row: Row, at: datetime) -> None:
    codes = _decided_together(stage, row)
    levels = {stage.classification(code): levels_of(stage.example, code).decided for code in codes}
    stage.decisions[row["key"]] = _sign(stage, row, levels, at)


def _decide_in_unit(stage: Stage, row: Row, at: datetime) -> None:
    """The head of a service unit decides on its public employees without a leading post."""
    subjects = stage.subjects_of(row["unit"])
    own = [code for code in _rated(subjects) if subjects[code].track.decider == Role.UNIT_HEAD]
    stage.decisions[row["unit"]] = deciding.decide(
        actor=stage.head(row["unit"], at),
        at=at,
        campaign=stage.opened,
        levels={stage.classification(code): levels_of(stage.example, code).decided for code in own},
        number=row["number"],
        signed_on=localdate(at),
        signer_title=stage.subjects[stage.cast.head(row["unit"])].title,
    )


def _notify(stage: Stage, key: str, at: datetime) -> None:
    is_of_unit = key in stage.cast.units
    actor = stage.head(key, at) if is_of_unit else stage.cast.office(at)
    notifying.send_notices(actor=actor, at=at, decision=stage.decisions[key])


def _read(stage: Stage, key: str, at: datetime) -> None:
    """Most recipients confirm the same day; some have not opened theirs yet."""
    for notice in _unread(stage.decisions[key]):
        code = notice.recipient.code
        if pick(["đọc", "đọc", "đọc", "đọc", "đọc", "để sau"], code) == "đọc":
            notifying.read_notice(actor=stage.individual(code, at), at=at, notice=notice)


def _unread(decision: Decision) -> Iterable[Notice]:
    return decision.notices.filter(read_at__isnull=True).select_related("recipient")


def _close_season(stage: Stage, at: datetime) -> None:
    stage.campaign = closing.close_campaign(
        actor=stage.cast.office(at), at=at, campaign=stage.opened
    )
