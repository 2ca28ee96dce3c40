"""Ảnh hưởng của một quy định: what it would change in a plan, what an open campaign shows of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.apps.campaigns import season
from tests.apps.decisions.stage import decided, proposed
from tests.cast import moment
from tusoi.campaigns.services.local_rules import add_local_rule, drafted_rule
from tusoi.decisions.selectors.rule_effects import effects_of
from tusoi.rulebook.parameters import parameters

pytestmark = pytest.mark.django_db

TODAY = date(2023, 11, 23)
HALF = ("quota.max_share_excellent", "0.10")
FACTS = {
    "ends_on": None,
    "document_number": "34/QĐ-SCT",
    "document_date": date(2023, 11, 15),
    "issuer": "Giám đốc Sở",
    "note": "",
}


def rule(department, name, value, starts_on=date(2023, 11, 20), **changes):
    facts = {"name": name, "value": value, "starts_on": starts_on, **FACTS, **changes}
    return drafted_rule(
        actor=department.office, at=moment(2023, 11, 23), body=department.body, **facts
    )


def effect(department, *given, **changes):
    found = effects_of(rule(department, *given, **changes), TODAY)
    assert len(found) == 1
    return found[0]


def caps(effect):
    return {cap.label: (cap.before, cap.after) for cap in effect.caps}


def test_a_lower_share_shows_in_every_cap_of_a_plan(department):
    season.draft(department)
    found = effect(department, *HALF)
    assert (found.is_frozen, found.is_laid, found.day) == (False, True, TODAY)
    assert caps(found) == {
        "Công chức không giữ chức vụ": (1, 0),
        "Sở Công Thương tỉnh Lâm An": (2, 1),
    }
    assert not found.subjects


def test_a_value_to_come_is_judged_on_its_first_day(department):
    season.draft(department)
    found = effect(department, *HALF, starts_on=date(2024, 2, 1))
    assert (found.day, found.is_laid) == (date(2024, 2, 1), True)


def test_a_value_that_is_over_changes_nothing(department):
    season.draft(department)
    found = effect(department, *HALF, ends_on=date(2023, 11, 21))
    assert not found.is_laid
    assert found.is_empty


def test_a_value_takes_the_place_of_an_earlier_one(department):
    season.draft(department)
    add_local_rule(
        actor=department.office,
        at=moment(2023, 11, 23),
        body=department.body,
        **{"name": HALF[0], "value": "0.15", "starts_on": date(2023, 11, 1)} | FACTS,
    )
    found = effect(department, HALF[0], "0.05")
    assert caps(found) == {"Sở Công Thương tỉnh Lâm An": (1, 0)}


def test_subjects_that_would_be_rated_otherwise_are_named(department, monkeypatch):
    name = "eligibility.min_months_in_post"
    monkeypatch.setitem(parameters(), name, replace(parameters()[name], override="free"))
    plan = season.draft(department)
    manual = plan.subjects.get(person=department.people["trade_officer"])
    manual.standing_is_manual = True
    manual.save()
    found = effect(department, name, "12.5", starts_on=date(2023, 11, 21))
    changed = {each.subject.name: (each.before, each.after) for each in found.subjects}
    assert "Bùi Ngọc Ánh" not in changed
    assert changed["Đặng Quốc Ân"] == ("Đánh giá, xếp loại tại đây", "Kiểm điểm, không xếp loại")


def test_an_open_campaign_is_not_changed_but_shows_what_would_have_been(stage):
    proposed(stage, trade_officer="excellent")
    found = effect(stage.department, *HALF, starts_on=date(2023, 11, 30))
    assert (found.is_frozen, found.is_laid) == (True, True)
    assert found.day == stage.campaign.law_date
    assert caps(found)["Công chức không giữ chức vụ"] == (1, 0)


def test_levels_that_would_be_proven_otherwise_are_named(stage, monkeypatch):
    name = "eligibility.absence_ceiling_from"
    monkeypatch.setitem(parameters(), name, replace(parameters()[name], override="free"))
    decided(stage, trade_officer="good")
    found = effect(stage.department, name, "0", starts_on=date(2023, 11, 22))
    aspects = {each.aspect for each in found.subjects}
    assert aspects == {"Mức số liệu chứng minh được"}


def test_without_a_running_campaign_there_is_nothing_to_change(department):
    assert effects_of(rule(department, *HALF), TODAY) == []
    assert effects_of(rule(department, HALF[0], "nhiều"), TODAY) == []
