"""Tiến độ: how far every unit has come in every step, what is overdue, what was urged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from tusoi.campaigns.enums import MilestoneStep
from tusoi.campaigns.facts import deadline_facts, law_on
from tusoi.campaigns.models import Campaign, Milestone, Review
from tusoi.campaigns.permissions import subjects_visible_to
from tusoi.core.actor import Actor
from tusoi.org.models import Unit
from tusoi.rulebook import Finding
from tusoi.rulebook.rules.deadlines import deadline_findings, last_day

REVIEW_STEPS = (
    ("Đã nộp", frozenset({"submitted", "circulated", "discussed", "final"})),
    ("Đã gửi dự thảo", frozenset({"circulated", "discussed", "final"})),
    ("Đã kiểm điểm tại hội nghị", frozenset({"discussed", "final"})),
    ("Đã hoàn thiện", frozenset({"final"})),
)


@dataclass(frozen=True, slots=True)
class StepCount:
    """Số đã xong trên tổng số of one unit in one step."""

    done: int
    total: int

    @property
    def is_done(self) -> bool:
        return self.done >= self.total


@dataclass(frozen=True, slots=True)
class UnitProgress:
    """Tiến độ của một đơn vị, step by step."""

    unit: Unit
    total: int
    steps: tuple[StepCount, ...]


def review_progress(actor: Actor, campaign: Campaign) -> list[UnitProgress]:
    """One row per unit: how many reviews have passed each step."""
    reviews = Review.objects.filter(
        subject__campaign=campaign, subject__in=subjects_visible_to(actor)
    )
    counts: dict[int, dict[str, int]] = {}
    for unit_id, state, number in (
        reviews.order_by().values_list("subject__unit", "state").annotate(Count("pk"))
    ):
        counts.setdefault(unit_id, {})[state] = number
    units = Unit.objects.filter(pk__in=counts).order_by("path")
    return [_unit_progress(unit, counts[unit.pk]) for unit in units]


def _unit_progress(unit: Unit, by_state: dict[str, int]) -> UnitProgress:
    total = sum(by_state.values())
    steps = tuple(
        StepCount(sum(by_state.get(state, 0) for state in states), total)
        for _, states in REVIEW_STEPS
    )
    return UnitProgress(unit, total, steps)


@dataclass(frozen=True, slots=True)
class Deadline:
    """Thời hạn của một bước: its milestone, the last day, who is behind, and what the rules say of today."""

    milestone: Milestone
    last_day: date
    is_done: bool
    late_units: tuple[UnitProgress, ...]
    findings: tuple[Finding, ...]


def deadline_words(milestone: Milestone) -> str:
    """“trước ngày 30/11/2023, tức chậm nhất hết ngày 29/11/2023”."""
    if milestone.is_inclusive:
        return f"trong ngày {milestone.due_on:%d/%m/%Y}"
    last = last_day(milestone.due_on, inclusive=False)
    return f"trước ngày {milestone.due_on:%d/%m/%Y}, tức chậm nhất hết ngày {last:%d/%m/%Y}"


def deadlines(campaign: Campaign, progress: list[UnitProgress], day: date) -> list[Deadline]:
    """Every milestone with who is behind; the steps of the units are measured by their finished reviews."""
    rows = []
    law = law_on(campaign, day)
    for milestone in campaign.milestones.all():
        last = last_day(milestone.due_on, inclusive=milestone.is_inclusive)
        behind = _behind(milestone, campaign, progress)
        is_done = behind == ()
        findings = () if is_done else tuple(deadline_findings(deadline_facts(milestone), law))
        rows.append(Deadline(milestone, last, is_done, behind or (), findings))
    return rows


def _behind(
    milestone: Milestone, campaign: Campaign, progress: list[UnitProgress]
) -> tuple[UnitProgress, ...] | None:
    """Units whose reviews are not all finished; None where the step is not measured by reviews."""
    is_of_leaders = milestone.step == MilestoneStep.LEADERS_REVIEW
    if milestone.step != MilestoneStep.UNIT_REVIEWS and not is_of_leaders:
        return None
    concerned = (row for row in progress if (row.unit.pk == campaign.body_id) == is_of_leaders)
    return tuple(row for row in concerned if not row.steps[-1].is_done)
