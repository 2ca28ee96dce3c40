"""Mẫu văn bản của cơ quan: which template a paper is made with, and the files that come of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from tusoi.core.actor import Actor
from tusoi.documents.enums import PaperKind
from tusoi.documents.models import PaperTemplate
from tusoi.officialdocs.docx_writer import write_docx
from tusoi.officialdocs.layouts import LayoutNote, layout_of
from tusoi.officialdocs.own import (
    Remark,
    Value,
    check_template,
    fields_of,
    fill_template,
    fits,
    has_template,
    values_of,
)
from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.pdf_writer import write_pdf
from tusoi.org.models import Unit


@dataclass(frozen=True, slots=True)
class PaperFiles:
    """Tệp của một văn bản: one made with the agency's own template has no PDF of ours."""

    docx: bytes
    pdf: bytes | None
    template: PaperTemplate | None = None


@dataclass(frozen=True, slots=True)
class KindLine:
    """Loại văn bản trên trang mẫu: our layout for the State and for the Party, and the templates in use."""

    kind: PaperKind
    layout: LayoutNote
    party_layout: LayoutNote
    has_template: bool
    in_use: tuple[PaperTemplate, ...]


@dataclass(frozen=True, slots=True)
class FieldValue:
    """Giá trị của một trường: as the template prints it."""

    name: str
    label: str
    value: str


def units_of(actor: Actor) -> QuerySet[Unit]:
    """Units whose templates the office keeps: its body and the units of it."""
    rows = Unit.objects.filter(dissolved_on__isnull=True)
    if actor.unit_id is None:
        return rows
    return rows.filter(Q(pk=actor.unit_id) | Q(parent_id=actor.unit_id))


def templates_visible_to(actor: Actor) -> QuerySet[PaperTemplate]:
    """The templates of these units, without their bytes."""
    rows = PaperTemplate.objects.select_related("unit", "uploaded_by", "switched_by")
    return rows.filter(unit__in=units_of(actor)).defer("content")


def template_for(issuer: Unit, kind: str) -> PaperTemplate | None:
    """The template in use for papers of this kind that the unit issues: its own, else of the nearest unit above."""
    active = PaperTemplate.objects.filter(kind=kind, is_active=True)
    active = active.select_related("unit").defer("content")
    above = [row for row in active if issuer.path.startswith(row.unit.path)]
    return max(above, key=lambda row: len(row.unit.path), default=None)


def files_of(paper: Paper, issuer: Unit) -> PaperFiles:
    """The files of a paper: with the issuer's own template where one is in use, else in our layout."""
    template = own_template(paper, issuer)
    return PaperFiles(_docx(paper, template), None if template else write_pdf(paper), template)


def own_template(paper: Paper, issuer: Unit) -> PaperTemplate | None:
    """The template this very paper is made with."""
    return template_for(issuer, paper.kind) if fits(paper) else None


def file_of(paper: Paper, issuer: Unit, suffix: str) -> bytes | None:
    """The file with this suffix, `.docx` or `.pdf`; None for the PDF of a paper made with an own template."""
    template = own_template(paper, issuer)
    if suffix == ".docx":
        return _docx(paper, template)
    return None if template else write_pdf(paper)


def _docx(paper: Paper, template: PaperTemplate | None) -> bytes:
    return fill_template(bytes(template.content), paper) if template else write_docx(paper)


def kind_line(kind: PaperKind, in_use: tuple[PaperTemplate, ...] = ()) -> KindLine:
    party = layout_of(kind, is_party=True)
    return KindLine(kind, layout_of(kind), party, has_template(kind), in_use)


def kind_lines(actor: Actor) -> list[KindLine]:
    """Every kind of paper in the order of the kinds."""
    active = list(templates_visible_to(actor).filter(is_active=True))
    return [kind_line(kind, tuple(t for t in active if t.kind == kind)) for kind in PaperKind]


def notes_on(template: PaperTemplate) -> tuple[Remark, ...]:
    """What the check remarked on a stored template without forbidding its use."""
    return check_template(bytes(template.content), template.kind).notes


def value_lines(paper: Paper) -> list[FieldValue]:
    """Every field of the paper's kind with its value; lists one line per item."""
    values = values_of(paper)
    return [
        FieldValue(field.name, field.label, _written(values[field.name]))
        for field in fields_of(paper.kind)
        if field.name in values
    ]


def _written(value: Value) -> str:
    if isinstance(value, str):
        return value
    return "\n".join(_item(item) for item in value)


def _item(item: object) -> str:
    if not isinstance(item, dict):
        return str(item)
    return "; ".join(text for text in map(_written, item.values()) if text)
