"""Kết quả xếp loại: levels decided, counted per unit – for supervision and for the body's own picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from tusoi.campaigns.enums import Standing
from tusoi.campaigns.models import Campaign
from tusoi.core.actor import Actor
from tusoi.core.names import fold
from tusoi.decisions.enums import RatingLevel
from tusoi.decisions.models import Classification
from tusoi.decisions.permissions import classifications_visible_to


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


def result_lines(rows: QuerySet[Classification]) -> Iterator[tuple[str | date, ...]]:
    """The rows as lines of a spreadsheet."""
    for row in rows.iterator(chunk_size=2000):
        subject, decision = row.subject, row.decision
        review = getattr(subject, "review", None)
        yield (
            subject.name,
            subject.title,
            subject.unit.name,
            _label(review.self_level if review else ""),
            _label(row.decided_level),
            decision.number if decision else "",
            decision.signed_on if decision else "",
        )


def _label(level: str) -> str:
    return RatingLevel(level).label if level else ""
