"""Self-rating slips and ballots: points fit, means agree, ballots bear no identity."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from math import ceil

import pytest
from pypdf import PdfReader

from tests.officialdocs.reading import text_of
from tusoi.officialdocs import (
    Inconsistent,
    MissingValues,
    sample_decisions,
    sample_slips,
    write_docx,
)
from tusoi.officialdocs.papers import (
    CriterionGroup,
    ballot_sheet_paper,
    opinion_slip_paper,
    pledge_paper,
    self_rating_slip_paper,
    year_slip_paper,
)
from tusoi.officialdocs.papers.pledge import COMMITMENTS
from tusoi.officialdocs.pdf_writer import write_pdf


def slip_with(**changes):
    context = sample_slips.self_rating_slip()
    first, *rest = context.groups
    one, *others = first.criteria
    group = CriterionGroup(title=first.title, criteria=(replace(one, **changes), *others))
    return replace(context, groups=(group, *rest))


@pytest.mark.parametrize(
    ("context", "reason"),
    [
        (slip_with(own=Decimal("5.5")), "phải từ 0 đến 5"),
        (slip_with(own=Decimal(-1)), "phải từ 0 đến 5"),
        (slip_with(given=Decimal(6)), "phải từ 0 đến 5"),
        (slip_with(most=Decimal(6)), "không bằng 30"),
        (replace(sample_slips.self_rating_slip(), task_score=Decimal(71)), "phải từ 0 đến 70"),
        (replace(sample_slips.self_rating_slip(), self_level="Tốt"), "không có trong mẫu phiếu"),
    ],
)
def test_points_that_do_not_fit_are_refused(context, reason):
    with pytest.raises(Inconsistent, match=reason):
        self_rating_slip_paper(context)


def test_points_are_summed_from_the_criteria():
    text = text_of(write_docx(self_rating_slip_paper(sample_slips.self_rating_slip())))
    assert "1. Điểm tiêu chí chung: 26,5/30" in text
    assert "3. Tổng điểm: 87,75/100" in text


def test_a_point_not_given_is_named():
    with pytest.raises(MissingValues, match="tiêu chí thứ 1: điểm tự chấm"):
        self_rating_slip_paper(slip_with(own=None))


def test_the_points_of_the_authority_are_summed_once_all_are_given():
    context = sample_slips.self_rating_slip()
    groups = tuple(
        CriterionGroup(
            title=group.title,
            criteria=tuple(replace(one, given=Decimal(2)) for one in group.criteria),
        )
        for group in context.groups
    )
    text = text_of(write_docx(self_rating_slip_paper(replace(context, groups=groups))))
    assert "Tổng cộng\n30\n26,5\n20" in text


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"year_score": Decimal("82.6")}, "không bằng trung bình cộng"),
        ({"self_level": "Tốt"}, "không có trong mẫu phiếu"),
    ],
)
def test_a_year_that_does_not_agree_is_refused(changes, reason):
    with pytest.raises(Inconsistent, match=reason):
        year_slip_paper(replace(sample_slips.year_slip(), **changes))


def test_a_period_without_points_says_why():
    context = sample_slips.year_slip()
    *months, last = context.periods
    with pytest.raises(Inconsistent, match="Tháng 12 chưa có điểm và chưa ghi lý do"):
        year_slip_paper(replace(context, periods=(*months, replace(last, note=""))))
    with pytest.raises(Inconsistent, match="Chưa có kỳ nào"):
        year_slip_paper(replace(context, periods=(last,)))


SLIPS = pytest.mark.parametrize(
    ("make", "build"),
    [
        (sample_slips.ballot_sheet, ballot_sheet_paper),
        (sample_slips.collective_ballot_sheet, ballot_sheet_paper),
        (sample_slips.excellence_ballot_sheet, ballot_sheet_paper),
        (sample_slips.opinion_slip, opinion_slip_paper),
    ],
)


@SLIPS
def test_a_slip_bears_no_number_date_or_signature(make, build):
    paper = build(make())
    assert paper.symbol == paper.place == ""
    assert paper.number is paper.dated is None
    assert paper.signatures == paper.recipients == paper.annexes == ()
    assert paper.has_stamp_room
    assert paper.slips is not None
    assert paper.slips.copies == make().copies


@SLIPS
def test_slips_share_pages_as_told(make, build):
    paper = build(make())
    pages = PdfReader(BytesIO(write_pdf(paper))).pages
    assert len(pages) == ceil(paper.slips.copies / paper.slips.rows)


def test_many_subjects_take_the_whole_page():
    few = sample_slips.ballot_sheet()
    many = replace(few, subjects=few.subjects * 4)
    assert ballot_sheet_paper(few).slips.rows == 2
    assert ballot_sheet_paper(many).slips.rows == 1


def test_one_level_is_agreed_to_or_not():
    text = text_of(write_docx(ballot_sheet_paper(sample_slips.excellence_ballot_sheet())))
    assert "Đồng ý\nKhông đồng ý" in text
    assert "Tự xếp loại" not in text


def test_no_slip_at_all_is_refused():
    with pytest.raises(Inconsistent, match="từ 01 trở lên"):
        ballot_sheet_paper(replace(sample_slips.ballot_sheet(), copies=0))


def test_a_ballot_about_nobody_is_refused():
    with pytest.raises(MissingValues, match="đối tượng trên phiếu"):
        ballot_sheet_paper(replace(sample_slips.ballot_sheet(), subjects=()))


def test_a_pledge_is_filled_or_left_to_be_filled_by_hand():
    context = sample_decisions.pledge()
    with pytest.raises(MissingValues) as refused:
        pledge_paper(replace(context, commitments=context.commitments[:5]))
    assert refused.value.names == [f"nội dung cam kết: {COMMITMENTS[5]}"]
    assert pledge_paper(sample_decisions.pledge_to_fill_in())
