"""Đơn vị của tôi: reading, returning and sending out the reviews of one's own unit."""

from __future__ import annotations

import pytest
from django.urls import reverse
from tests.apps.campaigns.season import draft, open_season, review_of, submit, write

from tusoi.org.enums import Role

WRITER = "trade_officer"


@pytest.fixture
def season(department):
    return open_season(department, draft(department))


@pytest.fixture
def head(sign_in):
    return sign_in("trade_head", Role.UNIT_HEAD)


def test_before_the_season_is_opened_there_is_nothing_to_see(department, head):
    draft(department)
    assert "Đợt đánh giá chưa mở" in head.get(reverse("unit:home")).text


def test_the_head_sees_every_state_but_reads_only_what_was_handed_in(department, season, head):
    written, handed_in = (
        write(department, season, "trade_officer_2"),
        submit(department, season, WRITER),
    )
    text = head.get(reverse("unit:home")).text
    assert "Đặng Quốc Ân" in text
    assert "trước ngày 30/11/2023, tức chậm nhất hết ngày 29/11/2023" in text
    assert reverse("unit:review", args=[handed_in.pk]) in text
    assert reverse("unit:review", args=[written.pk]) not in text
    assert head.get(reverse("unit:review", args=[handed_in.pk])).status_code == 200
    assert head.get(reverse("unit:review", args=[written.pk])).status_code == 404


def test_the_deputy_sees_the_collective_only(sign_in, season):
    text = sign_in("trade_deputy", Role.UNIT_DEPUTY).get(reverse("unit:home")).text
    assert "Tập thể lãnh đạo" in text
    assert "Đặng Quốc Ân" not in text


def test_returning_with_a_reason(department, season, head):
    review = submit(department, season, WRITER)
    head.post(reverse("unit:send_back", args=[review.pk]), {"reason": "Nêu rõ kết quả"})
    review = review_of(department, season, WRITER)
    assert (review.state, review.return_reason) == ("returned", "Nêu rõ kết quả")


def test_returning_without_a_reason_is_refused(department, season, head):
    review = submit(department, season, WRITER)
    answer = head.post(reverse("unit:send_back", args=[review.pk]), {"reason": ""})
    assert answer.status_code == 422
    assert "Chưa nêu lý do trả lại" in answer.text


def test_the_reviews_of_other_units_are_not_found(department, season, head):
    review = submit(department, season, "industry_officer")
    assert head.get(reverse("unit:review", args=[review.pk])).status_code == 404
    assert (
        head.post(reverse("unit:send_back", args=[review.pk]), {"reason": "Sửa"}).status_code == 404
    )


def test_drafts_go_to_the_whole_unit_unless_chosen_otherwise(department, season, head):
    submit(department, season, WRITER)
    write(department, season, "trade_officer_2")
    page = head.get(reverse("unit:circulate"))
    form = page.context["form"]
    assert {person.full_name for person in form.initial["recipients"]} >= {
        "Đỗ Mạnh Cường",
        "Giàng Thị Mỷ",
    }
    assert "Đặng Quốc Ân" in page.text
    chosen = {name: [row.pk for row in rows] for name, rows in form.initial.items()}
    head.post(reverse("unit:circulate"), chosen)
    review = review_of(department, season, WRITER)
    assert review.state == "circulated"
    assert review.circulation.receipts.count() == 5


def test_sending_to_nobody_is_explained(department, season, head):
    review = submit(department, season, WRITER)
    answer = head.post(reverse("unit:circulate"), {"reviews": [review.pk]})
    assert "Chọn ít nhất một người nhận." in answer.text


def test_few_queries(department, season, head, django_assert_max_num_queries):
    for key in ("trade_officer", "trade_officer_2", "trade_head", "trade"):
        submit(department, season, key)
    with django_assert_max_num_queries(20):
        head.get(reverse("unit:home"))
