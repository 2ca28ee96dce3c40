"""Tổng hợp theo mức: how many subjects of each kind stand at which level, with shares that close."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated

from tusoi.officialdocs.completeness import Inconsistent, Needed
from tusoi.officialdocs.paper import Align, Block, Column, Paragraph, Table
from tusoi.officialdocs.wording import number_text, share_text


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelCounts:
    """Số lượng theo mức: one kind of subjects, how many per level (in the order of `levels`).

    `reason` says why some are not classified.
    """

    label: Annotated[str, Needed("loại đối tượng")]
    counts: Annotated[tuple[int, ...], Needed("số lượng từng mức")]
    not_classified: int = 0
    reason: str = ""

    @property
    def classified(self) -> int:
        return sum(self.counts)

    @property
    def total(self) -> int:
        return self.classified + self.not_classified


TOTAL = "Tổng cộng"


def level_summary(levels: tuple[str, ...], results: tuple[LevelCounts, ...]) -> tuple[Block, ...]:
    """The table of the counts, then the sums and why some are not classified in words."""
    if reasons := [*miscounted(levels, results)]:
        raise Inconsistent(reasons)
    return (_table(levels, results), Paragraph(_told(results), keep_with_next=True))


def _told(results: tuple[LevelCounts, ...]) -> str:
    whole = total_of(results)
    counted = f"Tổng số {number_text(whole.total)}; được xếp loại {number_text(whole.classified)}"
    if not whole.not_classified:
        return f"{counted}."
    reasons = "; ".join(
        f"{row.label} {number_text(row.not_classified)} ({row.reason})"
        for row in results
        if row.not_classified and row.reason
    )
    unrated = f"chưa, không xếp loại {number_text(whole.not_classified)}"
    return f"{counted}; {unrated}, gồm: {reasons}." if reasons else f"{counted}; {unrated}."


def _table(levels: tuple[str, ...], results: tuple[LevelCounts, ...]) -> Table:
    """Kinds of subjects down, levels across, number and share of the classified under each level."""
    counts = tuple(
        column
        for level in levels
        for column in (
            Column("SL", 1.4, Align.CENTER, group=level),
            Column("%", 2.2, Align.CENTER, group=level),
        )
    )
    columns = (
        Column("Đối tượng", 3.6),
        Column("Tổng số", 1.8, Align.CENTER),
        Column("Được xếp loại", 1.8, Align.CENTER),
        *counts,
        Column("Chưa, không xếp loại", 2, Align.CENTER),
    )
    return Table(columns, tuple(map(_row, results)), _row(total_of(results)))


def total_of(results: Iterable[LevelCounts]) -> LevelCounts:
    """The sum over all kinds."""
    rows = tuple(results)
    return LevelCounts(
        label=TOTAL,
        counts=tuple(map(sum, zip(*(row.counts for row in rows), strict=True))),
        not_classified=sum(row.not_classified for row in rows),
    )


def miscounted(levels: tuple[str, ...], results: Iterable[LevelCounts]) -> Iterator[str]:
    """Which rows do not fit the levels."""
    for row in results:
        if len(row.counts) != len(levels):
            yield f"Số mức được thống kê của “{row.label}” không bằng số mức xếp loại."
        if min((*row.counts, row.not_classified)) < 0:
            yield f"Số lượng của “{row.label}” không được âm."


def _row(row: LevelCounts) -> tuple[str, ...]:
    shares = (
        text
        for count in row.counts
        for text in (number_text(count), share_text(count, row.classified) if count else "-")
    )
    whole, classified, rest = map(number_text, (row.total, row.classified, row.not_classified))
    return (row.label, whole, classified, *shares, rest)
