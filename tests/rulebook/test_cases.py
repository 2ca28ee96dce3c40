"""Tình huống: every case of `law/cases/` comes out as written, and the runner notices when one does not."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tusoi.rulebook.cases import Case, every_case, run
from tusoi.rulebook.facts import RatingLevel
from tusoi.rulebook.lawdata import parse_yaml

CASES = list(every_case())


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.subject}: {case.name}")
def test_case(case: Case):
    assert run(case).faults == ()


def test_names_tell_cases_apart():
    names = [(case.subject, case.name) for case in CASES]
    assert len(names) == len(set(names))


def test_a_wrong_expectation_is_noticed():
    case = next(case for case in CASES if case.expect.get("level") == RatingLevel.EXCELLENT)
    assert run(replace(case, expect={"level": RatingLevel.GOOD})).faults
    assert run(replace(case, findings=("blocks no.such-rule",))).faults


def test_decimals_of_cases_are_exact():
    assert parse_yaml("a: 1.5") == {"a": Decimal("1.5")}
