"""Kết quả hội nghị, bỏ phiếu: what the meeting said about a subject; ballots only of closed rounds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.db.models import Exists, OuterRef

from tusoi.campaigns.models import Subject
from tusoi.meetings.enums import BallotPurpose, RatingLevel
from tusoi.meetings.models import AgendaItem, LevelVote, Meeting, RepeatOrder
from tusoi.meetings.models.ballot import BallotLine, BallotRound
from tusoi.meetings.selectors.held import is_proper_review


@dataclass(frozen=True, slots=True)
class BallotSummary:
    """Kết quả phiếu của một đối tượng; `counts` is None where too few papers came in to show them."""

    round_id: int
    title: str
    purpose: BallotPurpose
    closed_at: datetime
    issued: int
    returned: int
    valid: int
    base: int
    counts: dict[RatingLevel, int] | None
    blank: int | None
    level: RatingLevel | None


def sealed_tally(ballot_round: BallotRound) -> dict[str, Any]:
    """The tally of a closed round; LookupError while there is none."""
    if ballot_round.tally is None:
        raise LookupError("The round is not closed.")
    return cast("dict[str, Any]", ballot_round.tally)


def summary_of(ballot_round: BallotRound, subject_id: int) -> BallotSummary | None:
    """The sealed result for one subject of the round; None before closing."""
    tally, closed_at = ballot_round.tally, ballot_round.closed_at
    if tally is None or closed_at is None:
        return None
    row = tally["subjects"][str(subject_id)]
    counts = row.get("counts")
    return BallotSummary(
        round_id=ballot_round.pk,
        title=ballot_round.title,
        purpose=BallotPurpose(ballot_round.purpose),
        closed_at=closed_at,
        issued=tally["issued"],
        returned=tally["returned"],
        valid=tally["valid"],
        base=tally["base"],
        counts={RatingLevel(code): count for code, count in counts.items()} if counts else None,
        blank=row.get("blank"),
        level=RatingLevel(row["level"]) if row["level"] else None,
    )


def _superseded(meeting: str) -> Exists:
    """Whether the review of the subject at that meeting was ordered to be held again."""
    orders = RepeatOrder.objects.filter(
        item__meeting=OuterRef(meeting), item__subject=OuterRef("subject")
    )
    return Exists(orders)


def ballot_results(subjects: Iterable[Subject]) -> dict[int, BallotSummary]:
    """The latest sealed result of each subject that was voted on; one query."""
    lines = (
        BallotLine.objects.filter(subject__in=subjects, ballot_round__tally__isnull=False)
        .exclude(_superseded("ballot_round__meeting"))
        .select_related("ballot_round")
        .order_by("ballot_round__closed_at")
    )
    found = {line.subject_id: summary_of(line.ballot_round, line.subject_id) for line in lines}
    return {pk: summary for pk, summary in found.items() if summary is not None}


def ballot_result(subject: Subject) -> BallotSummary | None:
    """The latest sealed result of the subject."""
    return ballot_results([subject]).get(subject.pk)


def review_meetings(subjects: Iterable[Subject]) -> dict[int, Meeting]:
    """The meeting that concluded on each subject's review, not one to be held again; one query."""
    items = AgendaItem.objects.filter(
        is_proper_review(), subject__in=subjects, state="concluded", repeat_order__isnull=True
    ).select_related("meeting")
    return {item.subject_id: item.meeting for item in items}


def review_meeting_of(subject: Subject) -> Meeting | None:
    return review_meetings([subject]).get(subject.pk)


def subjects_with_minutes(subjects: Iterable[Subject]) -> set[int]:
    """Those whose review was concluded at a meeting with approved minutes."""
    meetings = review_meetings(subjects)
    return {pk for pk, meeting in meetings.items() if meeting.state == "approved"}


def minutes_approved(subject: Subject) -> bool:
    return subject.pk in subjects_with_minutes([subject])


def voted_levels(subjects: Iterable[Subject]) -> dict[int, RatingLevel]:
    """The level each collective chose for itself by vote."""
    votes = (
        LevelVote.objects.filter(item__subject__in=subjects, item__repeat_order__isnull=True)
        .exclude(level="")
        .select_related("item")
    )
    return {vote.item.subject_id: RatingLevel(vote.level) for vote in votes}


def conclusion_of(subject: Subject, kind: str) -> AgendaItem | None:
    """What the meeting of that kind concluded on the subject, with the level it suggested."""
    items = subject.agenda_items.filter(
        state="concluded", meeting__kind=kind, repeat_order__isnull=True
    )
    return items.select_related("meeting").last()
