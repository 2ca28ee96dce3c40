"""Phiếu biểu quyết, phiếu lấy ý kiến in ra giấy: exactly the subjects of the round, a slip per voter, no identity."""

from __future__ import annotations

from django.utils import timezone

from tusoi.documents.selectors.letterheads import letterhead_of
from tusoi.meetings.enums import BallotPurpose, RatingLevel
from tusoi.meetings.models.ballot import BallotLine, BallotRound
from tusoi.meetings.permissions import AWAY
from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.papers.vote_slips import (
    VoteSlipContext,
    VoteSubject,
    ballot_sheet_paper,
    opinion_slip_paper,
)


def ballot_paper(ballot_round: BallotRound) -> Paper:
    """The slips of the round, to be cut apart; a poll asks for opinions."""
    is_poll = ballot_round.purpose == BallotPurpose.POLL
    make = opinion_slip_paper if is_poll else ballot_sheet_paper
    meeting = ballot_round.meeting
    day = timezone.localdate(meeting.starts_at)
    lines = ballot_round.lines.select_related("subject__unit", "subject__review")
    return make(
        VoteSlipContext(
            letterhead=letterhead_of(meeting.unit, day, is_dated=False, has_number=False),
            summary=ballot_round.title,
            subjects=tuple(_subject(line) for line in lines),
            answers=tuple(level.label for level in RatingLevel),
            copies=_voters(ballot_round),
        )
    )


def _subject(line: BallotLine) -> VoteSubject:
    subject = line.subject
    review = getattr(subject, "review", None)
    level = review.self_level if review else ""
    return VoteSubject(
        name=subject.name,
        position="" if subject.is_collective else f"{subject.title}, {subject.unit.short_name}",
        self_level=RatingLevel(level).label if level else "",
    )


def _voters(ballot_round: BallotRound) -> int:
    """How many papers were handed out; before opening, how many members are expected."""
    issued = ballot_round.issues.count()
    members = ballot_round.meeting.attendances.filter(is_guest=False).exclude(status__in=AWAY)
    return issued or members.count()
