"""A paper with a missing value or contradicting numbers is refused, with Vietnamese names."""

from dataclasses import replace

import pytest

from tusoi.officialdocs import Inconsistent, MissingValues
from tusoi.officialdocs import sample_season as samples
from tusoi.officialdocs.papers import (
    Answer,
    FormSection,
    decision_paper,
    notice_paper,
    self_review_paper,
    tally_minutes_paper,
)


def test_all_missing_values_are_named_at_once():
    context = samples.notice(subject=" ", level="", signer=replace(samples.HEAD, name=""))
    with pytest.raises(MissingValues) as refused:
        notice_paper(context)
    assert refused.value.names == [
        "người ký: họ và tên",
        "người hoặc tập thể nhận thông báo",
        "mức xếp loại",
    ]


def test_an_empty_list_makes_no_decision():
    with pytest.raises(MissingValues, match="danh sách đối tượng được xếp loại"):
        decision_paper(samples.decision(people=0))


def test_a_line_of_a_list_is_named_by_its_place():
    context = samples.decision(people=2)
    rows = (context.rows[0], replace(context.rows[1], level=""))
    with pytest.raises(MissingValues) as refused:
        decision_paper(replace(context, rows=rows))
    assert refused.value.names == ["danh sách đối tượng được xếp loại thứ 2: mức xếp loại"]


def test_required_answers_and_degrees_must_be_given():
    answers = (
        Answer(label="Đạo đức", degrees=samples.DEGREES),
        Answer(label="Khác", required=False),
    )
    sections = (FormSection(title="Tự đánh giá", answers=answers),)
    with pytest.raises(MissingValues) as refused:
        self_review_paper(replace(samples.self_review(), sections=sections))
    assert refused.value.names == [
        "Tự đánh giá: Đạo đức",
        "Tự đánh giá: Đạo đức (cấp độ thực hiện)",
    ]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"present": 13}, "Số người có mặt lớn hơn"),
        ({"issued": 12}, "Số phiếu phát ra lớn hơn"),
        ({"returned": 12, "invalid": 2}, "Số phiếu thu về lớn hơn"),
        ({"invalid": 0}, "không bằng số phiếu thu về"),
        ({"valid": 9, "invalid": 2}, "Tổng số phiếu của Đèo Văn Hùng"),
        ({"levels": samples.LEVELS[:3]}, "không bằng số mức xếp loại"),
    ],
)
def test_a_tally_that_does_not_close_is_refused(changes, reason):
    with pytest.raises(Inconsistent, match=reason):
        tally_minutes_paper(replace(samples.tally_minutes(), **changes))
