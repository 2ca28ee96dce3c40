"""Bỏ phiếu: rounds are prepared and opened, everybody votes, the panel counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from tusoi.campaigns.models import Subject
from tusoi.meetings.enums import BallotMode
from tusoi.meetings.selectors.rooms import panel_actor
from tusoi.meetings.services import balloting
from tusoi.rehearsal.example import Row, moment, pick
from tusoi.rehearsal.meeting import present_members, room
from tusoi.rehearsal.stage import Stage, Step, code_of, levels_of
from tusoi.rulebook.facts import RatingLevel, Role

RELATED = ("subject__group", "subject__unit", "subject__person", "subject__collective")


def steps(stage: Stage) -> Iterator[Step]:
    """Every round of the season, one step per vote where it is electronic."""
    for row in stage.season["ballots"]:
        opens = moment(row["open"])
        yield Step(opens, "Mở bỏ phiếu", partial(_open, stage, row))
        is_electronic = row["mode"] == BallotMode.ELECTRONIC
        for count in range(_electorate(stage, row) if is_electronic else 0):
            voting_at = opens + timedelta(minutes=(count + 1) * row["minutes_per_vote"])
            yield Step(voting_at, "Bỏ phiếu", partial(_vote, stage, row, count))
        yield Step(moment(row["close"]), "Kiểm phiếu", partial(_close, stage, row))


def _electorate(stage: Stage, row: Row) -> int:
    """How many members the meeting of the round has: as the example counts them, else all its people."""
    if "voters" in row:
        return int(row["voters"])
    key = row["meeting"]
    body = stage.cast.body.code
    return len(stage.example.people[key if key in stage.example.people else body])


def _open(stage: Stage, row: Row, at: datetime) -> None:
    meeting = stage.meetings[row["meeting"]]
    chair = room(stage, meeting, Role.CHAIR, at)
    subjects = [
        item.subject
        for item in meeting.agenda.select_related(*RELATED)
        if _is_asked(row, item.subject)
    ]
    ballot_round = stage.rounds[row["title"]] = balloting.prepare_round(
        actor=chair,
        at=at,
        meeting=meeting,
        title=row["title"],
        mode=row["mode"],
        subjects=subjects,
        purpose=row["purpose"],
    )
    head, *members = [stage.person(code) for code in row["panel"]]
    balloting.appoint_panel(
        actor=chair, at=at, ballot_round=ballot_round, head=head, members=members
    )
    panel = panel_actor(stage.individual(row["panel"][0], at), ballot_round)
    balloting.open_round(actor=panel, at=at, ballot_round=ballot_round)


def _is_asked(row: Row, subject: Subject) -> bool:
    """Whether the round is about the subject: named by its code, else one of the group."""
    if "subjects" in row:
        return code_of(subject) in row["subjects"]
    return subject.group.code == row["group"]


def _mark(stage: Stage, code: str, voter: str) -> str:
    """Most mark the level that comes out in the end, some the next lower one."""
    level = RatingLevel(levels_of(stage.example, code).decided)
    ranks = list(RatingLevel)
    lower = ranks[min(level.rank + 1, len(ranks) - 1)]
    return pick([*[level.value] * 5, lower.value], voter, code)


def _vote(stage: Stage, row: Row, count: int, at: datetime) -> None:
    ballot_round = stage.rounds[row["title"]]
    voter = present_members(ballot_round.meeting)[count]
    codes = stage.codes_by_subject()
    marks = {
        subject_id: _mark(stage, codes[subject_id], voter.code)
        for subject_id in ballot_round.lines.values_list("subject_id", flat=True)
    }
    actor = stage.individual(voter.code, at)
    balloting.cast(actor=actor, at=at, ballot_round=ballot_round, marks=marks)


def _close(stage: Stage, row: Row, at: datetime) -> None:
    ballot_round = stage.rounds[row["title"]]
    panel = panel_actor(stage.individual(row["panel"][0], at), ballot_round)
    if row["mode"] == BallotMode.PAPER:
        _enter_count(stage, row, at)
    balloting.close_round(actor=panel, at=at, ballot_round=ballot_round)


def _enter_count(stage: Stage, row: Row, at: datetime) -> None:
    """The panel counts the papers of all present: everybody marked what comes out in the end."""
    ballot_round = stage.rounds[row["title"]]
    papers = len(present_members(ballot_round.meeting))
    codes = stage.codes_by_subject()
    counts = {
        subject_id: {levels_of(stage.example, codes[subject_id]).decided: papers}
        for subject_id in ballot_round.lines.values_list("subject_id", flat=True)
    }
    balloting.enter_paper_tally(
        actor=panel_actor(stage.individual(row["panel"][0], at), ballot_round),
        at=at,
        ballot_round=ballot_round,
        issued=papers,
        returned=papers,
        invalid=0,
        counts=counts,
    )
