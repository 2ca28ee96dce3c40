"""Viết bản kiểm điểm trên trang: tasks, autosave, conflict, handing in, history, drafts, comments."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.apps.campaigns.season import (
    circulate,
    draft,
    full_answers,
    open_season,
    review_of,
    submit,
    write,
)
from tests.cast import moment
from tusoi.campaigns.models import Comment
from tusoi.campaigns.services import writing
from tusoi.core.actor import Actor
from tusoi.org.enums import Role

WRITER = "trade_officer"


@pytest.fixture
def season(department):
    return open_season(department, draft(department))


def _address(name, *args):
    return reverse(f"me:{name}", args=args)


def _form(review, window="a", version=None, **answers):
    return {
        "window": window,
        "version": str(review.revision if version is None else version),
        **answers,
    }


def test_the_first_page_lists_what_is_to_be_done(sign_in, season):
    answer = sign_in(WRITER).get("/")
    assert "Viết và nộp bản kiểm điểm của mình" in answer.text
    assert "29/11/2023" in answer.text


def test_the_form_is_made_from_its_definition(sign_in, department, season):
    review = review_of(department, season, WRITER)
    answer = sign_in(WRITER).get(_address("review", review.pk))
    assert answer.text.count("<textarea") == 7
    assert "Phần dành riêng cho công chức giữ chức vụ" not in answer.text
    assert "Hoàn thành xuất sắc nhiệm vụ" in answer.text


def test_what_is_written_is_saved_while_writing(sign_in, department, season):
    review = review_of(department, season, WRITER)
    answer = sign_in(WRITER).post(
        _address("review_save", review.pk), _form(review, politics="Gương mẫu")
    )
    assert answer.json()["version"] == 1
    assert review_of(department, season, WRITER).content == {"politics": "Gương mẫu"}


def test_a_slower_window_is_told_who_was_faster(sign_in, department, season):
    review, client = review_of(department, season, WRITER), sign_in(WRITER)
    client.post(_address("review_save", review.pk), _form(review, politics="Một"))
    answer = client.post(
        _address("review_save", review.pk), _form(review, window="b", version=0, politics="Hai")
    )
    assert answer.status_code == 409
    assert answer.json()["by"] == "Bùi Ngọc Ánh"
    assert answer.json()["reload_url"] == _address("review", review.pk)


def test_a_number_that_is_none_is_explained(sign_in, department, season):
    review = review_of(department, season, WRITER)
    answer = sign_in(WRITER).post(
        _address("review_save", review.pk), _form(review, tasks_total="mười")
    )
    assert answer.status_code == 422
    assert "số nguyên không âm" in answer.json()["errors"]["form"][0]


def test_handing_in_too_early_keeps_the_text_and_names_what_is_missing(sign_in, department, season):
    review = review_of(department, season, WRITER)
    answer = sign_in(WRITER).post(
        _address("review_submit", review.pk), _form(review, politics="Câu cuối cùng")
    )
    assert answer.status_code == 422
    assert "Chưa nộp được" in answer.text
    assert "Câu cuối cùng" in answer.text
    assert 'href="#field-morals"' in answer.text
    assert review_of(department, season, WRITER).content["politics"] == "Câu cuối cùng"


def test_handing_in(sign_in, department, season):
    review, client = review_of(department, season, WRITER), sign_in(WRITER)
    form = _form(review, self_level="good", **full_answers(review))
    answer = client.post(_address("review_submit", review.pk), form, follow=True)
    assert "Đã nộp bản kiểm điểm." in answer.text
    assert "<textarea" not in answer.text
    assert review_of(department, season, WRITER).state == "submitted"


def test_a_returned_review_shows_the_reason_on_top(sign_in, department, season):
    review = submit(department, season, WRITER)
    head = department.actor("trade_head", Role.UNIT_HEAD)
    writing.return_review(
        actor=head, at=moment(2023, 11, 25), review=review, reason="Bổ sung số liệu quý IV"
    )
    client = sign_in(WRITER)
    assert "Bổ sung số liệu quý IV" in client.get(_address("review", review.pk)).text
    assert "Bổ sung số liệu quý IV" in client.get("/").text


def test_an_earlier_version_is_seen_and_taken_up_again(sign_in, department, season):
    write(department, season, WRITER, politics="Bản cũ")
    review = write(department, season, WRITER, at=moment(2023, 11, 25), politics="Bản mới")
    client = sign_in(WRITER)
    assert client.get(_address("versions", review.pk)).text.count("Phiên bản số") == 2
    assert "Bản cũ" in client.get(_address("version", review.pk, 1)).text
    client.post(_address("version_restore", review.pk, 1))
    review = review_of(department, season, WRITER)
    assert (review.revision, review.content["politics"]) == (3, "Bản cũ")


def test_the_paper_can_be_had_at_any_time(sign_in, department, season):
    answer = sign_in(WRITER).get(
        _address("review_download", review_of(department, season, WRITER).pk)
    )
    assert answer["Content-Disposition"].endswith('.docx"')
    assert answer.content.startswith(b"PK")


@pytest.mark.parametrize("name", ["review", "versions", "comments", "review_download"])
def test_the_review_of_another_is_not_found(sign_in, department, season, name):
    review = review_of(department, season, WRITER)
    assert sign_in("trade_officer_2").get(_address(name, review.pk)).status_code == 404
    assert sign_in("trade_head", Role.UNIT_HEAD).get(_address(name, review.pk)).status_code == 404


def test_the_head_finds_the_own_review_and_the_report_of_the_collective(
    sign_in, department, season
):
    text = sign_in("trade_head", Role.UNIT_HEAD).get(_address("reviews")).text
    assert _address("review", review_of(department, season, "trade_head").pk) in text
    assert _address("review", review_of(department, season, "trade").pk) in text
    assert _address("review", review_of(department, season, "industry").pk) not in text


def test_reading_a_draft_is_noted_and_a_comment_reaches_the_writer(sign_in, department, season):
    review = circulate(department, season, WRITER, "trade_deputy")
    receipt = review.circulation.receipts.get()
    client = sign_in("trade_deputy")
    assert "Đọc và góp ý dự thảo của Bùi Ngọc Ánh" in client.get("/").text
    assert client.get(_address("draft", receipt.pk)).status_code == 200
    receipt.refresh_from_db()
    assert receipt.read_at is not None
    client.post(
        _address("comment", receipt.pk), {"text": "Nêu rõ hạn chế", "section": "nd90-mau-02-i"}
    )
    comment = Comment.objects.get()
    writer = sign_in(WRITER)
    assert "Nêu rõ hạn chế" in writer.get(_address("comments", review.pk)).text
    writer.post(_address("respond", review.pk, comment.pk), {"response": "Xin tiếp thu"})
    comment.refresh_from_db()
    assert comment.response == "Xin tiếp thu"


def test_the_draft_of_others_is_not_found(sign_in, department, season):
    receipt = circulate(department, season, WRITER, "trade_deputy").circulation.receipts.get()
    assert sign_in("industry_officer").get(_address("draft", receipt.pk)).status_code == 404


def test_completing_after_the_meeting(sign_in, department, season):
    review = circulate(department, season, WRITER, "trade_deputy")
    office: Actor = department.office
    writing.discuss_review(actor=office, at=moment(2023, 11, 29), review=review)
    form = _form(review, self_level="good", **full_answers(review) | {"politics": "Đã tiếp thu"})
    answer = sign_in(WRITER).post(_address("review_finalise", review.pk), form, follow=True)
    assert "Bản kiểm điểm đã hoàn thành" in answer.text
    assert review_of(department, season, WRITER).content["politics"] == "Đã tiếp thu"


def test_the_same_queries_for_any_number_of_drafts(
    sign_in, department, season, django_assert_max_num_queries
):
    for key in ("trade_officer", "trade_officer_2", "trade_officer_3", "trade_head"):
        circulate(department, season, key, "trade_deputy")
    client = sign_in("trade_deputy")
    with django_assert_max_num_queries(20):
        client.get(_address("drafts"))
    with django_assert_max_num_queries(30):
        client.get("/")
