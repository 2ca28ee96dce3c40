"""Phiếu in ra giấy: the subjects of the round and nothing that tells one slip from another."""

from __future__ import annotations

import pytest
from tests.apps.meetings import stage as scenery
from tests.officialdocs.reading import text_of

from tusoi.documents.enums import PaperKind
from tusoi.documents.selectors.sources import source_of
from tusoi.meetings.enums import BallotPurpose
from tusoi.meetings.models.ballot import BallotRound
from tusoi.officialdocs.docx_writer import write_docx
from tusoi.org.enums import Role


@pytest.fixture
def ballot_round(stage):
    meeting = scenery.in_session(stage, absent=("trade_officer_3",))
    return scenery.open_ballot(stage, meeting)


def paper_of(ballot_round, kind=PaperKind.BALLOT_SHEET):
    return source_of(kind, ballot_round).build(ballot_round)


def test_a_slip_names_exactly_the_subjects_of_the_round(ballot_round):
    text = text_of(write_docx(paper_of(ballot_round)))
    names = [line.subject.name for line in ballot_round.lines.select_related("subject")]
    assert all(name in text for name in names)
    others = ballot_round.meeting.attendances.exclude(person__full_name__in=names)
    assert not [row for row in others.select_related("person") if row.person.full_name in text]


def test_there_is_one_slip_for_every_paper_handed_out(ballot_round):
    slips = paper_of(ballot_round).slips
    assert slips is not None
    assert slips.copies == ballot_round.issues.count() == 4


def test_no_slip_bears_a_number_a_date_or_a_signature(ballot_round):
    paper = paper_of(ballot_round)
    assert (paper.number, paper.symbol, paper.dated, paper.signatures) == (None, "", None, ())


def test_a_secret_round_prints_ballots_a_poll_prints_opinion_slips(stage, ballot_round):
    member = stage.actor("trade_officer")
    ballots = source_of(PaperKind.BALLOT_SHEET, BallotRound)
    polls = source_of(PaperKind.OPINION_SLIP, BallotRound)
    assert ballots.visible_to(member, ballot_round)
    assert not polls.visible_to(member, ballot_round)
    BallotRound.objects.update(purpose=BallotPurpose.POLL)
    ballot_round.refresh_from_db()
    assert polls.visible_to(member, ballot_round)
    assert "Ý kiến khác" in text_of(write_docx(paper_of(ballot_round, PaperKind.OPINION_SLIP)))


def test_another_unit_does_not_see_the_slips(stage, ballot_round):
    stranger = stage.actor("industry_head", Role.UNIT_HEAD)
    assert not source_of(PaperKind.BALLOT_SHEET, BallotRound).visible_to(stranger, ballot_round)
