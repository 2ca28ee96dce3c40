"""Giải thích: plain Vietnamese with rule, numbers and citation, ready to be stored."""

import json
import re
import unicodedata
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from tusoi.rulebook import law_at, wording
from tusoi.rulebook.cases import every_case
from tusoi.rulebook.cases.classification import subject
from tusoi.rulebook.explain import explain
from tusoi.rulebook.facts import (
    AbsenceKind,
    Category,
    Degree,
    PersonFacts,
    RatedAs,
    RatingLevel,
    ResultFacts,
)
from tusoi.rulebook.rules import scales
from tusoi.rulebook.rules.caution import value_text
from tusoi.rulebook.rules.classification import propose
from tusoi.rulebook.rules.conditions import ASIDE
from tusoi.rulebook.standards import Comparison

LAW = law_at(date(2023, 11, 24), ("lai-chau-2023",))
PERSON = PersonFacts(category=Category.CIVIL_SERVANT, months_in_post=Decimal(12))
RESULTS = ResultFacts(
    criteria={"politics": Degree.GOOD},
    tasks_total=4,
    tasks_on_time=4,
    tasks_exceeded=1,
    tasks_deficient=0,
)


def explained(results=RESULTS, person=PERSON, decided=None):
    proposal = propose(results, person, RatedAs.CIVIL_SERVANT, LAW)
    return explain(proposal, (), decided)


def test_it_says_what_carried_the_level_and_what_barred_a_better_one():
    explanation = explained()
    assert explanation.headline == "Số liệu đáp ứng mức “Hoàn thành tốt nhiệm vụ”."
    by_result = {line.text: line for line in explanation.lines}
    barred = by_result["Ít nhất 50% nhiệm vụ hoàn thành vượt mức"]
    assert barred.result == "Không đạt"
    assert barred.numbers == "kết quả: 1/4 nhiệm vụ (25%)"
    assert barred.basis == ("điểm b khoản 1 Điều 8 Nghị định 90/2020/NĐ-CP",)
    carried = by_result["100% nhiệm vụ hoàn thành đúng tiến độ, bảo đảm chất lượng"]
    assert carried.result == "Đạt"
    assert carried.basis == (
        "điểm b khoản 1 Điều 9 Nghị định 90/2020/NĐ-CP (mới đối chiếu một phần)",
    )


@pytest.mark.parametrize(
    ("decided", "headline"),
    [
        (
            RatingLevel.GOOD,
            "Mức “Hoàn thành tốt nhiệm vụ”: số liệu đáp ứng các điều kiện của mức này.",
        ),
        (
            RatingLevel.COMPLETED,
            "Mức “Hoàn thành nhiệm vụ” do cấp có thẩm quyền quyết định, có nêu lý do.",
        ),
    ],
)
def test_headline_tells_proof_from_decision(decided, headline):
    assert explained(decided=decided).headline == headline


@pytest.mark.parametrize(
    ("person", "headline"),
    [
        (
            {"absence_months": {AbsenceKind.SICK: Decimal(3)}, "months_in_post": Decimal(9)},
            "nhưng mức cao nhất được xếp là “Hoàn thành nhiệm vụ”.",
        ),
        ({"months_in_post": Decimal(4)}, "chỉ kiểm điểm."),
    ],
)
def test_ceiling_of_the_person_stands_in_the_headline(person, headline):
    facts = PersonFacts(category=Category.CIVIL_SERVANT, **person)
    results = replace(RESULTS, tasks_exceeded=4)
    assert explained(results, facts).headline.endswith(headline)


def test_nothing_proven_is_said_plainly():
    explanation = explained(ResultFacts())
    assert explanation.headline.startswith("Số liệu chưa chứng minh được mức nào")
    assert any(line.result == "Chưa có số liệu" for line in explanation.lines)


def test_lowest_level_names_its_ground_only():
    person = PersonFacts(
        category=Category.CIVIL_SERVANT, months_in_post=Decimal(12), disciplined=True
    )
    lines = explained(person=person).lines
    assert "Có hành vi vi phạm bị xử lý kỷ luật trong năm đánh giá" in [line.text for line in lines]
    assert not any("suy thoái" in line.text for line in lines)


