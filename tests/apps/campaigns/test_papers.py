"""Văn bản: the plan and the reviews as official papers, finished or not."""

from __future__ import annotations

import pytest

from tests.apps.campaigns.season import review_of, start, write
from tests.officialdocs.reading import text_of
from tusoi.campaigns.selectors.papers import plan_paper, review_paper
from tusoi.officialdocs.completeness import MissingValues
from tusoi.officialdocs.docx_writer import write_docx

pytestmark = pytest.mark.django_db


def _text(paper) -> str:
    return text_of(write_docx(paper))


def test_the_plan_says_who_is_rated_by_whom_and_until_when(plan):
    text = _text(plan_paper(plan))
    assert "Nghị định số 90/2020/NĐ-CP" in text
    assert "Trước ngày 30/11/2023, tức chậm nhất hết ngày 29/11/2023" in text
    assert "Trưởng phòng: lấy ý kiến của Chi bộ" in text
    assert "trước ít nhất 03 ngày làm việc" in text


def test_an_unfinished_plan_names_what_is_missing(department):
    with pytest.raises(MissingValues) as refused:
        plan_paper(start(department))
    assert "căn cứ ban hành" in refused.value.names


def test_a_personal_review_is_printed_as_written(department, season):
    text = _text(
        review_paper(write(department, season, "trade_officer", politics="Luôn gương mẫu."))
    )
    assert "Luôn gương mẫu." in text
    assert "Bùi Ngọc Ánh" in text
    assert "Tổng số nhiệm vụ được giao trong năm: 10." in text


@pytest.mark.parametrize("key", ["trade_officer", "trade_head", "centre_employee", "trade", "body"])
def test_every_review_can_be_printed_before_anything_is_written(department, season, key):
    assert "(Chưa viết.)" in _text(review_paper(review_of(department, season, key)))


def test_a_collective_report_carries_its_criteria(department, season):
    text = _text(review_paper(write(department, season, "trade")))
    assert "Mẫu 1a" in text
    assert "Công tác xây dựng, chỉnh đốn Đảng" in text
