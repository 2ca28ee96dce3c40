"""Nơi kiểm điểm và trình tự của một mùa: order of writing does not matter, large seasons stay cheap."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tusoi.rulebook import law_at
from tusoi.rulebook.facts import (
    Leadership,
    PlaceFacts,
    PlaceKind,
    RatedAs,
    SeasonAct,
    SeasonStepFacts,
    Side,
)
from tusoi.rulebook.rules.places import ReviewPlace, places
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
