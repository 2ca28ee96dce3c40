"""Biểu mẫu có điểm và bảng trên trang: what is asked, saved while writing and read again."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.apps.campaigns.season import draft, open_season, review_of
from tusoi.org.enums import Role

WRITER = "trade_officer"


@pytest.fixture
def season(department):
    return open_season(department, draft(department))


def _given(department, season, code):
    review = review_of(department, season, WRITER)
    season.tracks.filter(pk=review.subject.track_id).update(form_code=code)
    return review_of(department, season, WRITER)


def _save(sign_in, review, **answers):
    facts = {"window": "a", "version": str(review.revision), **answers}
    return sign_in(WRITER).post(reverse("me:review_save", args=[review.pk]), facts)


def _page(sign_in, review):
    return sign_in(WRITER).get(reverse("me:review", args=[review.pk])).text


def test_months_are_written_in_a_table(sign_in, department, season):
    review = _given(department, season, "nd335-mau-02")
    assert 'aria-label="Tháng 12: Ghi chú"' in _page(sign_in, review)
    cells = {f"months-{month}-{at}": "" for month in range(12) for at in range(3)}
    answer = _save(sign_in, review, **cells | {"months-0-0": "27,5", "months-11-2": "Nghỉ ốm"})
    assert answer.status_code == 200
    review.refresh_from_db()
    assert review.content["months"][0] == ["27,5", "", ""]
    text = _page(sign_in, review)
    assert 'value="27,5"' in text
    assert "Tháng 2 chưa có đủ điểm và chưa ghi lý do." in text


def test_free_rows_are_kept_and_empty_ones_offered(sign_in, department, season):
    review = _given(department, season, "hd43-mau-02b")
    row = {f"task_results-0-{at}": text for at, text in enumerate(["Kế hoạch", *[""] * 6])}
    assert _save(sign_in, review, general_score="28", **row).status_code == 200
    review.refresh_from_db()
    assert review.content == {"general_score": "28", "task_results": [["Kế hoạch", *[""] * 6]]}
    text = _page(sign_in, review)
    assert 'name="task_results-3-0"' in text
    assert 'name="task_results-4-0"' not in text
    assert "Tối đa 30 điểm." in text


def test_both_levels_are_asked_apart(sign_in, department, season):
    review = _given(department, season, "hd25-mau-02a")
    text = _page(sign_in, review)
    assert 'name="party_self_level"' in text
    assert 'name="self_level"' in text


def test_the_office_chooses_a_form_of_the_day(sign_in, department):
    campaign = draft(department)
    address = reverse("hr:campaign_track_form", args=[campaign.pk, "division_head"])
    page = sign_in("coordinator", Role.COORDINATOR).get(address).text
    assert "Mẫu 02B, Hướng dẫn 25-HD/BTCTW" in page
    assert "43-HD/BTCTW" not in page
    sign_in("coordinator", Role.COORDINATOR).post(address, {"form_code": "hd25-mau-02b"})
    assert campaign.tracks.get(kind="division_head").form_code == "hd25-mau-02b"
