"""Căn cứ pháp lý: every id used anywhere resolves, and the register is sound."""

import re
from datetime import date
from pathlib import Path

import pytest

from tusoi.rulebook import Trust, UnknownCitation, cite
from tusoi.rulebook.calendar import work_calendar
from tusoi.rulebook.citations import parse_provisions, provisions, sources, sources_in
from tusoi.rulebook.explain import basis_text
from tusoi.rulebook.forms import forms
from tusoi.rulebook.lawchecks import resting
from tusoi.rulebook.lawchecks.resting import KINDS
from tusoi.rulebook.lawdata import LawDataFault, read_yaml
from tusoi.rulebook.processes import MACHINES
from tusoi.rulebook.registry import declared_rules
from tusoi.rulebook.rules.authority import procedures, rows
from tusoi.rulebook.standards import tables

ROOT = Path(__file__).resolve().parents[2]


def _cites_of_processes():
    return {each for machine in MACHINES for step in machine.steps for each in step.cites}


def _cites_of_data():
    overrides = read_yaml("calendar.yaml")
    calendar = {
        entry["cite"]
        for entry in (*overrides["days_off"].values(), *overrides["days_worked"].values())
    }
    authority = {row.cite for row in rows().values()} | {
        each.cite for each in procedures("lai-chau-2023").values()
    }
    standards = {standard.cite for table in tables() for standard in table.standards}
    return calendar | authority | standards | {form.cite for form in forms().values()}


def _cites_of_rules():
    return {each for rule in declared_rules() for each in rule.cites}


@pytest.mark.parametrize("cites", [_cites_of_processes(), _cites_of_data(), _cites_of_rules()])
def test_every_citation_resolves(cites):
    assert cites
    for citation_id in cites:
        assert cite(citation_id).label


def test_label_is_written_as_officials_write_it():
    assert cite("90-2020-nd-cp/d8.k1.b").label == "điểm b khoản 1 Điều 8 Nghị định 90/2020/NĐ-CP"


def test_whole_document_is_cited_by_its_bare_id():
    assert cite("124-qd-tw").label == "Quy định 124-QĐ/TW"


def test_unknown_citation_is_refused():
    with pytest.raises(UnknownCitation):
        cite("90-2020-nd-cp/d999")


def test_trust_of_a_provision_is_not_above_what_was_read():
    assert cite("90-2020-nd-cp/d18.k2").trust is Trust.UNVERIFIED
    assert cite("18-qd-tu/d10").trust is Trust.UNVERIFIED
    assert "chưa kiểm chứng" in basis_text("18-qd-tu/d10")
    assert basis_text("90-2020-nd-cp/d2.k1") == cite("90-2020-nd-cp/d2.k1").label


def test_every_provision_has_a_statement_and_a_source():
    for citation in provisions().values():
        assert citation.statement
        assert citation.source.title


def test_a_heading_without_anchor_is_refused():
    with pytest.raises(LawDataFault, match="heading"):
        parse_provisions(sources()["124-qd-tw"], "## Điều 1\n\nLời văn.\n")


def test_calendar_overrides_are_read():
    assert work_calendar().off


def _written():
    """Every citation id in the product, outside the texts themselves and the list of what is not encoded."""
    ids = re.compile("(?:" + "|".join(map(re.escape, sources())) + r")/[a-z0-9]+(?:[.-][a-z0-9]+)*")
    files = [ROOT / "glossary.yaml", *(ROOT / "src").rglob("*.py"), *(ROOT / "src").rglob("*.yaml")]
    kept = (path for path in files if path.name != "not_encoded.yaml")
    return {found for path in kept for found in ids.findall(path.read_text(encoding="utf-8"))}


def test_every_citation_written_anywhere_in_the_product_resolves():
    assert _written() <= set(provisions())


def test_every_provision_is_cited_or_listed_with_a_reason():
    listed = [each for group in read_yaml("not_encoded.yaml").values() for each in group]
    assert len(listed) == len(set(listed))
    assert set(listed) <= set(provisions())
    assert set(provisions()) - _written() <= set(listed)


def test_what_carries_something_is_not_listed_as_not_encoded():
    listed = {each for group in read_yaml("not_encoded.yaml").values() for each in group}
    assert not listed & set(resting())


def test_whatever_rests_on_a_provision_is_found():
    """The legal matrix lists it; only the name of a term or a message in words may lie outside."""
    for citation_id, things in resting().items():
        assert cite(citation_id).label
        assert things
        assert {thing.kind for thing in things} <= set(KINDS)
    kinds = {thing.kind for things in resting().values() for thing in things}
    assert kinds == set(KINDS)


def test_the_matrix_names_parameter_rule_and_case_of_the_cap():
    things = resting()["335-2025-nd-cp/d20.k5"]
    assert ("Quy tắc", "`quota.top-level`") in things
    assert any(thing.kind == "Tham số" and "20%" in thing.text for thing in things)
    assert any(thing.kind == "Tình huống" for thing in things)


def test_what_replaces_a_document_stands_in_the_register_and_begins_when_the_old_one_ends():
    for source in sources().values():
        for replacement in source.replaced_by:
            successor = sources()[replacement.by]
            assert successor.effective is None or successor.effective <= replacement.since
            assert bool(replacement.scope) == (source.repealed is None)
            assert replacement.scope or replacement.since == source.repealed


def test_a_replacement_that_is_not_listed_is_refused():
    entry = {"title": "Quy định 1", "short": "1", "issuer": "A", "trust": "PARTIAL"}
    entry["replaced_by"] = [{"by": "2-qd-tw", "since": date(2026, 1, 1)}]
    with pytest.raises(LawDataFault, match="2-qd-tw"):
        sources_in({"1-qd-tw": entry})
