"""Danh mục hồ sơ: what a subject's dossier must hold, what is there, what is missing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from tusoi.officialdocs.completeness import Needed, require_complete
from tusoi.officialdocs.paper import Align, Block, Column, Field, Paper, Paragraph, Signature, Table
from tusoi.officialdocs.papers.office import Letter, SignedBy
from tusoi.officialdocs.papers.outline import dashed
from tusoi.officialdocs.wording import padded


class PartState(StrEnum):
    """Tình trạng tài liệu."""

    PRESENT = "Có"
    MISSING = "Thiếu"
    AWAITED = "Chưa đến bước"
    NOT_ARISEN = "Không phát sinh"


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierPart:
    """Thành phần hồ sơ: one paper; `is_required` is false for those marked "nếu có".

    One awaited comes with a later step of the season, so that it is not missing yet.
    `reference` is its number and date, e.g. "Số 05/BC-SCT ngày 24/11/2023".
    """

    title: Annotated[str, Needed("tên tài liệu")]
    is_present: bool
    is_required: bool = True
    is_awaited: bool = False
    reference: str = ""
    note: str = ""

    @property
    def state(self) -> PartState:
        if self.is_present:
            return PartState.PRESENT
        if self.is_awaited:
            return PartState.AWAITED
        return PartState.MISSING if self.is_required else PartState.NOT_ARISEN


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierListContext:
    """Danh mục hồ sơ: of one collective, person or unit; names what is missing.

    `basis` is the provision that names the papers.
    """

    letterhead: Letter
    signer: SignedBy
    compiled_by: Annotated[str, Needed("người lập danh mục")]
    review_year: int
    subject: Annotated[str, Needed("tập thể hoặc cá nhân")]
    position: str = ""
    parts: Annotated[tuple[DossierPart, ...], Needed("thành phần hồ sơ")]
    basis: str = ""
    form_code: str = ""


COLUMNS = (
    Column("TT", 1, Align.CENTER),
    Column("Tên tài liệu", 6.4),
    Column("Số, ký hiệu, ngày", 3.4),
    Column("Tình trạng", 2.4, Align.CENTER),
    Column("Ghi chú", 3.8),
)


def dossier_list_paper(context: DossierListContext) -> Paper:
    """The list, then what is missing."""
    require_complete(context)
    style = context.letterhead.style
    return Paper(
        **context.letterhead.elements(),
        kind="dossier_list",
        context=context,
        form_code=context.form_code,
        title="Danh mục hồ sơ",
        summary=f"Kiểm điểm, đánh giá, xếp loại chất lượng năm {context.review_year}",
        body=(*_subject(context), Table(COLUMNS, _rows(context)), *_count(context)),
        has_end_mark=False,
        signatures=(
            Signature(title="Người lập danh mục", name=context.compiled_by),
            context.signer.signature(style),
        ),
    )


def _subject(context: DossierListContext) -> tuple[Block, ...]:
    position = (Field("Chức vụ, đơn vị", context.position),) if context.position else ()
    basis = (Field("Danh mục theo", context.basis),) if context.basis else ()
    return (Field("Hồ sơ của", context.subject), *position, *basis)


def _rows(context: DossierListContext) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (str(position), _title(part), part.reference, part.state.value, part.note)
        for position, part in enumerate(context.parts, start=1)
    )


def _title(part: DossierPart) -> str:
    return part.title if part.is_required else f"{part.title} (nếu có)"


def _count(context: DossierListContext) -> tuple[Block, ...]:
    missing = tuple(part.title for part in context.parts if part.state is PartState.MISSING)
    present = sum(part.is_present for part in context.parts)
    told = f"Hồ sơ có {padded(present)} tài liệu" if present else "Hồ sơ chưa có tài liệu nào"
    if not missing:
        awaited = any(part.state is PartState.AWAITED for part in context.parts)
        until = "đến bước này" if awaited else "theo quy định"
        return (Paragraph(f"{told}, đủ thành phần {until}."),)
    return (
        Paragraph(f"{told}, còn thiếu {padded(len(missing))} tài liệu, gồm:", keep_with_next=True),
        *dashed(missing),
    )
