"""Dữ kiện cần ghi: which facts the conditions of a table read, found by asking the measures themselves."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import product
from typing import Any

from tusoi.rulebook import Trust
from tusoi.rulebook.facts import Category, PersonFacts, RatedAs, RatingLevel, ResultFacts
from tusoi.rulebook.rules.measures import MEASURES
from tusoi.rulebook.standards import table_for


class _Asked:
    """Facts that note which of them a measure asks for; `told` answers the flags."""

    def __init__(self, facts: Any, asked: set[str], told: dict[str, bool]) -> None:
        self._facts, self._noted, self._told = facts, asked, told

    def __getattr__(self, name: str) -> Any:
        self._noted.add(name)
        return self._told.get(name, getattr(self._facts, name))


#: A year in which everything that is counted happened once.
_COUNTS: dict[str, Any] = {
    each.name: 1 for each in fields(ResultFacts) if each.type == "int | None"
}
_RESULTS = ResultFacts(**_COUNTS)
_PERSON = PersonFacts(category=Category.CIVIL_SERVANT, months_in_post=Decimal(12))


def _is_flag(name: str) -> bool:
    return isinstance(getattr(_RESULTS, name, getattr(_PERSON, name, None)), bool)


@cache
def facts_read(measure: str) -> frozenset[str]:
    """Every fact the measure may ask for: it is asked again with each answer to every flag it has come to."""
    asked: set[str] = set()
    known = -1
    while known < len(asked):
        known = len(asked)
        flags = sorted(filter(_is_flag, asked))
        for answers in product((False, True), repeat=len(flags)):
            told = dict(zip(flags, answers, strict=True))
            results: Any = _Asked(_RESULTS, asked, told)
            person: Any = _Asked(_PERSON, asked, told)
            MEASURES[measure].read(results, person)
    return frozenset(asked)


@cache
def needed_for(rated_as: RatedAs, day: date, *, is_leader: bool) -> frozenset[str]:
    """The measures applied on that day and the facts they read; what is known at second hand is not applied."""
    table = table_for(rated_as, day)
    if table is None:
        return frozenset()
    standards = (
        each for level in RatingLevel for each in table.conditions(level, is_leader=is_leader)
    )
    applied = [each for each in standards if each.trust is not Trust.UNVERIFIED]
    measures = {each.measure for each in applied} | {
        each.only_if for each in applied if each.only_if
    }
    return frozenset(measures).union(*map(facts_read, measures))
