"""Sổ quy tắc: rules with the days they are in force; a new text adds a variant, the old one stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from tusoi.rulebook.findings import Finding, Severity

if TYPE_CHECKING:
    from datetime import date

    from tusoi.rulebook.parameters import LawAt

F = TypeVar("F")
Check = Callable[[F, "LawAt"], Iterator[Finding]]


class RuleFault(Exception):
    """Quy tắc khai báo sai: two variants of one rule would be in force on the same day."""


@dataclass(frozen=True, slots=True, eq=False)
class Rule(Generic[F]):
    """Quy tắc: a check over facts with its id, its days in force and its citations."""

    id: str
    since: date
    until: date | None
    cites: tuple[str, ...]
    check: Check[F]

    def is_in_force(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)

    def stamp(self, finding: Finding, law: LawAt) -> Finding:
        """A finding of this rule with its id and, where it names none, its citations."""
        cites = finding.cites or (*law.rule_cites.get(self.id, ()), *self.cites)
        return finding.said_by(self.id, tuple(dict.fromkeys(cites)))

    def overlaps(self, other: Rule[Any]) -> bool:
        return (self.until is None or other.since <= self.until) and (
            other.until is None or self.since <= other.until
        )


_RULES: dict[str, list[Rule[Any]]] = {}


def rule(
    rule_id: str, *, since: date, cites: tuple[str, ...], until: date | None = None
) -> Callable[[Check[F]], Rule[F]]:
    """Declare a check as (a variant of) the rule `rule_id`, in force from `since` to `until`."""

    def declare(check: Check[F]) -> Rule[F]:
        declared = Rule(rule_id, since, until, cites, check)
        if any(declared.overlaps(variant) for variant in _RULES.get(rule_id, [])):
            raise RuleFault(rule_id)
        _RULES.setdefault(rule_id, []).append(declared)
        return declared

    return declare


def judge(rules: Iterable[Rule[F]], facts: F, law: LawAt) -> list[Finding]:
    """What the rules in force on the day of `law` say about the facts, in the order given."""
    return [
        each.stamp(finding, law)
        for each in _in_force(tuple(rules), law.day)
        for finding in each.check(facts, law)
    ]


@lru_cache(maxsize=512)
def _in_force(rules: tuple[Rule[Any], ...], day: date) -> tuple[Rule[Any], ...]:
    """The same for everybody who is judged on that day."""
    return tuple(each for each in rules if each.is_in_force(day))


def declared_rules() -> tuple[Rule[Any], ...]:
    """Every declared variant, by id and day."""
    variants = (variant for group in _RULES.values() for variant in group)
    return tuple(sorted(variants, key=lambda variant: (variant.id, variant.since)))


def rules_in_force(day: date) -> dict[str, Rule[Any]]:
    """The one variant of each rule that is in force on `day`."""
    return {each.id: each for each in declared_rules() if each.is_in_force(day)}


def blocks(
    message: str,
    *,
    cites: tuple[str, ...] = (),
    remedy: str = "",
    overridable: bool = False,
    **data: Any,
) -> Finding:
    """A finding that stops the act."""
    return Finding("", Severity.BLOCKS, message, cites, data, remedy, overridable)


def warns(message: str, *, cites: tuple[str, ...] = (), remedy: str = "", **data: Any) -> Finding:
    """A finding that asks to look again."""
    return Finding("", Severity.WARNS, message, cites, data, remedy)


def notes(message: str, *, cites: tuple[str, ...] = (), remedy: str = "", **data: Any) -> Finding:
    """A finding that only explains."""
    return Finding("", Severity.NOTES, message, cites, data, remedy)
