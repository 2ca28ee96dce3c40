"""Thông báo và kết thúc đợt: everybody is told, with proof; nobody is left behind."""

from __future__ import annotations

import pytest

from tests.apps.decisions.stage import DECIDED, decided
from tusoi.core.errors import NotAllowed, Refused
from tusoi.decisions.models import Classification, Notice
from tusoi.decisions.selectors.pending import blockers_for_close
from tusoi.decisions.services.closing import close_campaign
from tusoi.decisions.services.notifying import read_notice, send_notices
from tusoi.documents.models import StoredDocument
from tusoi.org.enums import Role


def test_subject_and_manager_are_told(stage):
    decision = decided(stage, trade="good", trade_head="good", trade_officer="good")
    send_notices(actor=stage.office, at=DECIDED, decision=decision)
    told = {(row.subject.name, row.kind, row.recipient.full_name) for row in Notice.objects.all()}
    assert ("Bùi Ngọc Ánh", "subject", "Bùi Ngọc Ánh") in told
    assert ("Bùi Ngọc Ánh", "manager", "Nguyễn Thị Hải Yến") in told
    assert ("Nguyễn Thị Hải Yến", "manager", "Hoàng Đình Lộc") in told
    assert ("Tập thể lãnh đạo Phòng Quản lý thương mại", "subject", "Nguyễn Thị Hải Yến") in told
    assert StoredDocument.objects.filter(kind="notice").count() == 3


def test_nobody_is_told_twice(stage):
    decision = decided(stage, trade="good")
    send_notices(actor=stage.office, at=DECIDED, decision=decision)
    with pytest.raises(Refused, match="đã được thông báo"):
        send_notices(actor=stage.office, at=DECIDED, decision=decision)


def test_the_head_tells_only_of_own_decisions(stage):
    decision = decided(stage, trade="good")
    with pytest.raises(NotAllowed):
        send_notices(
            actor=stage.actor("centre_head", Role.UNIT_HEAD), at=DECIDED, decision=decision
        )


def test_only_the_recipient_confirms(stage):
    decision = decided(stage, trade_officer="good")
    send_notices(actor=stage.office, at=DECIDED, decision=decision)
    notice = Notice.objects.get(kind="subject")
    with pytest.raises(NotAllowed):
        read_notice(actor=stage.actor("trade_officer_2"), at=DECIDED, notice=notice)
    assert (
        read_notice(actor=stage.actor("trade_officer"), at=DECIDED, notice=notice).read_at
        == DECIDED
    )


def test_the_campaign_ends_when_nobody_waits(stage):
    with pytest.raises(Refused) as error:
        close_campaign(actor=stage.office, at=DECIDED, campaign=stage.campaign)
    assert any("Bùi Ngọc Ánh" in finding.message for finding in error.value.findings)

    Classification.objects.filter(subject__standing="rated_here").update(
        state="notified", decided_level="good", decision=decided(stage, trade="good")
    )
    assert blockers_for_close(stage.campaign) == []
    assert close_campaign(actor=stage.office, at=DECIDED, campaign=stage.campaign).state == "closed"
