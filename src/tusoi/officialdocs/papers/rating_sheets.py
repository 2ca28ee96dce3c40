"""Biểu 01, Biểu 02: individuals and collectives with scores, votes, proposal and decision."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from tusoi.officialdocs.completeness import Inconsistent, Named, Needed, require_complete
from tusoi.officialdocs.paper import Align, Block, Column, Paper, Paragraph, Run, Signature, Table
from tusoi.officialdocs.papers.level_counts import LevelCounts, level_summary
from tusoi.officialdocs.papers.office import Letter, SignedBy
from tusoi.officialdocs.wording import place_and_date, roman, score_text


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingRow:
    """Dòng của biểu: one subject; a subject not classified says why in `not_classified`.

    `kind` is the line of the closing table under which it is counted, e.g. "Công chức".
    """

    name: Annotated[str, Needed("tên đối tượng")]
    kind: Annotated[str, Needed("loại đối tượng")]
    birth_date: date | None = None
    position: str = ""
    unit: str = ""
    general_score: Decimal | None = None
    task_score: Decimal | None = None
    total_score: Decimal | None = None
    self_level: str = ""
    vote_share: str = ""
    proposed_level: str = ""
    decided_level: str = ""
    not_classified: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingGroup:
    """Nhóm của biểu: usually one unit; may be empty."""

    title: Annotated[str, Needed("tên nhóm")]
    rows: Annotated[tuple[RatingRow, ...], Named("dòng")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingSheetContext:
    """Biểu tổng hợp: groups of subjects; the closing table counts the decided or the proposed level."""

    letterhead: Letter
    signer: SignedBy
    compiled_by: Annotated[str, Needed("người lập biểu")]
    summary: Annotated[str, Needed("trích yếu")]
    levels: Annotated[tuple[str, ...], Needed("các mức xếp loại")]
    groups: Annotated[tuple[RatingGroup, ...], Needed("nhóm đối tượng")]
    form_code: str = ""
    is_decided: bool = True

    @property
    def rows(self) -> tuple[RatingRow, ...]:
        return tuple(row for group in self.groups for row in group.rows)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Which columns stand before the levels."""

    kind: str
    form_code: str
    subject: tuple[Column, ...]
    is_for_people: bool


NUMBER = Column("TT", 1.1, Align.CENTER)
UNIT = Column("Đơn vị", 3)
PEOPLE = _Sheet(
    "individual_sheet",
    "Biểu 01",
    (
        NUMBER,
        Column("Họ và tên", 3.5),
        Column("Ngày sinh", 2.8, Align.CENTER),
        Column("Chức vụ", 2.5),
        UNIT,
    ),
    is_for_people=True,
)
COLLECTIVES = _Sheet(
    "collective_sheet",
    "Biểu 02",
    (NUMBER, Column("Tên tập thể", 6), UNIT),
    is_for_people=False,
)
SCORES = (
    Column("Tiêu chí chung", 2, Align.CENTER, group="Điểm"),
    Column("Nhiệm vụ", 2, Align.CENTER, group="Điểm"),
    Column("Tổng", 1.7, Align.CENTER, group="Điểm"),
)
LEVELS = (
    Column("Tự xếp loại", 2.8),
    Column("Kết quả phiếu (%)", 1.7, Align.CENTER),
    Column("Đơn vị đề xuất", 2.8),
    Column("Cấp có thẩm quyền quyết định", 2.8),
    Column("Ghi chú", 2.4),
)
NOBODY = "Không có trường hợp nào"


def individual_sheet_paper(context: RatingSheetContext) -> Paper:
    """Biểu 01: the individuals."""
    return _paper(context, PEOPLE)


def collective_sheet_paper(context: RatingSheetContext) -> Paper:
    """Biểu 02: the collectives."""
    return _paper(context, COLLECTIVES)


