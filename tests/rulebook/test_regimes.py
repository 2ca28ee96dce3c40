"""Chế độ: which regulation governs whom and when; what is known at second hand is never applied."""

from datetime import date, timedelta

import pytest

from tusoi.rulebook import law_at
from tusoi.rulebook.citations import Trust, cite
from tusoi.rulebook.explain import basis_text
from tusoi.rulebook.facts import Category, HeadFacts, RatedAs, RatingLevel
from tusoi.rulebook.lawdata import LawDataFault
from tusoi.rulebook.parameters import LocalValue, parameters
from tusoi.rulebook.regimes import _reigns, regime_for, regimes, regimes_for
from tusoi.rulebook.rules.classification import ceiling_findings
from tusoi.rulebook.rules.measures import MEASURES
from tusoi.rulebook.rules.regimes import choose
from tusoi.rulebook.standards import table_for, tables

YEAR_2026 = (date(2026, 1, 1), date(2026, 12, 31))
SECOND_HAND = [each for each in regimes().values() if not each.is_in_use]
DAYS = [date(2026, 1, 1) + timedelta(days=each) for each in range(0, 730, 13)]


def test_second_hand_regimes_are_present_with_text_and_standards():
    assert {each.id for each in SECOND_HAND} == {"nd233", "hd02"}
    for regime in SECOND_HAND:
        assert regime.citation.trust is Trust.UNVERIFIED
        table = next(each for each in tables() if each.regime == regime.id)
        assert table.standards
        assert {each.trust for each in table.standards} == {Trust.UNVERIFIED}
        assert {each.measure for each in table.standards} <= MEASURES.keys()


@pytest.mark.parametrize("regime", SECOND_HAND, ids=lambda regime: regime.id)
def test_second_hand_standards_are_never_applied(regime):
    for rated_as in regime.reigns:
        for day in DAYS:
            applied = table_for(rated_as, day)
            assert applied is None or applied.regime != regime.id
            chosen = regime_for(rated_as, day)
            assert chosen is None or chosen.id != regime.id


def test_public_employees_have_no_table_from_july_2026():
    assert table_for(RatedAs.PUBLIC_EMPLOYEE, date(2026, 6, 30)) is not None
    assert table_for(RatedAs.PUBLIC_EMPLOYEE, date(2026, 7, 1)) is None
    assert [each.id for each in regimes_for(RatedAs.PUBLIC_EMPLOYEE, date(2026, 7, 1))] == ["nd233"]


def test_no_second_hand_number_is_found():
    documents = tuple(each.source for each in SECOND_HAND)
    resting = [
        (name, rated_as, dated)
        for name, parameter in parameters().items()
        for rated_as, timeline in parameter.timelines()
        for _, dated in timeline
        if dated is not None and dated.cite.startswith(documents)
    ]
    assert resting
    for name, rated_as, dated in resting:
        assert not dated.in_use
        law = law_at(dated.since)
        assert (law.of(rated_as) if rated_as else law).find(name) is None


@pytest.mark.parametrize("rated_as", RatedAs)
def test_the_last_reign_of_every_kind_is_open(rated_as):
    reigns = [each.reigns[rated_as] for each in regimes().values() if rated_as in each.reigns]
    assert reigns
    assert max(reigns, key=lambda reign: reign.since).until is None


def test_an_ended_reign_names_the_provision_that_ended_it():
    for regime in regimes().values():
        for reign in regime.reigns.values():
            assert bool(reign.ended_by) == (reign.until is not None)
            assert cite(reign.cite).label
            assert not reign.ended_by or cite(reign.ended_by).label


def test_faulty_reigns_are_refused():
    entry = {"since": date(2026, 1, 1), "cite": "366-qd-tw", "trust": "PARTIAL"}
    with pytest.raises(LawDataFault, match="ends before"):
        _reigns({"cadre": entry | {"until": date(2025, 1, 1), "ended_by": "366-qd-tw"}})
    with pytest.raises(LawDataFault, match="name what ended it"):
        _reigns({"cadre": entry | {"until": date(2026, 2, 1)}})
    with pytest.raises(LawDataFault, match="name what ended it"):
        _reigns({"cadre": entry | {"ended_by": "366-qd-tw"}})


def test_a_reign_of_one_day_is_a_reign():
    day = date(2026, 1, 1)
    entry = {
        "since": day,
        "until": day,
        "ended_by": "366-qd-tw/d19",
        "cite": "366-qd-tw",
        "trust": "PARTIAL",
    }
    (reign,) = _reigns({"cadre": entry}).values()
    assert reign.covers(day)
    assert not reign.covers(day + timedelta(days=1))


