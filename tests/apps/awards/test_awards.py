"""Đăng ký, đề nghị, trình khen thưởng: what stands afterwards, and what the rules say on the way."""

from datetime import date

import pytest

from tests.apps.awards.stage import DISCUSSED, discuss, enter, put_forward
from tests.apps.decisions.stage import proposed
from tests.cast import moment
from tusoi.audit.models import AuditEntry
from tusoi.awards.facts import AwardCase, Merits
from tusoi.awards.models import AwardNomination, AwardRegistration
from tusoi.awards.selectors.grounds import grounds_of
from tusoi.awards.selectors.nominations import (
    findings_for_nominate,
    lowest_level,
    needs_registration,
    nominable_subjects,
    nomination_list,
)
from tusoi.awards.selectors.registrations import missing_registrations, staff_of
from tusoi.awards.selectors.tasks import tasks_of
from tusoi.awards.services.nominating import withdraw_nomination
from tusoi.awards.services.registering import register_all, withdraw_registration
from tusoi.awards.services.submitting import (
    decline_nomination,
    restore_nomination,
    submit_list,
)
from tusoi.campaigns.enums import MilestoneStep
from tusoi.campaigns.models import Campaign, Milestone
from tusoi.core.errors import Refused
from tusoi.documents.models import StoredDocument
from tusoi.org.enums import Role
from tusoi.rulebook.facts import AwardTitle, RatingLevel

COUNCIL = "Hội đồng Thi đua - Khen thưởng Sở Công Thương"


def nomination(**wanted):
    return AwardNomination.objects.get(**wanted)


def send(stage, rows=None, **changes):
    facts = {"campaign": stage.campaign, "council": COUNCIL}
    rows = AwardNomination.objects.all() if rows is None else rows
    return submit_list(actor=stage.office, at=DISCUSSED, nominations=rows, **facts | changes)


def own_rules(stage, overlay, day):
    """The same season under the local rules of another body, as they stood that day."""
    Campaign.objects.filter(pk=stage.campaign.pk).update(overlay=overlay, law_date=day)
    stage.campaign.refresh_from_db()


def test_a_registration_stands_in_the_list_of_the_unit_of_that_day(stage):
    made = enter(stage, "trade_officer")
    assert (made.year, made.unit.code) == (2023, "QLTM")
    assert grounds_of(stage.ratings.subject("trade_officer")).is_registered
    assert AuditEntry.objects.filter(command="award.register").count() == 1


def test_a_person_registers_for_himself(stage):
    own = stage.ratings.actor("trade_officer")
    made = register_all(
        actor=own,
        at=DISCUSSED,
        registrants=[stage.department.people["trade_officer"]],
        title="advanced_worker",
        registered_on=DISCUSSED.date(),
    )
    assert [row.entered_by_id for row in made] == [own.person_id]


def test_a_whole_unit_registers_at_once_without_those_who_have(stage):
    enter(stage, "trade_officer", "advanced_worker")
    staff = staff_of(stage.head.unit_id, DISCUSSED.date())
    missing = missing_registrations(staff, "advanced_worker", 2023)
    day = DISCUSSED.date()
    made = register_all(
        actor=stage.head,
        at=DISCUSSED,
        registrants=missing,
        title="advanced_worker",
        registered_on=day,
    )
    assert len(made) == staff.count() - 1 == 4
    assert not missing_registrations(staff, "advanced_worker", 2023)


def test_a_registration_by_mistake_is_taken_back(stage):
    made = enter(stage, "trade_officer")
    withdraw_registration(actor=stage.head, at=DISCUSSED, registration=made)
    assert not AwardRegistration.objects.exists()
    assert AuditEntry.objects.filter(command="award.withdraw_registration").exists()


def test_a_nomination_keeps_what_was_confirmed_and_what_the_rules_said(nominated):
    row = nomination()
    assert (row.state, row.votes_for, row.discussion.voters) == ("nominated", 4, 5)
    assert row.merits["has_spirit"] is True
    assert [entry["rule"] for entry in row.findings] == ["awards.conditions"]
    assert row.findings[0]["severity"] == "warns"


def test_where_the_plan_asks_for_it_nobody_is_nominated_without_registration(stage):
    own_rules(stage, "van-phong-ubnd-2023", date(2023, 12, 8))
    discuss(stage)
    with pytest.raises(Refused, match="đăng ký thi đua từ đầu năm"):
        put_forward(stage, "trade_officer", "advanced_worker")
    kept = put_forward(
        stage,
        "trade_officer",
        "advanced_worker",
        reason="Mới chuyển đến giữa năm, có bản đăng ký ở nơi cũ.",
    )
    assert kept.override_reason
    assert "awards.registration" in {entry["rule"] for entry in kept.findings}


def test_the_title_asked_for_need_not_be_the_one_registered(stage):
    own_rules(stage, "van-phong-ubnd-2023", date(2023, 12, 8))
    enter(stage, "trade_officer", "national_fighter")
    discuss(stage)
    assert put_forward(stage, "trade_officer", "advanced_worker").state == "nominated"


def test_where_the_plan_says_so_only_the_excellent_are_nominated(stage):
    own_rules(stage, "dong-thap-2021", date(2021, 12, 1))
    assert lowest_level(stage.campaign) is RatingLevel.EXCELLENT
    assert needs_registration(stage.campaign)
    for key in ("trade_officer", "trade_officer_2"):
        enter(stage, key)
    discuss(stage)
    with pytest.raises(Refused, match="Chỉ đề nghị khen thưởng từ mức"):
        put_forward(stage, "trade_officer_2")
    assert put_forward(stage, "trade_officer").state == "nominated"