def test_proposal_and_explanation_can_be_stored():
    proposal = propose(RESULTS, PERSON, RatedAs.CIVIL_SERVANT, LAW)
    for stored in (proposal.as_dict(), explain(proposal, proposal.findings).as_dict()):
        assert json.loads(json.dumps(stored, ensure_ascii=False)) == stored


OF_LATER = law_at(date(2026, 12, 1))


def missing(results, person=PERSON, law=LAW):
    proposal = propose(results, person, RatedAs.CIVIL_SERVANT, law)
    explanation = explain(proposal)
    return explanation.missing_heading, [
        (line.text, line.result, line.numbers) for line in explanation.missing
    ]


@pytest.mark.parametrize(
    ("results", "heading", "expected"),
    [
        (
            {"tasks_total": 100, "tasks_on_time": 100, "tasks_exceeded": 45},
            "Còn thiếu để đạt mức “Hoàn thành xuất sắc nhiệm vụ”",
            [
                (
                    "Ít nhất 50% nhiệm vụ hoàn thành vượt mức",
                    "Không đạt",
                    "kết quả: 45/100 nhiệm vụ (45%); cần ít nhất 50",
                )
            ],
        ),
        (
            {"tasks_total": 10, "tasks_on_time": 7, "tasks_exceeded": 0, "tasks_deficient": 3},
            "Chưa chứng minh được mức nào; để đạt mức “Hoàn thành nhiệm vụ” còn thiếu",
            [
                (
                    "Không quá 20% tiêu chí kết quả chưa bảo đảm chất lượng, tiến độ hoặc hiệu quả thấp",
                    "Không đạt",
                    "kết quả: 3/10 nhiệm vụ (30%); không được quá 2",
                )
            ],
        ),
        (
            {"criteria": {"politics": Degree.AVERAGE}, "tasks_exceeded": 4},
            "Còn thiếu để đạt mức “Hoàn thành xuất sắc nhiệm vụ”",
            [
                (
                    "Các tiêu chí chung được thực hiện tốt (không tiêu chí nào dưới “Tốt”)",
                    "Không đạt",
                    "cấp độ thấp nhất: Trung bình; cần “Tốt” trở lên",
                )
            ],
        ),
        (
            {"tasks_exceeded": None},
            "Còn thiếu để đạt mức “Hoàn thành xuất sắc nhiệm vụ”",
            [
                (
                    "Ít nhất 50% nhiệm vụ hoàn thành vượt mức",
                    "Chưa có số liệu",
                    "cần bổ sung số liệu",
                )
            ],
        ),
        ({"tasks_exceeded": 4}, "", []),
    ],
    ids=["thiếu nhiệm vụ vượt mức", "khoảng trống", "cấp độ", "thiếu số liệu", "mức cao nhất"],
)
def test_what_is_missing_for_the_next_level_is_said_with_its_numbers(results, heading, expected):
    assert missing(replace(RESULTS, **results)) == (heading, expected)


@pytest.mark.parametrize(
    "person",
    [
        {"months_in_post": Decimal(4)},
        {"months_in_post": Decimal(9), "absence_months": {AbsenceKind.SICK: Decimal(3)}},
    ],
    ids=["không xếp loại", "mức cao nhất được xếp"],
)
def test_nothing_is_missing_where_no_number_could_raise_the_level(person):
    facts = PersonFacts(category=Category.CIVIL_SERVANT, **person)
    assert missing(replace(RESULTS, tasks_exceeded=4), facts) == ("", [])


def test_a_ground_of_the_lowest_level_has_to_fall_away():
    person = replace(PERSON, disciplined=True)
    _, lines = missing(RESULTS, person)
    assert lines == [
        (
            "Không thuộc trường hợp: Có hành vi vi phạm bị xử lý kỷ luật trong năm đánh giá",
            "Không đạt",
            "kết luận: Có",
        )
    ]


def test_without_a_table_nothing_is_held_against_anybody():
    proposal = propose(ResultFacts(), None, RatedAs.AGENCY, law_at(date(2019, 12, 1)))
    assert explain(proposal).missing == ()


