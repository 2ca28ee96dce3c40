"""Tình huống về chấm điểm theo kỳ, theo năm và về thẩm quyền xếp loại."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from tusoi.rulebook.cases.running import Answer, check, facts
from tusoi.rulebook.facts import (
    CompetenceFacts,
    LeaderItems,
    LeaderMark,
    Leadership,
    PeriodFacts,
    PeriodKind,
    TaskOrigin,
    WorkItem,
)
from tusoi.rulebook.parameters import LocalValue, law_at
from tusoi.rulebook.rules import competence, scoring

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tusoi.rulebook.parameters import LawAt

_INTERMEDIATES = (
    "assigned",
    "quantity",
    "quality",
    "progress",
    "unit_results",
    "organising",
    "cohesion",
    "result_share",
    "task_points",
    "total",
)


def _exact(value: Fraction | None) -> Decimal | str | None:
    """A fraction as a decimal number where one equals it, else written as n/d."""
    if value is None:
        return None
    decimal = Decimal(value.numerator) / Decimal(value.denominator)
    return decimal if Fraction(decimal) == value else str(value)


def _item(number: int, given: Mapping[str, Any]) -> WorkItem:
    """A piece of work; completed unless the case says otherwise."""
    origin = TaskOrigin(given.get("origin", TaskOrigin.PLANNED))
    return WorkItem(**{"key": f"Việc {number}", "is_completed": True, **given, "origin": origin})


def _leader_items(given: Mapping[str, Any]) -> LeaderItems:
    built: dict[str, Any] = {
        name: LeaderMark(value) if isinstance(value, str) else value
        for name, value in given.items()
    }
    return LeaderItems(**built)


def _period(given: Mapping[str, Any]) -> PeriodFacts:
    """One period; `items` lists its work, `leader_items` the marks of a leader."""
    items = tuple(_item(number, item) for number, item in enumerate(given.get("items", ()), 1))
    codes = {
        "number": given.get("number", 1),
        "kind": PeriodKind(given.get("kind", PeriodKind.MONTH)),
        "leadership": Leadership(given.get("leadership", Leadership.NONE)),
        "leader_items": _leader_items(given.get("leader_items", {})),
        "items": items,
    }
    return PeriodFacts(**{**given, **codes})


def _as_read(law: LawAt, readings: Mapping[str, str]) -> LawAt:
    """The law with the readings that the body chose by a rule of its own."""
    own = (
        LocalValue(f"scoring.{name}", reading, law.day, None, "Quy định của cơ quan")
        for name, reading in readings.items()
    )
    return law_at(law.day, law.overlays, tuple(own))


@check("score")
def _score(given: dict[str, Any], law: LawAt) -> Answer:
    """`readings` names the readings the body chose; the rest is one period."""
    law = _as_read(law, given.pop("readings", {}))
    score = scoring.score_period(_period(given), law)
    lines = [f"{line.sign or line.text}: {line.calculation}" for line in scoring.account(score)]
    answer = {name: _exact(getattr(score, name)) for name in _INTERMEDIATES}
    return answer | {"account": lines}, score.findings


@check("score_year")
def _score_year(given: dict[str, Any], law: LawAt) -> Answer:
    """`each` is what every period of the year has alike, `but` what single ones have, `without` those that lack."""
    law = _as_read(law, given.get("readings", {}))
    kind = PeriodKind(given.get("kind", PeriodKind.MONTH))
    but: Mapping[int, Mapping[str, Any]] = given.get("but", {})
    numbers = (n for n in range(1, kind.per_year + 1) if n not in given.get("without", ()))
    alike = (
        {**given.get("each", {}), **but.get(number, {}), "kind": kind, "number": number}
        for number in numbers
    )
    year = scoring.score_year([_period(each) for each in (*alike, *given.get("also", ()))], law)
    answer = {
        "total": _exact(year.total),
        "compared": _exact(year.compared),
        "is_provisional": year.is_provisional,
        "quarters": [_exact(slot.score) for slot in year.quarters],
        "halves": [_exact(slot.score) for slot in year.halves],
    }
    return answer, year.findings


@check("competence")
def _competence(given: dict[str, Any], law: LawAt) -> Answer:
    return {}, competence.competence_findings(facts(CompetenceFacts, given), law)
