"""Xếp loại từng dòng: the proposal of the rulebook for one entry, with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tusoi.rulebook.explain import Explanation, explain
from tusoi.rulebook.facts import (
    BodyFacts,
    HeadFacts,
    Leadership,
    RatedAs,
    RatingLevel,
    RelationFacts,
    SheetFacts,
    Standing,
    SubjectKind,
)
from tusoi.rulebook.record import Record, record_under
from tusoi.rulebook.rules import classification, eligibility, mitigation, party_ratings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.batch.layout import Inquiry
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

    def __init__(self, inquiry: Inquiry) -> None:
        self._rated_as = inquiry.kind.rated_as
        self._law: LawAt = inquiry.law
        self._sheet_kind = _SHEET_KINDS.get(self._rated_as, SubjectKind.CIVIL_SERVANT)

    def judge(self, entry: Entry) -> Judged:
        """The level the facts prove, under the ceilings of the person and of the levels it rests on."""
        proposal = classification.propose(entry.results, entry.person, self._rated_as, self._law)
        standing = self._standing(entry)
        head = _head(entry, proposal)
        findings = (
            *self._of_person(entry, head),
            *self._of_body(entry),
            *self._of_relations(entry, proposal),
            *mitigation.weighing_findings(entry.results, self._law),
        )
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
        if entry.person is not None:
            return eligibility.standing(entry.person, self._law)
        is_young = entry.months_since_founded is not None
        if is_young and not party_ratings.is_body_rated(_body(entry), self._law):
            return Standing.NOT_RATED
        return Standing.RATED_HERE

    def _of_person(self, entry: Entry, head: HeadFacts | None) -> Iterator[Finding]:
        if entry.person is not None and entry.person.months_at_former_unit:
            yield from eligibility.former_unit_findings(entry.person, self._law)
        if head is not None:
            yield from classification.ceiling_findings(head, self._law)

    def _of_body(self, entry: Entry) -> list[Finding]:
        if entry.months_since_founded is None:
            return []
        return party_ratings.body_findings(_body(entry), self._law)

    def _of_relations(self, entry: Entry, proposal: Proposal) -> list[Finding]:
        """A Party member beside the official level, a leading collective beside its body."""
        official = entry.results.official_level
        if official is None and entry.unit_level is None:
            return []
        facts = RelationFacts(
            level=proposal.level, official_level=official, unit_level=entry.unit_level
        )
        return party_ratings.relation_findings(facts, self._law)


def _body(entry: Entry) -> BodyFacts:
    return BodyFacts(months_since_founded=entry.months_since_founded)


def _head(entry: Entry, proposal: Proposal) -> HeadFacts | None:
    """The head with the level proposed; None for everybody else and where the collective has no level yet."""
    person = entry.person
    if person is None or person.leadership is not Leadership.HEAD:
        return None
    if entry.collective_level is None:
        return None
    return HeadFacts(
        category=person.category,
        head_level=proposal.level,
        collective_level=entry.collective_level,
        arrived_recently=entry.arrived_recently,
    )


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
