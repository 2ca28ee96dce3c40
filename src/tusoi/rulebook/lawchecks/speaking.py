"""Quy tắc và tình huống: every rule has a case in which it speaks and one close by in which it does not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from tusoi.rulebook.cases import Case, Outcome, every_case, run
from tusoi.rulebook.registry import Rule, declared_rules


@dataclass(frozen=True, slots=True)
class CaseRun:
    """Tình huống đã chạy, with what came out."""

    case: Case
    outcome: Outcome

    def said_by(self, rule_id: str) -> tuple[str, ...]:
        """What one rule said, in words."""
        return tuple(each.message for each in self.outcome.findings if each.rule == rule_id)


@cache
def runs() -> tuple[CaseRun, ...]:
    """Every case with its outcome, in the order of the files."""
    return tuple(CaseRun(case, run(case)) for case in every_case())


@dataclass(slots=True)
class RuleCases:
    """Tình huống của một quy tắc: those in which it speaks, and those close by in which it says nothing or otherwise."""

    rule: Rule[Any]
    speaking: list[CaseRun] = field(default_factory=list)
    contrasting: list[CaseRun] = field(default_factory=list)

    @property
    def is_covered(self) -> bool:
        said = {each.said_by(self.rule.id) for each in self.speaking}
        return bool(self.speaking) and (len(said) > 1 or bool(self.contrasting))


def cases_by_rule() -> list[RuleCases]:
    """Every declared variant with its cases; close by are cases of the same check, the rule in force."""
    found = []
    spoken: dict[str, set[str]] = defaultdict(set)
    for each in runs():
        for finding in each.outcome.findings:
            spoken[finding.rule].add(each.case.check)
    for rule in declared_rules():
        entry = RuleCases(rule)
        for each in runs():
            if each.case.check not in spoken[rule.id] or not rule.is_in_force(each.case.day):
                continue
            (entry.speaking if each.said_by(rule.id) else entry.contrasting).append(each)
        found.append(entry)
    return found


def rules_without_cases() -> list[str]:
    """Rules that no case makes speak, or that no case nearby leaves silent; each named with its first day."""
    return [
        f"{each.rule.id} (từ {each.rule.since:%d/%m/%Y}): {len(each.speaking)} có, {len(each.contrasting)} không"
        for each in cases_by_rule()
        if not each.is_covered
    ]
