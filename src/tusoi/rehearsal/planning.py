"""Lập kế hoạch, mở đợt: from the facts of the plan to the opened campaign."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from tusoi.campaigns.services import enrolling, planning
from tusoi.decisions.services import opening
from tusoi.rehearsal.example import moment
from tusoi.rehearsal.stage import Stage, Step


def steps(stage: Stage) -> Iterator[Step]:
    """The plan is drafted the day before, the campaign opened on the day of the plan."""
    plan_at, open_at = moment(stage.season["plan_at"]), moment(stage.season["open_at"])
    yield Step(plan_at, "Lập kế hoạch", lambda at: _draft(stage, at))
    yield Step(plan_at, "Lập danh sách đối tượng", lambda at: _enrol(stage, at))
    yield Step(open_at, "Mở đợt", lambda at: _open(stage, at))


def _draft(stage: Stage, at: datetime) -> None:
    plan, office = dict(stage.example.plan), stage.cast.office(at)
    legal_bases, milestones = plan.pop("legal_bases"), plan.pop("milestones")
    facts = {
        "plan_purpose": plan.pop("purpose"),
        "plan_contents": plan.pop("contents"),
        "plan_organisation": plan.pop("organisation"),
        "signer": stage.person(plan.pop("signer")),
    }
    campaign = planning.draft_campaign(actor=office, at=at, body=stage.cast.body, **plan, **facts)
    planning.set_legal_bases(actor=office, at=at, campaign=campaign, texts=legal_bases)
    for row in milestones:
        deadline = {"is_inclusive": False} | row
        planning.set_milestone(actor=office, at=at, campaign=campaign, **deadline)
    planning.load_tracks(actor=office, at=at, campaign=campaign)
    stage.campaign = campaign


def _enrol(stage: Stage, at: datetime) -> None:
    plan_date = stage.example.plan["plan_date"]
    enrolling.enrol_subjects(
        actor=stage.cast.office(at), at=at, campaign=stage.opened, as_of=plan_date
    )


def _open(stage: Stage, at: datetime) -> None:
    stage.campaign = opening.open_campaign(
        actor=stage.cast.office(at), at=at, campaign=stage.opened
    )
