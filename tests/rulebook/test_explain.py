"""Giải thích: plain Vietnamese with rule, numbers and citation, ready to be stored."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tusoi.rulebook import law_at, wording
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
from tusoi.rulebook.rules.caution import value_text
from tusoi.rulebook.rules.classification import propose

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


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (wording.number(1234), "1.234"),
        (wording.number(Decimal("1234.50")), "1.234,5"),
        (wording.number(Decimal(6)), "6"),
        (wording.percent(Decimal("0.2")), "20%"),
        (wording.percent(Decimal("0.0005")), "0,05%"),
        (wording.percent(Decimal("0.19999")), "19,99%"),
        (wording.day(date(2023, 11, 4)), "04/11/2023"),
        (value_text(LAW.get("quota.max_share_excellent")), "20%"),
        (value_text(LAW.get("voting.meeting_quorum")), "2/3"),
        (value_text(LAW.get("meeting.min_days")), "1,5 ngày"),
        (value_text(LAW.get("quota.base")), "good"),
    ],
)
def test_numbers_are_written_the_vietnamese_way(written, expected):
    assert written == expected
