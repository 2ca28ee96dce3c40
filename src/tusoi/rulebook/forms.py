"""Biểu mẫu: report and self-review forms as data – sections, fields, what is still missing."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from tusoi.rulebook.citations import Trust, cite, sources
from tusoi.rulebook.facts import Degree, Leadership, ResultFacts
from tusoi.rulebook.lawdata import LawDataFault, names_in, read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

SELF_LEVEL = "self_level"


class FieldKind(StrEnum):
    """Kiểu ô nhập: text, whole number, degree of a criterion, rating level, points, table of rows."""

    TEXT = "text"
    NUMBER = "number"
    DEGREE = "degree"
    LEVEL = "level"
    SCORE = "score"
    TABLE = "table"


class CriterionGroup(StrEnum):
    """Nhóm tiêu chí: results of tasks or general criteria."""

    RESULT = "result"
    GENERAL = "general"


class FormUse(StrEnum):
    """Loại biểu mẫu: what kind of paper the filled form becomes."""

    PERSONAL = "personal"
    COLLECTIVE = "collective"
    CRITERIA = "criteria"
    PERIOD_SLIP = "period_slip"
    YEAR_SLIP = "year_slip"

    @property
    def is_for_people(self) -> bool:
        return self in {FormUse.PERSONAL, FormUse.PERIOD_SLIP, FormUse.YEAR_SLIP}


class HeaderValue(StrEnum):
    """Thông tin đầu biểu mẫu: what a line above the sections says of the person."""

    BIRTH_DATE = "birth_date"
    POSITION = "position"
    PARTY_POST = "party_post"
    MASS_POST = "mass_post"
    UNIT = "unit"
    PARTY_CELL = "party_cell"


class UnknownForm(LookupError):
    """Không có biểu mẫu này: no file under `law/forms/` carries the code."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """Cột của bảng: text, or points up to `most`; `width` is a share of the printed table."""

    title: str
    width: float
    most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """Ô nhập: one answer of a form.

    `most` bounds points. A table has `columns`; `rows` names its rows where the form fixes them
    (the answer is then one row of cells per name), `row_title` heads these names.
    """

    code: str
    label: str
    kind: FieldKind
    required: bool = True
    leaders_only: bool = False
    max_words: int | None = None
    criterion: CriterionGroup | None = None
    most: Decimal | None = None
    columns: tuple[TableColumn, ...] = ()
    rows: tuple[str, ...] = ()
    row_title: str = ""

    @property
    def is_self_level(self) -> bool:
        """Whether this is the level that the review itself keeps, apart from the content."""
        return self.kind is FieldKind.LEVEL and self.code == SELF_LEVEL

    def is_answered(self, answer: Any) -> bool:
        match self.kind:
            case FieldKind.NUMBER:
                return str(answer).isdecimal()
            case FieldKind.SCORE:
                return points_in(answer) is not None
            case FieldKind.TABLE:
                return any(any(row) for row in answer or ())
        return bool(str(answer or "").strip())


@dataclass(frozen=True, slots=True)
class Section:
    """Phần của biểu mẫu; `part` is the title of the larger part that begins with it.

    `trust` says how far the wording of this section is known; shown to the administrator only.
    """

    code: str
    title: str
    hint: str
    fields: tuple[Field, ...]
    part: str = ""
    trust: Trust = Trust.VERIFIED


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """Dòng thông tin cá nhân: its label on this form, and what it shows."""

    label: str
    shows: HeaderValue


@dataclass(frozen=True, slots=True)
class RemarkBlock:
    """Phần nhận xét do người khác ghi: prompts, the boxes of levels, a closing prompt, who signs how.

    `is_numbered` tells whether it goes on with the numbers of the sections.
    """

    title: str
    caption: str
    note: str
    prompts: tuple[str, ...] = ()
    has_levels: bool = False
    closing: str = ""
    is_numbered: bool = True
    trust: Trust = Trust.VERIFIED


@dataclass(frozen=True, slots=True, kw_only=True)
class FormDefinition:
    """Biểu mẫu: number in its guidance, title, the days of its use, head, sections and remarks.

    `guidance` is the id of the document that sets the form; `until` is the last day of its use,
    None while in use. `is_party` gives the paper the head of the Party.
    """

    code: str
    number: str
    title: str
    guidance: str
    use: FormUse
    is_party: bool
    since: date
    until: date | None
    trust: Trust
    cite: str
    sections: tuple[Section, ...]
    subtitle: str = ""
    caption: str = ""
    header: tuple[HeaderLine, ...] = ()
    remarks: tuple[RemarkBlock, ...] = ()

    @property
    def label(self) -> str:
        """As a list of choices names it: number, title, for whom, guidance."""
        whom = f" ({self.subtitle})" if self.subtitle else ""
        return f"{self.number}, {sources()[self.guidance].short}: {self.title}{whom}"

    @property
    def unverified_parts(self) -> tuple[str, ...]:
        """Titles of the parts whose wording or layout nobody has checked; for the administrator."""
        named = [(section.title, section.trust) for section in self.sections]
        named += [(block.title, block.trust) for block in self.remarks]
        titles = tuple(title for title, trust in named if trust is Trust.UNVERIFIED)
        return ("Toàn bộ biểu mẫu",) if self.trust is Trust.UNVERIFIED else titles

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(field for section in self.sections for field in section.fields)

    def is_used_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)

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
                section.part,
                section.trust,
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


def points_in(text: Any) -> Decimal | None:
    """The points written in a text ("27,5"); None where there are none."""
    try:
        points = Decimal(str(text or "").strip().replace(",", "."))
    except InvalidOperation:
        return None
    return points if points.is_finite() else None


def row_total(columns: tuple[TableColumn, ...], row: list[str]) -> Decimal | None:
    """The points of one row of a table together; None until all its points are given."""
    asked = zip(columns, row, strict=True)
    found = [points_in(cell) for column, cell in asked if column.most is not None]
    if None in found:
        return None
    return sum((points for points in found if points is not None), Decimal())


def total_points(definition: FormDefinition, content: Mapping[str, Any]) -> Decimal | None:
    """Tổng điểm: all points of the form together, of the year the mean of its periods; None until all are given."""
    if definition.use is FormUse.YEAR_SLIP:
        return _mean_of_periods(definition, content)
    asked = [field for field in definition.fields if field.kind is FieldKind.SCORE]
    given = [points_in(content.get(field.code)) for field in asked]
    if not given or None in given:
        return None
    return sum((points for points in given if points is not None), Decimal())


def _mean_of_periods(definition: FormDefinition, content: Mapping[str, Any]) -> Decimal | None:
    """The mean over the periods that have points."""
    tables = (field for field in definition.fields if field.rows)
    totals = [
        total
        for field in tables
        for row in content.get(field.code) or ()
        if (total := row_total(field.columns, row)) is not None
    ]
    return sum(totals, Decimal()) / len(totals) if totals else None


def read_results(definition: FormDefinition, content: Mapping[str, Any]) -> ResultFacts:
    """What a filled-in form says about degrees, numbers and points, ready for the rules."""
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
        score=total_points(definition, content),
        **numbers,
    )


def _points(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _column(entry: Mapping[str, Any]) -> TableColumn:
    return TableColumn(entry["title"], float(entry["width"]), _points(entry.get("most")))


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
        most=_points(entry.get("most")),
        columns=tuple(map(_column, entry.get("columns", ()))),
        rows=tuple(entry.get("rows", ())),
        row_title=entry.get("row_title", ""),
    )


def _section(entry: Mapping[str, Any], trust: Trust) -> Section:
    return Section(
        code=entry["code"],
        title=entry["title"],
        hint=entry.get("hint", ""),
        fields=tuple(map(_field, entry["fields"])),
        part=entry.get("part", ""),
        trust=Trust(entry.get("trust", trust)),
    )


def _remark(entry: Mapping[str, Any], trust: Trust) -> RemarkBlock:
    return RemarkBlock(
        title=entry["title"],
        caption=entry["caption"],
        note=entry.get("note", "(Ký, ghi rõ họ tên)"),
        prompts=tuple(entry.get("prompts", ())),
        has_levels=entry.get("levels", False),
        closing=entry.get("closing", ""),
        is_numbered=entry.get("numbered", True),
        trust=Trust(entry.get("trust", trust)),
    )


def _definition(code: str, entry: Mapping[str, Any]) -> FormDefinition:
    trust, source = Trust(entry["trust"]), cite(entry["guidance"]).source
    since = entry.get("since", source.effective)
    if since is None:
        raise LawDataFault(f"forms/{code}.yaml: since when is it used?")
    return FormDefinition(
        code=code,
        number=entry["number"],
        title=entry["title"],
        guidance=source.id,
        use=FormUse(entry["use"]),
        is_party=entry.get("party", False),
        since=since,
        until=entry.get("until"),
        trust=trust,
        cite=cite(entry["cite"]).id,
        sections=tuple(_section(each, trust) for each in entry["sections"]),
        subtitle=entry.get("subtitle", ""),
        caption=entry.get("caption", ""),
        header=tuple(
            HeaderLine(each["label"], HeaderValue(each["shows"]))
            for each in entry.get("header", ())
        ),
        remarks=tuple(_remark(each, trust) for each in entry.get("remarks", ())),
    )


@cache
def forms() -> dict[str, FormDefinition]:
    """Every form under `law/forms/`, by code."""
    found: dict[str, FormDefinition] = {}
    for name in names_in("forms", ".yaml"):
        code = name.removesuffix(".yaml")
        definition = _definition(code, read_yaml(f"forms/{name}"))
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