def test_nobody_is_nominated_before_the_rating(stage):
    discuss(stage)
    assert not needs_registration(stage.campaign)
    with pytest.raises(Refused, match="chưa được đánh giá, xếp loại"):
        put_forward(stage, "trade_officer_3")


def test_levels_of_earlier_years_count_back_without_a_gap(stage):
    subject = stage.ratings.subject("trade_officer")
    assert grounds_of(subject).levels_before == ()
    assert grounds_of(subject).level is RatingLevel.EXCELLENT


def test_a_collective_brings_the_numbers_of_its_unit(nominated):
    grounds = grounds_of(nominated.ratings.subject("trade"))
    assert grounds.is_collective
    assert (grounds.members, grounds.members_completed) == (5, 2)
    assert (grounds.advanced_workers, grounds.base_fighters) == (1, 0)
    found = findings_for_nominate(
        nominated.ratings.subject("trade"), AwardTitle.ADVANCED_COLLECTIVE, case_of(nominated)
    )
    assert "award.level" in {finding.rule for finding in found}


def case_of(stage):
    return AwardCase(achievements="Nội bộ đoàn kết.", votes_for=5, merits=Merits(is_united=True))


def test_the_unit_takes_a_nomination_back_and_may_make_it_again(nominated):
    row = withdraw_nomination(
        actor=nominated.head, at=DISCUSSED, nomination=nomination(), reason="Ghi nhầm số phiếu."
    )
    assert row.state == "withdrawn"
    again = put_forward(nominated, "trade_officer", "advanced_worker", votes_for=5, votes_against=0)
    assert again.state == "nominated"


def test_the_office_leaves_one_out_and_takes_it_back(nominated):
    row = decline_nomination(
        actor=nominated.office, at=DISCUSSED, nomination=nomination(), reason="Thành tích chưa rõ."
    )
    assert (row.state, row.closing_reason) == ("declined", "Thành tích chưa rõ.")
    row = restore_nomination(actor=nominated.office, at=DISCUSSED, nomination=row)
    assert (row.state, row.closing_reason) == ("nominated", "")


def test_the_list_goes_to_the_council_with_its_note_frozen(nominated):
    made = send(nominated)
    assert nomination().state == "submitted"
    assert nomination().award_list == made
    note = StoredDocument.objects.get(owner_type="awards.awardlist")
    assert (note.kind, note.number, note.owner_id) == ("award_submission", 1, made.pk)
    assert "Bùi Ngọc Ánh" in note.preview


def test_a_list_waits_for_the_decision_on_the_level(stage):
    proposed(stage.ratings, trade_officer_3="excellent")
    discuss(stage)
    row = put_forward(stage, "trade_officer_3", "advanced_worker")
    with pytest.raises(Refused, match="Mức xếp loại chưa có quyết định"):
        send(stage, [row])
    assert nomination().state == "nominated"


def test_no_more_base_fighters_than_the_share_allows(nominated):
    enter(nominated, "trade_officer")
    put_forward(nominated, "trade_officer", "base_fighter")
    with pytest.raises(Refused, match="nhiều nhất là 0"):
        send(nominated)


@pytest.mark.parametrize(
    ("key", "role", "sees"),
    [
        ("trade_head", Role.UNIT_HEAD, 1),
        ("industry_head", Role.UNIT_HEAD, 0),
        ("trade_officer", Role.INDIVIDUAL, 1),
        ("trade_officer_2", Role.INDIVIDUAL, 0),
        ("director", Role.DEPARTMENT_HEAD, 1),
        ("coordinator", Role.COORDINATOR, 1),
        ("admin", Role.TECHNICAL_ADMIN, 0),
    ],
)
def test_everybody_sees_what_is_theirs(nominated, key, role, sees):
    actor = nominated.ratings.actor(key, role)
    assert nomination_list(actor).count() == sees


def test_whom_a_unit_may_put_forward(nominated, django_assert_num_queries):
    rows = nominable_subjects(nominated.head, nominated.campaign, level="excellent")
    with django_assert_num_queries(2):
        found = list(rows)
    assert [row.name for row in found] == ["Bùi Ngọc Ánh"]
    assert found[0].is_registered
    assert [made.title for made in found[0].standing_nominations] == ["advanced_worker"]
    everybody = nominable_subjects(nominated.office, nominated.campaign)
    assert everybody.count() > nominable_subjects(nominated.head, nominated.campaign).count()


def test_late_evening_is_still_the_same_day(stage):
    made = enter(stage, "trade_officer", registered_on=moment(2023, 12, 4, 23).date())
    assert made.registered_on.isoformat() == "2023-12-04"


def test_the_deadline_of_the_plan_stands_among_the_tasks_until_the_unit_has_discussed(stage):
    assert tasks_of(stage.head, DISCUSSED.date()) == []
    Milestone.objects.create(
        campaign=stage.campaign,
        step=MilestoneStep.AWARD_DOSSIERS,
        label="Gửi hồ sơ đề nghị khen thưởng",
        responsible="Các phòng, ban, đơn vị",
        due_on=date(2023, 12, 15),
        is_inclusive=True,
    )
    (task,) = tasks_of(stage.head, DISCUSSED.date())
    assert (task.url_name, task.due_on) == ("unit:awards", date(2023, 12, 15))
    discuss(stage)
    assert tasks_of(stage.head, DISCUSSED.date()) == []


def test_the_office_sees_how_many_wait(nominated):
    (task,) = tasks_of(nominated.office, DISCUSSED.date())
    assert "1 đề nghị khen thưởng" in task.label
    Campaign.objects.update(state="closed")
    assert tasks_of(nominated.office, DISCUSSED.date()) == []
