"""Bảng đọc kế hoạch: what was read in the plan of a season, what was asked, what was corrected or added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table

from tusoi.campaigns.models import Campaign
from tusoi.campaigns.selectors.plan_fields import InputKind, ReadingSection
from tusoi.campaigns.selectors.plan_readings import (
    ANSWERS,
    SectionView,
    SettledField,
    remarks_of,
    sections_of,
    settled_fields,
)
from tusoi.campaigns.selectors.progress import deadline_words
from tusoi.planreader.draft import ReadState
from tusoi.rehearsal.stage import Stage


def show(stage: Stage, console: Console) -> None:
    """The table of the fields, the remarks of the reader, every correction and every addition in words."""
    rows = settled_fields(stage.read)
    console.print(field_table(sections_of(rows)))
    for remark in remarks_of(stage.read):
        console.print(f"  Lưu ý: {remark.text}")
    for row in rows:
        if row.answer == "corrected":
            console.print(f"  Sửa “{row.field.label}”: {_correction(row)}")
    for line in _additions(stage.opened, rows):
        console.print(f"  Thêm ngoài bản đọc: {line}")
    console.print()


def field_table(sections: Iterable[SectionView]) -> Table:
    """By part of the reading how many fields the text states, and how many were accepted, corrected, left open."""
    table = Table(title="Đọc kế hoạch", title_justify="left")
    table.add_column("Phần")
    for heading in (*(state.label for state in ReadState), *ANSWERS.values()):
        table.add_column(heading, justify="right")
    total = SectionView(ReadingSection.IDENTITY)
    for view in sections:
        total.rows.extend(view.rows)
        table.add_row(view.section.label, *_counts(view.rows))
    table.add_section()
    table.add_row("Cộng", *_counts(total.rows))
    return table


def _counts(rows: list[SettledField]) -> Iterator[str]:
    for state in ReadState:
        yield str(sum(row.field.state is state for row in rows))
    for answer in ANSWERS:
        yield str(sum(row.answer == answer for row in rows))


def _correction(row: SettledField) -> str:
    """Nothing in the text, another value, or the same at another length."""
    if row.field.input is InputKind.PARAGRAPHS:
        return "văn bản không nêu, ghi thêm" if not row.field.read else "viết gọn lại"
    read = f"đọc là “{row.read_in_words}”" if row.field.read else "văn bản không nêu"
    return f"{read}, ghi “{row.written}”"


def _additions(campaign: Campaign, rows: list[SettledField]) -> Iterator[str]:
    """What of the campaign no field was read for."""
    made = {row.made for row in rows}
    bases = {row.value for row in rows if row.made == "basis"}
    for basis in campaign.legal_bases.exclude(text__in=bases):
        yield f"căn cứ “{basis.text}”"
    for milestone in campaign.milestones.exclude(step__in=made):
        yield f"mốc “{milestone.label}”, {deadline_words(milestone)}"
    if campaign.signer is not None:
        yield f"người ký {campaign.signer.full_name} ({campaign.signer.code})"
    yield f"cấp trên: {campaign.superior_body}"
