"""Văn bản: the plan and the reviews as official papers, finished or not."""

from __future__ import annotations

import pytest

from tests.apps.campaigns.season import review_of, start, write
from tests.officialdocs.reading import text_of
from tusoi.campaigns.selectors.papers import plan_paper, review_paper
from tusoi.officialdocs.completeness import MissingValues
from tusoi.officialdocs.docx_writer import write_docx
from tusoi.rehearsal.form_examples import example_papers
from tusoi.rulebook.forms import form, forms

pytestmark = pytest.mark.django_db


def _text(paper) -> str:
    return text_of(write_docx(paper))


def test_the_plan_says_who_is_rated_by_whom_and_until_when(plan):
    text = _text(plan_paper(plan))
    assert "Nghị định số 90/2020/NĐ-CP" in text
    assert "Trước ngày 30/11/2023, tức chậm nhất hết ngày 29/11/2023" in text
    assert "Người đứng đầu phòng, ban, đơn vị: lấy ý kiến của Chi bộ" in text
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


def _given(department, season, key, code):
    """The review of this person on another form."""
    review = review_of(department, season, key)
    review.subject.track.form_code = code
    review.subject.track.save(update_fields=["form_code"])
    return review_of(department, season, key)


def test_a_form_of_the_party_has_its_head_and_the_second_level(department, season):
    _given(department, season, "trade_head", "hd25-mau-02b")
    review = write(department, season, "trade_head", party_self_level="excellent")
    assert review.content["party_self_level"] == "excellent"
    text = _text(review_paper(review))
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in text
    assert "ĐẢNG BỘ" in text
    assert "(Cá nhân giữ chức vụ lãnh đạo, quản lý)" in text
    assert "☒\N{NO-BREAK SPACE}Hoàn thành xuất sắc nhiệm vụ" in text
    assert "☒\N{NO-BREAK SPACE}Hoàn thành tốt nhiệm vụ" in text


def test_points_come_with_their_total_and_the_annex_of_results(department, season):
    _given(department, season, "trade_officer", "hd43-mau-02b")
    rows = [["Bình ổn thị trường", "Kế hoạch", "15/3", "Đúng hạn", "Tốt", "30,50", "QĐ số 5"]]
    review = write(
        department,
        season,
        "trade_officer",
        general_score="27.5",
        task_score="61",
        task_results=[*rows, [""] * 7],
    )
    assert review.content["general_score"] == "27,5"
    assert review.content["task_results"] == [[*rows[0][:5], "30,5", "QĐ số 5"]]
    text = _text(review_paper(review))
    assert "Tổng điểm: 88,5/100" in text
    assert "KẾT QUẢ THỰC HIỆN NHIỆM VỤ" in text


def test_a_slip_of_the_year_is_made_of_its_months_only_when_complete(department, season):
    review = _given(department, season, "trade_officer", "nd335-mau-02")
    with pytest.raises(MissingValues) as refused:
        review_paper(review)
    assert "mức tự xếp loại" in refused.value.names
    months = [["27", "60", ""]] * 11 + [["", "", "Nghỉ ốm"]]
    review = write(department, season, "trade_officer", months=months)
    assert "87" in _text(review_paper(review))


@pytest.mark.parametrize("code", list(forms()))
def test_every_form_of_every_guidance_is_printed(code):
    paper = dict(example_papers())[code]
    text = _text(paper)
    assert form(code).title.upper() in text.replace("\n", " ") or form(code).title in text
    assert form(code).number in text
    assert "chưa kiểm chứng" not in text.lower()


def test_a_collective_report_carries_its_criteria(department, season):
    text = _text(review_paper(write(department, season, "trade")))
    assert "Mẫu 1a" in text
    assert "Công tác xây dựng, chỉnh đốn Đảng" in text
