"""Bản kiểm điểm trên trang: the form to write in, and what was written to read, both made from the form's definition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from tusoi.campaigns.enums import RatingLevel, Standing
from tusoi.campaigns.facts import fields_of, forms_of, leadership_of
from tusoi.campaigns.models import Review
from tusoi.officialdocs.wording import number_text
from tusoi.rulebook.facts import Degree
from tusoi.rulebook.forms import SELF_LEVEL, Field, FieldKind, Section
from tusoi.web.shared.table_input import TableInput


@dataclass(frozen=True, slots=True)
class Line:
    """Một nội dung: its label, what was written, and the field to write in where there is one."""

    code: str
    label: str
    kind: FieldKind
    text: str
    rank: int = 0
    earlier: str = ""
    words: int = 0
    bound: forms.BoundField | None = None

    @property
    def is_text(self) -> bool:
        return self.kind is FieldKind.TEXT

    @property
    def width(self) -> str:
        """How the field lies on the page: degrees side by side, numbers short."""
        widths = {FieldKind.DEGREE: "row", FieldKind.NUMBER: "short", FieldKind.SCORE: "short"}
        return widths.get(self.kind, "full")


@dataclass(frozen=True, slots=True)
class Part:
    """Một phần của biểu mẫu."""

    anchor: str
    title: str
    hint: str
    lines: tuple[Line, ...]


def _input(field: Field) -> forms.Field:
    """The input for one answer; what must be filled is checked on handing in, not while writing."""
    if field.kind is FieldKind.DEGREE:
        return forms.ChoiceField(choices=Degree.choices(), widget=forms.RadioSelect)
    if field.kind is FieldKind.LEVEL:
        return forms.ChoiceField(choices=RatingLevel.choices(), widget=forms.RadioSelect)
    if field.kind is FieldKind.TABLE:
        return forms.Field(widget=TableInput(field))
    if field.kind is FieldKind.NUMBER:
        return _short("numeric")
    if field.kind is FieldKind.SCORE:
        return _short("decimal", help_text=f"Tối đa {number_text(field.most or 0)} điểm.")
    return forms.CharField(widget=forms.Textarea)


def _short(inputmode: str, help_text: str = "") -> forms.Field:
    attributes = {"inputmode": inputmode, "autocomplete": "off"}
    return forms.CharField(widget=forms.TextInput(attrs=attributes), help_text=help_text)


def writing_form(review: Review) -> forms.Form:
    """The form of the review with what is already written."""
    form = forms.Form(initial={**review.content, SELF_LEVEL: review.self_level}, auto_id="field-%s")
    form.use_required_attribute = False
    for field in fields_of(review.subject):
        form.fields[field.code] = _input(field)
        form.fields[field.code].label = field.label
        form.fields[field.code].required = field.required
    form.fields[SELF_LEVEL] = forms.ChoiceField(
        label="Mức tự xếp loại", choices=RatingLevel.choices(), widget=forms.RadioSelect
    )
    return form


def posted_content(review: Review, posted: Mapping[str, Any]) -> dict[str, Any]:
    """The answers of a sent form, by field code."""
    return {
        field.code: _input(field).widget.value_from_datadict(posted, {}, field.code) or ""
        for field in fields_of(review.subject)
    }


def parts_of(
    review: Review,
    *,
    content: Mapping[str, Any] | None = None,
    self_level: str | None = None,
    form: forms.Form | None = None,
    earlier: Mapping[str, Any] | None = None,
) -> list[Part]:
    """The review part by part, to write in (with `form`) or to read; `content` shows another version."""
    answers = dict(review.content if content is None else content)
    answers[SELF_LEVEL] = review.self_level if self_level is None else self_level
    leadership = leadership_of(review.subject)
    sections = (
        (f"{definition.code}-{section.code}", section)
        for definition in forms_of(review.subject)
        for section in definition.sections_for(leadership)
    )
    parts = (
        Part(
            anchor,
            section.title,
            section.hint,
            tuple(_lines(review, section, answers, form, earlier or {})),
        )
        for anchor, section in sections
    )
    return [part for part in parts if part.lines]


def _lines(
    review: Review,
    section: Section,
    answers: Mapping[str, Any],
    form: forms.Form | None,
    earlier: Mapping[str, Any],
) -> Iterator[Line]:
    for field in section.fields:
        if field.is_self_level and review.subject.standing == Standing.NOT_RATED:
            continue
        code = field.code
        text, rank = _shown(field, answers.get(code))
        yield Line(
            code=code,
            label=field.label,
            kind=field.kind,
            text=text,
            rank=rank,
            earlier=_shown(field, earlier.get(code))[0],
            words=field.max_words or 0,
            bound=form[code] if form else None,
        )


def _shown(field: Field, answer: Any) -> tuple[str, int]:
    """An answer in words, and the rank of its mark (1 the highest) where it is one."""
    if answer in ("", None):
        return "", 0
    if field.kind is FieldKind.DEGREE:
        return Degree(answer).label, Degree(answer).rank + 1
    if field.kind is FieldKind.LEVEL:
        return RatingLevel(answer).label, RatingLevel(answer).rank + 1
    if field.kind is FieldKind.TABLE:
        return _rows_in_words(field, answer), 0
    return str(answer), 0


def _rows_in_words(field: Field, rows: list[list[str]]) -> str:
    """One line per row: `Tháng 1 – Điểm tiêu chí chung: 27; Ghi chú: …`."""
    titles = [column.title for column in field.columns]
    lines = (
        "; ".join(f"{title}: {cell}" for title, cell in zip(titles, row, strict=True) if cell)
        for row in rows
    )
    if field.rows:
        return "\n".join(
            f"{label} – {line}" for label, line in zip(field.rows, lines, strict=True) if line
        )
    return "\n".join(lines)


def section_titles(review: Review) -> dict[str, str]:
    """Titles of the parts by anchor; comments name a part by its anchor."""
    return {
        f"{definition.code}-{section.code}": section.title
        for definition in forms_of(review.subject)
        for section in definition.sections
    }
