"""Điều gì dựa vào quy định nào: provision → parameters, rules, standards, forms, steps and cases that rest on it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tusoi.rulebook import parameter_text
from tusoi.rulebook.competence import competences
from tusoi.rulebook.dossier_lists import dossier_lists
from tusoi.rulebook.facts import RatedAs
from tusoi.rulebook.forms import forms
from tusoi.rulebook.lawchecks.known import known_class_gaps, known_stretches
from tusoi.rulebook.lawchecks.speaking import runs
from tusoi.rulebook.lawdata import names_in, read_yaml
from tusoi.rulebook.parameters import overlay, parameters
from tusoi.rulebook.processes import MACHINES
from tusoi.rulebook.regimes import regimes
from tusoi.rulebook.registry import declared_rules
from tusoi.rulebook.rules.authority import procedures, rows
from tusoi.rulebook.standards import tables

#: The kinds of things, in the order in which a page lists them.
KINDS = (
    "Chế độ",
    "Tham số",
    "Quy định địa phương",
    "Quy tắc",
    "Tiêu chuẩn",
    "Biểu mẫu",
    "Danh mục hồ sơ",
    "Bước quy trình",
    "Trình tự theo kế hoạch",
    "Thẩm quyền thao tác",
    "Thẩm quyền xếp loại",
    "Lịch làm việc",
    "Khoảng trống",
    "Tình huống",
)


class Resting(NamedTuple):
    """Một nội dung dựa vào một quy định: what kind of thing it is and what officials call it."""

    kind: str
    text: str


Cited = Iterator[tuple[str, Resting]]


def whom(rated_as: RatedAs | None) -> str:
    return rated_as.label if rated_as else "Mọi đối tượng"


def _of_parameters() -> Cited:
    for parameter in parameters().values():
        for rated_as, timeline in parameter.timelines():
            for since, dated in timeline:
                if dated is None:
                    continue
                value = parameter_text.as_written(parameter, dated.value)
                text = f"{parameter.label}: {value} ({whom(rated_as).lower()}, từ {since:%d/%m/%Y})"
                yield dated.cite, Resting("Tham số", text)


def _of_overlays() -> Cited:
    for name in names_in("overlays", ".yaml"):
        layer = overlay(name.removesuffix(".yaml"))
        for parameter_name, raw in layer.values.items():
            parameter = parameters()[parameter_name]
            value = parameter_text.as_written(parameter, raw["value"])
            yield raw["cite"], Resting("Quy định địa phương", f"{parameter.label}: {value}")
        for rule, cites in layer.rule_cites.items():
            yield from ((each, Resting("Quy tắc", f"`{rule}`")) for each in cites)


def _of_rules() -> Cited:
    for rule in declared_rules():
        yield from ((each, Resting("Quy tắc", f"`{rule.id}`")) for each in rule.cites)


def _of_standards() -> Cited:
    for table in tables():
        for each in table.standards:
            text = f"{table.rated_as.label}, “{each.level.label}”: {each.text}"
            yield each.cite, Resting("Tiêu chuẩn", text)


def _of_regimes() -> Cited:
    for regime in regimes().values():
        yield regime.source, Resting("Chế độ", regime.label)
        for rated_as, reign in regime.reigns.items():
            text = f"{regime.label} – {rated_as.label.lower()} từ {reign.since:%d/%m/%Y}"
            yield reign.cite, Resting("Chế độ", text)
        for form in regime.forms:
            yield form.cite, Resting("Biểu mẫu", f"{form.code} – {form.title}")


def _of_procedures() -> Cited:
    for form in forms().values():
        yield form.cite, Resting("Biểu mẫu", form.title)
    for machine in MACHINES:
        for step in machine.steps:
            for each in step.cites:
                yield each, Resting("Bước quy trình", f"{machine.label}: {step.label}")
    for name in names_in("procedures", ".yaml"):
        for kind, procedure in procedures(name.removesuffix(".yaml")).items():
            yield procedure.cite, Resting("Trình tự theo kế hoạch", kind.label)


def _of_dossier_lists() -> Cited:
    for lists in dossier_lists().values():
        for each in lists:
            text = f"{each.owner.label}: {len(each.parts)} tài liệu"
            yield each.cite, Resting("Danh mục hồ sơ", text)


def _of_authority() -> Cited:
    for row in rows().values():
        yield row.cite, Resting("Thẩm quyền thao tác", row.label)
    for competence in competences():
        for offices in (competence.tracks, competence.classifies):
            if offices is not None:
                text = f"{competence.label}: {offices.text}"
                yield offices.cite, Resting("Thẩm quyền xếp loại", text)


def _of_calendar() -> Cited:
    days = read_yaml("calendar.yaml")
    for key, label in (("days_off", "Ngày nghỉ"), ("days_worked", "Ngày làm bù")):
        for day, entry in days[key].items():
            yield entry["cite"], Resting("Lịch làm việc", f"{label} {day:%d/%m/%Y}")


def _of_gaps() -> Cited:
    for kind in ("regimes", "tables"):
        for stretch in known_stretches(kind):
            for each in stretch.cites:
                yield each, Resting("Khoảng trống", stretch.reason)
    for gap in known_class_gaps():
        yield from ((each, Resting("Khoảng trống", gap.reason)) for each in gap.cites)


def _of_cases() -> Cited:
    for each in runs():
        for finding in each.outcome.findings:
            for cited in finding.cites:
                yield cited, Resting("Quy tắc", f"`{finding.rule}`")
                yield cited, Resting("Tình huống", each.case.name)


@cache
def resting() -> dict[str, tuple[Resting, ...]]:
    """Everything that rests on a provision, by citation id; each thing once."""
    sources = (
        _of_regimes,
        _of_parameters,
        _of_overlays,
        _of_rules,
        _of_standards,
        _of_procedures,
        _of_dossier_lists,
        _of_authority,
        _of_calendar,
        _of_gaps,
        _of_cases,
    )
    found: dict[str, dict[Resting, None]] = {}
    for source in sources:
        for citation_id, thing in source():
            found.setdefault(citation_id, {})[thing] = None
    return {citation_id: tuple(things) for citation_id, things in found.items()}
