"""Biểu mẫu: who fills in what, and what is still missing."""

import pytest

from tusoi.rulebook.facts import Degree, Leadership
from tusoi.rulebook.forms import CriterionGroup, FieldKind, UnknownForm, form, forms, read_results

CODES = ("hd25-mau-01", "hd25-mau-02a", "hd25-mau-02b", "hd25-mau-1a", "nd90-mau-02", "nd90-mau-03")


def filled(definition):
    answers = {
        FieldKind.TEXT: "Đã làm.",
        FieldKind.NUMBER: 0,
        FieldKind.DEGREE: "good",
        FieldKind.LEVEL: "good",
    }
    return {field.code: answers[field.kind] for field in definition.fields}


def test_the_forms_of_the_season():
    assert tuple(forms()) == CODES
    with pytest.raises(UnknownForm):
        form("nd90-mau-99")


@pytest.mark.parametrize("code", CODES)
def test_form_is_sound(code):
    definition = form(code)
    assert definition.title
    assert definition.guidance
    assert definition.missing(filled(definition), Leadership.HEAD) == []
    for field in definition.fields:
        assert (field.kind is FieldKind.DEGREE) is (field.criterion is not None)


@pytest.mark.parametrize("code", ["nd90-mau-02", "nd90-mau-03"])
def test_leaders_fill_in_more(code):
    definition = form(code)
    leader, staff = definition.fields_for(Leadership.DEPUTY), definition.fields_for(Leadership.NONE)
    assert {field.code for field in leader} - {field.code for field in staff} >= {
        "unit_results",
        "unit_targets_total",
    }
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


def test_empty_optional_field_is_not_missing():
    definition = form("hd25-mau-01")
    content = filled(definition) | {"suggested_matters": ""}
    assert definition.missing(content, Leadership.NONE) == []


def test_collective_report_asks_for_five_degrees():
    degrees = [field for field in form("hd25-mau-01").fields if field.kind is FieldKind.DEGREE]
    assert len(degrees) == 5


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
