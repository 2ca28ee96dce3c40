"""Giám sát: reads everything of the season, changes nothing; the log proves itself whole."""

from __future__ import annotations

import pytest
from django.db import connection
from django.urls import reverse

from tests.apps.decisions import stage as scenery
from tests.remembering import remembered
from tusoi.audit.models import AuditEntry
from tusoi.audit.selectors.chain import verify
from tusoi.decisions.models import OpinionRequest
from tusoi.decisions.selectors.opinions import subjects_to_consult
from tusoi.decisions.services.consulting import request_opinions
from tusoi.org.enums import Role


@pytest.fixture
def stage(department) -> scenery.Stage:
    return remembered(scenery.reviewed, department)


def test_the_log_shows_commands_by_their_vietnamese_names(stage, sign_in):
    page = (
        sign_in("industry_officer_2", Role.SUPERVISOR)
        .get(reverse("oversight:history"))
        .content.decode()
    )
    assert "Cho ý kiến" in page
    assert "Mở đợt đánh giá" in page
    assert "campaign.open" not in page.replace('value="campaign.open"', "")


def test_the_log_is_filtered_by_command_and_person(stage, sign_in):
    client = sign_in("industry_officer_2", Role.SUPERVISOR)
    page = client.get(
        reverse("oversight:history"), {"thao_tac": "opinion.give", "q": "Trần Thị Bích Vân"}
    )
    rows = page.context["page_obj"].object_list
    assert rows
    assert {(row.command, row.actor_name) for row in rows} == {
        ("opinion.give", "Trần Thị Bích Vân")
    }
    empty = client.get(reverse("oversight:history"), {"tu": "2030-01-01"})
    assert not empty.context["page_obj"].paginator.count


def test_an_untouched_chain_is_whole(stage, sign_in):
    client = sign_in("industry_officer_2", Role.SUPERVISOR)
    assert verify() is None
    answer = client.post(reverse("oversight:history_verify"), follow=True)
    assert "Chuỗi nhật ký nguyên vẹn." in answer.content.decode()


def test_a_changed_row_is_found(stage):
    victim = AuditEntry.objects.order_by("pk")[3]
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_auditentry DISABLE TRIGGER append_only")
        cursor.execute(
            "UPDATE audit_auditentry SET actor_name = 'Người khác' WHERE id = %s", [victim.pk]
        )
        cursor.execute("ALTER TABLE audit_auditentry ENABLE TRIGGER append_only")
    assert verify() == victim


def test_results_and_progress_are_read_only_pages(stage, sign_in):
    scenery.decided(stage, trade="good")
    client = sign_in("industry_officer_2", Role.SUPERVISOR)
    results = client.get(reverse("oversight:results")).content.decode()
    assert "Tập thể lãnh đạo Phòng Quản lý thương mại" in results
    assert "số 101" in results
    assert "Đã quyết định" in client.get(reverse("oversight:progress")).content.decode()
    sheet = client.get(reverse("oversight:results_sheet"))
    assert sheet["Content-Type"].startswith("application/vnd.openxmlformats")


@pytest.mark.parametrize("name", ["oversight:history", "oversight:results", "oversight:progress"])
def test_others_do_not_find_these_pages(stage, sign_in, name):
    assert sign_in("coordinator", Role.COORDINATOR).get(reverse(name)).status_code == 404


def test_a_cell_gives_its_opinion_on_the_page_and_sees_no_other_request(department, sign_in):
    stage = scenery.opened(department)
    request_opinions(
        actor=stage.office,
        at=scenery.ASKED,
        campaign=stage.campaign,
        subjects=subjects_to_consult(stage.campaign),
        due_on=scenery.DUE,
    )
    mine = OpinionRequest.objects.get(subject=stage.subject("trade_deputy"))
    other = OpinionRequest.objects.get(subject=stage.subject("industry_deputy"))
    client = sign_in("trade_head", Role.PARTY_CELL)
    assert "Đỗ Mạnh Cường" in client.get(reverse("oversight:opinions")).content.decode()
    assert client.get(reverse("oversight:opinion", args=[other.pk])).status_code == 404
    client.post(
        reverse("oversight:opinion", args=[mine.pk]), {"text": "Gương mẫu.", "level": "good"}
    )
    mine.refresh_from_db()
    assert (mine.state, mine.text, mine.given_by) == (
        "given",
        "Gương mẫu.",
        department.people["trade_head"],
    )
