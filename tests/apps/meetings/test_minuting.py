"""Biên bản: made of what was recorded, approved by those present, then frozen."""

import hashlib

import pytest
from django.db import DatabaseError, transaction
from tests.apps.meetings import stage as scenery
from tests.cast import moment

from tusoi.core.errors import NotAllowed, Refused
from tusoi.documents.models import StoredDocument
from tusoi.meetings.models import Minutes
from tusoi.meetings.selectors.results import minutes_approved, review_meeting_of
from tusoi.meetings.services import conducting, minuting

EVENING = moment(2023, 11, 29, 16, 30)


@pytest.fixture
def meeting(stage):
    """The division has gone through its agenda; one remark was made."""
    meeting = scenery.in_session(stage)
    scenery.take_up(stage, meeting, "collective")
    conducting.record_remark(
        actor=scenery.secretary_of(stage, meeting),
        at=scenery.STARTS,
        item=scenery.item_of(stage, meeting, "collective"),
        speaker=stage.person("trade_officer_2"),
        text="Cần làm rõ trách nhiệm trong công tác báo cáo.",
    )
    scenery.vote(stage, meeting, good=4, excellent=1)
    scenery.conclude(stage, meeting, "collective")
    for key in (
        "trade_head",
        "trade_deputy",
        "trade_officer_2",
        "trade_officer",
        "trade_officer_3",
    ):
        item = meeting.agenda.filter(state="pending").first()
        conducting.take_up(actor=scenery.chair_of(stage, meeting), at=scenery.STARTS, item=item)
        conducting.conclude(
            actor=scenery.chair_of(stage, meeting),
            at=scenery.STARTS,
            item=item,
            conclusion=f"Kết luận {key}.",
        )
    return meeting


def draft(stage, meeting, **details):
    return minuting.draft_minutes(
        actor=scenery.secretary_of(stage, meeting), at=EVENING, meeting=meeting, **details
    )


def approve(stage, meeting, approvals=5):
    return minuting.approve_minutes(
        actor=scenery.chair_of(stage, meeting), at=EVENING, meeting=meeting, approvals=approvals
    )


def test_minutes_hold_what_was_recorded(stage, meeting):
    record = draft(stage, meeting).body
    first = record["items"][0]
    assert first["opinions"] == [
        {"speaker": "Đặng Quốc Ân", "text": "Cần làm rõ trách nhiệm trong công tác báo cáo."}
    ]
    assert "Hoàn thành tốt nhiệm vụ 4/5" in first["vote_result"]
    assert record["items"][1]["chaired_by"] == "Đỗ Mạnh Cường"
    assert (record["summoned"], len(record["present"])) == (5, 5)


def test_minutes_wait_for_every_item(stage):
    meeting = scenery.in_session(stage)
    with pytest.raises(Refused, match="chưa kết luận"):
        draft(stage, meeting)


def test_minutes_wait_for_the_ballot(stage, meeting):
    scenery.open_ballot(stage, meeting)
    with pytest.raises(Refused, match="chưa kết thúc"):
        draft(stage, meeting)


@pytest.mark.parametrize(("approvals", "reason"), [(6, "không khớp"), (2, "chưa được thông qua")])
def test_approval_needs_those_present(stage, meeting, approvals, reason):
    draft(stage, meeting)
    with pytest.raises(Refused, match=reason):
        approve(stage, meeting, approvals)


def test_approved_minutes_are_frozen_and_stored(stage, meeting):
    draft(stage, meeting, additions="Bổ sung ý kiến của đồng chí Ân.")
    minutes = approve(stage, meeting)
    document = StoredDocument.objects.get()
    digest = hashlib.sha256(bytes(document.docx)).hexdigest()
    assert minutes.sha256 == document.docx_sha256 == digest
    assert meeting.state == "approved"
    with pytest.raises(DatabaseError, match="đã chốt"), transaction.atomic():
        Minutes.objects.filter(pk=minutes.pk).update(additions="Sửa lại")


def test_minutes_are_read_before_they_are_approved(stage, meeting):
    with pytest.raises(Refused, match="chưa được lập"):
        approve(stage, meeting)


def test_resumed_meeting_draws_its_minutes_anew(stage, meeting):
    draft(stage, meeting)
    minuting.resume_meeting(actor=scenery.chair_of(stage, meeting), at=EVENING, meeting=meeting)
    assert meeting.state == "in_session"
    draft(stage, meeting, additions="Đã bổ sung.")
    assert approve(stage, meeting).additions == "Đã bổ sung."


def test_secretary_does_not_approve(stage, meeting):
    draft(stage, meeting)
    with pytest.raises(NotAllowed):
        minuting.approve_minutes(
            actor=scenery.secretary_of(stage, meeting), at=EVENING, meeting=meeting, approvals=5
        )


def test_results_follow_the_minutes(stage, meeting):
    subject = stage.subjects["trade_officer"]
    assert review_meeting_of(subject) == meeting
    assert not minutes_approved(subject)
    draft(stage, meeting)
    approve(stage, meeting)
    assert minutes_approved(subject)
