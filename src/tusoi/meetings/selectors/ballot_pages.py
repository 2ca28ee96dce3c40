"""Màn hình bỏ phiếu: one's own paper; the bench of the counting panel."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from tusoi.campaigns.models import Subject
from tusoi.core.actor import Actor
from tusoi.meetings.enums import BallotMode, RatingLevel, Role
from tusoi.meetings.models.ballot import BallotRound, CountingPanelMember
from tusoi.meetings.selectors.ballot_blockers import (
    blockers_for_close_round,
    blockers_for_open_round,
)
from tusoi.meetings.selectors.results import BallotSummary, summary_of
from tusoi.meetings.selectors.rooms import panel_actor, room_actor
from tusoi.rulebook.findings import Finding


@dataclass(frozen=True, slots=True)
class OwnPaper:
    """Phiếu của tôi: whether one was handed out and whether it is in the box – never what it says."""

    has_paper: bool
    has_voted: bool
    is_open: bool

    @property
    def may_vote(self) -> bool:
        return self.is_open and self.has_paper and not self.has_voted


@dataclass(frozen=True, slots=True)
class ResultLine:
    """Dòng kết quả: a subject with its sealed summary."""

    subject: Subject
    summary: BallotSummary

    @property
    def rank(self) -> int:
        """1 for the best level … 4 for the lowest; 0 without a level."""
        return self.summary.level.rank + 1 if self.summary.level else 0

    @property
    def counts(self) -> list[int]:
        """Votes per level, best first; empty where they may not be shown."""
        counts = self.summary.counts
        return [counts[level] for level in RatingLevel] if counts else []


@dataclass(frozen=True, slots=True)
class Bench:
    """Bàn kiểm phiếu: what the actor may do with the round and what may be seen of it."""

    ballot_round: BallotRound
    panel: list[CountingPanelMember]
    issued: int
    returned: int
    is_counter: bool
    is_chair: bool
    blockers: list[Finding]
    results: list[ResultLine]

    @property
    def runs(self) -> bool:
        """Opening and closing: the panel or the chair."""
        return self.is_counter or self.is_chair

    @property
    def is_on_paper(self) -> bool:
        return self.ballot_round.mode == BallotMode.PAPER


def subjects_on_paper(ballot_round: BallotRound) -> QuerySet[Subject]:
    """The subjects in the order of the lines."""
    return Subject.objects.filter(ballot_lines__ballot_round=ballot_round).order_by(
        "ballot_lines__position"
    )


def paper_of(actor: Actor, ballot_round: BallotRound) -> OwnPaper:
    """Where the actor's own paper is."""
    issue = ballot_round.issues.filter(voter_id=actor.person_id).first()
    is_open = ballot_round.state == "open" and ballot_round.mode == BallotMode.ELECTRONIC
    return OwnPaper(
        has_paper=issue is not None, has_voted=bool(issue and issue.is_used), is_open=is_open
    )


def bench_of(actor: Actor, ballot_round: BallotRound) -> Bench:
    """The round as the actor sees it; results only once it is closed."""
    is_counter = panel_actor(actor, ballot_round).role == Role.COUNTING_PANEL
    is_chair = room_actor(actor, ballot_round.meeting).role == Role.CHAIR
    return Bench(
        ballot_round=ballot_round,
        panel=list(ballot_round.panel.select_related("person")),
        issued=ballot_round.issues.count(),
        returned=ballot_round.issues.filter(is_used=True).count(),
        is_counter=is_counter,
        is_chair=is_chair,
        blockers=_blockers(ballot_round) if is_counter or is_chair else [],
        results=_results(ballot_round),
    )


def _blockers(ballot_round: BallotRound) -> list[Finding]:
    if ballot_round.state == "prepared":
        return blockers_for_open_round(ballot_round)
    return blockers_for_close_round(ballot_round) if ballot_round.state == "open" else []


def _results(ballot_round: BallotRound) -> list[ResultLine]:
    lines = (
        (subject, summary_of(ballot_round, subject.pk))
        for subject in subjects_on_paper(ballot_round)
    )
    return [ResultLine(subject, summary) for subject, summary in lines if summary is not None]
