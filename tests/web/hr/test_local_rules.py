"""Trang “Quy định áp dụng”: what is in force and why, the body's own values, their preview and history."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests import cast
from tests.apps.campaigns.season import draft, open_season
from tests.apps.decisions.stage import (
    OPENED,
    Stage,
    finish_reviews,
    hear_everybody,
    hold_meeting,
    proposed,
    sign,
)
from tests.apps.decisions.test_caps import OFFICERS
from tests.cast import moment
from tusoi.campaigns.models import LocalRule
from tusoi.campaigns.services.local_rules import add_local_rule, end_local_rule
from tusoi.core.errors import Refused
from tusoi.decisions.selectors.caps import caps_of
from tusoi.decisions.services.opening import open_campaign
from tusoi.meetings.enums import MeetingKind
from tusoi.org.enums import Role
from tusoi.rulebook.parameters import parameters
from tusoi.rulebook.rules.quotas import QuotaScope

SHARE = "quota.max_share_excellent"
TYPED = {
    "value": "15%",
    "starts_on": "01/01/2023",
    "ends_on": "",
    "document_number": "34/QĐ-SCT",
    "document_date": "15/12/2022",
    "issuer": "Giám đốc Sở Công Thương",
    "note": "",
}


@pytest.fixture
def office(sign_in):
    return sign_in("coordinator", Role.COORDINATOR)


def address(name, *args):
    return reverse(f"hr:{name}", args=args)


def own(department, name=SHARE, value="0.15", **changes):
    facts = {"name": name, "value": value, "starts_on": date(2023, 1, 1), "ends_on": None}
    facts |= {"document_number": "34/QĐ-SCT", "document_date": date(2022, 12, 15)}
    facts |= {"issuer": "Giám đốc Sở", "note": "Họp ngày 10/12/2022"} | changes
    at = moment(2023, 1, 3)
    return add_local_rule(actor=department.office, at=at, body=department.body, **facts)


def lines(office, query=""):
    """Every line of every page: (parameter, subject, value)."""
    found, number = [], 1
    while True:
        page = office.get(f"{address('rules')}?{query}&page={number}").context["page_obj"]
        found += [(line.parameter.name, line.subject, line.written) for line in page]
        if not page.has_next():
            return found
        number += 1


def test_every_value_in_force_is_listed_with_its_ground(office):
    answer = office.get(f"{address('rules')}?day=24/11/2023&group=quota")
    assert "khoản 1 Điều 12" in answer.text
    assert "mới đối chiếu một phần" in answer.text
    assert "Chỉ được chặt hơn (thấp hơn)" in answer.text
    assert "Số được xếp loại “Hoàn thành tốt nhiệm vụ”" in answer.text
    assert (SHARE, "Mọi đối tượng", "20%") in lines(office, "day=24/11/2023")


def test_the_list_is_paged_and_keeps_the_order_of_the_groups(office):
    page = office.get(f"{address('rules')}?day=01/10/2026").context["page_obj"]
    assert len(page) == 25
    assert page.has_next()
    groups = [line.group for line in page]
    assert groups == sorted(groups, key=groups.index)


def test_what_is_not_verified_is_said_not_to_be_applied(office):
    query = f"{address('rules')}?day=24/11/2023&status=unverified"
    answer = office.get(query)
    assert "Chưa áp dụng vì chưa kiểm chứng" in answer.text
    assert "Số ngày kiểm điểm tối thiểu" in answer.text


def test_a_kind_of_subject_has_its_own_values(office):
    of_2026 = "day=01/10/2026&group=quota&q=ti+le+toi+da"
    assert (SHARE, "Công chức", "20%") in lines(office, f"{of_2026}&rated_as=civil_servant")
    assert all(subject == "Công chức" for _, subject, _ in lines(office, "rated_as=civil_servant"))


def test_kinds_that_read_alike_share_a_line(office):
    found = lines(office, "day=01/10/2026&group=quota")
    subjects = [subject for name, subject, _ in found if name == SHARE]
    assert "Mọi đối tượng" in subjects
    assert len(subjects) == len(set(subjects))


def test_a_search_needs_no_diacritics(office):
    found = lines(office, "day=24/11/2023&q=lam+tron")
    assert [name for name, *_ in found] == ["quota.rounding"]
    assert "Không có mục nào phù hợp" in office.get(f"{address('rules')}?q=xyz").text


def test_a_day_before_the_law_shows_what_is_silent(office):
    assert lines(office, "day=01/01/2017") == []
    silent = lines(office, "day=01/01/2017&status=silent")
    assert {name for name, *_ in silent} == set(parameters())
    assert "Chưa có chế độ nào" in office.get(f"{address('rules')}?day=01/01/2017").text


def test_regimes_of_the_day_stand_on_top_unverified_ones_marked(office):
    text = office.get(f"{address('rules')}?day=01/10/2026").text
    assert "Nghị định 335/2025/NĐ-CP" in text
    assert "Nghị định 233/2026/NĐ-CP" in text


def test_own_values_are_listed_apart(department, office):
    own(department)
    assert lines(office, "day=24/11/2023&status=own") == [(SHARE, "Mọi đối tượng", "15%")]
    answer = office.get(f"{address('rules')}?day=24/11/2023&status=own")
    assert "34/QĐ-SCT ngày 15/12/2022 của Giám đốc Sở" in answer.text


def test_the_rules_of_an_open_campaign_are_those_it_was_opened_with(department, office):
    season = open_season(department, draft(department))
    own(department)
    query = f"campaign={season.pk}&status=own"
    assert (
        f"{address('rules')}?campaign={season.pk}"
        in office.get(address("campaign", season.pk)).text
    )
    assert lines(office, query) == []
    assert "chốt khi mở đợt ngày 24/11/2023" in office.get(f"{address('rules')}?{query}").text


def test_a_parameter_shows_its_values_through_time(department, office):
    rule = own(department, ends_on=date(2024, 12, 31))
    end_local_rule(
        actor=department.office,
        at=moment(2023, 5, 4),
        rule=rule,
        ended_from=date(2023, 6, 1),
        reason="Theo Quyết định 50/QĐ-SCT",
    )
    own(department, value="0.1", starts_on=date(2023, 6, 1), ends_on=None)
    text = office.get(address("rule", SHARE)).text
    assert "Đã hết hiệu lực" in text
    assert "Theo Quyết định 50/QĐ-SCT" in text
    assert "Phạm Thu Ngân" in text
    assert "Đang áp dụng" in text
    assert "khoản 1 Điều 12" in text
    assert "Họp ngày 10/12/2022" in text


def test_the_states_of_an_own_value(department, office):
    never = own(department)
    facts = {"actor": department.office, "at": moment(2023, 1, 4), "rule": never}
    end_local_rule(**facts, ended_from=never.starts_on, reason="Nhập nhầm")
    own(department, value="0.1", starts_on=date(2099, 1, 1))
    text = office.get(address("rule", SHARE)).text
    assert "Đã bỏ, chưa từng áp dụng" in text
    assert "Chưa đến ngày áp dụng" in text
    LocalRule.objects.filter(pk=never.pk).update(ended_from=None, value="tùy")
    text = office.get(address("rule", SHARE)).text
    assert "Không áp dụng: quy định chung chặt hơn" in text
    assert "tùy" in text


def test_local_rules_of_plans_are_shown_with_the_parameter(office):
    assert (
        "Sở Công Thương tỉnh Lai Châu"
        in office.get(address("rule", "circulation.min_working_days")).text
    )


def test_what_the_law_leaves_no_room_for_has_no_form(office):
    name = "eligibility.min_months_in_post"
    answer = office.get(address("rule", name))
    assert "Không được thay đổi" in answer.text
    assert address("local_rule_add", name) not in answer.text
    assert office.get(address("local_rule_add", name)).status_code == 404


def test_the_preview_shows_what_changes_and_stores_nothing(department, office):
    draft(department)
    answer = office.post(address("local_rule_add", SHARE), TYPED)
    assert answer.status_code == 200
    for words in ("15%", "20%, từ", "34/QĐ-SCT ngày 15/12/2022", "Sẽ áp dụng khi mở đợt"):
        assert words in answer.text
    assert "Công chức không giữ chức vụ" in answer.text
    assert not LocalRule.objects.exists()
    back = office.post(address("local_rule_add", SHARE), TYPED | {"change": "1"})
    assert 'value="34/QĐ-SCT"' in back.text
    saved = office.post(address("local_rule_add", SHARE), TYPED | {"confirmed": "1"})
    assert saved.url == address("rule", SHARE)
    assert LocalRule.objects.get().value == "0.15"


def test_an_open_campaign_is_said_to_stay_as_it_is(department, office):
    open_season(department, draft(department))
    answer = office.post(address("local_rule_add", SHARE), TYPED | {"value": "10"})
    assert "Không thay đổi đợt này" in answer.text
    assert "chỉ để tham khảo" in answer.text


def test_a_value_that_does_not_matter_says_so(department, office):
    draft(department)
    typed = TYPED | {"value": "down", "document_date": "02/01/2023"}
    answer = office.post(address("local_rule_add", "quota.rounding"), typed)
    assert "không làm thay đổi diện đánh giá" in answer.text
    assert "Áp dụng trước ngày ban hành" in answer.text
    over = typed | {"ends_on": "31/01/2023"}
    answer = office.post(address("local_rule_add", "quota.rounding"), over)
    assert "Không áp dụng cho đợt này" in answer.text


def test_without_campaign_nothing_is_changed(office):
    answer = office.post(address("local_rule_add", SHARE), TYPED)
    assert "Không có đợt nào chịu ảnh hưởng" in answer.text


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        (SHARE, "25%", "nhẹ hơn quy định chung"),
        (SHARE, "một nửa", "Ghi một tỉ lệ từ 0% đến 100%"),
        ("circulation.min_working_days", "2,5", "Ghi một số nguyên"),
        ("circulation.min_working_days", "2", "nhẹ hơn quy định chung là 3"),
        ("meeting.min_days", "nửa ngày", "Ghi một số ngày"),
        ("quota.rounding", "tùy", "Giá trị: "),
    ],
)
def test_what_may_not_be_set_is_refused_above_the_form(office, name, value, words):
    answer = office.post(address("local_rule_add", name), TYPED | {"value": value})
    assert answer.status_code == 422
    assert words in answer.text
    assert "34/QĐ-SCT" in answer.text


@pytest.mark.parametrize(
    ("name", "typed", "stored"),
    [
        ("meeting.min_days", "1,5", "1.5"),
        ("classification.head_ceiling", "false", "false"),
        ("quota.base", "good_or_better", "good_or_better"),
        ("voting.meeting_quorum", "3/4", "3/4"),
    ],
)
def test_values_are_typed_as_people_write_them(office, name, typed, stored):
    office.post(address("local_rule_add", name), TYPED | {"value": typed, "confirmed": "1"})
    assert LocalRule.objects.get().value == stored


def test_an_own_value_is_ended_with_a_reason(department, office):
    rule = own(department)
    page = address("local_rule_end", rule.pk)
    assert page in office.get(address("rule", SHARE)).text
    assert "15%, theo 34/QĐ-SCT" in office.get(page).text
    assert office.post(page, {"ended_from": "01/06/2023", "reason": ""}).status_code == 422
    done = office.post(page, {"ended_from": "01/06/2023", "reason": "Theo 50/QĐ-SCT"})
    assert done.url == address("rule", SHARE)
    again = office.post(page, {"ended_from": "01/06/2023", "reason": "Lần nữa"})
    assert "đã kết thúc từ ngày 01/06/2023" in again.text


@pytest.mark.parametrize(
    ("key", "role"),
    [
        ("director", Role.DEPARTMENT_HEAD),
        ("trade_head", Role.UNIT_HEAD),
        ("driver", Role.INDIVIDUAL),
        ("industry_officer_2", Role.SUPERVISOR),
        ("admin", Role.TECHNICAL_ADMIN),
    ],
)
def test_nobody_but_the_office_finds_the_pages(department, sign_in, key, role):
    rule, client = own(department), sign_in(key, role)
    for page in (
        address("rules"),
        address("rule", SHARE),
        address("local_rule_add", SHARE),
        address("local_rule_end", rule.pk),
    ):
        assert client.get(page).status_code == 404
        assert client.post(page, TYPED).status_code in {404, 405}


def test_unknown_names_are_not_found(office):
    for name in ("rule", "local_rule_add"):
        assert office.get(address(name, "quota.khong_co")).status_code == 404


def test_pages_take_few_queries(department, office, django_assert_max_num_queries):
    draft(department)
    own(department)
    for page in (address("rules"), f"{address('rules')}?page=2", address("rule", SHARE)):
        with django_assert_max_num_queries(14):
            assert office.get(page).status_code == 200
    with django_assert_max_num_queries(16):
        office.post(address("local_rule_add", "quota.base"), TYPED | {"value": "good"})


def test_without_a_body_there_is_nothing_to_set_rules_for(department, office, monkeypatch):
    monkeypatch.setattr("tusoi.web.shared.board.body", lambda: None)
    assert office.get(address("rules")).status_code == 404


def test_a_rule_of_the_body_through_a_season(department, office):
    """Entered and previewed for the plan, kept by opening, followed by the board; later changes do not touch it."""
    plan = draft(department)
    add = address("local_rule_add", SHARE)
    assert "Sẽ áp dụng khi mở đợt" in office.post(add, TYPED).text
    office.post(add, TYPED | {"confirmed": "1"})
    stage = Stage(department, open_campaign(actor=department.office, at=OPENED, campaign=plan))
    finish_reviews(stage)
    hold_meeting(stage, MeetingKind.UNIT_REVIEW, stage.campaign.subjects.all())
    hear_everybody(stage)
    proposed(stage, **dict.fromkeys(OFFICERS, "good") | {"trade_officer": "excellent"})

    end = address("local_rule_end", LocalRule.objects.get().pk)
    office.post(end, {"ended_from": "01/01/2023", "reason": "Bỏ quy định này"})
    assert not LocalRule.objects.get().has_held

    row = stage.row("trade_officer")
    caps = caps_of(stage.campaign)
    group = caps.verdicts[QuotaScope.GROUP, "officers"]
    assert (group.current.allowed, group.current.used) == (0, 1)
    assert group.findings
    decision = "noi-bo/34/QĐ-SCT ngày 15/12/2022 của Giám đốc Sở Công Thương"
    assert all(decision in finding.cites for finding in group.findings)
    text = sign_in_as_director(department).get(reverse("panel:board")).text
    assert "34/QĐ-SCT ngày 15/12/2022 của Giám đốc Sở Công Thương" in text
    with pytest.raises(Refused, match="vượt mức tối đa 0"):
        sign(stage, {row: "excellent"})


def sign_in_as_director(department):
    return cast.sign_in(Client(), department, "director", Role.DEPARTMENT_HEAD)
