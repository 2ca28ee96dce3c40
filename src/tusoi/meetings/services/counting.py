"""Kiểm phiếu: the paper count is entered, the round is closed, and its tally is sealed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from tusoi.campaigns.facts import law_of
from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import raise_blockers, refuse
from tusoi.core.state import fire
from tusoi.meetings import permissions
from tusoi.meetings.enums import BallotMode
from tusoi.meetings.facts import BLANK, ballot_facts
from tusoi.meetings.models.ballot import Ballot, BallotRound, PaperTally
from tusoi.meetings.selectors.ballot_blockers import blockers_for_close_round
from tusoi.meetings.services.locking import lock
from tusoi.rulebook.facts import BallotFacts, RatingLevel
from tusoi.rulebook.parameters import LawAt
from tusoi.rulebook.processes import BALLOT_ROUND
from tusoi.rulebook.rules import voting


@command("ballot.enter_paper_tally", target="ballot_round", scope=permissions.counts_round)
def enter_paper_tally(
    *,
    actor: Actor,
    at: datetime,
    ballot_round: BallotRound,
    issued: int,
    returned: int,
    invalid: int,
    counts: Mapping[int, Mapping[str, int]],
) -> PaperTally:
    """Enter what the panel counted by hand: per subject the papers of each level and those left blank.

    Refused, with every sum that does not close, until the numbers agree.
    """
    lock(ballot_round)
    if ballot_round.state != "open" or ballot_round.mode != BallotMode.PAPER:
        raise refuse(
            "ballot.no-paper-round",
            "Chỉ nhập kết quả cho lượt bỏ phiếu giấy đang mở.",
            remedy="Lượt điện tử được kiểm tự động; lượt giấy phải mở trước khi nhập kết quả.",
        )
    if not 0 <= invalid <= returned <= issued:
        raise refuse(
            "ballot.paper-sums",
            f"Số phiếu phát ra ({issued}), thu về ({returned}) và không hợp lệ ({invalid}) không khớp nhau.",
            remedy="Số phiếu thu về không lớn hơn số phát ra, số không hợp lệ không lớn hơn số thu về.",
        )
    tally, _ = PaperTally.objects.update_or_create(
        ballot_round=ballot_round,
        defaults={
            "issued": issued,
            "returned": returned,
            "invalid": invalid,
            "counts": _as_entered(counts),
        },
    )
    ballot_round.paper_tally = tally
    raise_blockers(blockers_for_close_round(ballot_round))
    return tally


def _as_entered(counts: Mapping[int, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    known = [*(level.value for level in RatingLevel), BLANK]
    return {
        str(subject): {code: row.get(code, 0) for code in known} for subject, row in counts.items()
    }


@command("ballot.close", target="ballot_round", scope=permissions.runs_round)
def close_round(*, actor: Actor, at: datetime, ballot_round: BallotRound) -> BallotRound:
    """Stop the casting, count, and seal: from here on the database lets nobody touch the round."""
    lock(ballot_round.meeting)
    lock(ballot_round)
    if ballot_round.state == "open":
        raise_blockers(blockers_for_close_round(ballot_round))
    fire(BALLOT_ROUND, ballot_round, "close", actor=actor, at=at)
    facts, law = ballot_facts(ballot_round), law_of(ballot_round.meeting.campaign)
    ballot_round.closed_at = at
    ballot_round.tally = _tally(ballot_round, facts, law)
    ballot_round.box_sha256 = _box_hash(ballot_round)
    ballot_round.save(update_fields=["closed_at", "tally", "box_sha256"])
    note(box_sha256=ballot_round.box_sha256)
    transaction.on_commit(_sweep_box)
    return ballot_round


def _tally(ballot_round: BallotRound, facts: BallotFacts, law: LawAt) -> dict[str, Any]:
    """The result as stored; too few papers leave only the level of each subject, never the counts."""
    is_detailed = voting.may_show_detail(facts, law)
    subjects = {}
    for each in facts.subjects:
        level = voting.ballot_level(each, facts, law)
        counts = {code.value: count for code, count in each.counts.items()}
        detail = {"counts": counts, BLANK: each.blank} if is_detailed else {}
        subjects[each.subject_key] = {"level": level.value if level else "", **detail}
    return {
        "summoned": facts.summoned,
        "attending": facts.attending,
        "issued": facts.issued,
        "returned": facts.returned,
        "not_returned": facts.not_returned,
        "valid": facts.valid,
        "invalid": facts.invalid,
        "base": voting.ballot_base(facts, law),
        "base_kind": law.value("voting.ballot_base"),
        "is_detailed": is_detailed,
        "electorate": sorted(ballot_round.issues.values_list("voter_id", flat=True)),
        "subjects": subjects,
    }


def _box_hash(ballot_round: BallotRound) -> str:
    """SHA-256 over the sorted marks of the box, or over the sorted counts of the papers."""
    if ballot_round.mode == BallotMode.PAPER:
        entered = ballot_round.paper_tally.counts
        rows = [
            f"{subject}:{code}:{count}"
            for subject, row in entered.items()
            for code, count in row.items()
        ]
    else:
        marks = Ballot.objects.filter(ballot_round=ballot_round).values_list("subject_id", "level")
        rows = [f"{subject}:{level}" for subject, level in marks]
    return hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest()


def _sweep_box() -> None:
    """Remove the earlier writings of the box from the pages of the table (docs/adr/0005)."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM meetings_ballot")
