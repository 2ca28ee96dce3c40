"""Biểu mẫu: which form for whom in which year, who fills in what, and what is still missing."""

from datetime import date
from decimal import Decimal

import pytest

from tusoi.rulebook.citations import Trust
from tusoi.rulebook.facts import Degree, Leadership, RatedAs
from tusoi.rulebook.form_choice import (
    choices_on,
    criteria_forms_on,
    form_for,
    forms_for,
    forms_on,
)
from tusoi.rulebook.forms import (
    CriterionGroup,
    FieldKind,
    FormUse,
    UnknownForm,
    _definition,
    form,
    forms,
    points_in,
    read_results,
    total_points,
)
from tusoi.rulebook.lawdata import LawDataFault
from tusoi.rulebook.regimes import regimes

CODES = (
    "hd07tu-mau-02c",
    "hd21-mau-01",
    "hd21-mau-02",
    "hd21-mau-03",
    "hd21-mau-04",
    "hd21-mau-05",
    "hd25-mau-01",
    "hd25-mau-02a",
    "hd25-mau-02b",
    "hd25-mau-1a",
    "hd43-mau-01",
    "hd43-mau-02a",
    "hd43-mau-02b",
    "hd43-mau-02c",
    "hd43-mau-05",
    "kbdg2021-mau-05",
    "nd335-mau-01",
    "nd335-mau-02",
    "nd90-mau-01",
    "nd90-mau-02",
    "nd90-mau-03",
)


def filled(definition):
    answers = {
        FieldKind.TEXT: "Đã làm.",
        FieldKind.NUMBER: 0,
        FieldKind.DEGREE: "good",
        FieldKind.LEVEL: "good",
        FieldKind.SCORE: "2,5",
    }
    return {
        field.code: answers.get(field.kind) or [["20", "60", ""]] for field in definition.fields
    } | {field.code: 0 for field in definition.fields if field.kind is FieldKind.NUMBER}


def codes(*arguments, **options):
    return [each.code for each in forms_for(*arguments, **options)]


def test_every_form():
    assert tuple(forms()) == CODES
    with pytest.raises(UnknownForm):
        form("nd90-mau-99")


@pytest.mark.parametrize("code", CODES)
def test_form_is_sound(code):
    definition = form(code)
    assert definition.title
    assert definition.missing(filled(definition), Leadership.HEAD) == []
    for field in definition.fields:
        assert (field.kind is FieldKind.DEGREE) is (field.criterion is not None)
        assert (field.kind is FieldKind.SCORE) is (field.most is not None)
        assert (field.kind is FieldKind.TABLE) is bool(field.columns)
    if definition.use.is_for_people:
        assert definition.caption
        assert definition.header
        assert any(field.is_self_level for field in definition.fields) is (code != "nd335-mau-01")


def test_letters_of_the_personal_form_are_reversed():
    """HD 25 (2023): 02A without, 02B with a leading post; HD 43 (2025) the other way round."""
    assert form_for("25-hd-btctw", "Mẫu 02A").subtitle == (
        "Cá nhân không giữ chức vụ lãnh đạo, quản lý"
    )
    assert form_for("25-hd-btctw", "Mẫu 02B").subtitle == "Cá nhân giữ chức vụ lãnh đạo, quản lý"
    assert form_for("43-hd-btctw", "Mẫu 02A").subtitle == "Cá nhân giữ chức vụ lãnh đạo, quản lý"
    assert form_for("43-hd-btctw", "Mẫu 02B").subtitle == (
        "Cá nhân không giữ chức vụ lãnh đạo, quản lý"
    )
    member, in_2023, in_2025 = RatedAs.PARTY_MEMBER, date(2023, 12, 1), date(2025, 12, 1)
    assert codes(member, in_2023, is_leader=False) == ["hd25-mau-02a"]
    assert codes(member, in_2023, is_leader=True) == ["hd25-mau-02b"]
    assert codes(member, in_2025, is_leader=True) == ["hd43-mau-02a"]
    assert codes(member, in_2025, is_leader=False) == ["hd43-mau-02b"]


