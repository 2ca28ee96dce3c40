"""Lập kế hoạch, mở đợt: the plan is read and settled, what it does not say is added, the campaign is opened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from itertools import chain

from tusoi.campaigns.models import Campaign
from tusoi.campaigns.selectors.plan_proposals import a_year_from
from tusoi.campaigns.selectors.plan_readings import settled_fields
from tusoi.campaigns.services import enrolling, plan_reading, planning
from tusoi.decisions.services import opening
from tusoi.rehearsal.answering import (
    basis_answers,
    deadline_answers,
    identity_answers,
    unnamed_bases,
)
from tusoi.rehearsal.example import Row, moment
from tusoi.rehearsal.stage import Stage, Step

FILE_NAME = "ke-hoach.txt"


def steps(stage: Stage) -> Iterator[Step]:
    """The plan is read and drafted the day before, the campaign opened on the day of the plan."""
    plan_at, open_at = moment(stage.season["plan_at"]), moment(stage.season["open_at"])
    yield Step(plan_at, "Đọc kế hoạch", lambda at: _read(stage, at))
    yield Step(plan_at, "Xem lại bản đọc", lambda at: _settle(stage, at))
    yield Step(plan_at, "Lập đợt từ bản đọc", lambda at: _draft(stage, at))
    yield Step(plan_at, "Bổ sung kế hoạch", lambda at: _complete(stage, at))
    yield Step(plan_at, "Lập danh sách đối tượng", lambda at: _enrol(stage, at))
    yield Step(plan_at, "Xác định diện đánh giá", lambda at: _set_standings(stage, at))
    yield Step(open_at, "Mở đợt", lambda at: _open(stage, at))


def _read(stage: Stage, at: datetime) -> None:
    stage.reading = plan_reading.read_document(
        actor=stage.cast.office(at),
        at=at,
        body=stage.cast.body,
        content=stage.example.plan_text,
        file_name=FILE_NAME,
    )


def _settle(stage: Stage, at: datetime) -> None:
    """Answer what the example has an answer to, accept the rest that is clear, leave open what is not."""
    office, plan, reading = stage.cast.office(at), stage.example.plan, stage.read
    settle = partial(plan_reading.settle_field, actor=office, at=at, reading=reading)
    rows = settled_fields(reading)
    facts = plan | {"signer": stage.person(plan["signer"]).full_name}
    answers = chain(
        identity_answers(rows, facts),
        basis_answers(reading, plan["plan_date"]),
        deadline_answers(rows, plan["milestones"], plan["review_year"]),
    )
    for key, answer in answers:
        settle(key=key, **answer)
    plan_reading.accept_clear(actor=office, at=at, reading=reading)
    for row in settled_fields(stage.read):
        if row.needs_look:
            settle(key=row.key, answer="open")


def _draft(stage: Stage, at: datetime) -> None:
    """Make the campaign; a text that is no plan needs the reason that the example gives."""
    plan = stage.example.plan
    make = partial(
        plan_reading.draft_from_reading,
        actor=stage.cast.office(at),
        at=at,
        reading=stage.read,
        overlay=plan["overlay"],
        rules_until=a_year_from(plan["plan_date"]),
    )
    if "reason" in plan:
        stage.expect_refusal(at, "Lập đợt từ văn bản không phải kế hoạch", make)
    stage.campaign = make(reason=plan.get("reason", ""))


def _complete(stage: Stage, at: datetime) -> None:
    """What the text has no words for: the person who signs, further bases and milestones, the procedures."""
    plan, campaign, office = stage.example.plan, stage.opened, stage.cast.office(at)
    stage.campaign = planning.correct_plan(
        actor=office,
        at=at,
        campaign=campaign,
        signer=stage.person(plan["signer"]),
        superior_body=plan["superior_body"],
    )
    more = unnamed_bases(settled_fields(stage.read), plan["legal_bases"])
    if more:
        texts = [*campaign.legal_bases.values_list("text", flat=True), *more]
        planning.set_legal_bases(actor=office, at=at, campaign=campaign, texts=texts)
    for row in _unset(campaign, plan["milestones"]):
        planning.set_milestone(actor=office, at=at, campaign=campaign, **row)
    planning.load_tracks(actor=office, at=at, campaign=campaign)


def _unset(campaign: Campaign, milestones: list[Row]) -> list[Row]:
    """The milestones of the example that the text had no day for."""
    standing = set(campaign.milestones.values_list("step", flat=True))
    return [{"is_inclusive": False} | row for row in milestones if row["step"] not in standing]


def _enrol(stage: Stage, at: datetime) -> None:
    plan_date = stage.example.plan["plan_date"]
    enrolling.enrol_subjects(
        actor=stage.cast.office(at), at=at, campaign=stage.opened, as_of=plan_date
    )


def _set_standings(stage: Stage, at: datetime) -> None:
    """Whom the office rates elsewhere or not at all, each with the reason of the example."""
    for row in stage.example.cases.get("standings", ()):
        enrolling.set_standing(
            actor=stage.cast.office(at),
            at=at,
            subject=stage.subjects[row["person"]],
            standing=row["standing"],
            reason=row["reason"],
        )


def _open(stage: Stage, at: datetime) -> None:
    stage.campaign = opening.open_campaign(
        actor=stage.cast.office(at), at=at, campaign=stage.opened
    )
