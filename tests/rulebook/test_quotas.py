"""Tỉ lệ trần: never above the ceiling, never below the largest allowed, in any order."""

from collections import Counter
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tusoi.rulebook import law_at
from tusoi.rulebook.facts import RatingLevel, SheetFacts, SubjectKind
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
    ),
    max_size=30,
)


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


@given(rows=SHEETS, data=st.data())
def test_order_does_not_matter(rows, data):
    shuffled = data.draw(st.permutations(rows))
    assert verdict(shuffled, LAW) == verdict(rows, LAW)


@given(rows=SHEETS)
def test_every_subject_is_counted_once_per_scope(rows):
    groups = [group for group in verdict(rows, LAW).groups if group.scope is QuotaScope.GROUP]
    assert sum(group.rated + group.unrated for group in groups) == len(rows)
    for group in groups:
        levels = Counter(row.level for row in rows if row.group == group.key and row.level)
        assert group.counts == {level: levels[level] for level in RatingLevel}


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
    assert not any(finding.is_blocker for finding in verdict(sheets(1, 4), law).findings)


def test_collectives_do_not_count_in_the_cap_of_the_agency():
    rows = sheets(1, 9, kind=SubjectKind.UNIT_COLLECTIVE)
    assert [group.scope for group in verdict(rows, LAW).groups] == [QuotaScope.GROUP]


def test_without_a_cap_in_law_nothing_is_refused():
    result = verdict(sheets(9, 1), law_at(date(2019, 1, 1)))
    assert result.findings == []
    assert result.group("g").current is None
