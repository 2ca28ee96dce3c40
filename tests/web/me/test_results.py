"""Kết quả của tôi: the level, the decision, and why – in plain words; reading is confirmed once."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.apps.decisions import stage as scenery
from tests.remembering import remembered
from tusoi.decisions.models import Notice
from tusoi.decisions.services.notifying import send_notices


@pytest.fixture
def stage(department) -> scenery.Stage:
    stage = remembered(scenery.reviewed, department)
    decision = scenery.decided(stage, trade="good", trade_head="good", trade_officer="good")
    send_notices(actor=stage.office, at=scenery.DECIDED, decision=decision)
    return stage


def notice_for(stage, key: str, subject: str) -> Notice:
    return Notice.objects.get(
        recipient=stage.department.people[key], subject=stage.subject(subject)
    )


def test_the_page_says_why(stage, sign_in):
    client = sign_in("trade_officer")
    assert "Bùi Ngọc Ánh" in client.get(reverse("me:results")).content.decode()
    page = client.get(
        reverse("me:result", args=[notice_for(stage, "trade_officer", "trade_officer").pk])
    ).content.decode()
    assert "Hoàn thành tốt nhiệm vụ" in page
    assert "Vì sao" in page
    assert "Nghị định" in page
    assert "10/10 nhiệm vụ" in page
    assert "quyền kiến nghị" in page


def test_reading_is_confirmed_once(stage, sign_in):
    client, notice = sign_in("trade_officer"), notice_for(stage, "trade_officer", "trade_officer")
    client.post(reverse("me:result_read", args=[notice.pk]))
    first = Notice.objects.get(pk=notice.pk).read_at
    assert first is not None
    client.post(reverse("me:result_read", args=[notice.pk]))
    assert Notice.objects.get(pk=notice.pk).read_at == first


def test_the_head_is_told_as_manager_and_for_the_collective(stage, sign_in):
    told = Notice.objects.filter(recipient=stage.department.people["trade_head"])
    assert {(row.subject.name, row.kind) for row in told} == {
        ("Bùi Ngọc Ánh", "manager"),
        ("Nguyễn Thị Hải Yến", "subject"),
        ("Tập thể lãnh đạo Phòng Quản lý thương mại", "subject"),
    }


def test_nobody_reads_the_notice_of_another(stage, sign_in):
    notice = notice_for(stage, "trade_officer", "trade_officer")
    assert sign_in("trade_officer_2").get(reverse("me:result", args=[notice.pk])).status_code == 404
