"""Bỏ phiếu: a quorum applies once the body has ruled on it."""

from datetime import date
from fractions import Fraction

import pytest

from tusoi.rulebook import law_at
from tusoi.rulebook.facts import MeetingFacts
from tusoi.rulebook.parameters import LocalValue
from tusoi.rulebook.rules.voting import quorum_findings

DAY = date(2026, 12, 1)
OWN = LocalValue("voting.meeting_quorum", Fraction(2, 3), DAY, None, "Quy chế số 03/QC")


@pytest.mark.parametrize(("attending", "is_enough"), [(19, False), (20, True), (30, True)])
def test_a_quorum_of_the_body_own_is_exact(attending, is_enough):
    meeting = MeetingFacts(length_days=None, members=30, attending=attending)
    found = quorum_findings(meeting, law_at(DAY, (), (OWN,)))
    assert [each.overridable for each in found] == ([] if is_enough else [True])
