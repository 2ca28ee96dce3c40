"""Trang chi bộ và nơi kiểm điểm: planning, sending, taking over, and who may not."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests import cast
from tests.apps.campaigns import season as scenery
from tests.cast import moment
from tests.remembering import remembered
from tusoi.campaigns.models import CirculationReceipt
from tusoi.core import clock
from tusoi.meetings.enums import Role
from tusoi.meetings.models import Meeting

pytestmark = pytest.mark.django_db


def _opened(department):
    return scenery.open_season(department, scenery.draft(department))


@pytest.fixture
def season(department):
    return remembered(_opened, department)


@pytest.fixture
def acting(client, department):
    def sign_in(key, role=Role.INDIVIDUAL):
        department.people[key].refresh_from_db()
        return cast.sign_in(client, department, key, role)

    return sign_in


@pytest.fixture
def cell(department):
    return department.people["trade_head"].party_cell


def page(client, name, *args):
    return client.get(reverse(name, args=args))


def test_the_secretary_of_a_cell_finds_the_own_cell(acting, season, cell):
    client = acting("trade_head", Role.PARTY_CELL)
    home = client.get(reverse("panel:cells"))
    assert home.url == reverse("panel:cell", args=[cell.pk])
    html = client.get(home.url).content.decode()
    assert "Chưa kiểm điểm" in html
    assert "Lập hội nghị chi bộ" in html
    assert "Chi ủy kiểm điểm trước" in html


def test_the_office_sees_every_cell(acting, season, cell):
    html = page(acting("coordinator", Role.COORDINATOR), "panel:cells").content.decode()
    assert cell.name in html


@pytest.mark.parametrize("name", ["panel:cell", "panel:cell_meeting_plan"])
def test_another_cell_is_not_found(acting, season, cell, name):
    for key, role in (
        ("industry_head", Role.PARTY_CELL),
        ("trade_officer", Role.INDIVIDUAL),
        ("trade_head", Role.UNIT_HEAD),
        ("director", Role.DEPARTMENT_HEAD),
    ):
        assert page(acting(key, role), name, cell.pk).status_code == 404


def test_a_review_is_sent_to_the_members(acting, department, season, cell):
    review = scenery.circulate(department, season, "trade_officer", "trade_deputy")
    client = acting("trade_head", Role.PARTY_CELL)
    address = reverse("panel:cell_send", args=[cell.pk, review.pk])
    assert address in page(client, "panel:cell", cell.pk).content.decode()
    assert client.post(address).status_code == 302
    receipt = CirculationReceipt.objects.get(
        circulation__review=review, person=department.people["trade_officer_3"]
    )
    member = acting("trade_officer_3")
    assert review.subject.name in page(member, "me:tasks").content.decode()
    assert page(member, "me:draft", receipt.pk).status_code == 200


def test_one_sends_the_own_review(acting, department, season):
    review = scenery.circulate(department, season, "trade_officer", "trade_deputy")
    client = acting("trade_officer")
    html = page(client, "me:review", review.pk).content.decode()
    assert "Nơi kiểm điểm của tôi" in html
    assert "nơi kiểm điểm chính" in html
    assert client.post(reverse("me:review_send_to_cell", args=[review.pk])).status_code == 302
    assert CirculationReceipt.objects.filter(sent_at__isnull=False).exists()


def test_a_cell_meeting_is_planned_in_two_steps(acting, department, season, cell, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: moment(2023, 11, 24, 9))
    client = acting("trade_head", Role.PARTY_CELL)
    scope = reverse("panel:meeting_scope")
    missing = client.get(scope, {"kind": "cell_review"}).content.decode()
    assert "Chọn chi bộ tổ chức hội nghị." in missing
    first = client.get(scope, {"kind": "cell_review", "cell": cell.pk})
    assert first.url == reverse("panel:cell_meeting_plan", args=[cell.pk])
    form = client.get(first.url).context["form"]
    wanted = {name: form[name].value() for name in ("title", "chair", "subjects")}
    wanted |= {
        "starts_at": "2023-11-30T08:00",
        "ends_at": "2023-11-30T11:00",
        "place": "Phòng họp",
        "deputy_chair": department.people["trade_deputy"].pk,
        "secretary": department.people["trade_officer"].pk,
        "order_reason": "",
    }
    response = client.post(first.url, wanted)
    meeting = Meeting.objects.get(cell=cell)
    assert response.url == reverse("panel:meeting", args=[meeting.pk])
    assert page(client, "panel:meeting", meeting.pk).status_code == 200
    assert page(acting("trade_officer_2"), "panel:meeting", meeting.pk).status_code == 404


def test_the_office_filters_and_sets_places(acting, department, season):
    client = acting("coordinator", Role.COORDINATOR)
    subject = season.subjects.get(person=department.people["trade_officer"])
    html = client.get(reverse("hr:subjects"), {"places": "open"}).content.decode()
    assert subject.name in html
    shown = page(client, "hr:subject", subject.pk).content.decode()
    assert "Chưa lập hội nghị" in shown
    address = reverse("hr:subject_place", args=[subject.pk])
    unit = department.units["industry"].pk
    refused = client.post(address, {"unit": unit, "kind": "unit", "reason": ""})
    assert "Chưa nêu lý do xác định nơi kiểm điểm" in refused.content.decode()
    client.post(address, {"unit": unit, "kind": "unit", "reason": "Quyết định số 8-QĐ/ĐU"})
    assert subject.places.get(is_main=True).unit_id == unit


def test_planning_shows_the_audience_with_its_ground(acting, department, season):
    client = acting("coordinator", Role.COORDINATOR)
    unit = department.units["trade"]
    form = page(client, "panel:meeting_plan", unit.pk, "unit_review").context["form"]
    assert form["audience"].value() == "all_staff"
    assert "order_reason" not in form.fields
    hidden = page(client, "panel:meeting_plan", unit.pk, "cell_review")
    assert hidden.status_code == 404


def test_the_organisation_keeps_cells_posts_and_suspensions(acting, department, season, cell):
    client = acting("coordinator", Role.COORDINATOR)
    client.post(
        reverse("hr:cell_correct", args=[cell.pk]),
        {"name": cell.name, "is_without_committee": "on"},
    )
    cell.refresh_from_db()
    assert not cell.has_committee
    member = department.collectives["trade"].members.first()
    client.post(
        reverse("hr:member_suspend", args=[member.pk]),
        {"suspended_from": "01/06/2023", "document": "Quyết định số 5-QĐ/HU"},
    )
    member.refresh_from_db()
    assert member.suspended_from is not None
    client.post(reverse("hr:member_restore", args=[member.pk]), {"document": ""})
    member.refresh_from_db()
    assert member.suspended_from is None
