"""Bố cục của bảng: which columns the law of the day needs for one kind of subject."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from tusoi.batch.columns import Column, Requirement
from tusoi.batch.faults import BatchRefused, Fault
from tusoi.batch.kinds import KINDS, Kind, kind_named
from tusoi.batch.needs import needed_for
from tusoi.batch.result_columns import RESULT_COLUMNS
from tusoi.batch.spelling import fold, nearest
from tusoi.batch.subject_columns import SUBJECT_COLUMNS, identity
from tusoi.rulebook import LawAt, law_at, wording
from tusoi.rulebook.lawdata import names_in
from tusoi.rulebook.parameters import overlay

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tusoi.rulebook.facts import RatedAs

_LEADERS_ONLY = "Chỉ ghi cho người giữ chức vụ lãnh đạo, quản lý."
#: Headings that a table of another kind or day may have.
_ELSEWHERE = frozenset(fold(column.heading) for column in (*SUBJECT_COLUMNS, *RESULT_COLUMNS))


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Yêu cầu xếp loại hàng loạt: judge this kind of subject by the law of `day` for the year `year`, with these local rules."""

    slug: str
    day: date
    year: int
    overlays: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        return KINDS[self.slug]

    @property
    def law(self) -> LawAt:
        """The law as it stands for this kind of subject."""
        return law_at(self.day, self.overlays).of(self.kind.rated_as)


def inquiry_of(slug: str, day: date, year: int, overlays: tuple[str, ...]) -> Inquiry:
    """The inquiry as asked for on the command line; refuses what does not exist or is not in force."""
    known = [name.removesuffix(".yaml") for name in names_in("overlays", ".yaml")]
    for each in overlays:
        if each not in known:
            raise BatchRefused(
                f"--overlay: không có quy định địa phương “{each}”. Chọn trong: {', '.join(known)}."
            )
        if not overlay(each).is_in_force(day):
            raise BatchRefused(
                f"--overlay {each} ({overlay(each).label}) không có hiệu lực ngày {wording.day(day)}."
            )
    return Inquiry(kind_named(slug).slug, day, year, overlays)


@cache
def columns_of(inquiry: Inquiry) -> tuple[Column, ...]:
    """The columns of the table, in the order of the template."""
    rated_as, law = inquiry.kind.rated_as, inquiry.law
    about = [
        column
        for column in SUBJECT_COLUMNS
        if rated_as in column.kinds and (not column.parameter or law.find(column.parameter))
    ]
    return (*identity(inquiry.kind), *about, *_result_columns(rated_as, inquiry.day))


def _result_columns(rated_as: RatedAs, day: date) -> Iterator[Column]:
    """What the conditions read; what only those of leaders read says so."""
    of_leaders = needed_for(rated_as, day, is_leader=True)
    of_all = needed_for(rated_as, day, is_leader=False)
    for column in RESULT_COLUMNS:
        asked_by = column.asked_by or {column.field}
        if asked_by & of_all or rated_as in column.kinds:
            yield column
        elif rated_as.is_person and asked_by & of_leaders:
            yield replace(column, hint=f"{column.hint} {_LEADERS_ONLY}")


@dataclass(frozen=True, slots=True)
class Heading:
    """Dòng tiêu đề đã nhận ra: the place of each column found, faults, and headings left unused."""

    width: int
    places: tuple[tuple[Column, int], ...]
    faults: tuple[Fault, ...]
    unused: tuple[str, ...]


def find_heading(row: int, cells: list[str], columns: tuple[Column, ...]) -> Heading:
    """Match the cells of the heading row with the columns, without regard to case and diacritics."""
    known = {fold(column.heading): column for column in columns}
    places: dict[str, int] = {}
    strays: list[str] = []
    faults: list[Fault] = []
    for place, text in enumerate(cells):
        folded = fold(text)
        if folded in places:
            faults.append(Fault(row, text, "", "Tiêu đề này đứng hai lần. Bỏ bớt một cột."))
        elif folded in known:
            places[folded] = place
        elif text:
            strays.append(text)
    absent = {column.heading: column for folded, column in known.items() if folded not in places}
    slips = {text: meant for text in strays if (meant := _meant(text, absent))}
    faults += [
        Fault(row, text, "", f"Không có cột này. Có phải “{meant}”? Sửa lại tiêu đề cho đúng.")
        for text, meant in slips.items()
    ]
    faults += [
        Fault(row, column.heading, "", f"Thiếu cột này. {column.hint}")
        for column in absent.values()
        if column.requirement is not Requirement.FREE and column.heading not in slips.values()
    ]
    found = tuple((known[folded], place) for folded, place in places.items())
    unused = tuple(dict.fromkeys(text for text in strays if text not in slips))
    return Heading(len(cells), found, tuple(faults), unused)


def _meant(text: str, absent: Mapping[str, Column]) -> str | None:
    """The absent heading that a stray one is most likely a slip of; none where another law day knows it."""
    return None if fold(text) in _ELSEWHERE else nearest(text, absent)


def recognised(cells: list[str], columns: tuple[Column, ...]) -> int:
    """How many cells of a row are headings of the table."""
    known = {fold(column.heading) for column in columns}
    return sum(fold(text) in known for text in cells)
