"""Dữ liệu pháp luật sai thì bị từ chối: each file under law/ is held to its own rules when it is read."""

from datetime import date

import pytest

from tusoi.rulebook import citations, forms, parameters, standards
from tusoi.rulebook.cases import running
from tusoi.rulebook.facts import Degree, RatedAs, RatingLevel, SubjectKind, UnknownCode
from tusoi.rulebook.lawdata import LawDataFault
from tusoi.rulebook.parameters import LocalValue, UnknownParameter, law_at
from tusoi.rulebook.rules import authority


def _fresh(cached):
    """The function behind its cache."""
    return cached.__wrapped__


def test_a_text_without_an_entry_in_the_register_is_refused(monkeypatch):
    monkeypatch.setattr(citations, "names_in", lambda *_: ("van-ban-la.md",))
    with pytest.raises(LawDataFault, match=r"not in sources\.yaml"):
        _fresh(citations.provisions)()


def test_a_provision_that_stands_twice_is_refused(monkeypatch):
    heading = "## Điều 5 {#d5 trust=VERIFIED}\n\nNội dung.\n\n"
    monkeypatch.setattr(citations, "names_in", lambda *_: ("124-qd-tw.md",))
    monkeypatch.setattr(citations, "read_text", lambda _: heading * 2)
    with pytest.raises(LawDataFault, match="stands twice"):
        _fresh(citations.provisions)()


def test_a_case_of_an_unknown_check_is_refused(monkeypatch):
    entry = {"name": "Tình huống", "check": "không có", "given": {}}
    monkeypatch.setattr(running, "names_in", lambda *_: ("thu.yaml",))
    monkeypatch.setattr(running, "read_yaml", lambda _: [entry])
    with pytest.raises(LawDataFault, match="no check"):
        list(running.every_case())


def test_a_form_with_a_field_twice_is_refused(monkeypatch):
    read = forms.read_yaml

    def doubled(path):
        entry = dict(read(path))
        return entry | {"sections": [*entry["sections"], *entry["sections"]]}

    monkeypatch.setattr(forms, "read_yaml", doubled)
    with pytest.raises(LawDataFault, match="stands twice"):
        _fresh(forms.forms)()


def test_a_command_of_unknown_scope_is_refused(monkeypatch):
    entry = {"label": "Thử", "roles": ["coordinator"], "scope": "planet", "cite": "124-qd-tw"}
    monkeypatch.setattr(authority, "read_yaml", lambda _: {"thu.lam": entry})
    with pytest.raises(LawDataFault, match="unknown scope"):
        _fresh(authority.rows)()


@pytest.mark.parametrize("limit", [{"at_least": None}, {"at_least": 1, "below": 2}, {}])
def test_a_condition_needs_one_comparison_with_one_limit(limit):
    entry = {"measure": "score", "text": "Thử", "cite": "124-qd-tw", "trust": "VERIFIED", **limit}
    with pytest.raises(LawDataFault):
        standards._standard(RatingLevel.GOOD, entry)


def test_a_parameter_without_any_value_is_refused():
    with pytest.raises(LawDataFault, match="no value"):
        parameters.parse_parameter("thu.x", {"label": "Thử", "unit": "count", "override": "free"})


def test_own_rules_need_a_value_and_local_rules_a_known_name(monkeypatch):
    empty = LocalValue("quota.base", None, date(2024, 1, 1), None, "Quy chế 1/QC")
    with pytest.raises(LawDataFault, match="None is not"):
        empty.dated()
    layer = parameters.Overlay(
        "thu", "Thử", date(2024, 1, 1), None, {"quota.no_such_thing": {"value": 1}}, {}
    )
    with pytest.raises(UnknownParameter):
        parameters._local_values(layer, law_at(date(2024, 1, 1)).in_force)


def test_codes_are_known_by_their_labels():
    assert ("good", "Tốt") in Degree.choices()
    assert RatingLevel.EXCELLENT.short == "Xuất sắc"
    assert RatedAs.CADRE.is_person
    assert not RatedAs.AGENCY.is_person
    with pytest.raises(UnknownCode, match="Cấp độ: “tuyệt vời” không có trong danh mục"):
        Degree("tuyệt vời")


def test_a_subject_without_a_procedure_is_rated_by_nobody(monkeypatch):
    kind = SubjectKind.DIVISION_HEAD
    both = law_at(date(2023, 12, 1), ("lai-chau-2023", "bac-ninh-2025"))
    assert authority.procedure_under(kind, both).kind is kind
    with pytest.raises(authority.NoAuthority):
        authority.procedure_under(kind, law_at(date(2023, 12, 1), ("bac-ninh-2025",)))
    monkeypatch.setattr(authority, "procedures", lambda _: {})
    with pytest.raises(authority.NoAuthority):
        authority.procedure_for(kind, "lai-chau-2023")
