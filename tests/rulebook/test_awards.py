"""Thi đua, khen thưởng: what the cases cannot say – every title has conditions, and facts never shrink the list."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tusoi.rulebook import law_at
from tusoi.rulebook.facts import (
    AchievementScope,
    AwardCountFacts,
    AwardFacts,
    AwardTitle,
    AwardVoteFacts,
    PendingMatter,
    RatingLevel,
)
from tusoi.rulebook.findings import blockers
from tusoi.rulebook.parameters import LocalValue
from tusoi.rulebook.rules.award_conditions import candidates, eligible
from tusoi.rulebook.rules.awards import award_findings, count_findings, vote_findings

DAY = date(2026, 12, 20)
LAW = law_at(DAY, ("bac-ninh-2025",))
BEST = AwardFacts(
    level=RatingLevel.EXCELLENT,
    levels_before=(RatingLevel.EXCELLENT,) * 4,
    party_level=RatingLevel.EXCELLENT,
    party_levels_before=(RatingLevel.EXCELLENT,) * 4,
    has_spirit=True,
    achievement=AchievementScope.NATION,
    initiatives=2,
    base_titles_running=3,
    provincial_titles_running=2,
)
BEST_COLLECTIVE = AwardFacts(
    level=RatingLevel.EXCELLENT,
    levels_before=(RatingLevel.EXCELLENT,),
    is_collective=True,
    members=7,
    members_completed=7,
    advanced_workers=5,
    base_fighters=1,
    is_united=True,
)


@pytest.mark.parametrize("title", AwardTitle)
def test_every_title_has_conditions_that_name_their_provision(title):
    answer = eligible(title, BEST_COLLECTIVE if title.is_for_collectives else BEST, LAW)
    assert answer.is_eligible
    assert all(condition.text and condition.cite for condition in answer.conditions)


def test_candidates_are_for_persons_or_for_collectives():
    persons = {answer.title for answer in candidates(BEST, LAW)}
    collectives = {answer.title for answer in candidates(BEST_COLLECTIVE, LAW)}
    assert persons | collectives == set(AwardTitle)
    assert persons & collectives == {AwardTitle.PROVINCIAL_MERIT}


@given(st.sampled_from(AwardTitle), st.sampled_from(RatingLevel), st.integers(0, 5))
def test_a_better_level_never_closes_a_title(title, level, titles):
    facts = replace(BEST, level=level, base_titles_running=titles)
    better = replace(facts, level=RatingLevel.EXCELLENT)
    if eligible(title, facts, LAW).is_eligible:
        assert eligible(title, better, LAW).is_eligible


@pytest.mark.parametrize("matter", PendingMatter)
def test_whatever_is_pending_stops_every_title(matter):
    facts = replace(BEST, pending=frozenset({matter}))
    for title in AwardTitle:
        assert blockers(award_findings(facts, title, LAW))


def test_the_share_of_members_is_exact():
    for members in range(1, 200):
        least = -(-7 * members // 10)
        facts = replace(BEST_COLLECTIVE, members=members, members_completed=members)
        enough = replace(facts, advanced_workers=least)
        too_few = replace(facts, advanced_workers=least - 1)
        assert eligible(AwardTitle.EXCELLENT_COLLECTIVE, enough, LAW).is_eligible
        assert eligible(AwardTitle.EXCELLENT_COLLECTIVE, too_few, LAW).is_eligible is False


def test_a_body_may_set_its_own_cap_and_vote():
    own = [
        LocalValue(name, Decimal(value), DAY, None, "Quy chế số 01/QC")
        for name, value in (
            ("awards.max_share_base_fighters", "0.15"),
            ("awards.min_vote_share", "0.75"),
        )
    ]
    law = law_at(DAY, (), own)
    assert not count_findings(AwardCountFacts(advanced_workers=20, base_fighters=3), law)
    assert count_findings(AwardCountFacts(advanced_workers=20, base_fighters=4), law)
    votes = AwardVoteFacts(title=AwardTitle.BASE_FIGHTER, in_favour=3, council=4)
    assert not vote_findings(votes, law)
    assert blockers(vote_findings(replace(votes, in_favour=2), law))
