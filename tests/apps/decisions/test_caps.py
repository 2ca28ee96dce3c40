"""Tỉ lệ trần: both readings, the small group, and two deciders at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.apps.decisions.stage import decided, hold_meeting, proposed, reviewed, sign
from tests.cast import small_department
from tusoi.core.errors import Refused
from tusoi.decisions.models import Classification, Decision
from tusoi.decisions.selectors.caps import caps_of
from tusoi.decisions.services.deciding import OverrideInput
from tusoi.meetings.enums import MeetingKind
from tusoi.rulebook.rules.quotas import QuotaBase, QuotaScope

OFFICERS = (
    "coordinator",
    "admin",
    "trade_officer",
    "trade_officer_2",
    "trade_officer_3",
    "industry_officer",
    "industry_officer_2",
)


def levels(*excellent: str) -> dict[str, str]:
    return {key: "excellent" if key in excellent else "good" for key in OFFICERS}


def test_one_of_six_good_may_be_excellent(stage):
    decided(stage, **levels("trade_officer"))
    group = caps_of(stage.campaign).verdicts[QuotaScope.GROUP, "officers"]
    assert group.readings[QuotaBase.GOOD].base_count == 6
    assert (group.readings[QuotaBase.GOOD].allowed, group.readings[QuotaBase.GOOD].used) == (1, 1)
    assert group.readings[QuotaBase.GOOD_OR_BETTER].base_count == 7


def test_two_are_one_too_many(stage):
    with pytest.raises(Refused) as error:
        decided(stage, **levels("trade_officer", "industry_officer"))
    assert {finding.rule for finding in error.value.findings} == {"quota.top-level"}
    assert not Decision.objects.exists()


def test_a_reasoned_override_lets_the_second_pass(stage):
    wanted = levels("trade_officer", "industry_officer")
    rows = dict(zip(proposed(stage, **wanted), wanted.values(), strict=True))
    answer = OverrideInput(
        "quota.top-level", "Thành tích đột xuất được Ủy ban nhân dân tỉnh ghi nhận.", "34/UBND-NC"
    )
    overrides = {row.pk: [answer] for row, level in rows.items() if level == "excellent"}
    decision = sign(stage, rows, overrides=overrides)
    assert decision.classifications.filter(decided_level="excellent").count() == 2


def test_a_small_group_that_is_all_good_may_choose_one(stage):
    head = stage.actor("centre_head", "unit_head")
    decision = decided(stage, "9", head, centre_employee="excellent", centre_employee_2="good")
    assert decision.classifications.count() == 2


def test_the_cap_of_a_unit_that_decides_is_its_own(stage):
    caps = caps_of(stage.campaign)
    assert (QuotaScope.GROUP, "employees/TTKC") in caps.verdicts
    assert (
        caps.labels[QuotaScope.GROUP, "employees/TTKC"]
        == "Viên chức không giữ chức vụ, Trung tâm Khuyến công"
    )


def test_proposals_count_in_the_plan_and_not_in_decisions(stage):
    proposed(stage, trade_officer="excellent")
    key = (QuotaScope.GROUP, "officers")
    assert caps_of(stage.campaign).verdicts[key].readings[QuotaBase.GOOD].used == 1
    assert (
        caps_of(stage.campaign, is_planned=False).verdicts[key].readings[QuotaBase.GOOD].used == 0
    )


@pytest.mark.django_db(transaction=True)
def test_the_cap_holds_when_two_decide_at_the_same_moment():
    stage = reviewed(small_department())
    good = {
        key: level
        for key, level in levels().items()
        if key not in {"trade_officer", "industry_officer"}
    }
    decided(stage, "1", **good)
    rows = proposed(stage, trade_officer="excellent", industry_officer="excellent")
    meeting = hold_meeting(stage, MeetingKind.LEADERS_RATING, [row.subject for row in rows])
    director, start = stage.director, Barrier(2)

    def decide_one(row: Classification, number: str) -> str:
        start.wait(timeout=10)
        try:
            sign(stage, {row: "excellent"}, number, director, basis_meeting=meeting)
        except Refused as error:
            return error.findings[0].rule
        finally:
            connection.close()
        return "decided"

    with ThreadPoolExecutor(2) as pool:
        outcomes = sorted(pool.map(decide_one, rows, ("2", "3")))

    assert outcomes == ["decided", "quota.top-level"]
    assert Classification.objects.filter(decided_level="excellent").count() == 1
