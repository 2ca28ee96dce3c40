"""Kiểm tra chính bộ luật: time, tables, rules and cases; and the checks notice what they are there for."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tusoi.rulebook import Trust
from tusoi.rulebook.cases import every_case
from tusoi.rulebook.facts import RatedAs, RatingLevel
from tusoi.rulebook.lawchecks import (
    charts,
    days_of_change,
    doubled,
    gaps,
    key_days,
    known,
    overlaps,
    periods,
    rules_without_cases,
    speaking,
    unlisted_or_stale,
    without_number,
    without_regime,
)
from tusoi.rulebook.lawchecks.bands import cut, in_words, measure_labels
from tusoi.rulebook.lawchecks.classes import Chart, gap_boxes
from tusoi.rulebook.lawdata import LawDataFault
from tusoi.rulebook.rules.measures import MEASURES
from tusoi.rulebook.standards import Comparison, Standard, StandardTable, tables

CHARTS = list(charts(tables()))
BOXES = {chart.name: gap_boxes(chart) for chart in CHARTS}


def test_on_every_day_at_most_one_regime_and_one_table():
    assert doubled() == []


def test_what_is_missing_is_listed_with_a_reason_and_nothing_else():
    assert unlisted_or_stale() == []


def test_no_rule_needs_a_number_that_is_not_in_force():
    assert without_number(every_case()) == []


def test_every_rule_speaks_in_one_case_and_not_in_another_close_by():
    assert rules_without_cases() == []


def test_quarters_and_the_days_around_every_change_are_looked_at():
    days = key_days()
    assert {date(2018, 1, 1), date(2022, 6, 30), date(2022, 7, 1), date(2027, 12, 31)} <= set(days)
    assert set(days_of_change()) <= set(days)
    assert {each - timedelta(days=1) for each in days_of_change()[1:]} <= set(days)
    assert {date(2023, 9, 14), date(2023, 9, 15), date(2025, 8, 29), date(2025, 8, 30)} <= set(days)


def test_the_open_question_of_public_employees_is_found():
    assert periods.Stretch(RatedAs.PUBLIC_EMPLOYEE, date(2026, 7, 1), None) in without_regime()


def test_two_regimes_at_once_are_noticed(monkeypatch):
    monkeypatch.setattr(
        periods, "regimes_for", lambda rated_as, day: tuple(periods.regimes().values())
    )
    assert doubled()


def test_a_missing_number_is_noticed():
    case = next(case for case in every_case() if case.check == "circulation")
    ended = replace(case, rated_as=RatedAs.CADRE)
    assert without_number([ended]) == []

    def ask(given, law):
        return {}, [law.get("quota.base")]

    periods.CHECKS["asks-for-a-number"] = ask
    try:
        asking = replace(case, check="asks-for-a-number", rated_as=RatedAs.PARTY_MEMBER)
        assert "quota.base" in without_number([asking])[0]
    finally:
        del periods.CHECKS["asks-for-a-number"]


def test_a_rule_without_cases_is_noticed(monkeypatch):
    monkeypatch.setattr(speaking, "runs", lambda: ())
    assert any("quota.top-level" in each for each in rules_without_cases())


def test_a_stale_and_a_new_gap_are_noticed(monkeypatch):
    listed = known.known_class_gaps()
    stale = replace(listed[0], words="Không còn nữa")
    monkeypatch.setattr(known, "known_class_gaps", lambda: [*listed[1:], stale, stale])
    faults = [each.split(":")[0] for each in unlisted_or_stale()]
    assert [each for each in faults if each.startswith("Không thuộc mức nào")] == [
        "Không thuộc mức nào, chưa ghi",
        "Không thuộc mức nào, ghi mà không còn",
        "Không thuộc mức nào, ghi mà không còn",
        "Không thuộc mức nào, ghi hai lần",
    ]


def test_a_gap_needs_a_reason_and_a_citation(monkeypatch):
    entry = {"rated_as": "cadre", "since": date(2018, 1, 1), "reason": "", "cites": ["124-qd-tw"]}
    monkeypatch.setattr(known, "read_yaml", lambda _: {"regimes": [entry]})
    with pytest.raises(LawDataFault):
        known.known_stretches("regimes")


def test_every_measure_has_a_name():
    assert set(measure_labels()) == set(MEASURES)
    named = measure_labels().values()
    assert all(greater in measure_labels() for each in named for greater in each.at_most)


def test_the_known_gap_of_the_decree_is_found():
    staff = next(each for each in CHARTS if each.name == "civil_servant-nd90 không lãnh đạo")
    assert any("Tiêu chí kết quả chưa bảo đảm: trên 20% đến 50%" in each for each in gaps(staff))
    leaders = next(each for each in CHARTS if each.name == "civil_servant-nd90 lãnh đạo")
    assert "Chỉ tiêu của đơn vị hoàn thành: từ 50% đến 70%" in gaps(leaders)


def test_overlaps_are_named_with_what_decides():
    staff = next(each for each in CHARTS if each.name == "civil_servant-nd90 không lãnh đạo")
    found = overlaps(staff)
    assert "“Hoàn thành tốt nhiệm vụ” và “Hoàn thành nhiệm vụ”: xét mức cao trước" in found[2]
    assert any("xét căn cứ không hoàn thành trước" in each for each in found)


def test_bands_of_points_do_not_overlap():
    found = overlaps(next(each for each in CHARTS if each.name == "civil_servant-nd335 lãnh đạo"))
    assert not any("xét mức cao trước" in each for each in found)
    assert not any(each.startswith("Tổng điểm năm dưới 50 điểm") for each in found)


def _levels(chart, values):
    """The levels whose conditions hold for those values; written out without the code under test."""

    def applies(each):
        return not each.only_if or values[each.only_if] == 1

    def holds(each):
        return applies(each) and each.comparison.holds(values[each.measure], each.limit)

    found = {each.level for each in chart.of(RatingLevel.NOT_COMPLETED) if holds(each)}
    for level in (RatingLevel.EXCELLENT, RatingLevel.GOOD, RatingLevel.COMPLETED):
        conditions = chart.of(level)
        if conditions and all(holds(each) or not applies(each) for each in conditions):
            found.add(level)
    return found


def _is_possible(values):
    return all(
        values[measure] <= values[greater]
        for measure in values
        for greater in measure_labels()[measure].at_most
        if greater in values
    )


def _lies_in(box, chart, values):
    return all(
        next(band for band in chart.bands[measure] if band.sample == values[measure]) in bands
        for measure, bands in box.items()
    )


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.name)
@given(data=st.data())
def test_results_fit_no_level_exactly_where_a_gap_is_found(chart, data):
    """Below, at and above every limit, in any combination."""
    values = {
        measure: data.draw(st.sampled_from([band.sample for band in bands]), label=measure)
        for measure, bands in chart.bands.items()
    }
    if _is_possible(values):
        inside = any(_lies_in(box, chart, values) for box in BOXES[chart.name])
        levels = _levels(chart, values)
        assert (not levels) == (inside and RatingLevel.NOT_COMPLETED not in levels)


def _small_table(*standards):
    conditions = tuple(
        Standard(level, measure, comparison, Fraction(limit), "", "124-qd-tw", trust, None, only_if)
        for level, measure, comparison, limit, trust, only_if in standards
    )
    return Chart(
        StandardTable(RatedAs.COLLECTIVE, "qd124", date(2020, 1, 1), None, conditions), False
    )


def test_every_combination_of_a_small_table_is_walked():
    verified = Trust.VERIFIED
    chart = _small_table(
        (RatingLevel.GOOD, "score", Comparison.AT_LEAST, 70, verified, ""),
        (RatingLevel.GOOD, "tasks_on_time", Comparison.AT_LEAST, 1, verified, "disunity"),
        (RatingLevel.COMPLETED, "tasks_done", Comparison.ABOVE, "1/2", verified, ""),
        (RatingLevel.COMPLETED, "score", Comparison.AT_MOST, 70, Trust.UNVERIFIED, ""),
        (RatingLevel.NOT_COMPLETED, "tasks_done", Comparison.BELOW, "1/4", verified, "disunity"),
    )
    boxes = gap_boxes(chart)
    for samples in product(*([band.sample for band in bands] for bands in chart.bands.values())):
        values = dict(zip(chart.bands, samples, strict=True))
        if _is_possible(values):
            levels = _levels(chart, values)
            inside = any(_lies_in(box, chart, values) for box in boxes)
            assert (not levels) == (inside and RatingLevel.NOT_COMPLETED not in levels)


def test_a_table_without_any_level_to_prove_is_one_gap():
    lowest = (RatingLevel.NOT_COMPLETED, "score", Comparison.BELOW, 50, Trust.VERIFIED, "")
    assert gaps(_small_table(lowest)) == ["Mọi kết quả"]


@pytest.mark.parametrize(
    ("measure", "limits", "chosen", "words"),
    [
        ("tasks_done", ["1/2", "7/10"], [2], "Nhiệm vụ hoàn thành: 50%"),
        ("tasks_done", ["1/2", "7/10"], [0, 1], "Nhiệm vụ hoàn thành: dưới 50%"),
        ("tasks_done", ["1/2", "7/10"], [0, 1, 2], "Nhiệm vụ hoàn thành: đến 50%"),
        ("tasks_done", ["1/2", "7/10"], [3, 4], "Nhiệm vụ hoàn thành: trên 50% đến 70%"),
        ("tasks_done", ["1/2", "7/10"], [2, 3], "Nhiệm vụ hoàn thành: từ 50% đến dưới 70%"),
        ("tasks_done", ["1/2", "7/10"], [5, 6], "Nhiệm vụ hoàn thành: trên 70%"),
        (
            "tasks_done",
            ["1/2", "7/10"],
            [0, 1, 4, 5, 6],
            "Nhiệm vụ hoàn thành: dưới 50% hoặc từ 70%",
        ),
        ("tasks_done", [], [1], "Nhiệm vụ hoàn thành: trên 0% đến dưới 100%"),
        ("score", [90], [2, 3, 4], "Tổng điểm: từ 90 điểm"),
        ("worst_degree", [], [0, 1], "Cấp độ thấp nhất của mọi tiêu chí: “Kém” hoặc “Trung bình”"),
        ("disunity", [], [0], "Kết luận mất đoàn kết: không"),
        ("no_force_majeure", [], [0], "Có lý do bất khả kháng"),
    ],
)
def test_bands_read_as_officials_write_them(measure, limits, chosen, words):
    bands = cut(measure, [Fraction(limit) for limit in limits])
    assert in_words(measure, bands, frozenset(bands[place] for place in chosen)) == words
