"""Số, ký hiệu văn bản: every spelling met in practice, brought to one (`2284/KH-SCT`, `18-QĐ/TU`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tusoi.planreader.draft import Span
from tusoi.planreader.normal import LOWER, UPPER

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS = "QĐ|QC|HD|KH|CV|NQ|BC|TB|CT|KL|TT|TTr|CTr|ĐA|TTHD|QyĐ|NĐ|QĐi|QĐUB"
_OFFICE = rf"[{UPPER}][{UPPER}{LOWER}\d&.]*(?:-[{UPPER}][{UPPER}{LOWER}\d&.]*)*"
_BARE = r"(?<![\w/.,-])"
#: With the year of a decree, the hyphen of the Party, the slash of the state, or without either.
_NUMBER = re.compile(
    rf"{_BARE}(?P<number>\d{{1,5}})"
    rf"(?:/(?P<year>(?:19|20)\d\d)/(?P<decree>{_OFFICE})"
    rf"|-(?P<party>[{UPPER}]{{1,5}}[{LOWER}]{{0,2}})/(?P<party_office>{_OFFICE})(?P<central> Trung ương)?"
    rf"|/(?P<state>[{UPPER}]{{2}}[{UPPER}{LOWER}&.]*(?:-{_OFFICE})?)"
    rf"| (?P<loose>{_KINDS})/(?P<loose_office>{_OFFICE}))"
)
_NO_DOCUMENT = re.compile(r"(?:mẫu|biểu|phụ lục|bảng|phiếu)(?: số)? ?$")
_CENTRAL = {"TƯ": "TW", "BTCTƯ": "BTCTW", "UBKTTƯ": "UBKTTW"}


class DocumentNumber(NamedTuple):
    """A number as it is kept, and where it stands as written."""

    text: str
    span: Span

    @property
    def key(self) -> tuple[str, ...]:
        """Equal for two spellings of one number: `09 KH/ĐU` and `9-KH/ĐU`, `124/QĐ-TW` and `124-QĐ/TW`."""
        number, *rest = re.split(r"[-/]", self.text)
        return (number.lstrip("0") or "0", *(piece.upper() for piece in rest))

    @property
    def symbol(self) -> str:
        """What follows the figures: `QĐ/TU`, `KH-SCT`."""
        return re.sub(r"^\d+[-/]", "", self.text)


def numbers_in(text: str, folded: str) -> Iterator[DocumentNumber]:
    """Every document number of a normalised text, in order; forms and fractions are none."""
    for match in _NUMBER.finditer(text):
        if not _NO_DOCUMENT.search(folded, max(0, match.start() - 14), match.start()):
            yield _document_number(match)


def number_at(text: str, offset: int) -> DocumentNumber | None:
    """The document number that begins right there."""
    match = _NUMBER.match(text, offset)
    return _document_number(match) if match else None


def _document_number(match: re.Match[str]) -> DocumentNumber:
    number = match["number"]
    if match["year"]:
        written = f"{number}/{match['year']}/{_tidy(match['decree'])}"
    elif match["party"]:
        office = _tidy(match["party_office"]) + ("TW" if match["central"] else "")
        written = f"{number}-{match['party']}/{office}"
    elif match["state"]:
        written = f"{number}/{_tidy(match['state'])}"
    else:
        written = f"{number}-{match['loose']}/{_tidy(match['loose_office'])}"
    return DocumentNumber(
        written, Span(match.start(), match.start() + len(match.group().rstrip(".")))
    )


def _tidy(symbol: str) -> str:
    """The symbol without the full stop of its sentence; “TƯ” is written “TW”."""
    symbol = symbol.rstrip(".")
    return _CENTRAL.get(symbol, symbol)
