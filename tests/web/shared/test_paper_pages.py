"""Trang văn bản: what stands on it, what it lets whom do."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from tests.apps.campaigns.season import draft, open_season

from tusoi.campaigns.models import Campaign
from tusoi.documents.models import RegisterEntry, StoredDocument
from tusoi.org.enums import Role


@pytest.fixture
def season(department):
    return open_season(department, draft(department))


@pytest.fixture
def office(season, sign_in):
    return sign_in("coordinator", Role.COORDINATOR)


def _plan(name, season):
    return reverse(name, args=["plan", "campaigns.campaign", season.pk])


def _issue(office, season, **data):
    return office.post(_plan("draft_issue", season), {"dated": "25/11/2023", **data})


def test_a_draft_shows_its_words_and_both_files(office, season):
    page = office.get(_plan("draft", season)).text
    assert "paper-sheet" in page
    assert "Ban hành, cấp số" in page
    assert office.get(_plan("draft_file", season)).content[:2] == b"PK"
    assert office.get(_plan("draft_file", season) + "?dang=pdf").content[:5] == b"%PDF-"


def test_what_is_missing_is_named_with_the_place_to_mend_it(office, season):
    Campaign.objects.filter(pk=season.pk).update(signer=None)
    page = office.get(_plan("draft", season)).text
    assert "người ký: họ và tên" in page
    assert reverse("hr:campaign_plan", args=[season.pk]) in page
    assert "Ban hành, cấp số" not in page


def test_issuing_freezes_the_paper_and_enters_it_in_the_register(office, season):
    _issue(office, season, number="12")
    document = StoredDocument.objects.get(kind="plan")
    page = office.get(reverse("document", args=[document.pk])).text
    assert "12/KH-" in page
    assert document.pdf_sha256 in page
    assert "Còn nguyên vẹn" in page
    register = office.get(reverse("hr:register"))
    assert "12/KH-" in register.text
    sheet = load_workbook(BytesIO(office.get(reverse("hr:register_sheet")).content)).active
    assert sheet.max_column == 10
    assert sheet["A2"].value.startswith("12/KH-")


def test_a_refused_issue_keeps_what_was_typed(office, season):
    answer = _issue(office, season, dated="25/11/2033", note="Gửi qua trục liên thông")
    assert answer.status_code == 422
    assert "còn ở phía trước" in answer.text
    assert "Gửi qua trục liên thông" in answer.text
    assert not RegisterEntry.objects.exists()


def test_a_withdrawn_paper_says_so_and_stays(office, season):
    _issue(office, season)
    document = StoredDocument.objects.get(kind="plan")
    office.post(reverse("document_withdraw", args=[document.pk]), {"reason": "Sai tên một đơn vị."})
    page = office.get(reverse("document", args=[document.pk])).text
    assert "Đã thu hồi" in page
    assert "Sai tên một đơn vị." in page
    assert "Đã thu hồi: Sai tên một đơn vị" in office.get(reverse("hr:register")).text


def test_the_way_of_numbering_is_shown_and_changed(office, season):
    address = reverse("hr:numbering_practice")
    office.post(address, {"numbering": "common", "term_started_on": "15/6/2020"})
    assert "15/06/2020" in office.get(address).text


def test_papers_of_others_are_not_there(season, sign_in, department, office):
    _issue(office, season)
    document = StoredDocument.objects.get(kind="plan")
    driver = sign_in("driver")
    assert driver.get(_plan("draft", season)).status_code == 404
    assert driver.get(reverse("document", args=[document.pk])).status_code == 404
    assert driver.get(reverse("draft", args=["bogus", "campaigns.campaign", 1])).status_code == 404


def test_a_person_reads_the_own_review_as_a_paper(season, sign_in, department):
    review = season.subjects.get(person=department.people["trade_officer"]).review
    address = reverse("draft", args=["self_review", "campaigns.review", review.pk])
    page = sign_in("trade_officer").get(address)
    assert page.status_code == 200
    assert "Ban hành, cấp số" not in page.text


def test_the_lists_take_the_same_number_of_queries(office, season, django_assert_max_num_queries):
    _issue(office, season)
    with django_assert_max_num_queries(20):
        office.get(reverse("hr:register"))
    with django_assert_max_num_queries(20):
        office.get(reverse("hr:documents"))
