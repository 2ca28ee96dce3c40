"""Kiểm tra theo thời gian: on every day that matters one regime, one table, and no rule without its numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from tusoi.rulebook.cases import CHECKS, Case
from tusoi.rulebook.facts import Category, RatedAs
from tusoi.rulebook.lawdata import names_in
from tusoi.rulebook.parameters import NotInForce, overlay, parameters
from tusoi.rulebook.regimes import Regime, regime_for, regimes, regimes_for
from tusoi.rulebook.registry import declared_rules
from tusoi.rulebook.standards import StandardTable, table_for, tables

FIRST, LAST = date(2018, 1, 1), date(2027, 12, 31)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Một quãng thời gian của một loại đối tượng; `until` is its last day, None where it does not end."""

    rated_as: RatedAs
    since: date
    until: date | None


def _starts_and_ends() -> Iterator[tuple[date, date | None]]:
    for regime in regimes().values():
        yield from ((reign.since, reign.until) for reign in regime.reigns.values())
    yield from ((table.since, table.until) for table in tables())
    yield from ((rule.since, rule.until) for rule in declared_rules())
    for parameter in parameters().values():
        for _, timeline in parameter.timelines():
            yield from ((since, None) for since, _ in timeline)
    for name in names_in("overlays", ".yaml"):
        layer = overlay(name.removesuffix(".yaml"))
        yield layer.since, layer.until


def days_of_change() -> list[date]:
    """Every day from which something in law is not as it was the day before; the first day counts."""
    days = {FIRST}
    for since, until in _starts_and_ends():
        days |= {since} if until is None else {since, until + _DAY}
    return sorted(day for day in days if FIRST <= day <= LAST)


def key_days() -> list[date]:
    """First and last day of every quarter, and every day around which something starts or ends."""
    quarters = [
        date(year, month, 1) for year in range(FIRST.year, LAST.year + 2) for month in (1, 4, 7, 10)
    ]
    days = {*quarters, *days_of_change()}
    return sorted(day for day in days | {each - _DAY for each in days} if FIRST <= day <= LAST)


def _stretches(is_missing: Callable[[RatedAs, date], bool]) -> Iterator[Stretch]:
    """The longest stretches of days on which something is missing, per kind of subject."""
    days = [*days_of_change(), LAST + _DAY]
    for rated_as in RatedAs:
        since = None
        for day, following in pairwise(days):
            if not is_missing(rated_as, day):
                since = None
                continue
            since = since or day
            if following > LAST or not is_missing(rated_as, following):
                yield Stretch(rated_as, since, None if following > LAST else following - _DAY)


def without_regime() -> list[Stretch]:
    """When no regime in use governs a kind of subject."""
    return list(_stretches(lambda rated_as, day: regime_for(rated_as, day) is None))


def without_table() -> list[Stretch]:
    """When a regime in use governs a kind of subject but no table of standards says the levels."""
    return list(
        _stretches(
            lambda rated_as, day: (
                regime_for(rated_as, day) is not None and table_for(rated_as, day) is None
            )
        )
    )


def _regimes_in_use(rated_as: RatedAs, day: date) -> list[Regime]:
    return [each for each in regimes_for(rated_as, day) if each.is_in_use]


def _tables_in_use(rated_as: RatedAs, day: date) -> list[StandardTable]:
    return [
        each
        for each in tables()
        if each.rated_as is rated_as and each.is_in_force(day) and regimes()[each.regime].is_in_use
    ]


def doubled() -> list[str]:
    """Days on which two regimes or two tables would hold at once, or a table of another regime."""
    found = []
    for day in key_days():
        for rated_as in RatedAs:
            governing = [each.id for each in _regimes_in_use(rated_as, day)]
            ruling = [each.regime for each in _tables_in_use(rated_as, day)]
            if len(governing) > 1 or len(ruling) > 1 or not set(ruling) <= set(governing):
                found.append(f"{rated_as.label}, {day:%d/%m/%Y}: {governing}, {ruling}")
    return found


def _kinds(case: Case) -> list[RatedAs]:
    """As what the subject of a case may be rated; one without a kind may be anybody."""
    own = case.rated_as or case.given.get("rated_as")
    if own:
        return [RatedAs(own)]
    category = case.given.get("person", case.given).get("category")
    if category is None:
        return list(RatedAs)
    is_contract = category == Category.CONTRACT_WORKER
    return [RatedAs.CIVIL_SERVANT if is_contract else RatedAs(category)]


def _is_governed(case: Case, day: date) -> bool:
    return any(regime_for(kind, day) is not None for kind in _kinds(case))


def without_number(cases: Iterable[Case]) -> list[str]:
    """Rules in force that need a number which is not: the facts of each case, on every day of change."""
    found = []
    days = days_of_change()
    for case in cases:
        for day in days:
            if not _is_governed(case, day):
                continue
            try:
                CHECKS[case.check](dict(case.given), replace(case, day=day).law)
            except NotInForce as missing:
                found.append(f"{case.subject}: {case.name}, {day:%d/%m/%Y}: {missing}")
    return found
