"""Biểu tổng hợp: all subjects and their levels on landscape pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from tusoi.officialdocs.completeness import Named, Needed, require_complete
from tusoi.officialdocs.paper import Align, Block, Column, Paper, Paragraph, Run, Signature, Table
from tusoi.officialdocs.papers.office import Letter, SignedBy
from tusoi.officialdocs.wording import number_text, place_and_date, roman, share_text


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRow:
    """Dòng tổng hợp: one subject; texts as printed, `vote_share` e.g. "85,7%"."""

    name: Annotated[str, Needed("tên đối tượng")]
    position: str = ""
    self_level: str = ""
    vote_share: str = ""
    unit_level: str = ""
    appraised_level: str = ""
    decided_level: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryGroup:
    """Nhóm đối tượng: e.g. the collectives, or one unit's people; may be empty."""

    title: Annotated[str, Needed("tên nhóm")]
    rows: Annotated[tuple[SummaryRow, ...], Named("dòng")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySheetContext:
    """Biểu tổng hợp: groups of subjects, then the counts per decided level."""

    letterhead: Letter
    signer: SignedBy
    compiled_by: Annotated[str, Needed("người lập biểu")]
    summary: Annotated[str, Needed("trích yếu")]
    levels: Annotated[tuple[str, ...], Needed("các mức xếp loại")]
    groups: Annotated[tuple[SummaryGroup, ...], Needed("nhóm đối tượng")]
    form_code: str = ""


SUBJECTS = (
    Column("TT", 1.2, Align.CENTER),
    Column("Họ và tên (tên tập thể)", 5),
    Column("Chức vụ, đơn vị", 5),
    Column("Tự xếp loại", 3.6),
    Column("Kết quả phiếu (%)", 2.2, Align.CENTER),
    Column("Đơn vị đề xuất", 3.6),
    Column("Thẩm định", 3.6),
    Column("Cấp có thẩm quyền quyết định", 3.6),
    Column("Ghi chú", 2.6),
)
NO_ROWS = ("", "Không có trường hợp nào", "", "", "", "", "", "", "")


def summary_sheet_paper(context: SummarySheetContext) -> Paper:
    """The sheet: every group with its subjects, then the counts per decided level."""
    require_complete(context)
    letterhead = context.letterhead
    place = letterhead.place
    return Paper(
        **letterhead.elements() | {"place": ""},
        kind="summary_sheet",
        context=context,
        form_code=context.form_code,
        title="Biểu tổng hợp",
        summary=context.summary,
        landscape=True,
        body=(Table(SUBJECTS, tuple(_subject_rows(context))), *_counts(context)),
        has_end_mark=False,
        signatures=(
            Signature(title="Người lập biểu", name=context.compiled_by),
            context.signer.signature(letterhead.style),
        ),
        signing_place_and_date=place_and_date(place, letterhead.dated) if place else "",
    )


def _subject_rows(context: SummarySheetContext) -> Iterator[tuple[str, ...]]:
    for number, group in enumerate(context.groups, start=1):
        yield (f"{roman(number)}. {group.title}",)
        yield from (_row(position, row) for position, row in enumerate(group.rows, start=1))
        if not group.rows:
            yield NO_ROWS


def _row(position: int, row: SummaryRow) -> tuple[str, ...]:
    return (
        str(position),
        row.name,
        row.position,
        row.self_level,
        row.vote_share,
        row.unit_level,
        row.appraised_level,
        row.decided_level,
        row.note,
    )


def _counts(context: SummarySheetContext) -> tuple[Block, ...]:
    columns = (
        Column("Đối tượng", 6),
        Column("Tổng số", 2, Align.CENTER),
        Column("Được xếp loại", 2, Align.CENTER),
        *(Column(level, 4, Align.CENTER, group="Mức xếp loại") for level in context.levels),
        Column("Không xếp loại", 3, Align.CENTER),
    )
    rows = tuple(_count_row(context, group.title, group.rows) for group in context.groups)
    everyone = tuple(row for group in context.groups for row in group.rows)
    title = Paragraph((Run("Tổng hợp theo mức xếp loại", bold=True),), keep_with_next=True)
    return (title, Table(columns, rows, _count_row(context, "Tổng cộng", everyone)))


def _count_row(
    context: SummarySheetContext, label: str, rows: tuple[SummaryRow, ...]
) -> tuple[str, ...]:
    counts = [sum(row.decided_level == level for row in rows) for level in context.levels]
    classified = sum(counts)
    shares = (f"{number_text(n)} ({share_text(n, classified)})" if n else "0" for n in counts)
    rest = number_text(len(rows) - classified)
    return (label, number_text(len(rows)), number_text(classified), *shares, rest)
