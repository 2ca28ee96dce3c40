"""Chấm điểm: the formulas hold for whatever work is recorded, and the account of a score can be checked by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tusoi.rulebook import cite, law_at
from tusoi.rulebook.cases import every_case
from tusoi.rulebook.cases.scoring import _exact
from tusoi.rulebook.citations import Trust
from tusoi.rulebook.competence import competences, competences_for, parse_competences
from tusoi.rulebook.facts import (
    Category,
    CompetenceFacts,
    LeaderItems,
    LeaderMark,
    Leadership,
    PeriodFacts,
    PeriodKind,
    PersonFacts,
    RatedAs,
    RatingLevel,
    ResultFacts,
    TaskOrigin,
    WorkItem,
)
from tusoi.rulebook.findings import blockers
from tusoi.rulebook.lawdata import LawDataFault
from tusoi.rulebook.parameters import LocalValue, parameters
from tusoi.rulebook.rules import classification, eligibility
from tusoi.rulebook.rules.competence import competence_findings
from tusoi.rulebook.rules.scoring import account, score_period, score_year

DAY = date(2026, 12, 1)
LAW = law_at(DAY)
READINGS = ("faulty_product", "over_fulfilment", "no_task_assigned", "undecided_leader_item")


def _law(**readings):
    own = (
        LocalValue(f"scoring.{name}", value, DAY, None, "Quy chế số 5/QC-SCT")
        for name, value in readings.items()
    )
    return law_at(DAY, (), tuple(own))


ALL_READINGS = [
    dict(zip(READINGS, values, strict=True))
    for values in product(*(parameters()[f"scoring.{name}"].choices for name in READINGS))
]

amounts = st.decimals("0.01", 200, places=2)


@st.composite
def work_items(draw):
    """Pieces of work whose facts can all be true."""
    items = []
    for number in range(draw(st.integers(0, 6))):
        failures, delays = draw(st.integers(0, 5)), draw(st.integers(0, 5))
        is_completed = draw(st.booleans())
        items.append(
            WorkItem(
                key=str(number),
                converted=draw(amounts),
                origin=draw(st.sampled_from(TaskOrigin)),
                is_completed=is_completed,
                is_handed_back=not is_completed and draw(st.booleans()),
                failures=failures,
                failures_excused=draw(st.integers(0, failures)),
                delays=delays,
                delays_excused=draw(st.integers(0, delays)),
            )
        )
    return tuple(items)


marks = st.sampled_from([*LeaderMark, None])
periods = st.builds(
    PeriodFacts,
    number=st.integers(1, 12),
    general=st.decimals(0, 30, places=1),
    items=work_items(),
    leadership=st.sampled_from(Leadership),
    leader_items=st.builds(LeaderItems, unit_results=marks, organising=marks, cohesion=marks),
)


def _staff(period):
    return replace(period, leadership=Leadership.NONE)


@given(periods, st.sampled_from(ALL_READINGS))
def test_a_score_lies_between_0_and_100_in_every_reading(period, readings):
    score = score_period(period, _law(**readings))
    assert not blockers(list(score.findings))
    if score.total is not None:
        assert 0 <= score.total <= 100
        assert 0 <= score.task_points <= 70
        assert score.total == Fraction(period.general) + score.task_points


@given(periods)
def test_the_score_is_what_the_formula_of_the_decree_gives(period):
    """A second, straightforward computation of the default readings for staff."""
    score = score_period(_staff(period), LAW)
    assigned = sum(Fraction(i.converted) for i in period.items if i.origin is TaskOrigin.PLANNED)
    if not assigned:
        assert score.total is None
        return
    a = b = c = Fraction(0)
    for item in (i for i in period.items if i.is_completed):
        w = Fraction(item.converted)
        a += w
        b += w * max(Fraction(0), 1 - Fraction(item.failures - item.failures_excused, 4))
        c += w * max(Fraction(0), 1 - Fraction(item.delays - item.delays_excused, 4))
    share = (a + b + c) / assigned / 3
    assert score.result_share == share
    assert score.total == Fraction(period.general) + min(70 * share, Fraction(70))


@given(periods, st.sampled_from(ALL_READINGS), st.randoms(use_true_random=False))
def test_the_order_of_the_products_does_not_matter(period, readings, random):
    shuffled = list(period.items)
    random.shuffle(shuffled)
    law = _law(**readings)
    one, other = (
        score_period(period, law),
        score_period(replace(period, items=tuple(shuffled)), law),
    )
    assert (one.shares, one.total) == (other.shares, other.total)


def _with_first(period, **changes):
    first, *rest = period.items
    return replace(period, items=(replace(first, **changes), *rest))


with_work = periods.filter(lambda period: period.items)


def _never_more(less, more):
    pairs = zip((*less.shares, less.total), (*more.shares, more.total), strict=True)
    return all(low is None or high is None or low <= high for low, high in pairs)


@given(with_work, st.sampled_from(ALL_READINGS))
def test_one_more_product_completed_never_lowers_a_score(period, readings):
    law = _law(**readings)
    undone = score_period(_with_first(period, is_completed=False, is_handed_back=False), law)
    done = score_period(_with_first(period, is_completed=True, is_handed_back=False), law)
    assert _never_more(undone, done)


@given(with_work, st.sampled_from(ALL_READINGS))
def test_handing_back_never_raises_a_score(period, readings):
    law = _law(**readings)
    kept = score_period(_with_first(period, is_handed_back=False), law)
    given_back = score_period(_with_first(period, is_completed=False, is_handed_back=True), law)
    assert _never_more(given_back, kept)
    assert given_back.assigned == kept.assigned


@given(with_work, st.sampled_from(ALL_READINGS), st.integers(1, 5))
def test_a_confirmed_objective_cause_never_lowers_a_score(period, readings, faults):
    law = _law(**readings)
    counted = _with_first(period, delays=faults, delays_excused=0)
    excused = _with_first(period, delays=faults, delays_excused=1)
    assert _never_more(score_period(counted, law), score_period(excused, law))


@given(st.lists(periods, min_size=12, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_the_months_does_not_matter(months, random):
    months = [replace(month, number=number) for number, month in enumerate(months, 1)]
    shuffled = list(months)
    random.shuffle(shuffled)
    assert score_year(months, LAW) == score_year(shuffled, LAW)


@given(st.lists(st.decimals(0, 100, places=2), min_size=12, max_size=12))
def test_the_year_is_the_mean_of_its_months_and_of_its_quarters(totals):
    year = score_year(_received(totals), LAW)
    assert year.total == year.compared == sum(map(Fraction, totals), Fraction(0)) / 12
    assert year.total == sum(quarter.score for quarter in year.quarters) / 4
    assert year.total == sum(half.score for half in year.halves) / 2


def _received(totals):
    return [
        PeriodFacts(number=number, received_total=Decimal(total))
        for number, total in enumerate(totals, 1)
    ]


def test_the_exact_score_decides_at_the_limit():
    """A mean of 12 months just under 90 that two decimals would show as 90 is not excellent."""
    months = _received([90] * 11 + [Decimal("89.99")])
    person = PersonFacts(category=Category.CIVIL_SERVANT, months_in_post=Decimal(12))
    levels = {}
    for reading in ("unrounded", "two_decimals"):
        year = score_year(months, _law(compared_score=reading))
        proposal = classification.propose(
            ResultFacts(score=year.compared), person, RatedAs.CIVIL_SERVANT, LAW
        )
        levels[reading] = proposal.level
    assert levels == {"unrounded": RatingLevel.GOOD, "two_decimals": RatingLevel.EXCELLENT}


def test_half_a_hundredth_is_rounded_up_when_the_body_rounds():
    year = score_year(_received([Decimal("89.995")] * 12), _law(compared_score="two_decimals"))
    assert year.compared == 90
    year = score_year(_received([Decimal("89.9949")] * 12), _law(compared_score="two_decimals"))
    assert year.compared == Fraction("89.99")


def test_every_reading_says_what_it_leaves_open():
    readings = [p for name, p in parameters().items() if name.startswith("scoring.") and p.choices]
    assert len(readings) == 7
    for parameter in readings:
        dated = parameter.at(DAY, RatedAs.CIVIL_SERVANT)
        assert dated.note
        assert dated.trust is Trust.PARTIAL
        assert parameter.override == "free"


def test_the_account_of_staff_can_be_checked_by_hand():
    items = (
        WorkItem(key="a", converted=Decimal(29), is_completed=True),
        WorkItem(key="b", converted=Decimal(5), is_completed=True, failures=1),
        WorkItem(key="c", converted=Decimal(4), is_completed=True, delays=2),
        WorkItem(key="d", converted=Decimal(2)),
    )
    score = score_period(PeriodFacts(number=1, general=Decimal(27), items=items), LAW)
    assert [(line.sign, line.calculation) for line in account(score)] == [
        ("a", "38/40 = 95%"),
        ("b", "36,75/40 = 91,87%"),
        ("c", "36/40 = 90%"),
        ("", "(a + b + c) : 3 = 92,29%"),
        ("", "64,60"),
        ("", "27 + 64,60 = 91,60"),
    ]
    assert all(cite(line.cite).trust is Trust.VERIFIED for line in account(score))
    (explained,) = (found for found in score.findings if found.rule == "scoring.period-score")
    assert explained.message == (
        "Tháng 1 – a: 38/40 = 95%; b: 36,75/40 = 91,87%; c: 36/40 = 90%; "
        "Tỉ lệ kết quả thực hiện nhiệm vụ: (a + b + c) : 3 = 92,29%; "
        "Điểm kết quả thực hiện nhiệm vụ: 64,60; Tổng điểm của kỳ: 27 + 64,60 = 91,60."
    )
    assert explained.data == {"total": "4397/48"}
    assert "335-2025-nd-cp/d16.k1" in explained.cites


def test_the_account_of_a_leader_names_the_six_shares():
    items = (WorkItem(key="a", converted=Decimal(10), is_completed=True),)
    leading = LeaderItems(
        staff_not_completed=1, organising=LeaderMark.FULL, cohesion=LeaderMark.FULL
    )
    period = PeriodFacts(
        number=1,
        general=Decimal(28),
        items=items,
        leadership=Leadership.HEAD,
        leader_items=leading,
    )
    lines = account(score_period(period, LAW))
    assert [line.sign for line in lines[:6]] == ["a", "b", "c", "d", "đ", "e"]
    assert lines[3].calculation == "50%"
    assert lines[6].calculation == "(a + b + c + d + đ + e) : 6 = 91,66%"
    assert lines[6].cite == "335-2025-nd-cp/d16.k2"
    assert lines[-1].value == Fraction(553, 6)


def test_the_account_goes_as_far_as_the_score():
    assert account(score_period(PeriodFacts(number=1, general=Decimal(20)), LAW)) == ()
    without_general = PeriodFacts(
        number=1, items=(WorkItem(key="a", converted=Decimal(1), is_completed=True),)
    )
    assert [line.text for line in account(score_period(without_general, LAW))][-1] == (
        "Điểm kết quả thực hiện nhiệm vụ"
    )
    received = PeriodFacts(number=1, received_total=Decimal("88.5"))
    (line,) = account(score_period(received, LAW))
    assert (line.calculation, line.value) == ("88,50", Fraction("88.5"))
    refused = PeriodFacts(number=1, received_total=Decimal(101))
    assert account(score_period(refused, LAW)) == ()
    no_task = PeriodFacts(number=1, general=Decimal(20))
    lines = account(score_period(no_task, _law(no_task_assigned="no_task_points")))
    assert [line.calculation for line in lines[:3]] == ["0%", "0%", "0%"]


def test_the_account_shows_where_a_ratio_was_cut():
    items = (
        WorkItem(key="a", converted=Decimal(10), is_completed=True),
        WorkItem(
            key="b",
            converted=Decimal(2),
            is_completed=True,
            origin=TaskOrigin.AD_HOC,
            failures=1,
            delays=4,
        ),
    )
    period = PeriodFacts(number=1, general=Decimal(20), items=items)
    score = score_period(period, _law(over_fulfilment="cap_each_ratio"))
    assert [line.calculation for line in account(score)[:3]] == [
        "12/10 = 120%, lấy 100%",
        "11,50/10 = 115%, lấy 100%",
        "10/10 = 100%",
    ]


def test_a_reading_the_body_chose_is_cited_by_its_own_document():
    year = score_year(_received([Decimal("89.996")] * 12), _law(compared_score="two_decimals"))
    finding = year.findings[-1]
    assert finding.rule == "scoring.compared-score"
    assert finding.message == (
        "Điểm năm 89,99 được so với các mốc như 90; làm tròn đến hai chữ số thập phân rồi so."
    )
    assert [cite(each).label for each in finding.cites] == ["Quy chế số 5/QC-SCT"]


def test_what_is_counted_is_named():
    items = (
        WorkItem(
            key="a",
            converted=Decimal("0.5"),
            is_completed=True,
            failures=1,
            failures_excused=1,
            delays=3,
            delays_excused=2,
        ),
        WorkItem(key="b", converted=Decimal(1), is_completed=True, origin=TaskOrigin.TAKEN_OVER),
        WorkItem(key="c", converted=Decimal(1), is_handed_back=True),
    )
    period = PeriodFacts(number=1, general=Decimal(20), items=items)
    found = score_period(period, _law(over_fulfilment="cap_each_ratio")).findings
    named = {finding.rule: finding.data for finding in found if finding.data}
    assert named["scoring.excused"] == {"excused": 3}
    assert named["scoring.faulty-products"] == {"faulty": 1}
    moved = [finding.data for finding in found if finding.rule == "scoring.moved-work"]
    assert moved == [{"handed_back": 1}, {"added": 1}]
    small = replace(period, items=items[:2])
    assert "scoring.over-fulfilment" in {
        finding.rule
        for finding in score_period(small, _law(over_fulfilment="cap_each_ratio")).findings
    }


def test_findings_say_what_and_where_and_how_to_mend_it():
    bad = WorkItem(key="Báo cáo quý", converted=Decimal(3), delays=1, delays_excused=2)
    year = score_year([PeriodFacts(number=3, general=Decimal(20), items=(bad,))], LAW)
    (finding,) = blockers(list(year.findings))
    assert finding.message == (
        "Tháng 3, sản phẩm, công việc “Báo cáo quý”: "
        "số lần chậm được xác nhận khách quan (2) nhiều hơn số lần chậm (1)."
    )
    assert finding.remedy
    assert year.total is None
    assert year.slots == ()


def test_outputs_of_a_product_must_agree_about_the_whole():
    items = tuple(
        WorkItem(key=str(whole), converted=Decimal(1), product="Đề án", product_converted=whole)
        for whole in (Decimal(5), Decimal(6))
    )
    score = score_period(PeriodFacts(number=2, general=Decimal(20), items=items), LAW)
    (finding,) = blockers(list(score.findings))
    assert finding.message.startswith("Tháng 2: các đầu ra của sản phẩm “Đề án”")


def test_nothing_is_scored_before_the_decree():
    law = law_at(date(2025, 12, 31))
    period = PeriodFacts(number=1, general=Decimal(20))
    assert score_period(period, law).total is None
    year = score_year([period], law)
    assert [finding.rule for finding in year.findings] == ["scoring.not-yet"]
    assert year.total is None


def test_months_of_a_quarter_stand_for_it_when_others_are_tracked_by_quarter():
    quarters = [
        PeriodFacts(number=number, kind=PeriodKind.QUARTER, received_total=Decimal(80))
        for number in (2, 3, 4)
    ]
    months = _received([50, 80, 80])
    assert score_year([*quarters, *months], LAW).total == Fraction(70 + 240, 4)
    incomplete = score_year([*quarters, *months[:2]], LAW)
    assert incomplete.total is None
    assert "Quý 1" in next(f.message for f in incomplete.findings if f.severity == "warns")


def test_a_civil_servant_of_2026_is_judged_by_the_decree_whatever_law_is_handed_over():
    """The law of a campaign names no kind of subject; the person does."""
    person = PersonFacts(category=Category.CONTRACT_WORKER, months_in_post=Decimal(5))
    assert not eligibility.is_rated(person, LAW)
    (finding,) = eligibility.standing_findings(person, LAW)
    assert finding.cites == ("335-2025-nd-cp/d11.k1",)
    assert "kiểm điểm" not in finding.message


def test_matrix_of_competence_follows_the_regimes():
    assert {row.who for row in competences_for(RatedAs.AGENCY, DAY)} >= {"commune"}
    assert competences_for(RatedAs.AGENCY, date(2025, 12, 31)) == ()
    assert competences_for(RatedAs.PARTY_ORGANISATION, date(2025, 8, 30))
    cell = next(row for row in competences() if row.who == "dependent_cell")
    assert cell.tracks is None
    assert " hoặc " in cell.classifies.text


def test_somebody_else_may_classify_by_a_written_delegation_only():
    facts = CompetenceFacts(rated_as=RatedAs.AGENCY, who="commune", classified_by="agency_head")
    (finding,) = competence_findings(facts, LAW)
    assert finding.overridable
    assert finding.cites == ("335-2025-nd-cp/d5",)
    assert "ủy quyền bằng văn bản" in finding.remedy


def test_matrix_with_an_unknown_office_is_refused():
    row = {
        "label": "Ai đó",
        "classifies": {"by": ["nobody"], "cite": "335-2025-nd-cp/d5", "trust": "VERIFIED"},
    }
    with pytest.raises(LawDataFault, match="nobody"):
        parse_competences({"offices": {}, "nd335": {"agency": {"x": row}}})


def test_worked_checks_of_the_decree_stand_among_the_cases():
    totals = {case.expect.get("total") for case in every_case() if case.check == "score"}
    assert {"4397/48", "553/6", Decimal("72.5")} <= totals


def test_exact_numbers_of_cases():
    assert _exact(Fraction(1, 8)) == Decimal("0.125")
    assert _exact(Fraction(1, 3)) == "1/3"