def _paper(context: RatingSheetContext, sheet: _Sheet) -> Paper:
    require_complete(context)
    if reasons := list(_contradictions(context)):
        raise Inconsistent(reasons)
    letterhead = context.letterhead
    place = letterhead.place
    return Paper(
        **letterhead.elements() | {"place": ""},
        kind=sheet.kind,
        context=context,
        form_code=context.form_code or sheet.form_code,
        title="Biểu tổng hợp",
        summary=context.summary,
        landscape=True,
        body=(_subjects(context, sheet), *_counts(context)),
        has_end_mark=False,
        signatures=(
            Signature(title="Người lập biểu", name=context.compiled_by),
            context.signer.signature(letterhead.style),
        ),
        signing_place_and_date=place_and_date(place, letterhead.dated) if place else "",
    )


def _contradictions(context: RatingSheetContext) -> Iterator[str]:
    for row in context.rows:
        level = _counted(context, row)
        if level and level not in context.levels:
            yield f"Mức xếp loại “{level}” của {row.name} không thuộc các mức xếp loại của biểu."
        if not level and not row.not_classified:
            yield f"{row.name} chưa có mức xếp loại và chưa nêu lý do không xếp loại."
        if level and row.not_classified:
            yield f"{row.name} vừa có mức xếp loại vừa ghi lý do không xếp loại."
        if not _score_closes(row):
            yield f"Tổng điểm của {row.name} không bằng điểm tiêu chí chung cộng điểm nhiệm vụ."


def _score_closes(row: RatingRow) -> bool:
    if row.general_score is None or row.task_score is None:
        return row.general_score is None and row.task_score is None
    return row.general_score + row.task_score == row.total_score


def _counted(context: RatingSheetContext, row: RatingRow) -> str:
    return row.decided_level if context.is_decided else row.proposed_level


def _subjects(context: RatingSheetContext, sheet: _Sheet) -> Table:
    """The subjects group by group; score columns only where somebody has a score."""
    is_scored = any(row.total_score is not None for row in context.rows)
    columns = (*sheet.subject, *(SCORES if is_scored else ()), *LEVELS)
    rows = _rows(context, sheet, len(columns), is_scored=is_scored)
    return Table(columns, tuple(rows))


def _rows(
    context: RatingSheetContext, sheet: _Sheet, width: int, *, is_scored: bool
) -> Iterator[tuple[str, ...]]:
    for number, group in enumerate(context.groups, start=1):
        yield (f"{roman(number)}. {group.title}",)
        for position, row in enumerate(group.rows, start=1):
            scores = _scores(row) if is_scored else ()
            yield (str(position), *_subject(row, sheet), *scores, *_levels(row))
        if not group.rows:
            yield ("", NOBODY, *("" for _ in range(width - 2)))


def _subject(row: RatingRow, sheet: _Sheet) -> tuple[str, ...]:
    if not sheet.is_for_people:
        return (row.name, row.unit)
    born = f"{row.birth_date:%d/%m/%Y}" if row.birth_date else ""
    return (row.name, born, row.position, row.unit)


def _scores(row: RatingRow) -> tuple[str, ...]:
    scores = (row.general_score, row.task_score, row.total_score)
    return tuple("" if score is None else score_text(score) for score in scores)


def _levels(row: RatingRow) -> tuple[str, ...]:
    note = "; ".join(filter(None, (row.not_classified, row.note)))
    return (row.self_level, row.vote_share, row.proposed_level, row.decided_level, note)


def _counts(context: RatingSheetContext) -> tuple[Block, ...]:
    which = "quyết định" if context.is_decided else "đề xuất"
    title = Paragraph((Run(f"Tổng hợp theo mức {which}", bold=True),), keep_with_next=True)
    kinds = tuple(dict.fromkeys(row.kind for row in context.rows))
    counted = tuple(_count(context, kind) for kind in kinds)
    return (title, *level_summary(context.levels, counted)) if counted else ()


def _count(context: RatingSheetContext, kind: str) -> LevelCounts:
    rows = [row for row in context.rows if row.kind == kind]
    levels = [_counted(context, row) for row in rows]
    return LevelCounts(
        label=kind,
        counts=tuple(levels.count(level) for level in context.levels),
        not_classified=levels.count(""),
        reason="; ".join(dict.fromkeys(row.not_classified for row in rows if row.not_classified)),
    )
