"""Biểu mẫu: report and self-review forms as data – sections, fields, what is still missing."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from tusoi.rulebook.citations import Trust, cite
from tusoi.rulebook.facts import Degree, Leadership, ResultFacts
from tusoi.rulebook.lawdata import LawDataFault, names_in, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class FieldKind(StrEnum):
    """Kiểu ô nhập: text, whole number, degree of a criterion, rating level."""

    TEXT = "text"
    NUMBER = "number"
    DEGREE = "degree"
    LEVEL = "level"


class CriterionGroup(StrEnum):
    """Nhóm tiêu chí: results of tasks or general criteria."""

    RESULT = "result"
    GENERAL = "general"


class UnknownForm(LookupError):
    """Không có biểu mẫu này: no file under `law/forms/` carries the code."""


@dataclass(frozen=True, slots=True)
class Field:
    """Ô nhập: one answer of a form."""

    code: str
    label: str
    kind: FieldKind
    required: bool = True
    leaders_only: bool = False
    max_words: int | None = None
    criterion: CriterionGroup | None = None

    def is_answered(self, answer: Any) -> bool:
        if self.kind is FieldKind.NUMBER:
            return str(answer).isdecimal()
        return bool(str(answer or "").strip())


@dataclass(frozen=True, slots=True)
class Section:
    """Phần của biểu mẫu."""

    code: str
    title: str
    hint: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class FormDefinition:
    """Biểu mẫu: code, title, the guidance it belongs to, and its sections."""

    code: str
    title: str
    guidance: str
    trust: Trust
    cite: str
    sections: tuple[Section, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(field for section in self.sections for field in section.fields)

    def fields_for(self, leadership: Leadership) -> tuple[Field, ...]:
        """The fields that a holder of this leading role fills in."""
        is_leader = leadership is not Leadership.NONE
        return tuple(field for field in self.fields if is_leader or not field.leaders_only)

    def sections_for(self, leadership: Leadership) -> tuple[Section, ...]:
        """The sections that such a person sees, without fields that are not theirs."""
        own = set(self.fields_for(leadership))
        trimmed = (
            Section(
                section.code,
                section.title,
                section.hint,
                tuple(f for f in section.fields if f in own),
            )
            for section in self.sections
        )
        return tuple(section for section in trimmed if section.fields)

    def missing(self, content: Mapping[str, Any], leadership: Leadership) -> list[Field]:
        """Required fields without an answer, in the order of the form."""
        return [
            field
            for field in self.fields_for(leadership)
            if field.required and not field.is_answered(content.get(field.code))
        ]

    def criteria(self, group: CriterionGroup) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.criterion is group)


_NUMBERS = frozenset(each.name for each in fields(ResultFacts))


def read_results(definition: FormDefinition, content: Mapping[str, Any]) -> ResultFacts:
    """What a filled-in form says about degrees and numbers, ready for the rules."""
    answered = [field for field in definition.fields if field.is_answered(content.get(field.code))]
    numbers: dict[str, Any] = {
        field.code: int(content[field.code])
        for field in answered
        if field.kind is FieldKind.NUMBER and field.code in _NUMBERS
    }
    return ResultFacts(
        criteria={field.code: Degree(content[field.code]) for field in answered if field.criterion},
        result_criteria=frozenset(
            field.code for field in definition.criteria(CriterionGroup.RESULT)
        ),
        **numbers,
    )


def _field(entry: Mapping[str, Any]) -> Field:
    criterion = entry.get("criterion")
    return Field(
        code=entry["code"],
        label=entry["label"],
        kind=FieldKind(entry["kind"]),
        required=entry.get("required", True),
        leaders_only=entry.get("leaders_only", False),
        max_words=entry.get("max_words"),
        criterion=CriterionGroup(criterion) if criterion else None,
    )


def _sections(entries: list[Mapping[str, Any]]) -> Iterator[Section]:
    for entry in entries:
        fields = tuple(_field(raw) for raw in entry["fields"])
        yield Section(entry["code"], entry["title"], entry.get("hint", ""), fields)


@cache
def forms() -> dict[str, FormDefinition]:
    """Every form under `law/forms/`, by code."""
    found: dict[str, FormDefinition] = {}
    for name in names_in("forms", ".yaml"):
        entry = read_yaml(f"forms/{name}")
        code = name.removesuffix(".yaml")
        cite(entry["cite"])
        definition = FormDefinition(
            code=code,
            title=entry["title"],
            guidance=entry["guidance"],
            trust=Trust(entry["trust"]),
            cite=entry["cite"],
            sections=tuple(_sections(entry["sections"])),
        )
        codes = [field.code for field in definition.fields]
        if len(codes) != len(set(codes)):
            raise LawDataFault(f"forms/{name}: a field code stands twice")
        found[code] = definition
    return found


def form(code: str) -> FormDefinition:
    """The form with that code, e.g. `nd90-mau-02`."""
    try:
        return forms()[code]
    except KeyError:
        raise UnknownForm(code) from None
