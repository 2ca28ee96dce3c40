"""Người đứng đầu mới chuyển đến: held against the collective only when most of the counted year lies here."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from tusoi.decisions.facts import head_facts
from tusoi.rulebook.facts import Category, PersonFacts, RatingLevel, SubjectKind
from tusoi.rulebook.parameters import law_at

LAW = law_at(date(2023, 11, 24), ("lai-chau-2023",))


@dataclass
class Track:
    kind: str = SubjectKind.DIVISION_HEAD


@dataclass
class Head:
    track: Track


@pytest.mark.parametrize(
    ("months_in_year", "months_before", "is_new"),
    [
        ("12", "0", False),
        ("12", "5.9", False),
        ("12", "6.1", True),
        ("12", "8", True),
        ("4", "0", False),
    ],
)
def test_months_at_this_unit_decide(months_in_year, months_before, is_new):
    person = PersonFacts(
        category=Category.CIVIL_SERVANT,
        months_in_post=Decimal(months_in_year),
        months_at_former_unit=Decimal(months_before),
    )
    facts = head_facts(Head(Track()), RatingLevel.GOOD, person, RatingLevel.COMPLETED, LAW)
    assert facts is not None
    assert facts.arrived_recently is is_new
