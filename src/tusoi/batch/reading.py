"""Đọc dòng: cells of one row to facts, with a fault for every cell that cannot be understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tusoi.batch.columns import Column, Into, Requirement
from tusoi.batch.faults import CellFault, Fault
from tusoi.batch.result_columns import BEST, RESULT
from tusoi.batch.spelling import cell_text
from tusoi.rulebook.facts import PersonFacts, RatingLevel, ResultFacts

if TYPE_CHECKING:
    from tusoi.batch.layout import Heading, Inquiry
    from tusoi.batch.sources import Row

SKIP_MARK = "#"
#: How many different texts of one column are remembered with their values.
REMEMBERED = 50_000
_RESULT_CRITERIA = frozenset({RESULT})
_FULL_YEAR = Decimal(12)


@dataclass(frozen=True, slots=True)
class Entry:
    """Dòng đã đọc: one subject with its facts; `person` is None for collectives and bodies.

    Levels of others are None where the table does not give them: `collective_level` of the collective
    a head leads, `unit_level` of the body a leading collective leads.
    """

    number: int
    code: str
    name: str
    unit: str
    group: str
    person: PersonFacts | None
    results: ResultFacts
    recogniser: str = ""
    collective_level: RatingLevel | None = None
    arrived_recently: bool = False
    unit_level: RatingLevel | None = None
    months_since_founded: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ReadRow:
    """Dòng đã xem: its number and code, then either the entry or everything wrong with it."""

    number: int
    code: str
    entry: Entry | None
    faults: tuple[Fault, ...]


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

    def __init__(self, inquiry: Inquiry, heading: Heading) -> None:
        self._kind = inquiry.kind
        self._columns = [(column, place, _remembering(column)) for column, place in heading.places]
        self._width = heading.width
        by_heading = {column.heading: column for column, _ in heading.places}
        self._parts = [
            (column, by_heading[column.whole])
            for column in by_heading.values()
            if column.whole in by_heading
        ]
        self._code_at = next(place for column, place in heading.places if column.field == "code")

    def read(self, row: Row) -> ReadRow | None:
        """What the row says; None for a blank row and for a comment."""
        number, raw = row
        cells = ["" if cell == "" else cell_text(cell) for cell in raw]
        if not any(cells):
            return None
        surplus = len(cells) - self._width
        cells += [""] * -surplus
        code = cells[self._code_at]
        if code.startswith(SKIP_MARK):
            return None
        drafts: dict[Into, dict[str, Any]] = {into: {} for into in Into}
        faults = [
            *self._surplus(number, surplus),
            *self._fill(number, cells, drafts),
            *self._comparisons(number, drafts[Into.RESULTS]),
        ]
        entry = None if faults else self._entry(number, drafts)
        return ReadRow(number, code, entry, tuple(faults))

    def _surplus(self, number: int, surplus: int) -> Iterator[Fault]:
        if surplus > 0:
            yield Fault(
                number,
                "",
                "",
                f'Dòng thừa {surplus} ô so với dòng tiêu đề. Số có dấu phẩy phải đặt trong ngoặc kép, ví dụ "88,5".',
            )

    def _fill(
        self, number: int, cells: list[str], drafts: dict[Into, dict[str, Any]]
    ) -> Iterator[Fault]:
        """Every cell to its field; yields what cannot be understood."""
        for column, place, read in self._columns:
            text = cells[place]
            if text:
                try:
                    _put(drafts[column.into], column, read(text))
                except CellFault as fault:
                    yield Fault(number, column.heading, text, str(fault))
            elif column.requirement is Requirement.CELL:
                yield Fault(number, column.heading, "", f"Chưa ghi. {column.reader.expected}")

    def _comparisons(self, number: int, results: dict[str, Any]) -> Iterator[Fault]:
        """What shows only when two cells of a row are held together."""
        for part, whole in self._parts:
            count, total = results.get(part.field), results.get(whole.field)
            if count is not None and total is not None and count > total:
                expected = f"Không được lớn hơn “{whole.heading}” ({total})."
                yield Fault(number, part.heading, str(count), expected)
        criteria = results.get("criteria", {})
        best = criteria.get(BEST)
        if best and any(degree.rank < best.rank for degree in criteria.values()):
            heading = next(column.heading for column, _, _ in self._columns if column.key == BEST)
            expected = "Không được thấp hơn cấp độ thấp nhất đã ghi."
            yield Fault(number, heading, best.label, expected)

    def _entry(self, number: int, drafts: dict[Into, dict[str, Any]]) -> Entry:
        return Entry(
            number=number,
            **drafts[Into.IDENTITY],
            person=self._person(drafts[Into.PERSON]),
            results=ResultFacts(**drafts[Into.RESULTS], result_criteria=_RESULT_CRITERIA),
            **drafts[Into.RELATIONS],
        )

    def _person(self, draft: dict[str, Any]) -> PersonFacts | None:
        if not self._kind.rated_as.is_person:
            return None
        defaults: dict[str, Any] = {"category": self._kind.category, "months_in_post": _FULL_YEAR}
        return PersonFacts(**defaults | draft)


def _put(draft: dict[str, Any], column: Column, value: Any) -> None:
    """Fill the field of the column; a value without field names its own fields."""
    if not column.field:
        draft.update(value)
    elif column.key is None:
        draft[column.field] = value
    else:
        draft.setdefault(column.field, {})[column.key] = value
