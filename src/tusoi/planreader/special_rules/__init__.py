"""Quy định riêng của kế hoạch: what the plan rules for itself, sentence by sentence, family by family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tusoi.planreader.body import Body
from tusoi.planreader.special_rules import (
    awards,
    eligibility,
    levels,
    meetings,
    order,
    places,
    quotas,
    results,
    supervision,
    voting,
)
from tusoi.planreader.special_rules.codes import RuleCode
from tusoi.planreader.special_rules.reading import Reader, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.planreader.draft import RuleRow
    from tusoi.planreader.outline import Outline

FAMILIES: tuple[Reader, ...] = (
    order.read,
    meetings.read,
    places.read,
    eligibility.read,
    supervision.read,
    voting.read,
    levels.read,
    quotas.read,
    awards.read,
    results.read,
)

#: A longer sentence is none; it is read in pieces, so that the reading stays linear in any text.
_LONGEST = 4000

__all__ = ["RuleCode", "special_rules_of"]


def special_rules_of(outline: Outline) -> tuple[RuleRow, ...]:
    """Every rule once for each value, base and scope, in the order of the text."""
    rows: list[RuleRow] = []
    known: dict[str, list[RuleRow]] = {}
    for row in sorted(_rules(outline), key=lambda row: row.span):
        same = known.setdefault(row.rule, [])
        if not any(_says_no_more(row, other) for other in same):
            same.append(row)
            rows.append(row)
    return tuple(rows)


def _says_no_more(row: RuleRow, known: RuleRow) -> bool:
    return (
        (row.value, row.unit) == (known.value, known.unit)
        and row.base in {"", known.base}
        and row.scope in {"", known.scope}
    )


def _rules(outline: Outline) -> Iterator[RuleRow]:
    body = Body(outline)
    for span in outline.sentences():
        if span.start in body:
            for start in range(span.start, span.end, _LONGEST):
                text = outline.folded[start : min(start + _LONGEST, span.end)]
                for read in FAMILIES:
                    yield from read(Sentence(text, start))