@pytest.mark.parametrize(
    ("rated_as", "day", "expected"),
    [
        (RatedAs.PARTY_MEMBER, date(2018, 12, 1), []),
        (RatedAs.PARTY_MEMBER, date(2021, 11, 2), ["hd21-mau-02", "hd21-mau-05"]),
        (RatedAs.COLLECTIVE, date(2021, 11, 2), ["hd21-mau-01", "hd21-mau-04"]),
        (RatedAs.COLLECTIVE, date(2025, 10, 30), ["hd25-mau-01"]),
        (RatedAs.COLLECTIVE, date(2025, 10, 31), ["hd43-mau-01"]),
        (RatedAs.CADRE, date(2024, 12, 1), ["nd90-mau-01"]),
        (RatedAs.CIVIL_SERVANT, date(2025, 12, 31), ["nd90-mau-02"]),
        (RatedAs.CIVIL_SERVANT, date(2026, 1, 1), ["nd335-mau-01", "nd335-mau-02"]),
        (RatedAs.PUBLIC_EMPLOYEE, date(2026, 6, 30), ["nd90-mau-03"]),
        (RatedAs.PUBLIC_EMPLOYEE, date(2026, 7, 1), []),
    ],
)
def test_the_day_chooses_the_form(rated_as, day, expected):
    assert codes(rated_as, day) == expected


def test_members_outside_the_political_system_have_their_own_form():
    assert codes(RatedAs.PARTY_MEMBER, date(2025, 12, 1), in_system=False) == ["hd43-mau-02c"]


def test_every_form_of_a_regime_is_defined_or_says_why_not():
    for regime in regimes().values():
        for listed in regime.forms:
            assert bool(listed.definition) is not bool(listed.no_definition), listed
            if listed.definition:
                assert form(listed.definition).title.startswith(listed.title[:20])


def test_a_local_form_is_used_in_its_year_only():
    def local(day):
        return {each.code for each in forms_on(day)} & {"kbdg2021-mau-05", "hd07tu-mau-02c"}

    assert local(date(2021, 11, 2)) == {"kbdg2021-mau-05"}
    assert local(date(2023, 12, 13)) == {"hd07tu-mau-02c"}
    assert local(date(2025, 12, 1)) == set()


def test_what_nobody_checked_is_named():
    assert form("hd21-mau-05").unverified_parts == ("Toàn bộ biểu mẫu",)
    assert form("hd43-mau-02a").unverified_parts[0] == "I. Ưu điểm, kết quả đạt được"
    assert form("hd25-mau-02a").unverified_parts == ()
    assert form("hd21-mau-04").sections[0].trust is Trust.UNVERIFIED


@pytest.mark.parametrize("code", ["nd90-mau-02", "nd90-mau-03", "hd21-mau-02"])
def test_leaders_fill_in_more(code):
    definition = form(code)
    leader, staff = definition.fields_for(Leadership.DEPUTY), definition.fields_for(Leadership.NONE)
    more = {field.code for field in leader} - {field.code for field in staff}
    assert more >= {"leadership", "unit_targets_total"}


def test_a_section_of_leaders_is_left_out_for_others():
    definition = form("nd90-mau-02")
    titles = [section.code for section in definition.sections_for(Leadership.NONE)]
    assert "lanh-dao" not in titles
    assert "lanh-dao" in [section.code for section in definition.sections_for(Leadership.HEAD)]


def test_missing_names_the_fields_in_order():
    definition = form("nd90-mau-02")
    content = filled(definition) | {"politics": "  ", "tasks_total": None}
    assert [field.code for field in definition.missing(content, Leadership.NONE)] == [
        "politics",
        "tasks_total",
    ]


