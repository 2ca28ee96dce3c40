"""Thể thức: layout profiles of official papers, kept as data in `profiles.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from tusoi.officialdocs.wording import padded

if TYPE_CHECKING:
    from datetime import date


class NoStyle(LookupError):
    """No profile is known for this kind of body on this date."""


class Acting(StrEnum):
    """Quyền hạn ký: in whose place the signer signs."""

    COLLECTIVE = "collective"
    DEPUTY = "deputy"
    BY_ORDER = "by_order"
    AUTHORISED = "authorised"
    INTERIM = "interim"


@dataclass(frozen=True, slots=True)
class Margins:
    """Lề trang, in millimetres."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Sizes:
    """Cỡ chữ of each element, in points; `header` has one size per header line."""

    header: tuple[int, ...]
    superior: int
    issuer: int
    number: int
    place: int
    title: int
    summary: int
    body: int
    table: int
    signature: int
    recipients_label: int
    recipients: int
    page_number: int


@dataclass(frozen=True, slots=True)
class Marks:
    """Dấu quyền hạn: what stands before the principal's title, by `Acting`."""

    collective: str
    deputy: str
    by_order: str
    authorised: str
    interim: str


@dataclass(frozen=True, slots=True)
class Style:
    """Thể thức: how one system of papers (State or Party) prints every element.

    `issuer_rule` and `summary_rule` are the marks below these elements; empty means a drawn line.
    `line_exact_pt` of 0 means that `line_spacing` (in lines) applies.
    """

    name: str
    source: str
    trust: str
    party: bool
    since: date
    font: str
    header_lines: tuple[str, ...]
    issuer_rule: str
    summary_rule: str
    number_label: str
    number_format: str
    symbol_format: str
    end_mark: str
    bases_italic: bool
    bases_prefix: str
    title_of_signer_bold: bool
    recipients_label: str
    recipients_label_underlined: bool
    archive_format: str
    heading_marks: tuple[str, ...]
    header_left_share: float
    first_indent_mm: float
    line_spacing: float
    line_exact_pt: int
    paragraph_gap_pt: int
    margins: Margins
    sizes: Sizes
    marks: Marks

    def symbol(self, kind: str, body: str) -> str:
        """Ký hiệu: `KH-SCT` for the State, `KH/ĐU` for the Party."""
        return self.symbol_format.format(kind=kind, body=body)

    def numbered(self, number: int | None, symbol: str, blank: str = "…") -> str:
        """Số và ký hiệu: `05/KH-SCT`, `05-KH/ĐU`; `blank` stands for a number not yet given."""
        written = blank if number is None else padded(number)
        return self.number_format.format(number=written, symbol=symbol)

    def mark(self, acting: Acting, principal: str) -> str:
        """`KT. GIÁM ĐỐC`, `T/M ĐẢNG ỦY`."""
        return f"{getattr(self.marks, acting)} {principal.upper()}"


def _style(name: str, raw: dict[str, Any]) -> Style:
    frozen: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()
    }
    sizes = frozen.pop("sizes")
    return Style(
        name=name,
        margins=Margins(**frozen.pop("margins_mm")),
        marks=Marks(**frozen.pop("marks")),
        sizes=Sizes(**{**sizes, "header": tuple(sizes["header"])}),
        **frozen,
    )


@cache
def styles() -> dict[str, Style]:
    """All profiles by name."""
    text = files(__package__).joinpath("profiles.toml").read_text(encoding="utf-8")
    return {name: _style(name, raw) for name, raw in tomllib.loads(text).items()}


def style_for(*, issuer_is_party: bool, issue_date: date) -> Style:
    """The profile in force for this kind of issuing body on the day of issue."""
    fitting = [
        style
        for style in styles().values()
        if style.party is issuer_is_party and style.since <= issue_date
    ]
    if not fitting:
        raise NoStyle(f"Chưa có thể thức văn bản cho ngày {issue_date:%d/%m/%Y}.")
    return max(fitting, key=lambda style: style.since)
