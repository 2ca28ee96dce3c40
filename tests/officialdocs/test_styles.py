"""The profile is chosen by the issuing body and the day of issue."""

from datetime import date

import pytest

from tusoi.officialdocs import Acting, NoStyle, style_for, styles


@pytest.mark.parametrize(
    ("is_party", "day", "name"),
    [
        (False, date(2023, 11, 24), "nd30"),
        (True, date(2023, 11, 24), "dang_hd36"),
        (True, date(2026, 5, 26), "dang_hd36"),
        (True, date(2026, 5, 27), "dang_hd05"),
    ],
)
def test_style_follows_body_and_day(is_party, day, name):
    assert style_for(issuer_is_party=is_party, issue_date=day).name == name


def test_days_before_the_first_profile_are_refused():
    with pytest.raises(NoStyle, match="01/01/2001"):
        style_for(issuer_is_party=False, issue_date=date(2001, 1, 1))


def test_state_and_party_differ_in_symbol_and_marks():
    state, party = styles()["nd30"], styles()["dang_hd36"]
    assert state.symbol("KH", "SCT") == "KH-SCT"
    assert party.symbol("KH", "ĐU") == "KH/ĐU"
    assert state.mark(Acting.DEPUTY, "Giám đốc") == "KT. GIÁM ĐỐC"
    assert party.mark(Acting.COLLECTIVE, "Đảng ủy") == "T/M ĐẢNG ỦY"


def test_every_profile_names_its_source_and_trust():
    assert all(
        style.source and style.trust in {"full_text", "secondary"} for style in styles().values()
    )
