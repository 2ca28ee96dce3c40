"""Kết quả xếp loại: levels decided, counted per unit – for supervision and for the body's own picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from tusoi.campaigns.enums import Standing
from tusoi.campaigns.models import Campaign
from tusoi.core.actor import Actor
from tusoi.core.names import fold
from tusoi.decisions.enums import CLASSIFICATION_STATES, RatingLevel
from tusoi.decisions.models import Classification
from tusoi.decisions.permissions import classifications_visible_to
from tusoi.decisions.selectors.board import ORDER


def shown_campaign() -> Campaign | None:
    """The campaign whose ratings are shown: the one under way, else the last that has ended."""
    opened = Campaign.objects.filter(state__in=["open", "closed"]).select_related("body")
    return opened.order_by("-state", "-review_year", "-pk").first()


@dataclass(frozen=True, slots=True)
class UnitResult:
    """Kết quả của một đơn vị: how many of its subjects have which level, and how many still wait."""

    unit_id: int
    label: str
    counts: tuple[int, ...]
    waiting: int

    @property
    def total(self) -> int:
        return sum(self.counts) + self.waiting


def result_rows(actor: Actor, campaign: Campaign) -> QuerySet[Classification]:
    """Everybody rated here that the actor may see, with what a table of results shows."""
    rows = classifications_visible_to(actor).filter(
        subject__campaign=campaign, subject__standing=Standing.RATED_HERE
    )
    return rows.select_related("subject__unit", "subject__group", "subject__review", "decision")


def unit_results(actor: Actor, campaign: Campaign) -> list[UnitResult]:
    """Decided levels per unit, in the order of the tree; one query."""
    rows = (
        result_rows(actor, campaign)
        .order_by("subject__unit__path")
        .values_list("subject__unit_id", "subject__unit__short_name", "decided_level")
        .annotate(count=Count("pk"))
    )
    counted: dict[tuple[int, str], Counter[str]] = {}
    for unit_id, name, level, count in rows:
        counted.setdefault((unit_id, name), Counter())[level] += count
    return [
        UnitResult(unit_id, name, tuple(levels[level] for level in RatingLevel), levels[""])
        for (unit_id, name), levels in counted.items()
    ]


def filtered(
    rows: QuerySet[Classification], q: str = "", muc: str = ""
) -> QuerySet[Classification]:
    """The rows by name of the subject and level decided."""
    rows = rows.filter(subject__search_name__contains=fold(q)) if q else rows
    return rows.filter(decided_level=muc) if muc else rows


def result_lines(rows: QuerySet[Classification]) -> Iterator[tuple[Any, ...]]:
    """The rows as lines of a spreadsheet."""
    return _lines(
        rows,
        ("subject__name", "subject__title", "subject__unit__name"),
        ("subject__review__self_level", "decided_level"),
        ("decision__number", "decision__signed_on"),
    )


def board_lines(actor: Actor, campaign: Campaign) -> Iterator[tuple[Any, ...]]:
    """The board as lines of a spreadsheet, every row that the actor may see."""
    return _lines(
        classifications_visible_to(actor).filter(subject__campaign=campaign).order_by(*ORDER),
        ("subject__name", "subject__title", "subject__unit__name", "subject__group__name"),
        (
            "subject__review__self_level",
            "appraisal__provable_level",
            "proposed_level",
            "decided_level",
        ),
        ("state",),
    )


def _lines(
    rows: QuerySet[Classification],
    names: tuple[str, ...],
    levels: tuple[str, ...],
    rest: tuple[str, ...],
) -> Iterator[tuple[Any, ...]]:
    """Columns of names, of levels and of other facts; codes become their words."""
    words = dict(RatingLevel.choices()) | CLASSIFICATION_STATES
    first, last = len(names), len(names) + len(levels)
    for row in rows.values_list(*names, *levels, *rest).iterator(chunk_size=2000):
        yield (
            *row[:first],
            *(words.get(level, "") for level in row[first:last]),
            *(words.get(value, value) if isinstance(value, str) else value for value in row[last:]),
        )