def test_a_level_whose_conditions_nobody_has_checked_says_so():
    proposal = propose(RESULTS, PERSON, RatedAs.CIVIL_SERVANT, LAW)
    examined, standards = proposal.examination, proposal.examination.plan.standards
    verdicts = [
        ASIDE if standard.level is RatingLevel.EXCELLENT else verdict
        for standard, verdict in zip(standards, examined.verdicts, strict=True)
    ]
    (line,) = explain(replace(proposal, examination=examined._replace(verdicts=verdicts))).missing
    assert line.text.startswith("Chưa có điều kiện nào của mức này được đối chiếu")


@pytest.mark.parametrize(
    ("score", "heading", "numbers"),
    [
        (
            "88.40",
            "Còn thiếu để đạt mức “Hoàn thành xuất sắc nhiệm vụ”",
            "tổng điểm: 88,40; cần từ 90",
        ),
        (
            "89.999",
            "Còn thiếu để đạt mức “Hoàn thành xuất sắc nhiệm vụ”",
            "tổng điểm: 89,99; cần từ 90",
        ),
        ("69.99", "Còn thiếu để đạt mức “Hoàn thành tốt nhiệm vụ”", "tổng điểm: 69,99; cần từ 70"),
    ],
)
def test_bands_of_the_score_are_named(score, heading, numbers):
    found, lines = missing(ResultFacts(score=Decimal(score)), law=OF_LATER)
    assert found == heading
    assert [line[2] for line in lines if line[2].startswith("tổng điểm")] == [numbers]


def test_explanations_of_every_case_read_as_vietnamese():
    """No code, no missing value of the program in anything that people read."""
    words = re.compile(r"\b(None|True|False|null|[a-z]+_[a-z_]+)\b")
    for case in every_case():
        if case.check == "proposal":
            for text in _texts(explain(propose(*subject(case.given), case.law)).as_dict()):
                assert not words.search(text), (case.name, text)
                assert unicodedata.is_normalized("NFC", text)


def _texts(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize(
    ("comparison", "expected"),
    [
        (Comparison.AT_LEAST, "cần ít nhất 4"),
        (Comparison.ABOVE, "cần ít nhất 5"),
        (Comparison.AT_MOST, "không được quá 4"),
        (Comparison.BELOW, "không được quá 3"),
    ],
)
def test_the_last_number_that_would_do(comparison, expected):
    assert scales.share("nhiệm vụ").wanted((1, 8), comparison, Fraction(1, 2)) == expected


@pytest.mark.parametrize(
    ("comparison", "expected"),
    [
        (Comparison.AT_LEAST, "cần “Tốt” trở lên"),
        (Comparison.ABOVE, "cần “Xuất sắc” trở lên"),
        (Comparison.AT_MOST, "cần “Tốt” trở xuống"),
        (Comparison.BELOW, "cần “Trung bình” trở xuống"),
    ],
)
def test_degrees_are_named_from_the_right_side(comparison, expected):
    assert scales.degree("cấp độ").wanted((0, 1), comparison, Fraction(2)) == expected


@pytest.mark.parametrize(
    ("comparison", "expected"),
    [
        (Comparison.AT_LEAST, "cần từ 90"),
        (Comparison.ABOVE, "cần trên 90"),
        (Comparison.AT_MOST, "cần không quá 90"),
        (Comparison.BELOW, "cần dưới 90"),
    ],
)
def test_points_are_named_with_their_end(comparison, expected):
    assert scales.points().wanted((88, 1), comparison, Fraction(90)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (wording.number(1234), "1.234"),
        (wording.number(Decimal("1234.50")), "1.234,5"),
        (wording.number(Decimal(6)), "6"),
        (wording.percent(Decimal("0.2")), "20%"),
        (wording.percent(Decimal("0.0005")), "0,05%"),
        (wording.percent(Decimal("0.19999")), "19,99%"),
        (wording.points(Decimal("88.4")), "88,40"),
        (wording.points(Fraction(275, 3)), "91,66"),
        (wording.points(90), "90"),
        (wording.day(date(2023, 11, 4)), "04/11/2023"),
        (value_text(LAW.get("quota.max_share_excellent")), "20%"),
        (value_text(LAW.get("voting.meeting_quorum")), "2/3"),
        (value_text(LAW.get("meeting.min_days")), "1,5 ngày"),
        (value_text(LAW.get("quota.base")), "good"),
    ],
)
def test_numbers_are_written_the_vietnamese_way(written, expected):
    assert written == expected
