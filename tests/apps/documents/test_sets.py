"""Bộ văn bản: one ZIP with an index, made in parts, of nothing but what the orderer may see."""

from __future__ import annotations

import hashlib

import pytest
from tests.apps.documents.set_orders import (
    AT,
    WRITERS,
    contents_in,
    index_of,
    make,
    opened,
    order,
    orderer,
    season_with_reviews,
)
from tests.factories import moment
from tests.remembering import remembered

from tusoi.audit.models import AuditEntry
from tusoi.campaigns.models import Review, Subject
from tusoi.core.errors import NotAllowed, Refused
from tusoi.documents.enums import PaperKind, SetContent, SetFormat
from tusoi.documents.models import DocumentSet, SetItem
from tusoi.documents.selectors.papers import find_draft
from tusoi.documents.selectors.reach import reach_of
from tusoi.documents.selectors.sets import missing_items, sees_whole, sets_of
from tusoi.documents.selectors.sources import sources
from tusoi.documents.services import sets
from tusoi.documents.services.set_files import Outcome
from tusoi.documents.services.storing import Filing, store
from tusoi.org.enums import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def season(department):
    return remembered(season_with_reviews, department)


@pytest.fixture
def coordinator(department):
    return orderer(department)


@pytest.fixture
def small_parts(monkeypatch):
    monkeypatch.setattr(sets, "PAPERS_PER_PART", 2)


def file_names(document_set):
    return [name for name in opened(document_set).namelist() if name != "danh-muc.xlsx"]


def test_every_source_has_a_reach():
    assert [each.owner_type for each in sources() if reach_of(each.owner_type) is None] == []


def test_a_set_is_one_zip_with_folders_per_unit_and_kind(season, coordinator, small_parts):
    made = make(coordinator, order(coordinator, season, formats=SetFormat.BOTH))
    archive = opened(made)
    assert archive.testzip() is None
    names = file_names(made)
    assert len(names) == 2 * len(WRITERS)
    assert "phong-quan-ly-thuong-mai/ban-kiem-diem-ca-nhan/ban-kiem-diem-bui-ngoc-anh.pdf" in names
    assert all(name.isascii() and len(name.rsplit("/")[-1]) <= 50 for name in names)
    assert archive.read(names[0])[:2] == b"PK"
    assert made.parts.count() == 4
    assert made.size == sum(part.size for part in made.parts.all())


def test_the_index_names_every_file_with_its_hash(season, coordinator):
    made = make(coordinator, order(coordinator, season))
    heading, *lines = index_of(made)
    assert heading[0] == "STT"
    assert [line[0] for line in lines] == [1, 2, 3, 4, 5]
    archive = opened(made)
    for line in lines:
        row = dict(zip(heading, line, strict=True))
        assert row["Có/thiếu"] == "Có"
        content = archive.read(row["Tên tệp (DOCX)"])
        assert hashlib.sha256(content).hexdigest() == row["SHA-256 (DOCX)"]


def test_the_same_papers_give_the_same_bytes_whatever_the_parts(season, coordinator, monkeypatch):
    one = make(coordinator, order(coordinator, season))
    monkeypatch.setattr(sets, "PAPERS_PER_PART", 3)
    assert make(coordinator, order(coordinator, season)).sha256 == one.sha256


