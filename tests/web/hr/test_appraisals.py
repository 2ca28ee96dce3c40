"""Trang lấy ý kiến, thẩm định, thông báo của Văn phòng."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.apps.decisions import stage as scenery
from tusoi.decisions.models import Appraisal, OpinionRequest
from tusoi.decisions.services.notifying import send_notices
from tusoi.org.enums import Role


@pytest.fixture
def office(department, sign_in):
    return sign_in("coordinator", Role.COORDINATOR)


def test_asking_for_every_opinion_at_once(department, office):
    stage = scenery.opened(department)
    assert "phải lấy ý kiến" in office.get(reverse("hr:opinions")).content.decode()
    answer = office.post(reverse("hr:opinions_request"), {"due_on": "2099-12-01"}, follow=True)
    assert "yêu cầu cho ý kiến" in answer.content.decode()
    assert OpinionRequest.objects.filter(
        subject=stage.subject("trade"), source="party_committee"
    ).exists()
    page = office.get(reverse("hr:opinions"), {"q": "do manh"}).content.decode()
    assert "Đỗ Mạnh Cường" in page
    assert "Trịnh Thị Hồng" not in page


def test_a_past_day_is_refused_with_the_reason(department, office):
    scenery.opened(department)
    answer = office.post(reverse("hr:opinions_request"), {"due_on": "2020-01-01"})
    assert answer.status_code == 422
    assert "đã qua" in answer.content.decode()
    assert not OpinionRequest.objects.exists()


def test_one_dossier_and_all_that_are_ready(department, office):
    stage = scenery.reviewed(department)
    row = stage.row("trade_head")
    page = office.get(reverse("hr:appraisal", args=[row.pk])).content.decode()
    assert "Nguyễn Thị Hải Yến" in page
    assert "Nghị định" in page
    office.post(reverse("hr:appraisal_record", args=[row.pk]), {"note": "Hồ sơ đầy đủ."})
    assert Appraisal.objects.get().note == "Hồ sơ đầy đủ."
    office.post(reverse("hr:appraise_ready"))
    assert "Đã thẩm định" in office.get(reverse("hr:appraisals")).content.decode()
    assert Appraisal.objects.count() == stage.campaign.subjects.count()


def test_sending_back_needs_a_reason(department, office):
    stage = scenery.reviewed(department)
    scenery.proposed(stage, trade="good")
    url = reverse("hr:appraisal_send_back", args=[stage.row("trade").pk])
    assert office.post(url, {"reason": " "}).status_code == 422
    office.post(url, {"reason": "Bổ sung số liệu."})
    row = stage.row("trade")
    assert (row.state, row.proposed_level, row.appraisal.note) == (
        "awaiting",
        "",
        "Bổ sung số liệu.",
    )


def test_notices_and_what_keeps_the_campaign_open(department, office):
    stage = scenery.reviewed(department)
    decision = scenery.decided(stage, trade="good")
    assert "Quyết định chưa thông báo" in office.get(reverse("hr:notices")).content.decode()
    send_notices(actor=stage.office, at=scenery.DECIDED, decision=decision)
    page = office.get(reverse("hr:notices")).content.decode()
    assert "Chưa đọc" in page
    assert "Chưa thể thực hiện vì còn" in page
    assert office.post(reverse("hr:campaign_close")).status_code == 422


def test_heads_do_not_appraise(department, sign_in):
    scenery.reviewed(department)
    client = sign_in("trade_head", Role.UNIT_HEAD)
    for name in ("hr:opinions", "hr:appraisals", "hr:notices"):
        assert client.get(reverse(name)).status_code == 404
