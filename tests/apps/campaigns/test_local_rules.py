"""Quy định của cơ quan: what may be set, what is refused, what a campaign keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from tests.apps.campaigns.season import open_season
from tests.cast import moment
from tusoi.audit.models import AuditEntry
from tusoi.campaigns.facts import law_of, law_on, own_value, recorded_values
from tusoi.campaigns.models import LocalRule
from tusoi.campaigns.services.local_rules import add_local_rule, end_local_rule
from tusoi.core.errors import NotAllowed, Refused
from tusoi.org.enums import Role
from tusoi.rulebook import cite
from tusoi.rulebook.facts import RatedAs
from tusoi.rulebook.parameters import parameters

pytestmark = pytest.mark.django_db

ENTERED = moment(2023, 11, 23)
SHARE = "quota.max_share_excellent"


def facts(**changes):
    return {
        "name": SHARE,
        "value": "0.15",
        "starts_on": date(2023, 11, 20),
        "ends_on": None,
        "document_number": "34/QĐ-SCT",
        "document_date": date(2023, 11, 15),
        "issuer": "Giám đốc Sở",
        "note": "",
    } | changes


def add(department, at=ENTERED, **changes):
    return add_local_rule(actor=department.office, at=at, body=department.body, **facts(**changes))


def end(department, rule, ended_from, reason="Thay bằng quyết định khác"):
    return end_local_rule(
        actor=department.office, at=ENTERED, rule=rule, ended_from=ended_from, reason=reason
    )


def share(law):
    return law.value(SHARE)


def test_an_own_value_stands_in_the_law_of_a_plan_with_its_document(department, plan):
    rule = add(department)
    dated = law_of(plan).get(SHARE)
    assert (dated.value, dated.in_use) == (Decimal("0.15"), True)
    assert cite(dated.cite).label == "34/QĐ-SCT ngày 15/11/2023 của Giám đốc Sở"
    assert law_of(plan).of(RatedAs.COLLECTIVE).get(SHARE).cite == dated.cite
    assert rule.entered_by == department.people["coordinator"]
    entry = AuditEntry.objects.get(command="local_rule.add")
    assert (entry.target_id, entry.detail["value"]) == (str(rule.pk), "0.15")


def test_opening_keeps_the_values_of_its_day(department, plan):
    add(department)
    season = open_season(department, plan)
    assert season.local_values == [
        {
            "name": SHARE,
            "value": "0.15",
            "since": "2023-11-20",
            "until": None,
            "document": "34/QĐ-SCT ngày 15/11/2023 của Giám đốc Sở",
        }
    ]


def test_a_later_change_does_not_touch_an_open_campaign(
    department, plan, django_assert_num_queries
):
    rule = add(department, ends_on=date(2024, 12, 31))
    season = open_season(department, plan)
    end(department, rule, date(2023, 11, 20))
    add(department, value="0.1", document_number="35/QĐ-SCT")
    season.refresh_from_db()
    with django_assert_num_queries(0):
        assert share(law_of(season)) == Decimal("0.15")
    assert share(law_of(draft_again(season))) == Decimal("0.1")


def draft_again(season):
    """The same plan as if it had not been opened."""
    season.law_date = None
    return season


def test_an_own_value_begins_and_ends_with_its_days(department, plan):
    rule = add(department, ends_on=date(2023, 12, 31))
    for day, value in (
        (date(2023, 11, 19), "0.20"),
        (date(2023, 11, 20), "0.15"),
        (date(2023, 12, 31), "0.15"),
        (date(2024, 1, 1), "0.20"),
    ):
        assert share(law_on(plan, day)) == Decimal(value)
    end(department, rule, date(2023, 12, 1))
    assert share(law_on(plan, date(2023, 11, 30))) == Decimal("0.15")
    assert share(law_on(plan, date(2023, 12, 1))) == Decimal("0.20")


def test_a_value_ended_from_its_first_day_on_never_held_and_makes_room(department, plan):
    rule = end(department, add(department), date(2023, 11, 20))
    assert not rule.has_held
    assert not rule.is_in_force(date(2023, 11, 20))
    add(department, value="0.1")
    assert share(law_of(plan)) == Decimal("0.1")


def test_a_value_may_follow_another_that_ends_the_day_before(department):
    add(department, ends_on=date(2023, 12, 31))
    add(department, value="0.1", starts_on=date(2024, 1, 1))
    with pytest.raises(Refused, match="đã có quy định về mục này theo 34/QĐ-SCT"):
        add(department, value="0.1", starts_on=date(2023, 12, 31))
    with pytest.raises(Refused, match="từ 20/11/2023, đến hết 31/12/2023"):
        add(department, starts_on=date(2023, 11, 1), ends_on=date(2023, 11, 20))


def test_a_limit_may_only_be_tightened_on_every_day(department):
    add(department, value="0.2")
    with pytest.raises(Refused, match="nhẹ hơn quy định chung là 20%") as error:
        add(department, value="0.21")
    finding = error.value.findings[0]
    assert finding.cites == ("124-qd-tw/d12.k1",)
    assert "bằng hoặc thấp hơn 20%" in finding.remedy


def test_a_free_choice_may_be_any_of_its_values(department, plan):
    add(department, name="quota.base", value="good_or_better")
    assert law_of(plan).value("quota.base") == "good_or_better"


def test_an_unverified_value_comes_into_use_by_a_document_of_the_body(department, plan):
    assert law_of(plan).find("meeting.min_days") is None
    add(department, name="meeting.min_days", value="1.5")
    assert law_of(plan).find("meeting.min_days").value == Decimal("1.5")


def test_a_value_that_a_later_law_makes_too_lenient_is_no_longer_laid(
    department, plan, monkeypatch
):
    parameter = parameters()["circulation.min_working_days"]
    add(department, name=parameter.name, value="5")
    plan.overlay = ""
    assert law_on(plan, date(2031, 3, 16)).value(parameter.name) == 5
    stricter = replace(parameter.at(plan.plan_date), value=7)
    later = (*parameter.values, (date(2031, 3, 17), stricter))
    monkeypatch.setitem(parameters(), parameter.name, replace(parameter, values=later))
    assert law_on(plan, date(2031, 3, 17)).value(parameter.name) == 7


def test_a_value_the_law_data_no_longer_know_is_left_out(department, plan, monkeypatch):
    rule = add(department)
    rule.value = "tùy"
    assert own_value(rule) is None
    monkeypatch.delitem(parameters(), SHARE)
    assert recorded_values(department.body.pk) == ()


def test_only_the_office_sets_rules(department):
    head = department.actor("trade_head", Role.UNIT_HEAD)
    with pytest.raises(NotAllowed):
        add_local_rule(actor=head, at=ENTERED, body=department.body, **facts())
    with pytest.raises(NotAllowed):
        end_local_rule(
            actor=head, at=ENTERED, rule=add(department), ended_from=ENTERED.date(), reason="Thử"
        )


def test_the_history_cannot_be_deleted(department):
    rule = add(department)
    with pytest.raises(DatabaseError, match="chỉ được ghi thêm"), transaction.atomic():
        LocalRule.objects.filter(pk=rule.pk).delete()


def test_who_ended_a_value_and_why_stays_with_it(department):
    rule = end(department, add(department), date(2024, 1, 1))
    rule.refresh_from_db()
    assert rule.ended_by == department.people["coordinator"]
    assert (rule.end_reason, rule.last_day) == ("Thay bằng quyết định khác", date(2023, 12, 31))
    entry = AuditEntry.objects.get(command="local_rule.end")
    assert entry.detail["ended_from"] == "2024-01-01"
