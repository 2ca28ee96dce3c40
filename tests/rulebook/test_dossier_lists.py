"""Danh mục hồ sơ: as many papers as the plans and the law name, for whom they name them; false data is refused."""

from __future__ import annotations

from datetime import date

import pytest

from tusoi.rulebook import dossier_lists as lists
from tusoi.rulebook import law_at
from tusoi.rulebook.citations import UnknownCitation, cite
from tusoi.rulebook.dossier_lists import (
    DossierOwner,
    PartSource,
    PartWhen,
    dossier_lists,
    list_of_subject,
    overlays_with,
    parse_lists,
)
from tusoi.rulebook.facts import RatedAs, SubjectKind, UnknownCode
from tusoi.rulebook.lawdata import LawDataFault
from tusoi.rulebook.parameters import UnknownParameter

ONE = """
- for: {owner}
  kinds: [{kinds}]
  cite: {cite}
  trust: {trust}
  parts:
    - {{title: {title}, source: {source}}}
"""


def one(
    owner="individual",
    kinds="",
    cite="quy-uoc/ho-so",
    trust="VERIFIED",
    title="Biên bản",
    source="minutes",
) -> str:
    return ONE.format(owner=owner, kinds=kinds, cite=cite, trust=trust, title=title, source=source)


def test_the_office_of_the_people_s_committee_names_4_14_5_and_3_papers():
    counts = {each.owner: len(each.parts) for each in dossier_lists()["van-phong-ubnd-2023"]}
    assert counts == {
        DossierOwner.COLLECTIVE: 4,
        DossierOwner.INDIVIDUAL: 14,
        DossierOwner.UNIT: 5,
        DossierOwner.AWARD: 3,
    }


def test_the_town_committee_names_8_and_10_papers():
    assert [len(each.parts) for each in dossier_lists()["cho-chu-2024"]] == [8, 10]


def test_every_list_rests_on_a_provision_and_every_source_is_used():
    every = [each for group in dossier_lists().values() for each in group]
    for each in every:
        assert cite(each.cite).statement
    assert {part.source for each in every for part in each.parts} == set(PartSource)
    assert {part.when for each in every for part in each.parts} == set(PartWhen)


@pytest.mark.parametrize("kind", SubjectKind)
@pytest.mark.parametrize("overlay", ["", "van-phong-ubnd-2023", "cho-chu-2024"])
@pytest.mark.parametrize("day", [date(2019, 12, 1), date(2023, 12, 13), date(2026, 12, 1)])
def test_every_subject_has_a_list_on_every_day(kind, overlay, day):
    law = law_at(day, [overlay] if overlay else [])
    rated_as = RatedAs.COLLECTIVE if kind.is_collective else RatedAs.CIVIL_SERVANT
    found = list_of_subject(kind, rated_as, law)
    assert found.is_for(kind)
    assert found.owner.is_subject


def test_plans_are_found_by_what_their_units_hand_in():
    assert overlays_with(DossierOwner.UNIT, PartSource.UNIT_SUMMARIES) == ("van-phong-ubnd-2023",)
    assert overlays_with(DossierOwner.INDIVIDUAL, PartSource.PERIOD_SLIPS) == ()


def test_a_list_not_yet_checked_is_not_used():
    (unchecked,) = parse_lists(one(trust="UNVERIFIED"))
    assert unchecked.is_for(SubjectKind.CIVIL_SERVANT)
    assert not unchecked.is_in_use(date(2023, 12, 1))


def test_what_is_noted_and_what_comes_later_are_told_apart():
    assert PartSource.ASSETS.is_kept_outside
    assert not PartSource.MINUTES.is_kept_outside
    assert PartSource.DECISION.is_made_later
    assert not PartSource.REVIEW.is_made_later


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (one(kinds="unit_collective"), "have no such dossier"),
        (one(owner="collective", kinds="civil_servant"), "have no such dossier"),
        (one(owner="unit", kinds="civil_servant"), "have no such dossier"),
        (one() + one(title="Khác"), "two lists"),
        (one() + "    - {title: Biên bản, source: review}\n", "stands twice"),
        (one() + "    - {title: Tờ khác, source: minutes}\n", "stands twice"),
        (one().split("  parts")[0] + "  parts: []\n", "holds no paper"),
    ],
)
def test_lists_that_contradict_themselves_are_refused(text, message):
    with pytest.raises(LawDataFault, match=message):
        parse_lists(text)


@pytest.mark.parametrize("text", [one(owner="nobody"), one(source="hearsay"), one(kinds="nobody")])
def test_unknown_codes_are_refused(text):
    with pytest.raises(UnknownCode):
        parse_lists(text)


def test_an_unknown_citation_is_refused():
    with pytest.raises(UnknownCitation):
        parse_lists(one(cite="quy-uoc/khong-co"))


def test_a_file_for_nobody_is_refused(monkeypatch):
    monkeypatch.setattr(lists, "names_in", lambda folder, suffix: ("noi-la.yaml",))
    with pytest.raises(UnknownParameter):
        lists.dossier_lists.__wrapped__()


def test_a_fault_names_its_file(monkeypatch):
    monkeypatch.setattr(lists, "names_in", lambda folder, suffix: ("nd90.yaml",))
    monkeypatch.setattr(lists, "read_text", lambda path: one() + one())
    with pytest.raises(LawDataFault, match=r"nd90\.yaml: individual"):
        lists.dossier_lists.__wrapped__()
