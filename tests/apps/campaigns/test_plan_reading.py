"""Từ bản đọc đến đợt: fields are settled, the campaign holds what was accepted and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from tests.apps.campaigns.reading import READ, TEXT, kept
from tusoi.audit.models import AuditEntry
from tusoi.campaigns.enums import MilestoneStep
from tusoi.campaigns.models import Campaign, LocalRule, PlanReading
from tusoi.campaigns.selectors.plan_deadlines import guessed_step
from tusoi.campaigns.selectors.plan_proposals import Proposal, a_year_from, origins_of
from tusoi.campaigns.selectors.plan_readings import (
    marked_text,
    remarks_of,
    settled_fields,
    waiting,
)
from tusoi.campaigns.services import plan_reading
from tusoi.campaigns.services.planning import withdraw_campaign
from tusoi.core.errors import NotAllowed, Refused
from tusoi.org.enums import Role

TODAY = READ.date()


@pytest.fixture
def reading(department) -> PlanReading:
    return kept(department)


@pytest.fixture
def act(department, reading):
    """`act(plan_reading.settle_field, key=…)` by the office, on the reading as it stands."""
    return lambda command, **facts: command(
        actor=department.office, at=READ, reading=PlanReading.objects.get(pk=reading.pk), **facts
    )


@pytest.fixture
def settle(act):
    return lambda key, answer="accepted", **facts: act(
        plan_reading.settle_field, key=key, answer=answer, **facts
    )


def row_of(reading, key):
    reading.refresh_from_db()
    return next(row for row in settled_fields(reading) if row.key == key)


def proposal(reading, overlay=""):
    reading.refresh_from_db()
    return Proposal(reading, overlay, TODAY, date(2024, 11, 22))


def test_each_field_has_its_words_and_its_sentence(reading):
    row = row_of(reading, "deadlines-0")
    assert (row.written, row.bound, row.step) == ("30/11/2023", "trước ngày", "unit_reviews")
    assert "gửi hồ sơ về Văn phòng Sở trước ngày 30/11/2023" in row.sentence
    assert row_of(reading, "rules-1").written == "15%"
    assert row_of(reading, "kind").written == "Kế hoạch"
    assert row_of(reading, "date").written == "23/11/2023"
    assert row_of(reading, "recipients").field.state.label == "Văn bản không nêu"


def test_a_superseded_basis_says_what_replaced_it_and_since_when(reading):
    words = row_of(reading, "legal_bases-1").replaced
    assert words == ("Đã được thay thế bằng 124-QĐ/TW từ ngày 04/10/2023",)
    assert row_of(reading, "legal_bases-0").replaced == ()
    assert remarks_of(reading, "superseded")[0].text.startswith("132-QĐ/TW: Đã được thay thế")


def test_marks_give_the_text_back_and_overlap(reading):
    paragraphs = marked_text(reading)
    lines = ["".join(piece.text for piece in pieces) for pieces in paragraphs]
    assert lines == [line for line in TEXT.split("\n") if line]
    pieces = [piece for row in paragraphs for piece in row]
    assert any(len(piece.keys) > 1 for piece in pieces)
    started = [key for piece in pieces for key in piece.starts]
    assert len(started) == len(set(started))
    assert "legal_bases-1" in started


def test_accepting_correcting_and_leaving_open(reading, settle):
    before = waiting(settled_fields(reading))
    settle("number")
    settle("title", "corrected", value="  Đánh giá   năm 2023 ")
    settle("issuer", "open")
    assert row_of(reading, "title").value == "Đánh giá năm 2023"
    assert waiting(settled_fields(reading)) == before - 3
    values = proposal(reading).values
    assert values["number"] == "20/KH-SCT"
    assert "issuer" not in values


@pytest.mark.parametrize(
    ("key", "typed", "kept_as"),
    [
        ("date", "24/11/2023", "2023-11-24"),
        ("date", "2023-11-24", "2023-11-24"),
        ("review_year", "2024", "2024"),
        ("kind", "guidance", "guidance"),
        ("rules-1", "12,5%", "0.125"),
        ("rules-0", "4", "4"),
        ("purpose", "Một.\n\n Hai. ", "Một.\nHai."),
        ("recipients", "Lưu: VT", "Lưu: VT"),
    ],
)
def test_corrections_are_kept_as_exact_text(reading, settle, key, typed, kept_as):
    settle(key, "corrected", value=typed)
    assert row_of(reading, key).value == kept_as


@pytest.mark.parametrize(
    ("key", "typed", "says"),
    [
        ("date", "31/02/2023", "không phải ngày có trong lịch"),
        ("review_year", "hai nghìn", "không phải một năm đánh giá"),
        ("review_year", "1999", "không phải một năm đánh giá"),
        ("kind", "bai-tho", "không có loại văn bản"),
        ("rules-1", "nhiều", "không dùng được"),
        ("title", "   ", "còn để trống"),
        ("number", "1" * 61, "quá mức 60"),
    ],
)
def test_an_impossible_value_is_refused(reading, settle, key, typed, says):
    with pytest.raises(Refused, match=says):
        settle(key, "corrected", value=typed)
    assert key not in PlanReading.objects.get(pk=reading.pk).settled


def test_what_was_read_clearly_is_accepted_at_once(reading, act):
    keys = act(plan_reading.accept_clear, section="deadlines")
    assert keys == ["deadlines-0", "deadlines-1", "deadlines-2"]
    act(plan_reading.accept_clear)
    reading.refresh_from_db()
    assert waiting(settled_fields(reading)) == 0


def test_a_reading_is_not_touched_by_others(department, reading):
    head = department.actor("trade_head", Role.UNIT_HEAD)
    with pytest.raises(NotAllowed):
        plan_reading.settle_field(
            actor=head, at=READ, reading=reading, key="title", answer="accepted"
        )


def test_the_campaign_holds_what_was_accepted(department, reading, act, settle):
    act(plan_reading.accept_clear)
    settle("legal_bases-1", "corrected", value="Quy định số 124-QĐ/TW ngày 04/10/2023")
    campaign = act(plan_reading.draft_from_reading, rules_until=date(2024, 11, 22))
    assert (campaign.title, campaign.review_year, campaign.plan_number) == (
        "Kiểm điểm, đánh giá, xếp loại chất lượng năm 2023",
        2023,
        "20/KH-SCT",
    )
    assert campaign.plan_date == date(2023, 11, 23)
    assert campaign.plan_purpose == "Đánh giá đúng tập thể, cá nhân."
    assert campaign.signer_title == "Giám đốc"
    assert [basis.text for basis in campaign.legal_bases.all()] == [
        "Nghị định số 90/2020/NĐ-CP ngày 13/8/2020 của Chính phủ",
        "Quy định số 124-QĐ/TW ngày 04/10/2023",
    ]
    assert [
        (row.step, row.due_on, row.is_inclusive, row.responsible)
        for row in campaign.milestones.all()
    ] == [
        ("unit_reviews", date(2023, 11, 30), False, "Các phòng, đơn vị"),
        ("decisions", date(2023, 12, 5), True, "Tập thể Lãnh đạo Sở"),
    ]
    reading.refresh_from_db()
    assert reading.campaign == campaign


def test_rules_stricter_than_the_law_become_the_bodys_own(reading, act):
    act(plan_reading.accept_clear)
    stances = {each.row.key: each.stance for each in proposal(reading).rules}
    assert stances == {"rules-0": "new", "rules-1": "new", "rules-2": "remark"}
    act(plan_reading.draft_from_reading, rules_until=date(2024, 11, 22))
    kept_rules = {rule.name: rule for rule in LocalRule.objects.all()}
    assert kept_rules.keys() == {"circulation.min_working_days", "quota.max_share_excellent"}
    cap = kept_rules["quota.max_share_excellent"]
    assert (cap.value, cap.document) == ("0.15", "20/KH-SCT ngày 23/11/2023 của Sở Công Thương")
    assert (cap.starts_on, cap.ends_on) == (date(2023, 11, 23), date(2024, 11, 22))
    assert "không quá 15%" in cap.note


def test_a_rule_equal_to_the_law_is_not_written_again(reading, act, settle):
    act(plan_reading.accept_clear)
    settle("rules-1", "corrected", value="20%")
    settle("rules-0", "corrected", value="3")
    found = {each.row.key: each for each in proposal(reading).rules}
    assert found["rules-1"].stance == "same"
    assert found["rules-1"].current == "20%"
    assert found["rules-2"].because.startswith("Số tháng công tác tối thiểu")


def test_a_milder_rule_stays_a_remark_with_its_reason(reading, act, settle):
    act(plan_reading.accept_clear)
    settle("rules-1", "corrected", value="30%")
    rule = next(each for each in proposal(reading).rules if each.row.key == "rules-1")
    assert rule.stance == "remark"
    assert "nhẹ hơn quy định chung" in rule.because


def test_a_share_of_something_else_is_no_value_of_the_law(department, reading, act):
    rule = {**reading.draft["rules"][1], "base": "all_staff"}
    reading.draft["rules"] = [rule]
    reading.save()
    act(plan_reading.accept_clear)
    (found,) = proposal(reading).rules
    assert found.stance == "remark"
    assert "toàn bộ số người" in found.because


def test_deadlines_that_cannot_be_set_stay_open_items(reading, act, settle):
    act(plan_reading.accept_clear)
    settle("deadlines-0", value="", step="unit_reviews", inclusive=None)
    settle("deadlines-1", "corrected", value="02/01/2023", step="decisions", inclusive=True)
    barred = {each.row.key: each.barred for each in proposal(reading).milestones}
    assert barred["deadlines-0"] == ""
    assert "trước ngày của kế hoạch" in barred["deadlines-1"]
    assert barred["deadlines-2"] == "Chưa gắn với bước nào của đợt."
    campaign = act(plan_reading.draft_from_reading)
    origins = origins_of(campaign)
    assert [item.row.key for item in origins.open_items] == [
        "deadlines-1",
        "deadlines-2",
        "meetings-0",
    ]
    assert [item.row.key for item in origins.remarks] == ["rules-2"]
    assert origins.remarks[0].because.startswith("Số tháng công tác tối thiểu")
    assert [origin.row.key for origin in origins.milestones] == ["deadlines-0"]
    assert [origin.row.key for origin in origins.bases] == ["legal_bases-0", "legal_bases-1"]


def test_a_yearly_day_is_set_in_the_year_under_review(reading, act, settle):
    act(plan_reading.accept_clear)
    step = MilestoneStep.DEPARTMENT_REMEDY_PLAN
    settle("deadlines-2", step=step)
    campaign = act(plan_reading.draft_from_reading)
    assert campaign.milestones.get(step=step).due_on == date(2023, 12, 30)


def test_two_deadlines_of_one_step_give_one_milestone(reading, act, settle):
    act(plan_reading.accept_clear)
    settle("deadlines-1", step="unit_reviews")
    barred = {each.row.key: each.barred for each in proposal(reading).milestones}
    assert barred["deadlines-1"] == "Bước này đã có một thời hạn khác ở trên."


def test_nothing_that_was_not_accepted_enters(reading, act, settle):
    for key in ("title", "review_year", "date", "number"):
        settle(key)
    campaign = act(plan_reading.draft_from_reading)
    assert not campaign.legal_bases.exists()
    assert not campaign.milestones.exists()
    assert not LocalRule.objects.exists()
    assert origins_of(campaign).unseen > 0


def test_a_report_or_a_draft_opens_a_campaign_only_with_a_reason(department, settle, act, reading):
    act(plan_reading.accept_clear)
    settle("kind", "corrected", value="report")
    settle("number", "open")
    assert proposal(reading).doubts == [
        "Văn bản này là báo cáo, không phải kế hoạch.",
        "Văn bản chưa có số, có thể là dự thảo.",
    ]
    with pytest.raises(Refused, match="không phải kế hoạch"):
        act(plan_reading.draft_from_reading, reason="  ")
    act(plan_reading.draft_from_reading, reason="Lãnh đạo Sở đồng ý dùng lại báo cáo.")
    entry = AuditEntry.objects.get(command="plan.draft_campaign")
    assert entry.detail["reason"] == "Lãnh đạo Sở đồng ý dùng lại báo cáo."


def test_the_audit_row_of_a_field_keeps_no_text(settle):
    settle("purpose", "corrected", value="Mục đích khác.")
    entry = AuditEntry.objects.get(command="plan.settle")
    assert entry.detail == {"field": "purpose", "state": "corrected"}


def test_missing_facts_are_named(reading):
    assert [finding.data["anchor"] for finding in proposal(reading).missing] == [
        "muc-title",
        "muc-review_year",
        "muc-date",
    ]
    assert proposal(reading).milestones == []
    assert proposal(reading).campaign is None


def test_after_a_withdrawn_campaign_another_may_be_made(department, reading, act):
    act(plan_reading.accept_clear)
    first = act(plan_reading.draft_from_reading, rules_until=date(2024, 11, 22))
    withdraw_campaign(actor=department.office, at=READ, campaign=first)
    second = act(plan_reading.draft_from_reading)
    assert origins_of(Campaign.objects.get(pk=first.pk)) is None
    assert origins_of(second).reading == reading


def test_attachments_are_ticked_off(reading, act):
    act(plan_reading.accept_clear)
    campaign = act(plan_reading.draft_from_reading)
    act(plan_reading.receive_attachment, key="attachments_needed-0")
    assert origins_of(campaign).attachments[0].received_on == TODAY


@pytest.mark.parametrize(
    ("what", "who", "step"),
    [
        ("Kiểm điểm, gửi hồ sơ về Văn phòng Sở", "Các phòng, đơn vị trực thuộc Sở", "unit_reviews"),
        (
            "Đánh giá, xếp loại tập thể, cá nhân thuộc thẩm quyền",
            "Tập thể Lãnh đạo Sở",
            "decisions",
        ),
        (
            "Hoàn thành kiểm điểm Lãnh đạo Sở; gửi hồ sơ về Ban Cán sự Đảng UBND tỉnh",
            "Tập thể Lãnh đạo Sở",
            "leaders_review",
        ),
        ("Các phòng, đơn vị phải xây dựng kế hoạch khắc phục", "", "unit_remedy_plans"),
        ("Kế hoạch khắc phục của Tập thể Lãnh đạo Sở", "Văn phòng Sở", "department_remedy_plan"),
        ("Các cá nhân xây dựng kế hoạch khắc phục, cam kết", "", None),
        ("Nộp báo cáo tài chính", "Kế toán", None),
    ],
)
def test_the_step_of_a_deadline_is_guessed_from_its_words(what, who, step):
    assert guessed_step(what, who) == step


def test_a_year_from_the_last_day_of_february():
    assert a_year_from(date(2024, 2, 29)) == date(2025, 2, 28)
    assert a_year_from(date(2023, 11, 23)) == date(2024, 11, 22)
