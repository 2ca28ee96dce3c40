"""Trả lời bản đọc: where the example agrees with the text, where it corrects it, what it leaves open."""

from __future__ import annotations

from datetime import date

import pytest

from tusoi.campaigns.models import PlanReading
from tusoi.campaigns.selectors.plan_readings import settled_fields
from tusoi.planreader import read_plan
from tusoi.planreader.as_json import as_json
from tusoi.rehearsal import answering, example

OFFICE = "van-phong-ubnd-2023"
REPORT = "thanh-hoa-2022"


def reading_of(name: str) -> PlanReading:
    draft = read_plan(example.load(name).plan_text.decode(), on=date(2023, 12, 8))
    return PlanReading(text=draft.text, draft=as_json(draft))


def milestone(step: str, day: date, *, is_inclusive: bool) -> example.Row:
    return {"step": step, "due_on": day, "is_inclusive": is_inclusive}


@pytest.fixture(scope="module")
def office() -> PlanReading:
    return reading_of(OFFICE)


def test_what_the_text_says_is_accepted_the_rest_corrected(office: PlanReading) -> None:
    plan = {"review_year": 2023, "plan_number": "187/KH-VP", "plan_date": date(2023, 12, 8)}
    answers = dict(answering.identity_answers(settled_fields(office), plan))
    assert answers == {
        "review_year": {"answer": "accepted"},
        "number": {"answer": "corrected", "value": "187/KH-VP"},
        "date": {"answer": "corrected", "value": "2023-12-08"},
    }


def test_a_deadline_is_the_milestone_of_its_step_and_day(office: PlanReading) -> None:
    rows = settled_fields(office)
    wanted = [
        milestone("unit_reviews", date(2023, 12, 13), is_inclusive=True),
        milestone("award_dossiers", date(2023, 12, 15), is_inclusive=True),
    ]
    answers = dict(answering.deadline_answers(rows, wanted, 2023))
    steps = {row.step for row in rows if answers.get(row.key, {}).get("step")}
    assert steps == {"unit_reviews", "award_dossiers"}
    assert all(answer["answer"] == "accepted" for answer in answers.values())


def test_before_a_day_is_another_milestone_than_on_that_day(office: PlanReading) -> None:
    wanted = [milestone("unit_reviews", date(2023, 12, 13), is_inclusive=False)]
    guessed = [row.key for row in settled_fields(office) if row.step == "unit_reviews"]
    answers = dict(answering.deadline_answers(settled_fields(office), wanted, 2023))
    assert [answers[key]["step"] for key in guessed] == [""]


def test_a_day_without_a_step_takes_the_milestone_of_that_day(office: PlanReading) -> None:
    wanted = [milestone("leaders_review", date(2023, 12, 15), is_inclusive=True)]
    answers = dict(answering.deadline_answers(settled_fields(office), wanted, 2023))
    taken = [key for key, answer in answers.items() if answer["step"]]
    (row,) = (row for row in settled_fields(office) if row.key in taken)
    assert "Sở Nội vụ" in row.field.label


def test_a_yearly_day_falls_in_the_year_under_review() -> None:
    wanted = [milestone("unit_reviews", date(2022, 12, 10), is_inclusive=True)]
    rows = settled_fields(reading_of(REPORT))
    steps = [answer["step"] for _, answer in answering.deadline_answers(rows, wanted, 2022)]
    assert steps.count("unit_reviews") == 1


def test_a_basis_of_a_later_day_stays_open() -> None:
    report = reading_of(REPORT)
    answers = list(answering.basis_answers(report, date(2022, 11, 21)))
    assert answers == [("legal_bases-0", {"answer": "open"})]
    assert list(answering.basis_answers(report, date(2023, 1, 30))) == []


def test_bases_the_text_does_not_name_are_added(office: PlanReading) -> None:
    texts = ["Căn cứ Nghị định số 90/2020/NĐ-CP", "Căn cứ Quy chế số 12/QĐ-VP của Văn phòng"]
    assert answering.unnamed_bases(settled_fields(office), texts) == texts[1:]