def test_guidance_is_that_of_the_day():
    old, new = regimes()["qd132"], regimes()["qd366"]
    assert [each.id for each in old.guidance_on(date(2018, 3, 8))] == []
    assert [each.id for each in old.guidance_on(date(2019, 10, 17))] == ["16-hd-btctw"]
    assert [each.id for each in old.guidance_on(date(2019, 10, 18))] == ["21-hd-btctw"]
    assert [each.id for each in new.guidance_on(date(2025, 10, 8))] == ["198-kl-tw"]
    assert [each.id for each in new.guidance_on(date(2025, 10, 31))] == ["43-hd-btctw", "198-kl-tw"]


def test_choice_names_regime_guidance_and_forms():
    choice = choose(RatedAs.PARTY_MEMBER, law_at(date(2026, 12, 10)), YEAR_2026)
    assert choice.regime is regimes()["qd366"]
    (applied,) = choice.findings
    assert applied.data["guidance"] == ["Hướng dẫn 43-HD/BTCTW", "Kết luận 198-KL/TW"]
    assert applied.data["forms"] == ["Mẫu 2A", "Mẫu 2B", "Mẫu 2C", "Mẫu 03", "Mẫu 04"]
    assert applied.data["since"] == "2025-08-30"
    assert applied.data["until"] is None
    assert applied.message.startswith(
        "Áp dụng Quy định 366-QĐ/TW và Hướng dẫn 43-HD/BTCTW đối với đảng viên (từ ngày 30/08/2025)."
    )


def test_choice_before_any_guidance_says_nothing_of_it():
    (applied,) = choose(
        RatedAs.COLLECTIVE, law_at(date(2018, 4, 1)), (date(2018, 3, 8), date(2018, 4, 1))
    ).findings
    assert applied.data["guidance"] == []
    assert "hướng dẫn, sửa đổi" not in applied.message


def test_an_agency_has_no_forms():
    (applied,) = choose(RatedAs.AGENCY, law_at(date(2026, 12, 10)), YEAR_2026).findings
    assert applied.data["forms"] == []
    assert "Biểu mẫu" not in applied.message
    assert "Trừ bộ, cơ quan ngang bộ" in applied.message


def test_split_year_of_public_employees_names_both_regimes_and_days():
    choice = choose(RatedAs.PUBLIC_EMPLOYEE, law_at(date(2026, 12, 10)), YEAR_2026)
    assert choice.regime is None
    second_hand, split = choice.findings
    assert "không được áp dụng" in second_hand.message
    assert "đến hết ngày 30/06/2026" in split.message
    assert "từ ngày 01/07/2026" in split.message
    assert split.cites == ("90-2020-nd-cp/d1", "233-2026-nd-cp/chuyen-tiep")
    assert split.data["old"]["until"] == "2026-06-30"
    assert split.data["new"]["since"] == "2026-07-01"


def test_gap_before_the_first_regime_is_dated():
    (gap, _) = choose(
        RatedAs.CIVIL_SERVANT, law_at(date(2020, 12, 10)), (date(2020, 1, 1), date(2020, 12, 31))
    ).findings
    assert (gap.data["since"], gap.data["until"]) == ("2020-01-01", "2020-08-19")
    assert "Từ ngày 01/01/2020 đến hết ngày 19/08/2020" in gap.message


def test_nearest_regime_is_named_where_none_is_known():
    (none,) = choose(
        RatedAs.AGENCY, law_at(date(2025, 12, 31)), (date(2025, 1, 1), date(2025, 12, 31))
    ).findings
    assert none.data == {"regime": "nd335", "since": "2026-01-01", "until": None}


def test_a_body_leaves_heads_unbound_only_where_law_is_silent():
    own = LocalValue(
        "classification.head_ceiling", False, date(2025, 1, 1), None, "Quy chế số 05-QC/CQ"
    )
    head = HeadFacts(
        category=Category.CIVIL_SERVANT,
        head_level=RatingLevel.EXCELLENT,
        collective_level=RatingLevel.GOOD,
    )
    assert ceiling_findings(head, law_at(date(2025, 12, 31), (), (own,))) == []
    (finding,) = ceiling_findings(head, law_at(date(2026, 1, 1), (), (own,)))
    assert finding.is_blocker
    assert finding.cites == ("335-2025-nd-cp/d20.k6",)


def test_a_reading_less_trusted_than_its_article_is_shown_as_such():
    cited = "366-qd-tw/d11.k3"
    assert basis_text(cited) == "khoản 3 Điều 11 Quy định 366-QĐ/TW"
    assert basis_text(cited, Trust.PARTIAL).endswith("(mới đối chiếu một phần)")
    assert basis_text("366-qd-tw/d9", Trust.PARTIAL).endswith("(chưa kiểm chứng)")
