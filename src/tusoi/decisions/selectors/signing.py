"""Lập quyết định: whom the actor may decide now, on which meetings, under which title; what asks for a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tusoi.decisions.permissions import classifications_visible_to, is_competent
from tusoi.decisions.selectors.board import ORDER
from tusoi.decisions.selectors.dossiers import rating_rows
from tusoi.meetings.enums import MeetingKind
from tusoi.meetings.models import Meeting
from tusoi.org.models import Assignment
from tusoi.org.selectors.actors import in_force

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.db.models import QuerySet

    from tusoi.campaigns.models import Campaign
    from tusoi.core.actor import Actor
    from tusoi.decisions.models import Classification
    from tusoi.decisions.selectors.deciding import DecisionCheck
    from tusoi.rulebook.findings import Finding

MOST_PER_DECISION = 100


@dataclass(frozen=True, slots=True)
class OverrideAsked:
    """Chỗ phải nêu lý do: what one rule says against some rows, all of it answered at once."""

    rule: str
    findings: tuple[Finding, ...]
    rows: tuple[int, ...]
    names: tuple[str, ...]

    @property
    def key(self) -> str:
        """Names its answer in a form."""
        return f"{self.rule}.{self.rows[0]}"


def rows_to_decide(
    actor: Actor, campaign: Campaign, *, unit: str = "", among: Iterable[int] | None = None
) -> list[Classification]:
    """Proposed rows within the actor's competence, as many as one decision may hold."""
    rows = classifications_visible_to(actor).filter(
        subject__campaign=campaign, state="proposed", subject__track__decider=actor.role
    )
    if unit:
        rows = rows.filter(subject__unit__code=unit)
    if among is not None:
        rows = rows.filter(pk__in=among)
    keys = list(rows.order_by(*ORDER).values_list("pk", flat=True)[:MOST_PER_DECISION])
    ordered = rating_rows(classifications_visible_to(actor).filter(pk__in=keys)).order_by(*ORDER)
    return [row for row in ordered if is_competent(actor, row)]


def basis_meetings(campaign: Campaign) -> QuerySet[Meeting]:
    """Meetings of the leading collective on ratings whose minutes are approved, the latest first."""
    rows = Meeting.objects.filter(
        campaign=campaign, kind=MeetingKind.LEADERS_RATING, state="approved"
    )
    return rows.order_by("-starts_at")


def title_of_signer(actor: Actor, day: date) -> str:
    """The title of the main post of whoever signs."""
    held = Assignment.objects.filter(in_force(day), person_id=actor.person_id, kind="main")
    return held.values_list("post__title", flat=True).first() or ""


def overrides_asked(check: DecisionCheck) -> list[OverrideAsked]:
    """What may be overridden: by rule, the rows that hear the same together."""
    hearing: dict[tuple[str, ...], list[int]] = {}
    said: dict[tuple[str, ...], tuple[Finding, ...]] = {}
    for pk, found in check.by_row.items():
        for rule, findings in _overridable(found).items():
            key = (rule, *(finding.message for finding in findings))
            hearing.setdefault(key, []).append(pk)
            said[key] = findings
    return [
        OverrideAsked(
            key[0],
            said[key],
            tuple(rows),
            tuple(check.dossiers[pk].row.subject.name for pk in rows),
        )
        for key, rows in hearing.items()
    ]


def _overridable(found: list[Finding]) -> dict[str, tuple[Finding, ...]]:
    """Rule → everything it says that may be overridden."""
    open_ones = [each for each in found if each.is_blocker and each.overridable]
    rules = dict.fromkeys(each.rule for each in open_ones)
    return {rule: tuple(each for each in open_ones if each.rule == rule) for rule in rules}