def test_a_killed_making_goes_on_where_it_stopped(season, coordinator, small_parts):
    whole = make(coordinator, order(coordinator, season))
    ordered = order(coordinator, season)

    def killed(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(coordinator, ordered, killed)
    kept = list(ordered.parts.values_list("pk", flat=True))
    assert len(kept) == 1
    seen = []
    finished = make(coordinator, ordered, lambda done, total: seen.append((done, total)))
    assert seen == [(4, 5), (5, 5)]
    assert list(finished.parts.values_list("pk", flat=True))[:1] == kept
    assert finished.sha256 == whole.sha256


def test_a_finished_set_is_not_made_again(season, coordinator):
    made = make(coordinator, order(coordinator, season))
    assert make(coordinator, made).parts.count() == made.parts.count()


def test_what_another_worker_made_meanwhile_stands(season, coordinator, monkeypatch):
    ordered, real = order(coordinator, season), sets.outcomes

    def overtaken(items, actor, formats):
        made = list(real(items, actor, formats))
        SetItem.objects.filter(pk__in=[item.pk for item in items]).update(status="made")
        return made

    monkeypatch.setattr(sets, "outcomes", overtaken)
    assert make(coordinator, ordered).parts.count() == 1


def test_a_paper_that_cannot_be_made_is_named_and_stops_nothing(season, coordinator):
    season.signer_title = ""
    season.plan_purpose = ""
    season.save()
    season.legal_bases.all().delete()
    made = make(coordinator, order(coordinator, season, content=SetContent.CAMPAIGN))
    plan = missing_items(made).get(kind=PaperKind.PLAN)
    assert "Còn thiếu: căn cứ ban hành." in plan.reasons
    assert plan.files == []
    lines = {line[2]: line for line in index_of(made)}
    assert "căn cứ ban hành" in " ".join(map(str, lines[plan.title]))
    assert made.items.filter(status="made").count() >= len(WRITERS)


def test_a_fault_in_one_paper_is_logged_not_fatal(season, coordinator, monkeypatch, caplog):
    ordered = order(coordinator, season)

    def broken(self):
        raise RuntimeError

    monkeypatch.setattr("tusoi.documents.selectors.sources.Draft.paper", broken)
    made = make(coordinator, ordered)
    assert missing_items(made).count() == len(WRITERS)
    assert "Có sự cố" in made.items.first().reasons
    assert "failed" in caplog.text


def test_an_issued_paper_goes_in_as_issued(department, season, coordinator):
    review = Review.objects.get(subject__person=department.people["trade_officer"])
    found = find_draft(coordinator, PaperKind.SELF_REVIEW, "campaigns.review", review.pk)
    document = store(
        Filing(
            kind=PaperKind.SELF_REVIEW,
            title=found.title,
            file_name="ban-kiem-diem.docx",
            owner=review,
            issuer=found.issuer,
        ),
        found.paper(),
        at=AT,
    )
    review.content["politics"] = "Sửa sau khi chốt."
    review.save()
    made = make(coordinator, order(coordinator, season, formats=SetFormat.BOTH))
    item = made.items.get(owner_id=review.pk)
    assert [each["sha256"] for each in item.files] == [document.docx_sha256, document.pdf_sha256]


def test_of_one_unit(department, season, coordinator):
    made = make(coordinator, order(coordinator, season, unit=department.units["trade"]))
    assert {line[4] for line in index_of(made)[1:]} == {"Phòng Quản lý thương mại"}
    assert made.total == 2


def test_the_dossier_of_one_person(department, season, coordinator):
    subject = Subject.objects.get(person=department.people["trade_officer"])
    made = make(
        coordinator,
        order(coordinator, season, content=SetContent.DOSSIER, subject_id=subject.pk),
    )
    assert PaperKind.SELF_REVIEW in {item.kind for item in made.items.all()}
    assert {item.about for item in made.items.all()} <= {"Bùi Ngọc Ánh", ""}


def test_the_index_of_a_dossier_tells_what_its_list_still_lacks(department, season, coordinator):
    subject = Subject.objects.get(person=department.people["trade_officer"])
    wanted = {"content": SetContent.DOSSIER, "subject_id": subject.pk}
    made = make(coordinator, order(coordinator, season, **wanted))
    heading, *lines = contents_in(made)
    assert heading[:3] == ("TT", "Thành phần hồ sơ", "Tình trạng")
    assert [line[1] for line in lines][:2] == [
        "Biên bản cuộc họp nhận xét, đánh giá",
        "Phiếu đánh giá, xếp loại chất lượng",
    ]
    assert lines[0][2] == "Thiếu"
    assert contents_in(make(coordinator, order(coordinator, season))) is None


def test_a_head_gets_only_the_own_unit(department, season):
    head = orderer(department, "trade_head", Role.UNIT_HEAD)
    made = make(head, order(head, season))
    assert {item.unit_name for item in made.items.all()} == {"Phòng Quản lý thương mại"}


def test_a_paper_gone_out_of_sight_is_not_put_in(department, season, coordinator):
    ordered = order(coordinator, season)
    sets._list_items(ordered, coordinator)
    Review.objects.filter(subject__person=department.people["trade_officer"]).update(
        state="drafting"
    )
    made = make(coordinator, ordered)
    gone = missing_items(made).get()
    assert "không còn thuộc phạm vi" in gone.reasons
    assert len(file_names(made)) == len(WRITERS) - 1


def test_the_whole_is_seen_only_while_every_paper_is(department, season, coordinator):
    made = make(coordinator, order(coordinator, season))
    head = orderer(department, "trade_head", Role.UNIT_HEAD)
    assert sees_whole(coordinator, made)
    assert not sees_whole(head, made)
    assert not sets_of(head).exists()


def test_nobody_without_the_role_orders_a_set(department, season):
    officer = orderer(department, "trade_officer", Role.INDIVIDUAL)
    with pytest.raises(NotAllowed):
        order(officer, season)


def test_an_order_is_in_the_history_with_the_number_of_papers(season, coordinator):
    order(coordinator, season)
    entry = AuditEntry.objects.filter(command="document_set.order").get()
    assert entry.detail["papers"] == len(WRITERS)


def test_a_set_is_thrown_away_after_its_day(season, coordinator):
    made = make(coordinator, order(coordinator, season))
    assert sets.clear_expired(made.kept_until, AT) == 0
    assert sets.clear_expired(moment(2023, 12, 31).date(), moment(2023, 12, 31)) == 1
    assert not made.parts.exists()
    assert not sets_of(coordinator).exists()


def test_a_discarded_set_is_not_made(season, coordinator):
    ordered = order(coordinator, season)
    sets.discard_set(actor=coordinator, at=AT, document_set=ordered)
    with pytest.raises(Refused, match="đã bị bỏ"):
        make(coordinator, ordered)


def test_making_takes_the_same_queries_for_every_part(
    season, coordinator, small_parts, django_assert_max_num_queries, monkeypatch
):
    monkeypatch.setattr(
        sets,
        "outcomes",
        lambda items, actor, formats: [(each, Outcome({".docx": b"x"})) for each in items],
    )
    ordered = order(coordinator, season)
    with django_assert_max_num_queries(60):
        make(coordinator, ordered)
    assert DocumentSet.objects.get(pk=ordered.pk).is_finished
