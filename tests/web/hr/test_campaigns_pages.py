"""Văn phòng: a plan step by step, the check, opening, subjects, progress, documents."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from tests import factories
from tests.apps.campaigns.season import draft, open_season, start, submit
from tests.cast import moment
from tusoi.campaigns.models import Campaign, Reminder
from tusoi.campaigns.selectors.papers import plan_paper
from tusoi.documents.enums import PaperKind
from tusoi.documents.services.storing import Filing, store
from tusoi.org.enums import Role

STEPS = (
    "campaign_plan",
    "campaign_bases",
    "campaign_milestones",
    "campaign_tracks",
    "campaign_subjects",
    "campaign_check",
)


@pytest.fixture
def office(sign_in):
    return sign_in("coordinator", Role.COORDINATOR)


@pytest.fixture
def season(department):
    return open_season(department, draft(department))


def _address(name, *args):
    return reverse(f"hr:{name}", args=args)


def test_a_campaign_is_drafted_from_the_facts_of_its_plan(department, office):
    facts = {
        "title": "Kiểm điểm năm 2023",
        "review_year": 2023,
        "plan_date": "24/11/2023",
        "overlay": "lai-chau-2023",
    }
    answer = office.post(_address("campaign_draft"), facts)
    assert answer.url == _address("campaign", Campaign.objects.get().pk)


def test_what_is_missing_in_the_form_stands_on_top(office):
    answer = office.post(_address("campaign_draft"), {"title": "", "plan_date": "32/13/2023"})
    assert 'href="#id_title"' in answer.text
    assert not Campaign.objects.exists()


@pytest.mark.parametrize("step", STEPS)
def test_every_step_has_its_page(department, office, step):
    assert office.get(_address(step, start(department).pk)).status_code == 200


def test_the_steps_of_a_plan_one_after_the_other(department, office):
    plan = start(department)
    texts = {
        "plan_purpose": "Đánh giá đúng.",
        "plan_contents": "Theo quy định.",
        "plan_organisation": "Văn phòng đôn đốc.",
    }
    facts = {
        "title": plan.title,
        "plan_date": "22/11/2023",
        "overlay": plan.overlay,
        "signer": department.people["director"].pk,
    }
    assert office.post(_address("campaign_plan", plan.pk), facts | texts).status_code == 302
    office.post(
        _address("campaign_bases", plan.pk),
        {"texts": "Nghị định số 90/2020/NĐ-CP\nQuy định số 124-QĐ/TW"},
    )
    office.post(_address("campaign_tracks_load", plan.pk))
    office.post(_address("campaign_subjects", plan.pk), {"as_of": "24/11/2023"})
    plan.refresh_from_db()
    assert (plan.plan_purpose, plan.signer) == ("Đánh giá đúng.", department.people["director"])
    assert plan.legal_bases.count() == 2
    assert plan.subjects.count() == 24


def test_a_deadline_in_the_past_is_refused_with_the_reason(department, office):
    milestone = {
        "step": "unit_reviews",
        "label": "Gửi hồ sơ",
        "responsible": "Các phòng",
        "due_on": "30/11/2023",
        "is_inclusive": "before",
    }
    answer = office.post(_address("campaign_milestones", start(department).pk), milestone)
    assert answer.status_code == 422
    assert "đã qua" in answer.text


def test_opening_is_blocked_until_every_fault_is_mended_and_says_where(department, office):
    plan = start(department)
    text = office.get(_address("campaign_check", plan.pk)).text
    assert "Kế hoạch chưa nêu căn cứ pháp lý nào." in text
    assert _address("campaign_bases", plan.pk) in text
    assert office.post(_address("campaign_open", plan.pk)).status_code == 422


def test_the_plan_as_a_paper_or_what_it_still_needs(department, office):
    plan = start(department)
    answer = office.get(_address("plan_download", plan.pk))
    assert answer.status_code == 422
    assert "căn cứ ban hành" in answer.text


def test_an_opened_plan_is_no_longer_edited(season, office):
    for step in set(STEPS) - {"campaign_milestones"}:
        assert office.get(_address(step, season.pk)).status_code == 404
    assert office.get(_address("campaign", season.pk)).status_code == 200
    assert office.get(_address("plan_download", season.pk)).content.startswith(b"PK")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=nguyen+yen", {"Nguyễn Thị Hải Yến"}),
        ("kind=contract_worker", {"Lò Văn Sơn"}),
        (
            "standing=rated_elsewhere",
            {"Tập thể lãnh đạo Sở", "Hoàng Đình Lộc", "Trần Thị Bích Vân"},
        ),
    ],
)
def test_subjects_are_found_without_diacritics_and_by_filters(season, office, query, found):
    page = office.get(f"{_address('subjects')}?{query}").context["page_obj"]
    assert {row.name for row in page} == found


def test_the_progress_of_a_unit_leads_to_its_subjects(department, season, office):
    unit = department.units["trade"]
    address = f"{_address('subjects')}?unit={unit.pk}"
    assert address in office.get(_address("progress")).text
    assert {row.unit for row in office.get(address).context["page_obj"]} == {unit}


def test_subjects_sort_by_given_name(season, office):
    page = office.get(
        f"{_address('subjects')}?sort=name&standing=rated_here&kind=civil_servant"
    ).context["page_obj"]
    names = [row.name for row in page]
    assert names.index("Bùi Ngọc Ánh") < names.index("Đặng Quốc Ân") < names.index("Mai Thị Lụa")


def test_subjects_go_into_a_spreadsheet(season, office):
    answer = office.get(f"{_address('subjects_sheet', season.pk)}?kind=division_head")
    rows = list(load_workbook(BytesIO(answer.content)).active.values)
    assert len(rows) == 4
    assert "Nguyễn Thị Hải Yến" in {row[0] for row in rows}


def test_a_standing_is_set_with_a_reason(department, office):
    subject = draft(department).subjects.get(person=department.people["driver"])
    address = _address("subject_standing", subject.pk)
    assert office.post(address, {"standing": "not_rated", "reason": ""}).status_code == 422
    office.post(address, {"standing": "not_rated", "reason": "Đang bị đình chỉ công tác"})
    assert "Đang bị đình chỉ công tác" in office.get(_address("subject", subject.pk)).text


def test_the_office_reads_what_was_handed_in_and_returns_it(department, season, office):
    review = submit(department, season, "trade_head")
    page = _address("subject", review.subject_id)
    assert "Đã thực hiện đúng kế hoạch." in office.get(page).text
    office.post(_address("subject_send_back", review.subject_id), {"reason": "Bổ sung"})
    review.refresh_from_db()
    assert review.state == "returned"


def test_progress_shows_who_is_late_and_the_office_urges_them(department, season, office):
    submit(department, season, "trade_head")
    text = office.get(_address("progress")).text
    assert "quá hạn" in text
    assert "trước ngày 30/11/2023, tức chậm nhất hết ngày 29/11/2023" in text
    milestone = season.milestones.get(step="unit_reviews")
    office.post(
        _address("remind", milestone.pk),
        {"units": [department.units["trade"].pk], "text": "Đề nghị gửi ngay."},
    )
    assert Reminder.objects.get().unit == department.units["trade"]


def test_a_reminder_reaches_the_head(department, season, office, sign_in):
    milestone = season.milestones.get(step="unit_reviews")
    office.post(
        _address("remind", milestone.pk),
        {"units": [department.units["trade"].pk], "text": "Đề nghị gửi ngay."},
    )
    assert "Đề nghị gửi ngay." in sign_in("trade_head", Role.UNIT_HEAD).get("/").text


def test_stored_papers_are_listed_and_come_back_unchanged(department, season, office):
    filing = Filing(
        kind=PaperKind.DECISION,
        title="Quyết định số 10/QĐ-SCT",
        file_name="quyet-dinh-10.docx",
        owner=season,
        issuer=season.body,
    )
    document = store(filing, plan_paper(season), at=moment(2023, 12, 4))
    assert "Quyết định số 10/QĐ-SCT" in office.get(_address("documents")).text
    address = reverse("document_file", args=[document.pk])
    assert office.get(address).content == bytes(document.docx)
    assert office.get(f"{address}?dang=pdf").content == bytes(document.pdf)


@pytest.mark.parametrize("name", ["progress", "campaigns", "subjects", "documents"])
@pytest.mark.parametrize(
    ("key", "role"),
    [
        ("trade_head", Role.UNIT_HEAD),
        ("driver", Role.INDIVIDUAL),
        ("industry_officer_2", Role.SUPERVISOR),
    ],
)
def test_the_pages_of_the_office_are_not_found_by_others(season, sign_in, name, key, role):
    assert sign_in(key, role).get(_address(name)).status_code == 404


def test_lists_take_the_same_queries_for_many_people(
    department, office, django_assert_max_num_queries
):
    post = factories.post(department.units["trade"], group=department.groups["officers"])
    for _ in range(60):
        factories.assign(factories.person(), post)
    season = open_season(department, draft(department))
    for name in ("subjects", "progress", "campaigns", "documents"):
        with django_assert_max_num_queries(20):
            assert office.get(_address(name)).status_code == 200
    enrolled = season.subjects.count()
    assert enrolled > 80
