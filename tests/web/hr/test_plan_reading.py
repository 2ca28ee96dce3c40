"""Trang đọc kế hoạch: the text, the fields, the campaign made from them, and its way back to the text."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.apps.campaigns.reading import READ, TEXT, draft, kept
from tests.apps.campaigns.season import start
from tusoi.campaigns.models import Campaign, PlanReading
from tusoi.campaigns.services import plan_reading
from tusoi.org.enums import Role

HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def office(sign_in):
    return sign_in("coordinator", Role.COORDINATOR)


@pytest.fixture
def reading(department) -> PlanReading:
    return kept(department)


def address(name, *args):
    return reverse(f"hr:{name}", args=args)


def answer(office, reading, key, htmx=True, **data):
    return office.post(address("plan_settle", reading.pk, key), data, **(HTMX if htmx else {}))


def accept_everything(department, reading):
    plan_reading.accept_clear(actor=department.office, at=READ, reading=reading)


def test_the_page_offers_to_read_and_lists_what_was_read(office, reading):
    page = office.get(address("plan_readings")).text
    assert "Tệp kế hoạch" in page
    assert "20/KH-SCT" in page
    assert "Đang xem lại" in page


def test_a_pasted_text_is_read_once(office, department):
    first = office.post(address("plan_readings"), {"text": TEXT})
    reading = PlanReading.objects.get()
    assert first.url == address("plan_reading", reading.pk)
    again = office.post(address("plan_readings"), {"text": TEXT}, follow=True)
    assert again.redirect_chain[-1][0] == first.url
    assert "đã được đọc trước đây" in again.text
    assert reading.draft["number"] == "20/KH-SCT"


def test_a_file_is_read_by_its_content(office, department):
    file = SimpleUploadedFile("kế hoạch.txt", TEXT.encode())
    office.post(address("plan_readings"), {"file": file})
    assert PlanReading.objects.get().file_name == "kế hoạch.txt"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"text": ""}, "Chưa có gì để đọc"),
        ({"file": ("anh.docx", b"\x89PNG\r\n")}, "là ảnh"),
        ({"file": ("trong.txt", b"")}, "trống"),
        ({"file": ("a.txt", b"A"), "text": "B"}, "Chọn một trong hai cách"),
    ],
)
def test_what_cannot_be_read_leaves_nothing_behind(office, department, data, says):
    posted = {
        name: SimpleUploadedFile(*value) if isinstance(value, tuple) else value
        for name, value in data.items()
    }
    page = office.post(address("plan_readings"), posted)
    assert page.status_code == 422
    assert says in page.text
    assert not PlanReading.objects.exists()


def test_every_field_leads_to_its_sentence(office, reading):
    page = office.get(address("plan_reading", reading.pk)).text
    links, places = (
        set(re.findall(r'href="#(cho-[^"]+)"', page)),
        re.findall(r'id="(cho-[^"]+)"', page),
    )
    assert links <= set(places)
    assert len(places) == len(set(places))
    assert "Văn bản không nêu" in page
    assert "Đã được thay thế bằng 124-QĐ/TW từ ngày 04/10/2023" in page
    assert "Còn <strong>" in page


def test_queries_do_not_grow_with_the_fields(
    office, reading, department, django_assert_max_num_queries
):
    many = draft()["deadlines"] * 60
    long = kept(department, deadlines=many)
    for each in (reading, long):
        with django_assert_max_num_queries(14):
            office.get(address("plan_reading", each.pk))


def test_an_answer_comes_back_in_its_place_with_the_progress(office, reading):
    page = answer(office, reading, "title", answer="accepted").text
    assert 'id="muc-title"' in page
    assert "Đã nhận" in page
    assert 'id="con-lai"' in page
    assert 'id="phan-identity"' in page
    assert "<html" not in page


def test_without_script_the_answer_leads_back_to_the_field(office, reading):
    page = answer(office, reading, "title", htmx=False, answer="open")
    assert page.url == f"{address('plan_reading', reading.pk)}#muc-title"


def test_an_impossible_value_stays_in_the_form(office, reading):
    page = answer(office, reading, "date", answer="corrected", value="31/02/2023")
    assert page.status_code == 422
    assert 'value="31/02/2023"' in page.text
    assert "không phải ngày có trong lịch" in page.text
    plain = answer(office, reading, "date", htmx=False, answer="corrected", value="31/02/2023")
    assert plain.status_code == 422
    assert "<html" in plain.text


def test_a_deadline_is_given_its_step(office, reading):
    answer(
        office, reading, "deadlines-2", answer="accepted", step="leaders_review", inclusive="within"
    )
    reading.refresh_from_db()
    assert reading.settled["deadlines-2"]["step"] == "leaders_review"
    assert reading.settled["deadlines-2"]["inclusive"] is True


def test_clear_fields_of_one_section_are_accepted(office, reading):
    page = office.post(address("plan_accept_clear", reading.pk), {"section": "bases"})
    assert page.url.endswith("#phan-bases")
    reading.refresh_from_db()
    assert reading.settled.keys() == {"legal_bases-0", "legal_bases-1"}


def test_what_is_missing_leads_to_its_field(office, reading):
    page = office.get(address("plan_make_campaign", reading.pk)).text
    assert f"{address('plan_reading', reading.pk)}#muc-title" in page
    assert "Chưa có tên đợt đánh giá" in page


def test_the_campaign_shows_where_it_was_read_from(office, department, reading):
    accept_everything(department, reading)
    before = office.get(address("plan_make_campaign", reading.pk)).text
    assert "Sẽ ghi thành quy định của cơ quan" in before
    assert "Chỉ lưu ý" in before
    made = office.post(
        address("plan_make_campaign", reading.pk),
        {"overlay": "", "rules_until": "22/11/2024"},
        follow=True,
    )
    campaign = Campaign.objects.get()
    assert made.redirect_chain[-1][0] == address("campaign", campaign.pk)
    assert "Từ văn bản kế hoạch" in made.text
    assert f"{address('plan_reading', reading.pk)}#cho-deadlines-2" in made.text
    assert "Còn thiếu" in made.text
    office.post(address("plan_attachment_received", reading.pk, "attachments_needed-0"))
    assert "ghi nhận ngày" in office.get(address("campaign", campaign.pk)).text
    shut = office.get(address("plan_reading", reading.pk)).text
    assert "Đã lập đợt từ bản đọc này" in shut
    assert "hx-post" not in shut
    assert office.get(address("plan_make_campaign", reading.pk)).status_code == 302


def test_a_season_that_runs_is_named_above_the_form(office, department, reading):
    start(department)
    accept_everything(department, reading)
    page = office.post(address("plan_make_campaign", reading.pk), {"overlay": ""})
    assert page.status_code == 422
    assert "đã có đợt đánh giá năm 2023" in page.text


def test_a_doubtful_text_asks_for_a_reason(office, department, reading):
    accept_everything(department, reading)
    answer(office, reading, "kind", answer="corrected", value="report")
    page = office.get(address("plan_make_campaign", reading.pk)).text
    assert "Văn bản này là báo cáo, không phải kế hoạch." in page
    assert "Lý do lập đợt từ văn bản này" in page
    assert office.post(address("plan_make_campaign", reading.pk), {"reason": ""}).status_code == 422


def test_a_reading_set_aside_stays_on_file(office, reading):
    office.post(address("plan_set_aside", reading.pk))
    assert "Đã để riêng" in office.get(address("plan_readings")).text
    assert "hx-post" not in office.get(address("plan_reading", reading.pk)).text


def test_unknown_fields_and_readings_are_not_there(office, reading):
    assert answer(office, reading, "khong-co", answer="open").status_code == 404
    assert office.get(address("plan_reading", 10**6)).status_code == 404


@pytest.mark.parametrize("role", [Role.UNIT_HEAD, Role.INDIVIDUAL])
def test_nobody_else_finds_the_pages(sign_in, reading, role):
    client = sign_in("trade_head", role)
    assert client.get(address("plan_readings")).status_code == 404
    assert client.get(address("plan_reading", reading.pk)).status_code == 404
    assert answer(client, reading, "title", answer="open").status_code == 404
