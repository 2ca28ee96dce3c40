"""Tỉ lệ trần: never above the ceiling, never below the largest allowed, in any order."""

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tusoi.rulebook import law_at
from tusoi.rulebook.facts import RaisedCapFacts, RatedAs, RatingLevel, SheetFacts, SubjectKind
from tusoi.rulebook.parameters import LocalValue
from tusoi.rulebook.rules.quotas import QuotaBase, QuotaScope, allowed_on, largest_allowed, verdict

LAW = law_at(date(2023, 11, 24), ("lai-chau-2023",))
SHARE = Fraction(LAW.value("quota.max_share_excellent"))
TOTALS = st.integers(0, 2000)
SHEETS = st.lists(
    st.builds(
        SheetFacts,
        subject_key=st.uuids().map(str),
        level=st.sampled_from([*RatingLevel, None]),
        group=st.sampled_from(["a", "b", "c"]),
        unit=st.sampled_from(["x", "y"]),
        kind=st.sampled_from(SubjectKind),
        rated_as=st.sampled_from([None, *RatedAs]),
    ),
    max_size=30,
)
LAWS = [
    law_at(day)
    for day in (date(2018, 12, 1), date(2022, 12, 1), date(2024, 12, 1), date(2026, 12, 1))
]
NOW = law_at(date(2026, 12, 1))


def sheets(excellent, good, completed=0, kind=SubjectKind.CIVIL_SERVANT):
    levels = (
        [RatingLevel.EXCELLENT] * excellent
        + [RatingLevel.GOOD] * good
        + [RatingLevel.COMPLETED] * completed
    )
    return [
        SheetFacts(subject_key=str(number), level=level, group="g", unit="u", kind=kind)
        for number, level in enumerate(levels)
    ]


def within(base, excellent, total):
    counted = total - excellent if base is QuotaBase.GOOD else total
    return excellent <= SHARE * counted


@pytest.mark.parametrize("base", QuotaBase)
@given(total=TOTALS)
def test_largest_allowed_is_the_largest_within_the_share(base, total):
    largest = largest_allowed(total, base, LAW)
    assert within(base, largest, total)
    assert not within(base, largest + 1, total)


@given(total=TOTALS)
def test_base_good_never_allows_more_than_base_good_or_better(total):
    assert largest_allowed(total, "good", LAW) <= largest_allowed(total, "good_or_better", LAW)


@given(base_count=TOTALS)
def test_rounding_never_passes_the_share(base_count):
    assert allowed_on(base_count, LAW) <= SHARE * base_count < allowed_on(base_count, LAW) + 1


@pytest.mark.parametrize("base", QuotaBase)
@given(total=st.integers(5, 300), data=st.data())
def test_verdict_agrees_with_largest_allowed(base, total, data):
    excellent = data.draw(st.integers(0, total))
    group = verdict(sheets(excellent, total - excellent), LAW).group("g")
    assert group.readings[base].is_within is (excellent <= largest_allowed(total, base, LAW))


@pytest.mark.parametrize("law", [LAW, *LAWS], ids=lambda law: f"{law.day:%Y}")
@given(rows=SHEETS, data=st.data())
def test_order_does_not_matter(law, rows, data):
    shuffled = data.draw(st.permutations(rows))
    assert verdict(shuffled, law) == verdict(rows, law)


@given(rows=SHEETS)
def test_every_subject_is_counted_once_per_scope(rows):
    rows = [replace(row, rated_as=None) for row in rows]
    groups = [group for group in verdict(rows, LAW).groups if group.scope is QuotaScope.GROUP]
    assert sum(group.rated + group.unrated for group in groups) == len(rows)
    for group in groups:
        levels = Counter(row.level for row in rows if row.group == group.key and row.level)
        assert group.counts == {level: levels[level] for level in RatingLevel}


@given(rows=SHEETS)
def test_every_subject_is_counted_somewhere(rows):
    for law in LAWS:
        counted = sum(group.rated + group.unrated for group in verdict(rows, law).groups)
        assert len(rows) <= counted <= 2 * len(rows)


@pytest.mark.parametrize("base", QuotaBase)
@pytest.mark.parametrize("share", ["quota.max_share_excellent", "quota.raised_share"])
def test_every_total_up_to_two_thousand(base, share):
    """Written out without the code under test: the largest number with chosen ≤ share × base."""
    law = NOW.of(RatedAs.CIVIL_SERVANT)
    limit = law.get(share)
    part, whole = {Fraction(1, 5): (1, 5), Fraction(1, 4): (1, 4)}[Fraction(limit.value)]
    for total in range(2001):
        largest = (
            total * part // (whole + part) if base is QuotaBase.GOOD else total * part // whole
        )
        assert largest_allowed(total, base, law, limit) == largest


def test_the_worked_check_of_the_decree():
    law = NOW.of(RatedAs.CIVIL_SERVANT)
    literal = {5: 0, 6: 1, 10: 1, 20: 3, 30: 5, 100: 16}
    inclusive = {5: 1, 6: 1, 10: 2, 20: 4, 30: 6, 100: 20}
    assert {total: largest_allowed(total, "good", law) for total in literal} == literal
    assert {total: largest_allowed(total, "good_or_better", law) for total in literal} == inclusive
    raised = law.get("quota.raised_share")
    assert largest_allowed(100, "good", law, raised) == 20
    assert largest_allowed(100, "good_or_better", law, raised) == 25


