"""Trang bàn xếp loại và quyết định: the effect before saving, the same rules after it."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from tests.apps.decisions import stage as scenery
from tests.remembering import remembered
from tusoi.decisions.models import Classification, Decision, Override
from tusoi.decisions.services.appraising import appraise
from tusoi.documents.models import StoredDocument
from tusoi.meetings.enums import MeetingKind
from tusoi.org.enums import Role


@pytest.fixture
def stage(department) -> scenery.Stage:
    return remembered(scenery.reviewed, department)


def test_the_board_shows_groups_rows_and_both_readings(stage, sign_in):
    scenery.proposed(stage, trade_officer="excellent", trade_officer_2="good")
    page = sign_in("coordinator", Role.COORDINATOR).get(reverse("panel:board")).content.decode()
    assert "Công chức không giữ chức vụ" in page
    assert "Bùi Ngọc Ánh" in page
    assert "Cách tính đang áp dụng." in page
    assert "Cách tính để đối chiếu." in page
    assert "vượt mức tối đa" in page


def test_a_trial_level_shows_its_effect_and_saves_nothing(stage, sign_in):
    for key in ("trade", "office", "industry"):
        appraise(actor=stage.office, at=scenery.APPRAISED, classification=stage.row(key))
    client, rows = (
        sign_in("coordinator", Role.COORDINATOR),
        [stage.row("trade"), stage.row("office")],
    )
    before = client.get(reverse("panel:board")).content.decode()
    answer = client.post(
        reverse("panel:board_preview"),
        {f"level_{row.pk}": "excellent" for row in rows},
        HTTP_HX_REQUEST="true",
    )
    after = answer.content.decode()
    assert "Mức vừa chọn chưa được lưu" in after
    assert "vượt mức tối đa" in after
    assert "vượt mức tối đa" not in before
    assert stage.row("trade").proposed_level == ""


def test_saving_proposes_the_changed_rows(stage, sign_in):
    for key in ("trade", "office"):
        appraise(actor=stage.office, at=scenery.APPRAISED, classification=stage.row(key))
    rows = {key: stage.row(key) for key in ("trade", "office")}
    fields = {f"level_{rows['trade'].pk}": "good", f"level_{rows['office'].pk}": ""}
    fields[f"text_{rows['trade'].pk}"] = "Hoàn thành kế hoạch năm."
    answer = sign_in("coordinator", Role.COORDINATOR).post(
        reverse("panel:board_propose"), fields, follow=True
    )
    assert "Đã lưu đề nghị mức xếp loại của 1 đối tượng." in answer.content.decode()
    assert stage.row("trade").proposed_level == "good"
    assert stage.row("office").state == "appraised"


def test_head_of_a_unit_sees_own_staff_only(stage, sign_in):
    page = sign_in("trade_head", Role.UNIT_HEAD).get(reverse("unit:proposals")).content.decode()
    assert "Bùi Ngọc Ánh" in page
    assert "Cao Xuân Trường" not in page
    row = stage.row("industry_officer")
    answer = sign_in("trade_head", Role.UNIT_HEAD).post(
        reverse("panel:board_propose"), {f"level_{row.pk}": "good"}
    )
    assert answer.status_code == 302
    assert stage.row("industry_officer").proposed_level == ""


@pytest.mark.parametrize("role", [Role.INDIVIDUAL, Role.SUPERVISOR])
def test_the_board_is_closed_to_others(stage, sign_in, role):
    client = sign_in("industry_officer_2", role)
    assert client.get(reverse("panel:board")).status_code == 404


def test_filters_and_spreadsheet(stage, sign_in):
    client = sign_in("coordinator", Role.COORDINATOR)
    page = client.get(
        reverse("panel:board"), {"q": "bui ngoc", "nhom": "officers"}
    ).content.decode()
    assert "Bùi Ngọc Ánh" in page
    assert "Cao Xuân Trường" not in page
    sheet = client.get(reverse("panel:board_sheet"))
    assert sheet["Content-Disposition"].endswith('ban-xep-loai-2023.xlsx"')


def test_the_number_of_queries_does_not_grow(stage, sign_in, django_assert_max_num_queries):
    client = sign_in("coordinator", Role.COORDINATOR)
    client.get(reverse("panel:board"))
    with django_assert_max_num_queries(22):
        client.get(reverse("panel:board"))


def test_deciding_on_the_page(stage, sign_in):
    rows = scenery.proposed(stage, trade="good", trade_head="good")
    meeting = scenery.hold_meeting(stage, MeetingKind.LEADERS_RATING, [row.subject for row in rows])
    client = sign_in("director", Role.DEPARTMENT_HEAD)
    page = client.get(reverse("panel:decision_new")).content.decode()
    assert "Nguyễn Thị Hải Yến" in page
    assert "Chưa có số quyết định." in page

    form = {f"level_{row.pk}": "good" for row in rows} | {
        "number": "1012/QĐ-SCT",
        "signed_on": date(2023, 12, 1).isoformat(),
        "signer_title": "Giám đốc",
        "basis_meeting": meeting.pk,
    }
    checked = client.post(
        reverse("panel:decision_check"), form, HTTP_HX_REQUEST="true"
    ).content.decode()
    assert "Chưa thể thực hiện" not in checked
    signed = client.post(reverse("panel:decision_sign"), form, follow=True).content.decode()
    assert "Đã ban hành Quyết định số 1012/QĐ-SCT đối với 2 tập thể, cá nhân." in signed
    decision = Decision.objects.get()
    assert StoredDocument.objects.filter(kind="decision", owner_id=decision.pk).exists()

    office = sign_in("coordinator", Role.COORDINATOR)
    told = office.post(
        reverse("panel:decision_notify", args=[decision.pk]), follow=True
    ).content.decode()
    assert "Đã gửi 4 thông báo kết quả" in told
    assert set(
        Classification.objects.filter(decision=decision).values_list("state", flat=True)
    ) == {"notified"}
    assert "Đã gửi" in office.get(reverse("panel:decisions")).content.decode()


def test_an_incomplete_decision_comes_back_with_everything_written(stage, sign_in):
    rows = scenery.proposed(stage, trade="completed", trade_head="good")
    meeting = scenery.hold_meeting(stage, MeetingKind.LEADERS_RATING, [row.subject for row in rows])
    client = sign_in("director", Role.DEPARTMENT_HEAD)
    form = {f"level_{row.pk}": row.proposed_level for row in rows} | {
        "number": "7",
        "signed_on": "2023-12-01",
        "signer_title": "Giám đốc",
        "basis_meeting": meeting.pk,
    }
    answer = client.post(reverse("panel:decision_sign"), form)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Nội dung phải nêu lý do" in page
    assert 'value="7"' in page
    assert not Decision.objects.exists()

    head = next(row for row in rows if not row.subject.is_collective)
    key = f"override_classification.head-within-collective.{head.pk}"
    form |= {
        f"{key}_rule": "classification.head-within-collective",
        f"{key}_rows": head.pk,
        f"{key}_reason": "Mới nhận nhiệm vụ.",
        f"{key}_document": "12-KL/BCSĐ",
    }
    assert client.post(reverse("panel:decision_sign"), form).status_code == 302
    assert Override.objects.get().document == "12-KL/BCSĐ"


def test_submission_note_and_summary_sheet(stage, sign_in):
    scenery.proposed(stage, trade="good")
    client = sign_in("coordinator", Role.COORDINATOR)
    client.post(reverse("panel:board_submit"))
    assert set(StoredDocument.objects.values_list("kind", flat=True)) == {
        "submission_note",
        "summary_sheet",
    }
