"""Xếp loại từng dòng: the proposal of the rulebook for one entry, with its reasons."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from tusoi.rulebook.explain import Explanation, explain
from tusoi.rulebook.facts import (
    HeadFacts,
    Leadership,
    RatedAs,
    RatingLevel,
    SheetFacts,
    Standing,
    SubjectKind,
)
from tusoi.rulebook.record import Record, record_under
from tusoi.rulebook.rules import classification, eligibility

if TYPE_CHECKING:
    from tusoi.batch.layout import Assignment
    from tusoi.batch.reading import Entry
    from tusoi.rulebook import Finding, LawAt
    from tusoi.rulebook.rules.classification import Proposal

_SHEET_KINDS = {
    RatedAs.PUBLIC_EMPLOYEE: SubjectKind.PUBLIC_EMPLOYEE,
    RatedAs.COLLECTIVE: SubjectKind.UNIT_COLLECTIVE,
    RatedAs.PARTY_ORGANISATION: SubjectKind.UNIT_COLLECTIVE,
    RatedAs.AGENCY: SubjectKind.UNIT_COLLECTIVE,
}


@dataclass(frozen=True)
class Judged:
    """Dòng đã xếp loại: the level open to the subject after all ceilings; people decide.

    `findings` are those beyond the proposal: the comment of a former unit, the collective of a head.
    """

    entry: Entry
    proposal: Proposal
    standing: Standing
    level: RatingLevel | None
    findings: tuple[Finding, ...]
    head: HeadFacts | None
    law: LawAt

    @property
    def record(self) -> Record:
        """What has been judged, so that it can be judged again."""
        results, person = self.entry.results, self.entry.person
        rated_as = self.law.rated_as
        return record_under(
            self.law, results=results, person=person, rated_as=rated_as, head=self.head
        )

    @cached_property
    def explanation(self) -> Explanation:
        return explain(self.proposal, self.findings)

    @property
    def every_finding(self) -> tuple[Finding, ...]:
        return (*self.proposal.findings, *self.findings)


class Judge:
    """Người chấm: holds the law for one kind of subject and judges entry by entry."""

    def __init__(self, assignment: Assignment) -> None:
        self._rated_as = assignment.kind.rated_as
        self._law: LawAt = assignment.law
        self._sheet_kind = _SHEET_KINDS.get(self._rated_as, SubjectKind.CIVIL_SERVANT)

    def judge(self, entry: Entry) -> Judged:
        """The level the facts prove, under the ceilings of the person and of the collective headed."""
        proposal = classification.propose(entry.results, entry.person, self._rated_as, self._law)
        standing = self._standing(entry)
        head = _head(entry, proposal)
        findings = (*self._former_unit(entry), *self._ceiling(head))
        is_rated_here = standing is Standing.RATED_HERE
        level = _under(proposal.level, findings) if is_rated_here else None
        return Judged(entry, proposal, standing, level, findings, head, self._law)

    def sheet(self, judged: Judged) -> SheetFacts:
        """What the caps count; subjects of the same place and level are alike."""
        entry = judged.entry
        return SheetFacts(
            subject_key="",
            level=judged.level,
            group=entry.group,
            unit=entry.unit,
            kind=self._sheet_kind,
            rated_as=self._rated_as,
            recogniser=entry.recogniser,
        )

    def _standing(self, entry: Entry) -> Standing:
        if entry.person is None:
            return Standing.RATED_HERE
        return eligibility.standing(entry.person, self._law)

    def _former_unit(self, entry: Entry) -> list[Finding]:
        if entry.person is None or not entry.person.months_at_former_unit:
            return []
        return eligibility.former_unit_findings(entry.person, self._law)

    def _ceiling(self, head: HeadFacts | None) -> list[Finding]:
        return classification.ceiling_findings(head, self._law) if head else []


def _head(entry: Entry, proposal: Proposal) -> HeadFacts | None:
    """The head with the level proposed; None for everybody else and where the collective has no level yet."""
    person, head = entry.person, entry.head
    if person is None or head is None or person.leadership is not Leadership.HEAD:
        return None
    return replace(head, category=person.category, head_level=proposal.level)


def _under(level: RatingLevel | None, findings: tuple[Finding, ...]) -> RatingLevel | None:
    """The level brought under the ceilings that blocking findings name."""
    ceilings = [
        RatingLevel(finding.data["ceiling"])
        for finding in findings
        if finding.is_blocker and "ceiling" in finding.data
    ]
    if level is None or not ceilings:
        return level
    return max((level, *ceilings), key=lambda each: each.rank)
