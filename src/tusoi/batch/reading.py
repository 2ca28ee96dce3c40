"""Đọc dòng: cells of one row to facts, with a fault for every cell that cannot be understood."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tusoi.batch.columns import BEST, RESULT, Column, Into, Presence
from tusoi.batch.faults import CellFault, Fault
from tusoi.batch.spelling import cell_text
from tusoi.rulebook.facts import HeadFacts, PersonFacts, ResultFacts

if TYPE_CHECKING:
    from tusoi.batch.layout import Assignment
    from tusoi.batch.sources import Row

COMMENT = "#"
#: How many different texts of one column are remembered with their values.
REMEMBERED = 50_000
_RESULT_CRITERIA = frozenset({RESULT})
_FULL_YEAR = Decimal(12)


@dataclass(frozen=True, slots=True)
class Entry:
    """Dòng đã đọc: one subject with its facts; `person` is None for collectives and bodies.

    `head` carries the level of the collective that a head leads, None where none is given.
    """

    number: int
    code: str
    name: str
    unit: str
    group: str
    person: PersonFacts | None
    results: ResultFacts
    head: HeadFacts | None
    recogniser: str = ""


def _remembering(column: Column) -> Callable[[Any], Any]:
    """The reader of a column; a text seen before costs one look."""
    seen: dict[str, Any] = {}

    def read(text: str) -> Any:
        try:
            return seen[text]
        except KeyError:
            value = column.reader.read(text)
            if len(seen) < REMEMBERED:
                seen[text] = value
            return value

    return read


class RowReader:
    """Bộ đọc dòng: made once per table from the places of its columns."""

    def __init__(self, assignment: Assignment, places: Iterable[tuple[Column, int]]) -> None:
        self._kind = assignment.kind
        self._columns = [(column, place, _remembering(column)) for column, place in places]
        self._width = 1 + max(place for _, place, _ in self._columns)
        self._code_at = next(place for column, place, _ in self._columns if column.field == "code")

    def read(self, row: Row) -> Entry | list[Fault] | None:
        """The entry, or everything wrong with the row; None for a blank row and for a comment."""
        number, raw = row
        cells = [cell_text(cell) for cell in raw]
        if not any(cells):
            return None
        cells += [""] * (self._width - len(cells))
        if cells[self._code_at].startswith(COMMENT):
            return None
        drafts: dict[Into, dict[str, Any]] = {into: {} for into in Into}
        counts: dict[str, int] = {}
        faults = []
        for column, place, read in self._columns:
            text = cells[place]
            if not text:
                if column.presence is Presence.CELL:
                    faults.append(
                        Fault(number, column.heading, "", f"Chưa ghi. {column.reader.expected}")
                    )
                continue
            try:
                value = read(text)
            except CellFault as fault:
                faults.append(Fault(number, column.heading, text, str(fault)))
                continue
            _put(drafts[column.into], column, value)
            if isinstance(value, int):
                counts[column.heading] = value
        faults += self._comparisons(number, drafts[Into.RESULTS], counts)
        return faults or self._entry(number, drafts)

    def _comparisons(
        self, number: int, results: dict[str, Any], counts: dict[str, int]
    ) -> Iterable[Fault]:
        """What shows only when two cells of a row are held together."""
        for column, _, _ in self._columns:
            part, whole = counts.get(column.heading), counts.get(column.whole)
            if part is not None and whole is not None and part > whole:
                yield Fault(
                    number,
                    column.heading,
                    str(part),
                    f"Không được lớn hơn “{column.whole}” ({whole}).",
                )
        criteria = results.get("criteria", {})
        best = criteria.get(BEST)
        worse = [degree for degree in criteria.values() if best and degree.rank < best.rank]
        if worse:
            heading = next(column.heading for column, _, _ in self._columns if column.key == BEST)
            yield Fault(
                number,
                heading,
                best.label,
                f"Không được thấp hơn cấp độ thấp nhất (“{worse[0].label}”).",
            )

    def _entry(self, number: int, drafts: dict[Into, dict[str, Any]]) -> Entry:
        return Entry(
            number=number,
            **drafts[Into.IDENTITY],
            person=self._person(drafts[Into.PERSON]),
            results=ResultFacts(**drafts[Into.RESULTS], result_criteria=_RESULT_CRITERIA),
            head=self._head(drafts[Into.HEAD]),
        )

    def _person(self, draft: dict[str, Any]) -> PersonFacts | None:
        if not self._kind.rated_as.is_person:
            return None
        defaults: dict[str, Any] = {"category": self._kind.category, "months_in_post": _FULL_YEAR}
        return PersonFacts(**defaults | draft)

    def _head(self, draft: dict[str, Any]) -> HeadFacts | None:
        if "collective_level" not in draft:
            return None
        return HeadFacts(category=self._kind.category, head_level=None, **draft)


def _put(draft: dict[str, Any], column: Column, value: Any) -> None:
    """Fill the field of the column; a value without field names its own fields."""
    if not column.field:
        draft.update(value)
    elif column.key is None:
        draft[column.field] = value
    else:
        draft.setdefault(column.field, {})[column.key] = value