def test_points_and_tables_may_be_missing_too():
    period, year = form("nd335-mau-01"), form("nd335-mau-02")
    assert [
        field.code for field in period.missing(filled(period) | {"ethics": "năm"}, Leadership.NONE)
    ] == ["ethics"]
    assert [
        field.code for field in year.missing(filled(year) | {"months": [["", ""]]}, Leadership.NONE)
    ] == ["months"]


def test_empty_optional_field_is_not_missing():
    definition = form("hd25-mau-01")
    content = filled(definition) | {"suggested_matters": ""}
    assert definition.missing(content, Leadership.NONE) == []


def test_collective_report_asks_for_five_degrees():
    degrees = [field for field in form("hd25-mau-01").fields if field.kind is FieldKind.DEGREE]
    assert len(degrees) == 5


def test_general_criteria_of_decree_335_come_to_thirty_points():
    scores = [field.most for field in form("nd335-mau-01").fields if field.kind is FieldKind.SCORE]
    assert scores == [5, 5, *[Decimal("2.5")] * 8, 70]


def test_points_are_read_as_officials_write_them():
    assert points_in("27,5") == Decimal("27.5")
    assert points_in(" 8 ") == 8
    assert points_in("") is None
    assert points_in("tám") is None
    assert points_in("NaN") is None


def test_the_total_is_that_of_all_points():
    definition = form("hd43-mau-02b")
    content = {"general_score": "27,5", "task_score": "61"}
    assert total_points(definition, content) == Decimal("88.5")
    assert read_results(definition, content).score == Decimal("88.5")
    assert total_points(definition, content | {"task_score": ""}) is None
    assert total_points(form("nd90-mau-02"), {}) is None


def test_the_year_is_the_mean_of_the_months_with_points():
    definition = form("nd335-mau-02")
    months = [["28", "60", ""], ["26,5", "58", ""], ["", "", "Nghỉ ốm 12 ngày"]]
    assert definition.use is FormUse.YEAR_SLIP
    assert total_points(definition, {"months": months}) == Decimal("86.25")
    assert total_points(definition, {}) is None


def test_answers_become_facts():
    definition = form("nd90-mau-02")
    content = filled(definition) | {
        "tasks_total": 10,
        "tasks_on_time": "9",
        "politics_degree": "poor",
        "unit_targets_done": "",
    }
    facts = read_results(definition, content)
    assert (facts.tasks_total, facts.tasks_on_time, facts.unit_targets_done) == (10, 9, None)
    assert facts.criteria["politics_degree"] is Degree.POOR
    assert facts.result_criteria == {
        field.code for field in definition.criteria(CriterionGroup.RESULT)
    }


def test_a_number_that_the_guidance_does_not_have_is_refused():
    with pytest.raises(UnknownForm, match="Mẫu 99"):
        form_for("43-hd-btctw", "Mẫu 99")


def test_choices_of_a_day_are_told_apart_by_who_fills_them_in():
    day = date(2024, 11, 1)
    reports = {each.code for each in choices_on(day, is_collective=True)}
    personal = {each.code for each in choices_on(day, is_collective=False)}
    assert "hd25-mau-01" in reports
    assert {"hd25-mau-02a", "nd90-mau-02"} <= personal
    assert not reports & personal
    assert "hd25-mau-1a" in {each.code for each in criteria_forms_on(day)}


def test_label_names_number_guidance_and_for_whom():
    label = form("hd43-mau-02a").label
    assert label.startswith("Mẫu 02A, Hướng dẫn 43-HD/BTCTW: ")
    assert form("hd43-mau-02a").subtitle in label
    assert any(not each.subtitle and each.label.endswith(each.title) for each in forms().values())


def test_a_form_without_its_first_day_is_refused():
    entry = {"trust": "PARTIAL", "guidance": "bc-snnptnt-thanh-hoa-2022", "number": "Mẫu 01"}
    with pytest.raises(LawDataFault, match="since when"):
        _definition("mau-thu", entry)
