"""Bộ văn bản: ordered on a page, followed, fetched as a stream, for nobody but who may see it all."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.apps.documents.set_orders import AT, season_with_reviews
from tests.remembering import remembered
from tusoi.campaigns.models import Review, Subject
from tusoi.core import clock
from tusoi.core.errors import refuse
from tusoi.documents.models import DocumentSet
from tusoi.jobs.models import Job
from tusoi.jobs.services import kinds
from tusoi.jobs.services.running import run_job
from tusoi.org.enums import Role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: AT)


@pytest.fixture
def season(department):
    return remembered(season_with_reviews, department)


@pytest.fixture
def office(sign_in):
    return sign_in("coordinator", Role.COORDINATOR)


def ordered(client, season, **data):
    fields = {"content": "forms", "campaign": season.pk, "formats": "docx", "unit": ""}
    response = client.post("/bo-van-ban/moi/", fields | data)
    assert response.status_code == 302, response.content.decode()
    return DocumentSet.objects.latest("pk")


def made(client, season, **data):
    found = ordered(client, season, **data)
    run_job(Job.objects.get().pk, at=AT)
    found.refresh_from_db()
    return found


def page_of(client, found):
    return client.get(f"/bo-van-ban/{found.pk}/")


def test_a_set_is_ordered_followed_and_fetched(season, office):
    found = ordered(office, season)
    assert "Đang chờ đến lượt" in page_of(office, found).content.decode()
    run_job(Job.objects.get().pk, at=AT)
    shown = page_of(office, found).content.decode()
    assert "Đã lập xong" in shown
    assert "09/12/2023" in shown
    response = office.get(f"/bo-van-ban/{found.pk}/tai/")
    content = b"".join(response.streaming_content)
    assert len(content) == int(response["Content-Length"])
    assert 'filename="ban-kiem-diem-ca-nhan-dot-nam-2023.zip"' in response["Content-Disposition"]
    assert ZipFile(BytesIO(content)).testzip() is None


def test_what_is_missing_stands_on_the_page_with_its_remedy(season, office):
    season.legal_bases.all().delete()
    found = made(office, season, content="campaign")
    shown = page_of(office, found).content.decode()
    assert "văn bản còn thiếu" in shown
    assert "căn cứ ban hành" in shown
    assert f"/du-thao/plan/campaigns.campaign/{season.pk}/" in shown


def test_nothing_to_put_in_is_said_above_the_form(season, office):
    fields = {"content": "notices", "campaign": season.pk, "formats": "pdf", "unit": ""}
    response = office.post("/bo-van-ban/moi/", fields)
    assert response.status_code == 422
    assert "Chưa có văn bản nào để lập bộ" in response.content.decode()


def test_the_dossier_of_one_person(department, season, office):
    subject = Subject.objects.get(person=department.people["trade_officer"])
    address = f"/doi-tuong/{subject.pk}/bo-ho-so/"
    assert "Bùi Ngọc Ánh" in office.get(address).content.decode()
    assert office.post(address, {"formats": "both"}).status_code == 302
    assert DocumentSet.objects.get().title == "Hồ sơ Bùi Ngọc Ánh, Đợt năm 2023"


def test_another_person_finds_no_trace_of_it(season, office, sign_in):
    found = made(office, season)
    director = sign_in("director", Role.DEPARTMENT_HEAD)
    for address in ("", "tai/"):
        assert director.get(f"/bo-van-ban/{found.pk}/{address}").status_code == 404
    for address in ("lap-tiep/", "bo/"):
        assert director.post(f"/bo-van-ban/{found.pk}/{address}").status_code == 404
    assert found.title not in director.get("/bo-van-ban/").content.decode()


def test_a_paper_gone_out_of_sight_closes_the_file(department, season, office):
    found = made(office, season)
    Review.objects.filter(subject__person=department.people["trade_officer"]).update(
        state="drafting"
    )
    response = office.get(f"/bo-van-ban/{found.pk}/tai/")
    assert response.status_code == 422
    assert "không còn thuộc phạm vi" in response.content.decode()
    assert "Không tải được" in page_of(office, found).content.decode()


def test_a_failed_making_is_continued(season, office, monkeypatch):
    def fails(*_):
        raise refuse("x", "Hết chỗ lưu.", remedy="Dọn bớt rồi lập tiếp.")

    with monkeypatch.context() as broken:
        broken.setitem(kinds.KINDS, kinds.SET_MAKING, fails)
        found = made(office, season)
    assert "Hết chỗ lưu" in page_of(office, found).content.decode()
    assert office.post(f"/bo-van-ban/{found.pk}/lap-tiep/").status_code == 302
    run_job(Job.objects.first().pk, at=AT)
    assert "Đã lập xong" in page_of(office, found).content.decode()
    assert office.post(f"/bo-van-ban/{found.pk}/lap-tiep/").status_code == 422


def test_a_set_is_discarded(season, office):
    found = made(office, season)
    assert office.post(f"/bo-van-ban/{found.pk}/bo/").status_code == 302
    assert page_of(office, found).status_code == 404


def test_after_its_day_there_is_no_file(season, office, monkeypatch):
    found = made(office, season)
    later = AT.replace(month=12, day=10)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert office.get(f"/bo-van-ban/{found.pk}/tai/").status_code == 404


def test_a_head_chooses_no_unit(season, sign_in):
    head = sign_in("trade_head", Role.UNIT_HEAD)
    assert 'name="unit"' not in head.get("/bo-van-ban/moi/").content.decode()
    found = made(head, season)
    assert {item.unit_name for item in found.items.all()} == {"Phòng Quản lý thương mại"}


def test_the_list_takes_the_same_queries_for_any_number(
    department, season, office, django_assert_max_num_queries
):
    for _ in range(30):
        ordered(office, season)
    with django_assert_max_num_queries(12):
        assert "30" in office.get("/bo-van-ban/").content.decode()
