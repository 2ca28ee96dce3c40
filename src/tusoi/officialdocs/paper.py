"""Văn bản: the document model, one field per element (ô số) of the official layout.

A `Paper` says what is on the paper, a `Style` how it is printed, a writer makes the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from tusoi.officialdocs.styles import Style


class Align(StrEnum):
    """Căn lề."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight and slant."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """Đề mục: `level` 1 is printed in capitals, deeper levels as written; all bold."""

    level: int
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Đoạn văn: plain text, or runs where the weight or slant changes inside.

    A line end in a text begins a new line of the same paragraph.
    """

    text: str | tuple[Run, ...]
    indent: bool = True
    align: Align = Align.JUSTIFY
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class ListItem:
    """Gạch đầu dòng: an item after a dash."""

    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """Dòng thông tin: `label: value`, as personal forms have it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Ô lựa chọn: boxes of which one is crossed; none chosen leaves all boxes open."""

    label: str
    options: tuple[str, ...]
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class BlankLines:
    """Dòng kẻ chấm: room to write by hand."""

    count: int = 3


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Ngắt trang."""


@dataclass(frozen=True, slots=True)
class Column:
    """Cột: `width` is a share of the table; neighbours of one `group` get a common header cell."""

    title: str
    width: float
    align: Align = Align.LEFT
    group: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Bảng: the header repeats on every page; a row of one cell is a title over all columns.

    `total` is printed bold as the last row; an empty table says `empty`.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()
    empty: str = "Không có trường hợp nào."


@dataclass(frozen=True, slots=True)
class Signature:
    """Chữ ký (ô 7a, 7b, 7c): lines of authority, the signer's title, a note, the name."""

    title: str
    name: str = ""
    authority: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Signing:
    """Khối ký: one signature on the right, or two side by side (left, right).

    `place_and_date` is printed above the right signature where the header has none.
    """

    signatures: tuple[Signature, ...]
    place_and_date: str = ""


Block = Heading | Paragraph | ListItem | Field | Choice | BlankLines | PageBreak | Table | Signing


@dataclass(frozen=True, slots=True)
class Slips:
    """Phiếu in nhiều bản: the whole paper, head and body, printed `copies` times to be cut apart.

    So many `columns` beside each other and `rows` below each other share one page; dotted lines
    show where to cut. No slip differs from another: none bears a number, a date or a name.
    """

    copies: int
    columns: int = 1
    rows: int = 2


@dataclass(frozen=True, slots=True)
class Annex:
    """Phụ lục: its own section with its own page numbers; numbered when there are several.

    `label` replaces the word "Phụ lục", e.g. "Mẫu 1a"; `reference` is the line in brackets.
    """

    title: str
    body: tuple[Block, ...]
    label: str = ""
    reference: str = ""
    landscape: bool = False
    signatures: tuple[Signature, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Văn bản: what stands on the paper, in the order of the official elements.

    A blank `number` or `dated` leaves room to be filled on issue. Without `symbol` the paper
    bears no number (personal forms); without `place` its header has no place and date (minutes).
    `context` holds the values it was made of, which an agency's own template prints.
    """

    kind: str
    style: Style
    issuer: str
    superior: str = ""
    symbol: str = ""
    number: int | None = None
    place: str = ""
    dated: date | None = None
    form_code: str = ""
    title: str
    summary: str = ""
    addressees: tuple[str, ...] = ()
    competence: str = ""
    bases: tuple[str, ...] = ()
    body: tuple[Block, ...]
    has_end_mark: bool = True
    signatures: tuple[Signature, ...] = ()
    signing_place_and_date: str = ""
    recipients: tuple[str, ...] = ()
    archive: str = ""
    landscape: bool = False
    has_stamp_room: bool = False
    slips: Slips | None = None
    annexes: tuple[Annex, ...] = ()
    context: Any = None
