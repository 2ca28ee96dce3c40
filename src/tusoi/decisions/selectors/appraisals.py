"""Hồ sơ thẩm định: the list of dossiers, those that are ready, and all that one dossier holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from tusoi.core.names import fold
from tusoi.decisions.models import Classification
from tusoi.decisions.permissions import classifications_visible_to
from tusoi.decisions.selectors.dossiers import dossiers_of, rating_rows
from tusoi.decisions.selectors.replaying import replayed
from tusoi.meetings.models import AgendaItem
from tusoi.meetings.selectors.results import BallotSummary, ballot_result
from tusoi.rulebook.explain import Explanation, explain

if TYPE_CHECKING:
    from tusoi.campaigns.models import Campaign, Subject
    from tusoi.core.actor import Actor
    from tusoi.decisions.models import OpinionRequest
    from tusoi.decisions.selectors.dossiers import Dossier
    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.record import Replay

APPRAISABLE = ("awaiting", "appraised")
ONE_SITTING = 200


def appraisal_list(
    actor: Actor, campaign: Campaign, q: str = "", trang_thai: str = ""
) -> QuerySet[Classification]:
    """Dossiers of a campaign by name and state."""
    rows = classifications_visible_to(actor).filter(subject__campaign=campaign)
    rows = rows.filter(subject__search_name__contains=fold(q)) if q else rows
    rows = rows.filter(state=trang_thai) if trang_thai else rows
    return rows.select_related("subject__unit", "subject__review", "appraisal")


def ready_to_appraise(campaign: Campaign) -> QuerySet[Classification]:
    """Waiting dossiers whose review is finished and whose meeting's minutes are approved, in order."""
    minuted = AgendaItem.objects.filter(state="concluded", meeting__state="approved")
    return Classification.objects.filter(
        subject__campaign=campaign,
        state="awaiting",
        subject__review__state="final",
        subject__in=minuted.values("subject"),
    )


@dataclass(frozen=True, slots=True)
class DossierPage:
    """Trang hồ sơ: the dossier with its explanation, the vote, what the meetings concluded, the decision judged again."""

    dossier: Dossier
    explanation: Explanation
    ballot: BallotSummary | None
    conclusions: tuple[AgendaItem, ...]
    replay: Replay | None

    @property
    def row(self) -> Classification:
        return self.dossier.row

    @property
    def subject(self) -> Subject:
        return self.row.subject

    @property
    def blockers(self) -> list[Finding]:
        return self.dossier.appraisal_blockers

    @property
    def opinions(self) -> list[OpinionRequest]:
        return list(self.subject.opinion_requests.all())

    @property
    def note(self) -> str:
        appraisal = getattr(self.row, "appraisal", None)
        return appraisal.note if appraisal else ""

    @property
    def is_appraisable(self) -> bool:
        return self.row.state in APPRAISABLE

    @property
    def may_be_sent_back(self) -> bool:
        return self.row.state in {"appraised", "proposed"}


def dossier_page(row: Classification) -> DossierPage:
    """All that one dossier holds, read afresh."""
    fresh = rating_rows(Classification.objects.filter(pk=row.pk)).get()
    dossier = dossiers_of(fresh.subject.campaign, [fresh])[0]
    concluded = fresh.subject.agenda_items.filter(state="concluded").select_related("meeting")
    return DossierPage(
        dossier=dossier,
        explanation=explain(dossier.proposal, dossier.gaps),
        ballot=ballot_result(fresh.subject),
        conclusions=tuple(concluded),
        replay=replayed(fresh),
    )
