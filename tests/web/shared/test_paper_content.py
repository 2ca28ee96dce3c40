"""Nội dung bổ sung của văn bản: written on one page, seen on the paper, closed to everybody else."""

from __future__ import annotations

import pytest
from django.urls import reverse
from tests.apps.decisions import stage as scenery
from tests.apps.decisions.stage import Stage
from tests.remembering import remembered

from tusoi.decisions.models import PaperContent
from tusoi.org.enums import Role

TEXTS = {"results": "Hoàn thành 10/10 nhiệm vụ", "shortcomings": "Chậm", "proposals": "Thêm người"}


@pytest.fixture
def stage(department) -> Stage:
    return remembered(scenery.reviewed, department)


@pytest.fixture
def head(stage, sign_in):
    return sign_in("trade_head", Role.UNIT_HEAD)


def page_of(kind: str, subject) -> str:
    return reverse("paper_content", args=[kind, subject.pk])


def draft_of(kind: str, subject) -> str:
    return reverse("draft", args=[kind, "campaigns.subject", subject.pk])


def test_a_paper_without_its_words_leads_to_where_they_are_written(stage, head):
    unit = stage.subject("trade")
    text = head.get(draft_of("unit_report", unit)).text
    assert "kết quả đạt được" in text
    assert page_of("unit_report", unit) in text


def test_what_is_written_stands_on_the_paper(stage, head):
    unit = stage.subject("trade")
    answer = head.post(page_of("unit_report", unit), TEXTS, follow=True)
    assert "Đã lưu nội dung" in answer.text
    assert "Hoàn thành 10/10 nhiệm vụ" in answer.text
    for asked, magic in (("", b"PK"), ("?dang=pdf", b"%PDF-")):
        file = reverse("draft_file", args=["unit_report", "campaigns.subject", unit.pk])
        assert head.get(file + asked).content.startswith(magic)


def test_the_page_begins_with_what_the_review_already_says(stage, head):
    text = head.get(page_of("remedy_plan", stage.subject("trade"))).text
    assert "Đã thực hiện đúng kế hoạch." in text
    assert "Biện pháp khắc phục (dòng 2)" in text


def test_every_line_of_a_table_is_kept_and_one_is_to_spare(stage, head):
    unit = stage.subject("trade")
    line = {
        "rows-0-shortcoming": "Chậm",
        "rows-0-measure": "Lập lịch",
        "rows-1-measure": "Kiểm tra",
    }
    head.post(page_of("remedy_plan", unit), {"purposes": "Khắc phục", **line})
    rows = PaperContent.objects.get(subject=unit, kind="remedy_plan").texts["rows"]
    assert [row["measure"] for row in rows] == ["Lập lịch", "Kiểm tra"]
    assert "(dòng 3)" in head.get(page_of("remedy_plan", unit)).text


def test_nothing_written_is_refused_above_the_form(stage, head):
    answer = head.post(page_of("unit_report", stage.subject("trade")), {"results": " "})
    assert answer.status_code == 422
    assert "Chưa ghi nội dung nào" in answer.text


@pytest.mark.parametrize(
    ("key", "role", "kind", "subject"),
    [
        ("industry_head", Role.UNIT_HEAD, "unit_report", "trade"),
        ("trade_head", Role.UNIT_HEAD, "unit_report", "trade_head"),
        ("trade_head", Role.UNIT_HEAD, "pledge", "trade_head"),
        ("director", Role.DEPARTMENT_HEAD, "unit_report", "trade"),
        ("trade_officer", Role.INDIVIDUAL, "unit_report", "trade"),
    ],
)
def test_others_find_no_such_page(stage, sign_in, key, role, kind, subject):
    client = sign_in(key, role)
    assert client.get(page_of(kind, stage.subject(subject))).status_code == 404


def test_the_office_writes_the_words_of_the_result_report(stage, sign_in):
    office = sign_in("coordinator", Role.COORDINATOR)
    address = reverse("paper_content", args=["result_report", stage.campaign.pk])
    office.post(address, {"leadership": "Ban hành Kế hoạch."})
    assert "Ban hành Kế hoạch." in office.get(address).text


@pytest.mark.parametrize(
    ("key", "role", "page", "label"),
    [
        ("coordinator", Role.COORDINATOR, "hr:subject", "Danh mục hồ sơ"),
        ("trade_head", Role.UNIT_HEAD, "unit:review", "Kế hoạch khắc phục"),
    ],
)
def test_pages_lead_to_the_papers_about_the_subject(stage, sign_in, key, role, page, label):
    subject = stage.subject("trade")
    pk = subject.pk if page == "hr:subject" else subject.review.pk
    assert label in sign_in(key, role).get(reverse(page, args=[pk])).text


def test_the_campaign_leads_to_its_sheets_and_its_report(stage, sign_in):
    text = (
        sign_in("coordinator", Role.COORDINATOR)
        .get(reverse("hr:campaign", args=[stage.campaign.pk]))
        .text
    )
    for label in ("Biểu tổng hợp cá nhân", "Biểu tổng hợp tập thể", "Báo cáo kết quả"):
        assert label in text


def test_a_person_prints_the_own_pledge(stage, sign_in):
    officer = sign_in("trade_officer")
    own = stage.subject("trade_officer")
    assert "Bản cam kết" in officer.get(reverse("me:review", args=[own.review.pk])).text
    assert "BẢN CAM KẾT" in officer.get(draft_of("pledge", own)).text.upper()
