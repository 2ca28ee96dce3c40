"""Tình huống về hội nghị: biểu quyết, kiểm phiếu, chương trình, gửi dự thảo, chủ trì, thời gian."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tusoi.rulebook.cases.running import Answer, check, facts
from tusoi.rulebook.facts import (
    AgendaFacts,
    BallotFacts,
    ChairFacts,
    CirculationFacts,
    GuidanceFacts,
    MeetingFacts,
    SubjectTally,
    VoteFacts,
)
from tusoi.rulebook.rules import guidance, procedure, voting

if TYPE_CHECKING:
    from tusoi.rulebook.parameters import LawAt


@check("vote")
def _vote(given: dict[str, Any], law: LawAt) -> Answer:
    level, findings = voting.self_level(facts(VoteFacts, given), law)
    return {"level": level}, findings


@check("tally")
def _tally(given: dict[str, Any], law: LawAt) -> Answer:
    rows = tuple(facts(SubjectTally, row) for row in given.pop("subjects", ()))
    tally = facts(BallotFacts, given | {"subjects": rows})
    levels = [voting.ballot_level(row, tally, law) for row in rows]
    answer = {"levels": levels, "detail": voting.may_show_detail(tally, law)}
    return answer, voting.tally_findings(tally, law)


@check("quorum")
def _quorum(given: dict[str, Any], law: LawAt) -> Answer:
    return {}, voting.quorum_findings(facts(MeetingFacts, {"length_days": None, **given}), law)


@check("circulation")
def _circulation(given: dict[str, Any], law: LawAt) -> Answer:
    return {}, procedure.circulation_findings(facts(CirculationFacts, given), law)


@check("agenda")
def _agenda(given: dict[str, Any], law: LawAt) -> Answer:
    """The order asked for, and what is wrong with the order given; the legal order itself has no fault."""
    items = [facts(AgendaFacts, item) for item in given["items"]]
    ordered = procedure.agenda_order(items)
    answer = {
        "order": [item.subject_key for item in ordered],
        "faults_of_order": procedure.order_findings(ordered, law),
    }
    return answer, procedure.order_findings(items, law)


@check("chair")
def _chair(given: dict[str, Any], law: LawAt) -> Answer:
    return {}, procedure.chair_findings(facts(ChairFacts, given), law)


@check("guidance")
def _guidance(given: dict[str, Any], law: LawAt) -> Answer:
    asked = facts(GuidanceFacts, given)
    return {}, [
        *guidance.answer_findings(asked, law),
        *guidance.supervision_findings(asked, law),
    ]


@check("meeting")
def _meeting(given: dict[str, Any], law: LawAt) -> Answer:
    meeting = facts(MeetingFacts, given)
    posts = meeting.posts_in_unit
    kind = None if posts is None else procedure.conference_kind(posts, law).value
    return {"conference": kind}, [
        *procedure.meeting_length_findings(meeting, law),
        *procedure.conference_findings(meeting, law),
    ]
