"""Tiến độ xếp loại: how many dossiers of each unit have passed each step."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.db.models import Count

from tusoi.campaigns.selectors.progress import StepCount, UnitProgress
from tusoi.decisions.selectors.results import result_rows
from tusoi.org.models import Unit

if TYPE_CHECKING:
    from tusoi.campaigns.models import Campaign
    from tusoi.core.actor import Actor

RATING_STEPS = (
    ("Đã thẩm định", frozenset({"appraised", "proposed", "decided", "notified"})),
    ("Đã đề nghị mức", frozenset({"proposed", "decided", "notified"})),
    ("Đã quyết định", frozenset({"decided", "notified"})),
    ("Đã thông báo", frozenset({"notified"})),
)


def rating_progress(actor: Actor, campaign: Campaign) -> list[UnitProgress]:
    """One row per unit, in the order of the tree; two queries."""
    counted: dict[int, Counter[str]] = {}
    rows = result_rows(actor, campaign).order_by().values_list("subject__unit_id", "state")
    for unit_id, state, number in rows.annotate(number=Count("pk")):
        counted.setdefault(unit_id, Counter())[state] += number
    units = Unit.objects.filter(pk__in=counted).order_by("path")
    return [_unit_progress(unit, counted[unit.pk]) for unit in units]


def _unit_progress(unit: Unit, states: Counter[str]) -> UnitProgress:
    total = sum(states.values())
    steps = tuple(
        StepCount(sum(states[state] for state in passed), total) for _, passed in RATING_STEPS
    )
    return UnitProgress(unit, total, steps)
