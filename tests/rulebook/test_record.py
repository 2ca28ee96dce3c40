"""Bản ghi xếp loại: what was judged can be judged again, byte for byte."""

import json
import random
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from tusoi.rulebook import law_at, record
from tusoi.rulebook.cases import every_case
from tusoi.rulebook.cases.classification import subject
from tusoi.rulebook.facts import (
    AbsenceKind,
    Category,
    Degree,
    HeadFacts,
    Leadership,
    PersonFacts,
    RatedAs,
    RatingLevel,
    ResultFacts,
)
from tusoi.rulebook.parameters import LocalValue
from tusoi.rulebook.record import (
    Record,
    UnreadableRecord,
    answer,
    canonical,
    read_record,
    record_under,
    replay,
)

DAY = date(2023, 11, 24)
OWN = LocalValue("quota.max_share_excellent", Decimal("0.15"), date(2023, 11, 1), None, "15/QĐ-SCT")
LATER = LocalValue(
    "quota.max_share_excellent", Fraction(1, 9), date(2023, 12, 1), date(2023, 12, 31), "16/QĐ"
)
SUBJECT = Record(
    results=ResultFacts(
        criteria={"politics": Degree.GOOD, "lifestyle": Degree.EXCELLENT},
        result_criteria=frozenset({"lifestyle", "ethics"}),
        tasks_total=100,
        tasks_on_time=100,
        unit_targets_total=100,
        unit_targets_done=100,
        unit_targets_on_time=100,
        unit_targets_exceeded=45,
        score=Fraction(275, 3),
        member_levels={RatingLevel.GOOD: 3, RatingLevel.COMPLETED: 1},
        official_level=RatingLevel.GOOD,
    ),
    person=PersonFacts(
        category=Category.CIVIL_SERVANT,
        months_in_post=Decimal("11.50"),
        leadership=Leadership.HEAD,
        absence_months={AbsenceKind.SICK: Decimal("0.5")},
        months_since_admission=Decimal(7),
    ),
    rated_as=RatedAs.CIVIL_SERVANT,
    day=DAY,
    overlays=("lai-chau-2023",),
    local=(OWN, LATER),
    head=HeadFacts(
        category=Category.CIVIL_SERVANT,
        head_level=RatingLevel.GOOD,
        collective_level=RatingLevel.COMPLETED,
    ),
    decided=RatingLevel.GOOD,
)


def records_of_cases():
    for case in every_case():
        if case.check == "proposal":
            results, person, as_what = subject(case.given)
            yield record_under(case.law, results=results, person=person, rated_as=as_what)


def test_every_case_is_judged_again_with_the_same_bytes():
    made = list(records_of_cases())
    assert len(made) > 30
    for each in made:
        assert replay(each.to_json(), answer(each)).matches
        assert read_record(each.to_json()) == each


def test_an_answer_is_canonical_json():
    for each in (SUBJECT, *records_of_cases()):
        text = answer(each)
        assert canonical(json.loads(text)) == text


def test_a_record_reads_back_as_it_was_written():
    again = read_record(SUBJECT.to_json())
    assert again == replace(SUBJECT, local=again.local)
    assert set(again.local) == {OWN, LATER}
    assert again.to_json() == SUBJECT.to_json()
    assert again.law.get("quota.max_share_excellent").cite == "noi-bo/15/QĐ-SCT"


def test_the_order_in_which_facts_were_gathered_does_not_matter():
    shuffled = random.Random(3)  # noqa: S311 - a shuffle that is the same each time

    def mixed(mapping):
        return dict(shuffled.sample(list(mapping.items()), len(mapping)))

    for _ in range(20):
        results = replace(
            SUBJECT.results,
            criteria=mixed(SUBJECT.results.criteria),
            member_levels=mixed(SUBJECT.results.member_levels),
        )
        again = replace(SUBJECT, results=results, local=(LATER, OWN))
        assert again.to_json() == SUBJECT.to_json()
        assert answer(again) == answer(SUBJECT)


def test_numbers_that_are_equal_are_written_alike():
    person = replace(SUBJECT.person, months_in_post=Decimal("11.5"))
    assert replace(SUBJECT, person=person).to_json() == SUBJECT.to_json()


def test_the_level_decided_is_held_against_the_collective():
    (finding,) = json.loads(answer(SUBJECT))["findings"]
    assert finding["rule"] == "classification.head-within-collective"
    assert json.loads(answer(replace(SUBJECT, head=None, decided=None)))["findings"] == []


def test_a_changed_fact_is_noticed_and_named():
    results = replace(SUBJECT.results, unit_targets_exceeded=50)
    found = replay(replace(SUBJECT, results=results).to_json(), answer(SUBJECT))
    assert not found.matches
    assert any(
        "khi quyết định Không đạt; 45/100 chỉ tiêu (45%); tính lại Đạt; 50/100 chỉ tiêu (50%)"
        in each
        for each in found.differences
    )


def test_a_changed_level_and_a_changed_finding_are_named():
    results = replace(SUBJECT.results, tasks_on_time=99)
    differences = replay(replace(SUBJECT, results=results).to_json(), answer(SUBJECT)).differences
    assert any(each.startswith("Mức đề xuất theo quy định") for each in differences)
    assert any(each.startswith("Phát hiện") for each in differences)


def test_a_changed_answer_is_noticed():
    kept = answer(SUBJECT).replace("Đạt", "Không rõ")
    assert replay(SUBJECT.to_json(), kept).differences == (
        "Câu trả lời đã lưu không còn giống từng ký tự với câu trả lời tính lại.",
    )


def test_another_version_of_the_rulebook_is_named(monkeypatch):
    kept = answer(SUBJECT)
    monkeypatch.setattr(record, "__version__", "9.9")
    assert replay(SUBJECT.to_json(), kept).matches
    (first, *_) = replay(SUBJECT.to_json(), kept.replace("Đạt", "Không rõ")).differences
    assert first.endswith("tính lại theo phiên bản 9.9.")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"day":"2023-11-24"', '"day":"hôm nay"'),
        ('"rated_as":"civil_servant"', '"rated_as":"khác"'),
        ('"person":', '"ai":'),
        ('"tasks_total":', '"không_có":'),
        ('"value":"0.15"', '"value":"nhiều"'),
        ('"months_in_post":"11.5"', '"months_in_post":"nhiều"'),
        ("{", ""),
    ],
)
def test_a_torn_record_is_refused_and_said_in_words(old, new):
    torn = SUBJECT.to_json().replace(old, new, 1)
    with pytest.raises(UnreadableRecord):
        read_record(torn)
    (said,) = replay(torn, answer(SUBJECT)).differences
    assert said.startswith("Không tính lại được từ bản ghi đã lưu")


def test_what_a_later_version_adds_takes_its_default():
    raw = json.loads(SUBJECT.to_json())
    del raw["results"]["example_breached"]
    assert read_record(json.dumps(raw)) == read_record(SUBJECT.to_json())


def test_every_fact_can_be_read_back():
    for facts in (PersonFacts, ResultFacts, HeadFacts):
        assert {field.type for field in fields(facts)} <= set(record._READERS)


def test_the_law_of_a_record_is_that_of_its_day():
    law = law_at(DAY, ("lai-chau-2023",), (OWN,))
    made = record_under(law, results=ResultFacts(), person=None, rated_as=RatedAs.COLLECTIVE)
    assert made.law is law
