"""Tham số pháp lý: dated values, local overlays, and files that are refused."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from tusoi.rulebook import NotInForce, Trust, law_at
from tusoi.rulebook.facts import AgendaKind, ChairFacts, RatedAs, RatingLevel
from tusoi.rulebook.lawchecks import key_days
from tusoi.rulebook.lawdata import LawDataFault, names_in, parse_yaml
from tusoi.rulebook.parameters import UnknownParameter, overlay, parameters, parse_parameters
from tusoi.rulebook.registry import RuleFault, declared_rules, rule, rules_in_force
from tusoi.rulebook.rules.procedure import chair_findings
from tusoi.rulebook.standards import table_for

DAY = date(2023, 11, 24)
ENTRY = """
share_of_something:
  label: Tỉ lệ thử
  unit: share
  override: stricter
  stricter: lower
  values:
    2020-01-01: {value: 0.20, cite: 124-qd-tw/d12.k1, trust: VERIFIED}
    2022-01-01: {value: 1/3, cite: 124-qd-tw/d12.k1, trust: UNVERIFIED}
    2026-01-01: {value: null, cite: 124-qd-tw/d12.k1, trust: VERIFIED}
"""


def _only(text):
    return parse_parameters(text, "t")["t.share_of_something"]


def test_value_of_a_day_is_exact():
    parameter = _only(ENTRY)
    assert parameter.at(date(2021, 12, 31)).value == Decimal("0.20")
    assert parameter.at(date(2022, 1, 1)).value == Fraction(1, 3)


@pytest.mark.parametrize("day", [date(2019, 12, 31), date(2026, 1, 1), date(2030, 1, 1)])
def test_no_value_before_the_first_day_or_after_repeal(day):
    with pytest.raises(NotInForce):
        _only(ENTRY).at(day)


def test_unverified_value_is_present_but_not_in_use():
    parameter = _only(ENTRY)
    assert parameter.at(date(2020, 1, 1)).in_use
    assert not parameter.at(date(2022, 1, 1)).in_use


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("unit: share", "unit: apples"),
        ("value: 0.20", "value: 1.20"),
        ("value: 0.20", "value: true"),
        ("value: 0.20", "value: nhiều"),
        ("override: stricter", "override: none"),
        ("stricter: lower", "stricter: sideways"),
        ("2022-01-01", "2019-01-01"),
        ("label: Tỉ lệ thử", "unit: share"),
    ],
)
def test_faulty_file_is_refused(old, new):
    with pytest.raises((LawDataFault, ValueError)):
        parse_parameters(ENTRY.replace(old, new, 1), "t")


def test_duplicate_keys_are_refused_and_numbers_are_exact():
    with pytest.raises(LawDataFault, match="twice"):
        parse_yaml("a: 1\na: 2\n")
    assert parse_yaml("a: 0.1") == {"a": Decimal("0.1")}


def test_local_rule_may_only_tighten_where_so_declared():
    parameter = _only(ENTRY)
    national = parameter.at(date(2020, 1, 1))
    parameter.check_override(national, Decimal("0.15"))
    with pytest.raises(LawDataFault, match="lenient"):
        parameter.check_override(national, Decimal("0.25"))
    with pytest.raises(LawDataFault, match="may not change"):
        parameters()["eligibility.min_months_in_post"].check_override(None, 5)


def test_overlay_takes_a_value_into_use():
    national = law_at(date(2022, 12, 1))
    local = law_at(date(2022, 12, 1), ("thanh-hoa-2022",))
    assert not national.get("meeting.min_days").in_use
    assert national.find("meeting.min_days") is None
    assert local.get("meeting.min_days").in_use
    assert local.value("meeting.min_days") == Decimal("1.5")


def test_overlay_ends_with_its_time():
    assert not law_at(date(2024, 12, 1), ("thanh-hoa-2022",)).get("meeting.min_days").in_use


def test_plan_of_lai_chau_is_its_own_ground():
    law = law_at(DAY, ("lai-chau-2023",))
    assert law.get("circulation.min_working_days").cite == "2284-kh-sct/ii.1.3"
    assert not law.get("meeting.min_days").in_use


def test_local_plan_is_cited_before_the_national_text():
    chair = ChairFacts(chair_key="a", subject_key="a", kind=AgendaKind.HEAD)
    assert chair_findings(chair, law_at(DAY))[0].cites == ("124-qd-tw/d7",)
    local = chair_findings(chair, law_at(DAY, ("lai-chau-2023",)))
    assert local[0].cites == ("2284-kh-sct/ii.1.3", "124-qd-tw/d7")


def test_every_rule_named_by_local_rules_exists():
    known = {rule.id for rule in declared_rules()}
    for name in names_in("overlays", ".yaml"):
        assert set(overlay(name.removesuffix(".yaml")).rule_cites) <= known


def test_every_local_rule_may_be_laid_over_the_law():
    for name in names_in("overlays", ".yaml"):
        layer = overlay(name.removesuffix(".yaml"))
        law = law_at(layer.since, (layer.id,))
        for parameter, raw in layer.values.items():
            assert law.get(parameter).cite == raw["cite"]
            assert law.get(parameter).in_use


def test_unknown_names_are_refused():
    law = law_at(DAY)
    for ask in (law.get, law.find, law.value):
        with pytest.raises(UnknownParameter):
            ask("quota.no_such_thing")
    with pytest.raises(UnknownParameter):
        overlay("no-such-place")
    with pytest.raises(NotInForce):
        law_at(date(2017, 1, 1)).get("quota.base")


@pytest.mark.parametrize("rated_as", [None, *RatedAs])
def test_what_is_unverified_is_never_in_use_on_any_day(rated_as):
    for day in key_days():
        law = law_at(day)
        for dated in (law.of(rated_as) if rated_as else law).in_force.values():
            assert dated.in_use == (dated.trust is not Trust.UNVERIFIED)


def test_numbers_of_the_season_are_in_force_each_quarter():
    quarters = [date(year, month, 1) for year in range(2021, 2025) for month in (1, 4, 7, 10)]
    names = ("quota.base", "quota.max_share_excellent", "eligibility.min_months_in_post")
    for day in quarters:
        assert all(law_at(day).get(name) for name in names)


def test_no_two_variants_of_a_rule_are_in_force_on_a_day():
    for day in key_days():
        variants = [each.id for each in declared_rules() if each.is_in_force(day)]
        assert sorted(variants) == sorted(rules_in_force(day))


def test_overlapping_variant_is_refused():
    with pytest.raises(RuleFault):
        rule("eligibility.discipline", since=date(2024, 1, 1), cites=())(
            lambda facts, law: iter(())
        )


def _limits(subject, level, *, is_leader):
    standards = table_for(RatedAs(subject), DAY).conditions(level, is_leader=is_leader)
    return {(each.measure, each.comparison, each.limit, each.only_if) for each in standards}


@pytest.mark.parametrize("level", RatingLevel)
def test_the_three_categories_of_officials_have_the_same_limits(level):
    leading = _limits("civil_servant", level, is_leader=True)
    assert _limits("public_employee", level, is_leader=True) == leading
    assert _limits("cadre", level, is_leader=True) == leading
    assert _limits("public_employee", level, is_leader=False) == _limits(
        "civil_servant", level, is_leader=False
    )


def test_what_is_only_remembered_of_the_decree_is_not_applied():
    def trusts(subject):
        standards = table_for(RatedAs(subject), DAY).conditions(RatingLevel.GOOD, is_leader=True)
        return [each.trust for each in standards if each.measure == "subordinates_good"]

    assert trusts("public_employee") == [Trust.VERIFIED]
    assert trusts("civil_servant") == trusts("cadre") == [Trust.UNVERIFIED]
