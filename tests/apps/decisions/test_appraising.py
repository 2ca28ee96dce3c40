"""Thẩm định và đề nghị: on finished reviews, by the proposer of the plan, with a reason where the facts fall short."""

from __future__ import annotations

import pytest

from tests.apps.decisions.stage import (
    APPRAISED,
    finish_reviews,
    hold_meeting,
    proposed,
    proposer_of,
)
from tusoi.audit.models import Transition
from tusoi.core.errors import NotAllowed, Refused
from tusoi.decisions.models import Appraisal, Classification
from tusoi.decisions.selectors.tasks import tasks_of
from tusoi.decisions.services.appraising import appraise
from tusoi.decisions.services.proposing import propose
from tusoi.meetings.enums import MeetingKind
from tusoi.org.enums import Role


def test_opening_makes_a_row_for_everybody_who_is_rated(opened):
    rows = Classification.objects.filter(subject__campaign=opened.campaign)
    assert rows.count() == opened.campaign.subjects.exclude(standing="not_rated").count()
    assert set(rows.values_list("state", flat=True)) == {"awaiting"}


def test_an_unfinished_review_is_not_appraised(opened):
    with pytest.raises(Refused) as error:
        appraise(actor=opened.office, at=APPRAISED, classification=opened.row("trade_head"))
    assert {finding.rule for finding in error.value.findings} == {
        "rating.review-final",
        "rating.minutes-approved",
    }
    assert not Appraisal.objects.exists()


def test_the_appraisal_keeps_the_findings_and_the_level_the_facts_prove(stage):
    appraisal = appraise(
        actor=stage.office,
        at=APPRAISED,
        classification=stage.row("trade_officer"),
        note="Đủ hồ sơ.",
    )
    assert appraisal.provable_level == "excellent"
    assert appraisal.note == "Đủ hồ sơ."
    assert Transition.objects.filter(machine="classification", action="appraise").count() == 1


def test_missing_opinions_are_stored_and_do_not_stop_the_appraisal(opened):
    finish_reviews(opened)
    hold_meeting(opened, MeetingKind.UNIT_REVIEW, opened.campaign.subjects.all())
    appraisal = appraise(actor=opened.office, at=APPRAISED, classification=opened.row("trade_head"))
    assert "authority.required-opinions" in {finding["rule"] for finding in appraisal.findings}


def test_weak_results_prove_a_lower_level(opened):
    finish_reviews(opened, tasks_exceeded=0)
    hold_meeting(opened, MeetingKind.UNIT_REVIEW, opened.campaign.subjects.all())
    appraisal = appraise(
        actor=opened.office, at=APPRAISED, classification=opened.row("trade_officer")
    )
    assert appraisal.provable_level == "good"


@pytest.mark.parametrize(
    ("key", "role", "actor"),
    [
        ("trade_head", Role.UNIT_HEAD, "trade_head"),
        ("trade_officer", Role.COORDINATOR, "coordinator"),
        ("trade_officer", Role.UNIT_HEAD, "industry_head"),
    ],
)
def test_only_the_proposer_of_the_plan_proposes(stage, key, role, actor):
    appraise(actor=stage.office, at=APPRAISED, classification=stage.row(key))
    with pytest.raises(NotAllowed):
        propose(
            actor=stage.actor(actor, role),
            at=APPRAISED,
            classification=stage.row(key),
            level="good",
            text="Lý do.",
        )


def test_a_level_the_facts_do_not_prove_needs_its_reason(stage):
    row = stage.row("trade_officer")
    appraise(actor=stage.office, at=APPRAISED, classification=row)
    actor = proposer_of(stage, row)
    with pytest.raises(Refused, match="phải nêu lý do"):
        propose(actor=actor, at=APPRAISED, classification=row, level="completed")
    changed = propose(
        actor=actor, at=APPRAISED, classification=row, level="completed", text="Chậm hai nhiệm vụ."
    )
    assert (changed.state, changed.proposed_level) == ("proposed", "completed")


def test_a_proposal_may_be_changed_until_the_decision(stage):
    proposed(stage, trade_officer="excellent")
    row = stage.row("trade_officer")
    propose(
        actor=proposer_of(stage, row),
        at=APPRAISED,
        classification=row,
        level="good",
        text="Theo tỉ lệ.",
    )
    assert stage.row("trade_officer").proposed_level == "good"


def test_before_the_appraisal_nothing_is_proposed(stage):
    row = stage.row("trade_officer")
    with pytest.raises(Refused):
        propose(actor=proposer_of(stage, row), at=APPRAISED, classification=row, level="excellent")


def test_the_office_sees_what_waits(stage):
    labels = [task.label for task in tasks_of(stage.office, APPRAISED.date())]
    ready = Classification.objects.filter(subject__review__state="final").count()
    assert f"Thẩm định {ready} hồ sơ đã hoàn thành kiểm điểm" in labels
