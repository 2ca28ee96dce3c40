"""Nơi kiểm điểm và trình tự của một mùa: order of writing does not matter, large seasons stay cheap."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tusoi.rulebook import law_at
from tusoi.rulebook.calendar import work_calendar
from tusoi.rulebook.facts import (
    AgendaFacts,
    AgendaKind,
    CirculationFacts,
    CollectivePlaceFacts,
    Leadership,
    PlaceFacts,
    PlaceKind,
    RatedAs,
    SeasonAct,
    SeasonStepFacts,
    Side,
)
from tusoi.rulebook.parameters import LocalValue
from tusoi.rulebook.rules.places import (
    ReviewPlace,
    collective_place_findings,
    place_findings,
    places,
)
from tusoi.rulebook.rules.procedure import (
    circulated_days,
    circulation_findings,
    earliest_meeting,
    order_findings,
)
from tusoi.rulebook.rules.season_order import order_findings_of_season

DAY = date(2026, 12, 31)
FIRST = date(2026, 12, 1)
STEPS = st.lists(
    st.builds(
        SeasonStepFacts,
        label=st.sampled_from(["Việc 1", "Việc 2", "Việc 3"]),
        act=st.sampled_from(SeasonAct),
        unit=st.sampled_from(["so", "phong"]),
        above=st.sampled_from(["", "so"]),
        day=st.none() | st.dates(FIRST, FIRST + timedelta(days=4)),
        rated_as=st.none() | st.sampled_from(RatedAs),
        subject=st.sampled_from(["", "an", "binh"]),
        leadership=st.sampled_from(Leadership),
        side=st.sampled_from(Side),
        place=st.none() | st.sampled_from(PlaceKind),
    ),
    max_size=8,
)


@given(STEPS)
def test_steps_on_one_day_without_order_are_never_out_of_order(steps):
    same_day = [_on(step, FIRST) for step in steps]
    assert not order_findings_of_season(same_day, law_at(DAY))


def _on(step, day):
    names = ("label", "act", "unit", "above", "rated_as", "subject", "leadership", "side", "place")
    return SeasonStepFacts(day=day, **{name: getattr(step, name) for name in names})


@given(STEPS)
def test_undated_steps_say_nothing(steps):
    assert not order_findings_of_season([_on(step, None) for step in steps], law_at(DAY))


@given(STEPS, st.randoms(use_true_random=False))
def test_the_order_of_writing_does_not_matter(steps, random):
    mixed = list(steps)
    random.shuffle(mixed)
    law = law_at(DAY)
    assert _early(order_findings_of_season(steps, law)) == _early(
        order_findings_of_season(mixed, law)
    )


def _early(findings):
    """Which rules speak how often; equal latest steps may be named in another's place."""
    return sorted(each.rule for each in findings)


def test_ten_thousand_people_in_the_right_order_say_nothing():
    steps = [
        SeasonStepFacts(
            label="Xếp loại",
            act=SeasonAct.RATING,
            unit="so" if rated_as is RatedAs.CIVIL_SERVANT else "chi-bo",
            rated_as=rated_as,
            subject=str(number),
            side=Side.STATE if rated_as is RatedAs.CIVIL_SERVANT else Side.PARTY,
            day=FIRST + timedelta(days=days),
        )
        for number in range(10_000)
        for rated_as, days in ((RatedAs.CIVIL_SERVANT, 1), (RatedAs.PARTY_MEMBER, 2))
    ]
    assert not order_findings_of_season(steps, law_at(DAY))
    wrong = [*steps, _on(steps[0], FIRST + timedelta(days=9))]
    assert [each.rule for each in order_findings_of_season(wrong, law_at(DAY))] == [
        "order.official-first"
    ]


@given(st.booleans(), st.sampled_from(Leadership), st.booleans())
def test_a_leading_party_member_has_the_two_places(is_party_member, leadership, all_on_committee):
    facts = PlaceFacts(
        is_party_member=is_party_member,
        leadership=leadership,
        all_sit_on_committee=all_on_committee,
    )
    found = places(facts, law_at(DAY))
    assert (ReviewPlace(PlaceKind.CELL) in found) is is_party_member
    assert len(found) == 1 + is_party_member


def test_special_cases_at_the_cell_cite_their_own_words():
    def cited(**facts):
        member = PlaceFacts(is_party_member=True, **facts)
        return place_findings(member, law_at(DAY))[0].cites

    assert cited(leads_cell=True, cell_has_committee=False) == ("43-hd-btctw/1.1",)
    assert cited(is_suspended_from_committee=True) == ("43-hd-btctw/7.7",)
    assert cited(leads_cell=True) == cited(cell_has_committee=False) == ("366-qd-tw/d7.noi",)


def test_a_collective_that_is_no_cell_needs_no_committee():
    found = collective_place_findings(
        CollectivePlaceFacts(members=5, has_committee=False), law_at(DAY)
    )
    assert found[0].data["place"] == PlaceKind.COLLECTIVE.value


def test_the_earliest_meeting_is_the_first_day_without_a_finding():
    law, calendar, sent_on = law_at(DAY), work_calendar(), date(2026, 12, 1)
    earliest = earliest_meeting(sent_on, law, calendar)
    before = earliest - timedelta(days=1)
    early, late = (CirculationFacts(sent_on=sent_on, meeting_on=day) for day in (before, earliest))
    assert circulation_findings(early, law)[0].data["earliest"] == earliest.isoformat()
    assert not circulation_findings(late, law)


def test_full_working_days_are_counted_where_the_body_wants_them():
    own = LocalValue("circulation.count_meeting_day", False, DAY, None, "Quy chế số 04/QC")
    law, sent_on = law_at(DAY, (), (own,)), date(2026, 12, 1)
    earliest = earliest_meeting(sent_on, law, work_calendar())
    facts = CirculationFacts(sent_on=sent_on, meeting_on=earliest)
    assert circulated_days(facts, law, work_calendar()) == 3
    assert not circulation_findings(facts, law)


def test_the_fault_of_an_agenda_names_the_item():
    items = [
        AgendaFacts(subject_key="pho", kind=AgendaKind.DEPUTY),
        AgendaFacts(subject_key="truong", kind=AgendaKind.HEAD),
    ]
    (found,) = order_findings(items, law_at(DAY))
    assert found.data["position"] == 2
    assert found.message.startswith("Nội dung thứ 2")
    assert found.message.index("thứ 2") < found.message.index("thứ 1")