@pytest.mark.parametrize(
    ("total", "now", "with_small_groups"),
    [(1, 0, 1), (2, 0, 1), (3, 0, 1), (4, 0, 1), (5, 0, 0), (6, 1, 1), (19, 3, 3), (24, 4, 4)],
)
def test_known_wrong_practice(total, now, with_small_groups):
    """Small groups may choose one only where that is law: not under Nghị định 335/2025."""
    today = verdict(sheets(0, total), NOW).group("g").current
    before = verdict(sheets(0, total), LAW).group("g").current
    assert (today.largest_allowed, before.largest_allowed) == (now, with_small_groups)


@pytest.mark.parametrize("rounding", ["down", "up"])
def test_rounding_is_the_choice_of_the_body(rounding):
    own = LocalValue("quota.rounding", rounding, date(2026, 1, 1), None, "Quy chế 12/QC-SCT")
    law = law_at(date(2026, 12, 1), (), (own,))
    assert allowed_on(14, law) == {"down": 2, "up": 3}[rounding]
    assert allowed_on(15, law) == 3


def test_a_stricter_share_of_the_body_is_cited():
    own = LocalValue(
        "quota.max_share_excellent", Decimal("0.15"), date(2026, 1, 1), None, "Quy chế 12/QC-SCT"
    )
    group = verdict(sheets(16, 84), law_at(date(2026, 12, 1), (), (own,))).group("g")
    assert group.current.allowed == 12
    assert group.findings[0].cites[0] == "noi-bo/Quy chế 12/QC-SCT"


def test_a_raised_share_names_its_decision():
    decision = RaisedCapFacts(scope="group", key="g", document="Quyết định số 15/QĐ-UBND")
    group, unit = verdict(sheets(4, 16), NOW, [decision]).groups
    assert (group.raised_by, group.share.value) == (decision.document, Decimal("0.25"))
    assert (unit.raised_by, unit.share.value) == ("", Decimal("0.20"))
    assert group.current.is_within
    assert not unit.current.is_within


@pytest.mark.parametrize(
    ("kinds", "rated_as"),
    [
        (["civil_servant", "contract_worker", "department_leader"], RatedAs.CIVIL_SERVANT),
        (["public_employee", "service_unit_head"], RatedAs.PUBLIC_EMPLOYEE),
        (["department_collective", "unit_collective"], RatedAs.COLLECTIVE),
        (["civil_servant", "public_employee"], None),
    ],
)
def test_a_group_is_judged_by_the_law_for_its_kind(kinds, rated_as):
    rows = [row for kind in kinds for row in sheets(0, 3, kind=SubjectKind(kind))]
    assert verdict(rows, NOW).group("g").rated_as is rated_as


def test_agencies_are_counted_by_who_recognises_them():
    rows = [
        replace(row, rated_as=RatedAs.AGENCY, recogniser=f"tỉnh {number % 2}")
        for number, row in enumerate(sheets(0, 4))
    ]
    assert [group.key for group in verdict(rows, NOW).groups] == ["tỉnh 0", "tỉnh 1"]
    alone = [replace(row, recogniser="") for row in rows]
    assert [group.key for group in verdict(alone, NOW).groups] == ["u"]


def test_the_two_readings_may_differ_and_both_are_shown():
    group = verdict(sheets(2, 8), LAW).group("g")
    assert (
        group.readings[QuotaBase.GOOD].allowed,
        group.readings[QuotaBase.GOOD_OR_BETTER].allowed,
    ) == (1, 2)
    assert {finding.rule for finding in group.findings} == {
        "quota.top-level",
        "quota.readings-differ",
    }


@pytest.mark.parametrize(
    ("excellent", "good", "completed", "is_small", "blocked"),
    [
        (1, 3, 0, True, False),
        (2, 2, 0, True, True),
        (1, 2, 1, False, True),
        (1, 4, 0, False, True),
        (1, 5, 0, False, False),
    ],
)
def test_small_group_may_choose_one(excellent, good, completed, is_small, blocked):
    group = verdict(sheets(excellent, good, completed), LAW).group("g")
    assert group.is_small is is_small
    assert any(finding.is_blocker for finding in group.findings) is blocked


def test_thanh_hoa_counts_those_rated_good():
    law = law_at(date(2022, 12, 1), ("thanh-hoa-2022",))
    rows = sheets(1, 4, kind=SubjectKind.UNIT_COLLECTIVE)
    assert verdict(rows, law).group("g").is_small
    assert not any(finding.is_blocker for finding in verdict(rows, law).findings)


def test_collectives_do_not_count_in_the_cap_of_the_agency():
    rows = sheets(1, 9, kind=SubjectKind.UNIT_COLLECTIVE)
    assert [group.scope for group in verdict(rows, LAW).groups] == [QuotaScope.GROUP]


def test_without_a_cap_in_law_nothing_is_refused():
    result = verdict(sheets(9, 1), law_at(date(2019, 1, 1)))
    assert result.findings == []
    assert result.group("g").current is None


@pytest.mark.parametrize(
    ("law", "document", "said"),
    [
        (NOW, "Quyết định số 15/QĐ-UBND", "áp dụng tỉ lệ tối đa 25%"),
        (NOW, "", "chưa có quyết định"),
        (LAW, "Quyết định số 9/QĐ-UBND", "không nêu mức tỉ lệ được nâng"),
    ],
)
def test_a_decision_to_raise_is_answered_in_words(law, document, said):
    decision = RaisedCapFacts(scope="group", key="g", document=document)
    findings = verdict(sheets(1, 9), law, [decision]).group("g").findings
    assert [said in finding.message for finding in findings] == [True]
