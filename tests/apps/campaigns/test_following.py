"""Theo dõi: tasks in order, progress per unit and step, deadlines kept and missed."""

from __future__ import annotations

from datetime import date

import pytest

from tests.apps.campaigns.season import WRITTEN, circulate, submit, writer_of
from tests.cast import moment
from tusoi.campaigns.selectors.progress import deadlines, review_progress
from tusoi.campaigns.selectors.reviews import earlier_texts
from tusoi.campaigns.selectors.tasks import tasks_of
from tusoi.campaigns.services import circulating, enrolling, planning, writing
from tusoi.campaigns.services.freezing import freeze
from tusoi.org.enums import Role

pytestmark = pytest.mark.django_db
TODAY = date(2023, 11, 27)


def _labels(actor, day=TODAY):
    return [task.label for task in tasks_of(actor, day)]


def test_before_the_season_only_the_office_has_something_to_do(department, plan):
    assert _labels(department.actor("trade_officer")) == []
    assert _labels(department.office) == [f"Hoàn thành kế hoạch và mở đợt: {plan}"]


def test_everybody_writes_until_the_last_day(department, season):
    task = tasks_of(department.actor("trade_officer"), TODAY)[0]
    assert (task.label, task.due_on) == ("Viết và nộp bản kiểm điểm của mình", date(2023, 11, 29))


def test_the_head_writes_for_the_collective_too_and_waits_for_the_others(department, season):
    labels = _labels(department.actor("trade_head", Role.UNIT_HEAD))
    assert "Viết và nộp báo cáo kiểm điểm của Tập thể lãnh đạo Phòng Quản lý thương mại" in labels
    assert "Chờ 6 bản kiểm điểm của đơn vị" in labels
    submit(department, season, "trade_officer")
    head = department.actor("trade_head", Role.UNIT_HEAD)
    assert "Gửi dự thảo 1 bản kiểm điểm cho thành viên dự họp" in _labels(head)


def test_a_draft_is_read_and_a_comment_answered(department, season):
    review = circulate(department, season, "trade_officer", "trade_deputy")
    reader = department.actor("trade_deputy")
    assert "Đọc và góp ý dự thảo của Bùi Ngọc Ánh" in _labels(reader)
    circulating.mark_draft_read(actor=reader, at=WRITTEN, receipt=review.circulation.receipts.get())
    circulating.comment_on_review(actor=reader, at=WRITTEN, review=review, text="Nêu rõ hơn")
    assert "Đọc và góp ý dự thảo của Bùi Ngọc Ánh" not in _labels(reader)
    assert "Trả lời 1 ý kiến góp ý" in _labels(department.actor("trade_officer"))


def test_many_drafts_make_one_line_and_the_own_one_none(department, season, monkeypatch):
    monkeypatch.setattr("tusoi.campaigns.selectors.tasks._NAMED", 1)
    for writer in ("trade_officer", "trade_officer_2", "trade_deputy"):
        circulate(department, season, writer, "trade_deputy")
    labels = _labels(department.actor("trade_deputy"))
    assert [label for label in labels if "dự thảo" in label] == ["Đọc và góp ý 2 dự thảo"]


def test_what_is_done_is_no_task(department, season):
    submit(department, season, "trade_officer")
    assert _labels(department.actor("trade_officer")) == []


def test_the_administrator_as_such_has_no_part_in_the_reviews(department, season):
    assert _labels(department.actor("admin", Role.TECHNICAL_ADMIN)) == []
    assert _labels(department.actor("admin")) == ["Viết và nộp bản kiểm điểm của mình"]


def test_progress_counts_every_unit_and_step(department, season):
    circulate(department, season, "trade_officer", "trade_deputy")
    submit(department, season, "trade_head")
    rows = {row.unit: row for row in review_progress(department.office, season)}
    trade = rows[department.units["trade"]]
    assert [(step.done, step.total) for step in trade.steps] == [(2, 6), (1, 6), (0, 6), (0, 6)]
    assert set(rows) == set(department.units.values())


def test_a_head_sees_the_progress_of_the_own_unit_only(department, season):
    head = department.actor("trade_head", Role.UNIT_HEAD)
    assert [row.unit for row in review_progress(head, season)] == [department.units["trade"]]


@pytest.mark.parametrize(
    ("day", "is_late"), [(date(2023, 11, 29), False), (date(2023, 11, 30), True)]
)
def test_a_deadline_is_missed_from_the_day_after_the_last_day(department, season, day, is_late):
    progress = review_progress(department.office, season)
    line = next(
        line for line in deadlines(season, progress, day) if line.milestone.step == "unit_reviews"
    )
    assert bool(line.findings) == is_late
    assert len(line.late_units) == 4


def test_last_years_text_stands_beside_this_years(department, season):
    review = circulate(department, season, "trade_officer", "trade_deputy")
    writing.discuss_review(actor=department.office, at=WRITTEN, review=review)
    writing.finalise_review(actor=writer_of(department, "trade_officer"), at=WRITTEN, review=review)
    office, at = department.office, moment(2024, 11, 20)
    later = planning.draft_campaign(
        actor=office,
        at=at,
        body=department.body,
        title="Kiểm điểm năm 2024",
        review_year=2024,
        plan_number="",
        plan_date=date(2024, 11, 20),
        overlay="lai-chau-2023",
    )
    planning.load_tracks(actor=office, at=at, campaign=later)
    enrolling.enrol_subjects(actor=office, at=at, campaign=later, as_of=date(2024, 11, 20))
    freeze(later, actor=office, at=at)
    year, texts = earlier_texts(
        later.subjects.get(person=department.people["trade_officer"]).review
    )
    assert (year, texts["politics"]) == (2023, "Đã thực hiện đúng kế hoạch.")
    assert earlier_texts(later.subjects.get(person=department.people["driver"]).review) == (
        None,
        {},
    )
