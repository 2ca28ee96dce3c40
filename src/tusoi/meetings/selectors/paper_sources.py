"""Văn bản lập từ hội nghị và lượt bỏ phiếu."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import QuerySet

from tusoi.core.actor import Actor
from tusoi.documents.enums import PaperKind
from tusoi.documents.selectors.sources import PaperSource, Place
from tusoi.meetings.enums import BallotPurpose
from tusoi.meetings.models import Meeting
from tusoi.meetings.models.ballot import BallotRound
from tusoi.meetings.permissions import rounds_visible_to, visible_to
from tusoi.meetings.selectors.ballot_papers import ballot_paper
from tusoi.meetings.selectors.papers import invitation_paper, minutes_paper, tally_minutes_paper
from tusoi.org.models import Unit


def _meetings(actor: Actor) -> QuerySet[Meeting]:
    return visible_to(actor).select_related("unit__parent", "chair")


def _with_minutes(actor: Actor) -> QuerySet[Meeting]:
    return _meetings(actor).filter(minutes__isnull=False).select_related("minutes")


def _counted_rounds(actor: Actor) -> QuerySet[BallotRound]:
    """Closed rounds with enough papers for their counts to be shown."""
    return rounds_visible_to(actor).filter(tally__is_detailed=True).select_related("meeting__unit")


def _printed_rounds(purpose: BallotPurpose) -> Callable[[Actor], QuerySet[BallotRound]]:
    """Rounds of this purpose that were not called off: their slips carry names of subjects only."""

    def rounds(actor: Actor) -> QuerySet[BallotRound]:
        rows = rounds_visible_to(actor).filter(purpose=purpose).exclude(state="cancelled")
        return rows.select_related("meeting__unit__parent")

    return rounds


def _to_round(ballot_round: BallotRound) -> Place:
    return Place("Mở lượt bỏ phiếu", "panel:round", (ballot_round.pk,))


def _unit_of(meeting: Meeting) -> Unit:
    return meeting.unit


def _unapproved(meeting: Meeting) -> str:
    return "" if meeting.minutes.approved_at else "Biên bản chưa được hội nghị thông qua."


def _to_meeting(meeting: Meeting) -> Place:
    return Place("Mở hội nghị", "panel:meeting", (meeting.pk,))


_SLIPS = (
    (PaperKind.BALLOT_SHEET, BallotPurpose.SECRET),
    (PaperKind.OPINION_SLIP, BallotPurpose.POLL),
)
SOURCES = (
    PaperSource(
        kind=PaperKind.INVITATION,
        owner_model=Meeting,
        owners=_meetings,
        build=invitation_paper,
        issuer=_unit_of,
        title=lambda meeting: f"Giấy mời {meeting.title}",
        mend=_to_meeting,
    ),
    PaperSource(
        kind=PaperKind.MINUTES,
        owner_model=Meeting,
        owners=_with_minutes,
        build=minutes_paper,
        issuer=_unit_of,
        title=lambda meeting: f"Biên bản {meeting.title}",
        mend=_to_meeting,
        unready=_unapproved,
    ),
    PaperSource(
        kind=PaperKind.TALLY_MINUTES,
        owner_model=BallotRound,
        owners=_counted_rounds,
        build=tally_minutes_paper,
        issuer=lambda ballot_round: ballot_round.meeting.unit,
        title=lambda ballot_round: f"Biên bản kiểm phiếu {ballot_round.title}",
        mend=_to_round,
    ),
    *(
        PaperSource(
            kind=kind,
            owner_model=BallotRound,
            owners=_printed_rounds(purpose),
            build=ballot_paper,
            issuer=lambda ballot_round: ballot_round.meeting.unit,
            title=lambda ballot_round: f"Phiếu: {ballot_round.title}",
            mend=_to_round,
        )
        for kind, purpose in _SLIPS
    ),
)
