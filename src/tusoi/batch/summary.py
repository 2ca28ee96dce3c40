"""Tổng hợp: what holds for the whole table – regime, levels counted, caps, provisions relied on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tusoi.rulebook import Citation, Trust, cite
from tusoi.rulebook.facts import RatingLevel
from tusoi.rulebook.rules import quotas
from tusoi.rulebook.standards import table_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tusoi.batch.layout import Inquiry
    from tusoi.rulebook import Finding
    from tusoi.rulebook.facts import SheetFacts
    from tusoi.rulebook.rules.quotas import GroupVerdict, QuotaVerdict, ReadingVerdict


@dataclass(frozen=True, slots=True)
class Summary:
    """Tổng hợp cả bảng: nobody is lowered by a cap, it is only shown."""

    inquiry: Inquiry
    preface: tuple[Finding, ...]
    rows: int
    levels: dict[RatingLevel | None, int]
    verdict: QuotaVerdict
    basis: tuple[Citation, ...]

    @property
    def over_cap(self) -> list[tuple[GroupVerdict, ReadingVerdict]]:
        """The groups with more excellent than the cap allows."""
        pairs = ((group, group.current) for group in self.verdict.groups)
        return [(group, current) for group, current in pairs if current and not current.is_within]


def summarise(
    inquiry: Inquiry,
    preface: tuple[Finding, ...],
    sheets: Counter[SheetFacts],
    cites: Iterable[str],
) -> Summary:
    """Count levels, judge the caps and gather the provisions, each once and in order."""
    verdict = quotas.verdict(list(sheets.elements()), inquiry.law)
    levels: Counter[RatingLevel | None] = Counter()
    for sheet, count in sheets.items():
        levels[sheet.level] += count
    table = table_for(inquiry.kind.rated_as, inquiry.day)
    standards = table.standards if table else ()
    relied_on = {each.cite for each in standards if each.trust is not Trust.UNVERIFIED}
    relied_on |= {each for finding in (*preface, *verdict.findings) for each in finding.cites}
    relied_on |= set(cites)
    return Summary(
        inquiry=inquiry,
        preface=preface,
        rows=sheets.total(),
        levels={level: levels[level] for level in (*RatingLevel, None)},
        verdict=verdict,
        basis=tuple(cite(each) for each in sorted(relied_on)),
    )
