"""Đảng viên, tổ chức đảng: what cases cannot say – readings a body chooses, order of findings, whole ranges."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest

from tusoi.rulebook import Trust
from tusoi.rulebook.citations import cite
from tusoi.rulebook.explain import explain
from tusoi.rulebook.facts import (
    BodyFacts,
    Category,
    Degree,
    Leadership,
    PartyStanding,
    PersonFacts,
    RatedAs,
    RatingLevel,
    RelationFacts,
    ResultFacts,
)
from tusoi.rulebook.parameters import LocalValue, law_at
from tusoi.rulebook.registry import Rule, declared_rules
from tusoi.rulebook.rules import classification, eligibility, party, party_ratings
from tusoi.rulebook.rules.conditions import PROVABLE_BY_ALL
from tusoi.rulebook.standards import tables

MEMBER = PersonFacts(category=Category.CIVIL_SERVANT, months_in_post=Decimal(12))
DAYS = {
    "132, 16-HD": date(2018, 12, 10),
    "132, 21-HD": date(2021, 12, 10),
    "124, 21-HD": date(2023, 10, 20),
    "124, 25-HD": date(2024, 12, 10),
    "366, 25-HD": date(2025, 9, 15),
    "366, 43-HD": date(2026, 12, 10),
}
PARTY_TABLES = [table for table in tables() if table.regime in {"qd132", "qd124"}]


def _law(day: date, rated_as: RatedAs = RatedAs.PARTY_MEMBER, local: tuple[LocalValue, ...] = ()):
    return law_at(day, local=local).of(rated_as)


def _own_reading(value: str) -> tuple[LocalValue, ...]:
    return (
        LocalValue("party.poor_criterion", value, date(2024, 1, 1), None, "Quy định số 01-QĐ/ĐU"),
    )


def _results(*degrees: Degree) -> ResultFacts:
    criteria = {f"r{place}": degree for place, degree in enumerate(degrees)}
    return ResultFacts(
        criteria=criteria,
        result_criteria=frozenset(criteria),
        tasks_total=10,
        tasks_done=10,
        tasks_on_time=10,
        tasks_exceeded=5,
        official_level=RatingLevel.GOOD,
    )


@pytest.mark.parametrize("day", DAYS.values(), ids=DAYS.keys())
@pytest.mark.parametrize(
    "person",
    [
        MEMBER,
        replace(MEMBER, is_exempt_from_party_work=True),
        replace(MEMBER, is_suspended_from_party=True),
        replace(MEMBER, is_suspended_from_committee=True, disciplined=True),
        replace(MEMBER, months_since_admission=Decimal(2), months_at_former_unit=Decimal(8)),
    ],
)
def test_members_are_answered_on_every_day_since_2018(day, person):
    law = _law(day)
    proposal = classification.propose(_results(Degree.GOOD), person, RatedAs.PARTY_MEMBER, law)
    assert proposal.is_rated is (party.party_standing(person, law) is PartyStanding.RATED)
    assert proposal.is_rated or proposal.level is None
    assert all(finding.cites for finding in proposal.findings)
    assert {
        finding.rule for finding in eligibility.level_findings(RatingLevel.GOOD, person, law)
    } <= {
        "party.no-level",
        "party.level-within-ceiling",
    }


@pytest.mark.parametrize("day", DAYS.values(), ids=DAYS.keys())
def test_whoever_is_outside_the_review_hears_nothing_else(day):
    person = replace(
        MEMBER,
        is_exempt_from_party_work=True,
        disciplined=True,
        is_on_temporary_party_activity=True,
    )
    found = party.standing_findings(person, _law(day))
    assert [finding.rule for finding in found] == ["party.scope"]


@pytest.mark.parametrize(
    ("reading", "level"),
    [("weighed", None), ("any", RatingLevel.NOT_COMPLETED)],
    ids=["cân nhắc", "một là đủ"],
)
def test_a_single_poor_criterion_is_read_as_the_body_has_ruled(reading, level):
    law = _law(date(2024, 12, 10), local=_own_reading(reading))
    results = _results(Degree.POOR, Degree.GOOD)
    proposal = classification.propose(results, MEMBER, RatedAs.PARTY_MEMBER, law)
    assert proposal.level is level
    assert "party.poor-criterion" in {finding.rule for finding in proposal.findings}


def test_the_own_reading_sets_the_ceiling_and_cites_the_own_document():
    law = _law(date(2024, 12, 10), local=_own_reading("any"))
    found = party_ratings.proposal_findings(
        _results(Degree.POOR, Degree.GOOD), MEMBER, RatingLevel.GOOD, law
    )
    (poor,) = [finding for finding in found if finding.rule == "party.poor-criterion"]
    assert poor.data["ceiling"] == RatingLevel.NOT_COMPLETED
    assert cite(poor.cites[0]).label == "Quy định số 01-QĐ/ĐU"


def test_an_own_rule_on_young_bodies_is_applied():
    own = LocalValue(
        "eligibility.min_months_since_founded", 6, date(2024, 1, 1), None, "Hướng dẫn số 02-HD/ĐU"
    )
    law = _law(date(2024, 12, 10), RatedAs.PARTY_ORGANISATION, (own,))
    young = BodyFacts(months_since_founded=Decimal("5.9"))
    assert not party_ratings.is_body_rated(young, law)
    assert party_ratings.is_body_rated(BodyFacts(months_since_founded=Decimal(6)), law)


@pytest.mark.parametrize(
    "table", PARTY_TABLES, ids=lambda table: f"{table.rated_as}-{table.regime}"
)
@pytest.mark.parametrize("level", PROVABLE_BY_ALL)
def test_a_level_known_only_by_hearsay_is_never_proven(table, level):
    """The best results there are: a level whose conditions are all unverified must not come out of them."""
    checked = [
        each
        for each in table.conditions(level, is_leader=False)
        if each.trust is not Trust.UNVERIFIED
    ]
    results = replace(
        _results(Degree.EXCELLENT),
        official_level=RatingLevel.EXCELLENT,
        member_levels={RatingLevel.GOOD: 10},
        peer_levels={RatingLevel.GOOD: 3},
    )
    person = MEMBER if table.rated_as.is_person else None
    proven = classification.propose(results, person, table.rated_as, law_at(table.since)).proven
    assert proven is not level or checked


@pytest.mark.parametrize(
    "table", PARTY_TABLES, ids=lambda table: f"{table.rated_as}-{table.regime}"
)
def test_nothing_reported_proves_nothing(table):
    person = MEMBER if table.rated_as.is_person else None
    assert (
        classification.propose(ResultFacts(), person, table.rated_as, law_at(table.since)).proven
        is None
    )


def test_leaders_hear_of_the_conditions_nobody_has_checked():
    leader = replace(MEMBER, leadership=Leadership.HEAD)
    law = _law(date(2024, 12, 10))
    results = _results(Degree.EXCELLENT)
    found = classification.propose(results, leader, RatedAs.PARTY_MEMBER, law).findings
    (note,) = [finding for finding in found if finding.rule == "party.unverified-conditions"]
    assert "Đơn vị, lĩnh vực phụ trách hoàn thành 100% chỉ tiêu" in note.message
    assert all(cite(each).trust is Trust.UNVERIFIED for each in note.cites)
    assert classification.propose(results, MEMBER, RatedAs.PARTY_MEMBER, law).findings == ()


@pytest.mark.parametrize("official", RatingLevel)
@pytest.mark.parametrize("level", RatingLevel)
def test_under_the_guidance_of_2019_excellent_needs_an_excellent_official(level, official):
    facts = RelationFacts(level=level, official_level=official)
    blocked = bool(party_ratings.relation_findings(facts, _law(date(2021, 12, 10))))
    lowest = RatingLevel.NOT_COMPLETED
    assert blocked is (
        (level is RatingLevel.EXCELLENT and official is not RatingLevel.EXCELLENT)
        or (official is lowest and level is not lowest)
    )


@pytest.mark.parametrize("rated_as", sorted(party_ratings.PARTY_KINDS))
@pytest.mark.parametrize("day", DAYS.values(), ids=DAYS.keys())
def test_open_outcomes_cite_the_text_of_the_party_and_not_the_decree(rated_as, day):
    person = MEMBER if rated_as.is_person else None
    found = classification.propose(ResultFacts(), person, rated_as, law_at(day)).findings
    cited = {
        each
        for finding in found
        if finding.rule.startswith("classification.")
        for each in finding.cites
    }
    assert cited
    assert {cite(each).source.issuer for each in cited} <= {
        "Bộ Chính trị",
        "Ban Tổ chức Trung ương",
    }


def test_a_suspended_member_reads_why_there_is_no_level():
    person = replace(MEMBER, is_suspended_from_party=True)
    proposal = classification.propose(
        _results(Degree.GOOD), person, RatedAs.PARTY_MEMBER, law_at(date(2024, 12, 10))
    )
    assert explain(proposal).headline.startswith("Đang bị đình chỉ sinh hoạt đảng")


def _variants() -> dict[str, list[Rule]]:
    groups: dict[str, list[Rule]] = {}
    for each in declared_rules():
        if each.id.startswith("party."):
            groups.setdefault(each.id, []).append(each)
    return groups


@pytest.mark.parametrize("variants", _variants().values(), ids=_variants().keys())
def test_the_next_text_takes_over_on_the_day_after(variants):
    for earlier, later in pairwise(variants):
        assert earlier.until is not None
        assert later.since - earlier.until == timedelta(days=1)


@pytest.mark.parametrize(
    ("rule_id", "last_day"),
    [
        ("party.collective-within-unit", date(2023, 10, 3)),
        ("party.peers-told", date(2023, 10, 3)),
        ("party.poor-criterion", date(2025, 8, 29)),
        ("party.former-cell", date(2025, 10, 30)),
        ("party.young-body", date(2025, 10, 30)),
    ],
)
def test_what_the_next_text_no_longer_says_ends_with_the_old_one(rule_id, last_day):
    assert _variants()[rule_id][-1].until == last_day


def test_all_other_rules_of_the_party_are_still_in_force():
    ended = {rule_id for rule_id, variants in _variants().items() if variants[-1].until}
    assert ended == {
        "party.collective-within-unit",
        "party.peers-told",
        "party.poor-criterion",
        "party.former-cell",
        "party.young-body",
    }
