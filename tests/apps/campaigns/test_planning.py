"""Lập kế hoạch: the plan's facts, its deadlines and its checks."""

from __future__ import annotations

from datetime import date

import pytest

from tests.apps.campaigns.season import OPENED, PLANNED, draft, start
from tests.cast import moment
from tusoi.campaigns.enums import MilestoneStep
from tusoi.campaigns.selectors.checks import blockers_for_open, data_check
from tusoi.campaigns.selectors.progress import deadline_words
from tusoi.campaigns.services import enrolling, planning
from tusoi.core.errors import NotAllowed, Refused
from tusoi.org.enums import Role

pytestmark = pytest.mark.django_db


def _milestone(
    department, plan, due_on, *, is_inclusive=False, at=PLANNED, step=MilestoneStep.UNIT_REVIEWS
):
    return planning.set_milestone(
        actor=department.office,
        at=at,
        campaign=plan,
        step=step,
        label="Gửi hồ sơ",
        responsible="Các phòng",
        due_on=due_on,
        is_inclusive=is_inclusive,
    )


def test_a_complete_plan_may_be_opened(department, plan):
    assert blockers_for_open(plan, OPENED.date()) == []


def test_an_empty_plan_names_every_fault_with_the_place_to_mend_it(department):
    faults = data_check(start(department), PLANNED.date())
    rules = {fault.rule for fault in faults}
    assert {
        "plan.no-bases",
        "plan.no-milestone",
        "plan.no-tracks",
        "plan.no-subjects",
        "plan.signer",
    } <= rules
    assert all(fault.remedy and fault.data["url_name"] for fault in faults)


def test_a_second_campaign_of_the_same_year_is_refused(department):
    start(department)
    with pytest.raises(Refused, match="đã có đợt đánh giá năm 2023"):
        start(department)


def test_a_withdrawn_plan_makes_room_for_another(department):
    planning.withdraw_campaign(actor=department.office, at=PLANNED, campaign=start(department))
    assert start(department).state == "draft"


def test_only_the_office_plans(department, plan):
    head = department.actor("trade_head", Role.UNIT_HEAD)
    with pytest.raises(NotAllowed):
        planning.correct_plan(actor=head, at=PLANNED, campaign=plan, title="Kế hoạch khác")


def test_an_opened_plan_keeps_its_facts(department, season):
    with pytest.raises(Refused, match="không còn ở bước lập kế hoạch"):
        planning.correct_plan(
            actor=department.office, at=OPENED, campaign=season, title="Kế hoạch khác"
        )


@pytest.mark.parametrize(
    ("due_on", "at", "message"),
    [
        (date(2023, 11, 20), PLANNED, "trước ngày của kế hoạch"),
        (date(2023, 11, 24), moment(2023, 11, 25), "đã qua"),
        (date(2024, 1, 2), PLANNED, "nghỉ lễ"),
    ],
)
def test_a_deadline_that_cannot_be_kept_is_refused(department, due_on, at, message):
    plan = start(department)
    with pytest.raises(Refused, match=message):
        _milestone(department, plan, due_on, at=at)
    assert not plan.milestones.exists()


def test_a_deadline_on_a_weekend_is_pointed_out(department, plan):
    _milestone(department, plan, date(2023, 12, 3))
    assert "milestone.weekend" in {fault.rule for fault in data_check(plan, PLANNED.date())}


def test_before_a_day_ends_the_day_before(department, plan):
    milestone = _milestone(department, plan, date(2023, 11, 30))
    assert deadline_words(milestone) == "trước ngày 30/11/2023, tức chậm nhất hết ngày 29/11/2023"
    milestone = _milestone(department, plan, date(2023, 11, 30), is_inclusive=True)
    assert deadline_words(milestone) == "trong ngày 30/11/2023"


def test_the_procedures_follow_the_local_plan(department, plan):
    track = plan.tracks.get(kind="public_employee")
    assert (track.form_code, track.decider) == ("nd90-mau-03", Role.UNIT_HEAD)
    assert plan.tracks.get(kind="unit_collective").criteria_form_code == "hd25-mau-1a"
    assert not plan.tracks.get(kind="department_leader").is_decided_here


def test_unknown_local_rules_are_refused(department):
    with pytest.raises(Refused, match="bộ quy định riêng"):
        planning.correct_plan(
            actor=department.office, at=PLANNED, campaign=start(department), overlay="khong-co"
        )


def test_legal_bases_keep_their_order_and_lose_empty_lines(department, plan):
    planning.set_legal_bases(
        actor=department.office, at=PLANNED, campaign=plan, texts=["  Luật  A ", "", "Nghị định B"]
    )
    assert [basis.text for basis in plan.legal_bases.all()] == ["Luật A", "Nghị định B"]


def test_enrolment_is_part_of_the_check(department):
    plan = draft(department)
    plan.subjects.filter(person=department.people["trade_officer"]).delete()
    faults = blockers_for_open(plan, OPENED.date())
    assert ["Bùi Ngọc Ánh" in fault.message for fault in faults] == [True]
    enrolling.enrol_subjects(actor=department.office, at=OPENED, campaign=plan, as_of=OPENED.date())
    assert blockers_for_open(plan, OPENED.date()) == []
