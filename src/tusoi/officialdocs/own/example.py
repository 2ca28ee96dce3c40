"""Mẫu ví dụ: a template to begin with, made of our own layout with the fields in place of the values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tusoi.officialdocs.docx_writer import write_docx
from tusoi.officialdocs.own.fields import POSITION, Shape, fields_of, value_fields
from tusoi.officialdocs.own.marks import T
from tusoi.officialdocs.own.package import MAIN, open_package
from tusoi.officialdocs.paper import (
    Align,
    Column,
    Field,
    ListItem,
    Paper,
    Paragraph,
    Run,
    Signature,
    Table,
)
from tusoi.officialdocs.printed import clean

if TYPE_CHECKING:
    from tusoi.officialdocs.own.fields import TemplateField
    from tusoi.officialdocs.paper import Block
    from tusoi.officialdocs.styles import Style

MOST_PORTRAIT_COLUMNS = 5


def example_template(kind: str, style: Style) -> bytes:
    """Every field of this kind in its place; passes the check of templates."""
    needed = {field.name for field in fields_of(kind) if field.required}
    values = value_fields(kind)
    is_wide = any(len(field.inner) > MOST_PORTRAIT_COLUMNS for field in values)
    has_signer = "nguoi_ky" in needed
    signatures = () if has_signer else (ListItem(_repeated("chu_ky", "{{chuc_vu}}: {{ho_ten}}")),)
    annexes = (Paragraph("{{phu_luc}}"),) if "phu_luc" in needed else ()
    paper = Paper(
        kind=kind,
        style=style,
        superior="{{co_quan_chu_quan}}",
        issuer="{{co_quan_ban_hanh}}",
        symbol="{{so_ky_hieu}}",
        place="{{dia_danh_ngay_thang}}",
        form_code="{{ma_bieu_mau}}",
        title="{{ten_loai}}",
        summary="{{trich_yeu}}",
        addressees=_lines("noi_kinh_gui", needed),
        competence="{{tham_quyen_ban_hanh}}" if "tham_quyen_ban_hanh" in needed else "",
        bases=_lines("can_cu_ban_hanh", needed),
        body=(*(block for field in values for block in _blocks(field)), *signatures, *annexes),
        has_end_mark=False,
        signatures=(_signature(),) if has_signer else (),
        recipients=_lines("noi_nhan", needed),
        landscape=is_wide,
    )
    return _plain(write_docx(paper), style)


def _lines(name: str, needed: set[str]) -> tuple[str, ...]:
    return (_repeated(name, "{{muc}}"),) if name in needed else ()


def _repeated(name: str, words: str) -> str:
    return f"{{{{#{name}}}}}{words}{{{{/{name}}}}}"


def _signature() -> Signature:
    return Signature(
        authority=("{{quyen_han_ky}}",), title="{{chuc_vu_nguoi_ky}}", name="{{nguoi_ky}}"
    )


def _blocks(field: TemplateField) -> tuple[Block, ...]:
    label = Paragraph((Run(f"{field.label}:", bold=True),), keep_with_next=True)
    match field.shape:
        case Shape.ROWS:
            return (label, _table(field))
        case Shape.LINES:
            return (label, ListItem(_repeated(field.name, "{{muc}}")))
        case _:
            return (Field(field.label, f"{{{{{field.name}}}}}"),)


def _table(field: TemplateField) -> Table:
    columns = (
        Column("TT", 1, Align.CENTER),
        *(Column(inner.label, 3) for inner in field.inner),
    )
    first, *others, last = (f"{{{{{POSITION}}}}}", *map(_cell, field.inner))
    row = (f"{{{{#{field.name}}}}}{first}", *others, f"{last}{{{{/{field.name}}}}}")
    return Table(columns, (row,))


def _cell(field: TemplateField) -> str:
    if field.shape is Shape.ROWS:
        return _repeated(field.name, "; ".join(map(_cell, field.inner)))
    return f"{{{{{field.name}}}}}"


def _plain(content: bytes, style: Style) -> bytes:
    """Take away what our layout adds to a value: room for number and date, marks at the end of lists."""
    package = open_package(content)
    for text in package.texts[MAIN].iter(T):
        text.text = _bare(clean(text.text or ""), style)
    return package.write()


def _bare(text: str, style: Style) -> str:
    if "{{so_ky_hieu}}" in text:
        return f"{style.number_label}{{{{so_ky_hieu}}}}"
    if "{{dia_danh_ngay_thang}}" in text:
        return "{{dia_danh_ngay_thang}}"
    return text[:-1] if text.endswith(("}}.", "}};")) and "{{/" in text else text
