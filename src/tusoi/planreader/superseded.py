"""Văn bản đã được thay thế: what a plan cites although another document had taken its place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tusoi.planreader.draft import Superseded
from tusoi.planreader.normal import folded
from tusoi.planreader.numbers import DocumentNumber, numbers_in
from tusoi.rulebook.citations import Trust, sources

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tusoi.planreader.draft import CitedDocument
    from tusoi.rulebook.citations import Replacement, Source


@dataclass(frozen=True, slots=True)
class Succession:
    """Một văn bản được dẫn và văn bản đã thay thế nó đến một ngày; `is_certain` is False where only heard of."""

    reference: CitedDocument
    by: str
    since: date
    scope: str
    is_certain: bool

    def row(self) -> Superseded:
        return Superseded(
            span=self.reference.span,
            confidence=100 if self.reference.date else 85,
            number=self.reference.number,
            by=self.by,
            since=self.since,
            scope=self.scope,
        )


def successions(
    references: Iterable[CitedDocument], day: date, subjects: str
) -> tuple[Succession, ...]:
    """What had been replaced by `day`; a replacement for some subjects only counts where they are named."""
    found = []
    for reference in references:
        source = _source_of(reference)
        replacement = source and _replacement(source, day, folded(subjects))
        if replacement:
            found.append(_succession(reference, replacement, day, folded(subjects)))
    return tuple(sorted(found, key=lambda each: each.reference.span))


def _succession(
    reference: CitedDocument, first: Replacement, day: date, subjects: str
) -> Succession:
    """The first replacement tells since when, the last one in force on the day tells by what."""
    successor = sources()[first.by]
    later = _replacement(successor, day, subjects)
    while later is not None:
        successor = sources()[later.by]
        later = _replacement(successor, day, subjects)
    number = _number_of(successor)
    return Succession(
        reference=reference,
        by=number.text if number else successor.short,
        since=first.since,
        scope=first.scope,
        is_certain=successor.trust is not Trust.UNVERIFIED,
    )


def _replacement(source: Source, day: date, subjects: str) -> Replacement | None:
    in_force = (
        each
        for each in source.replaced_by
        if each.since <= day and (not each.scope or folded(each.scope) in subjects)
    )
    return min(in_force, key=lambda each: each.since, default=None)


def _source_of(reference: CitedDocument) -> Source | None:
    """The registered document that bears the number; another day of signing means another document."""
    same = _by_number().get(DocumentNumber(reference.number, reference.span).key, ())
    days = (None, reference.date)
    return next((each for each in same if not reference.date or each.signed in days), None)


@cache
def _by_number() -> dict[tuple[str, ...], list[Source]]:
    register: dict[tuple[str, ...], list[Source]] = {}
    for source in sources().values():
        number = _number_of(source)
        if number is not None:
            register.setdefault(number.key, []).append(source)
    return register


def _number_of(source: Source) -> DocumentNumber | None:
    return next(numbers_in(source.title, folded(source.title)), None)
