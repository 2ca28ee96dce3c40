"""Kết quả dạng XLSX: result, explanation, caps and provisions on four sheets, ready to print."""

from __future__ import annotations

from datetime import datetime
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import xlsxwriter

from tusoi.batch.faults import BatchRefused
from tusoi.batch.lines import (
    CAP_HEADINGS,
    EXPLANATION_HEADINGS,
    cap_rows,
    explanation_rows,
    headings,
    result_cells,
)
from tusoi.rulebook import __version__, wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from tusoi.batch.judging import Judged
    from tusoi.batch.layout import Inquiry
    from tusoi.batch.summary import Summary

MOST_ROWS = 1_048_576
_A4 = 9
_CREATED = datetime(2018, 1, 1)  # noqa: DTZ001 - a file says the same whenever it is written
_FONT = {"font_name": "Times New Roman", "font_size": 11}
_RESULT_WIDTHS = (12, 24, 20, 18, 17, 19, 19, 38, 44, 44)
_EXPLANATION_WIDTHS = (12, 24, 26, 52, 14, 34, 40)
_CAP_WIDTHS = (24, 26, 10, 10, 8, 11, 13, 9, 9, 30, 12, 14, 60)
_BASIS_WIDTHS = (44, 90, 22)

Line = tuple[tuple[str, ...], list[tuple[str, ...]]]


def _sheet(book: xlsxwriter.Workbook, title: str, widths: Sequence[int], cell: Format) -> Worksheet:
    """A sheet set up for A4, landscape, one page wide, its heading on every page."""
    sheet = book.add_worksheet(title)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width, cell)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.set_header(f'&L&"Times New Roman,Regular"Tự Soi&C&"Times New Roman,Bold"{title}')
    sheet.set_footer('&C&"Times New Roman,Regular"Trang &P/&N')
    return sheet


class _Rows:
    """Dòng của một sheet, one after the other; refuses what a sheet cannot hold."""

    def __init__(self, sheet: Worksheet, cell: Format) -> None:
        self._sheet, self._cell, self._next = sheet, cell, 0

    def heading(self, cells: Sequence[str], form: Format) -> None:
        """The heading, frozen and repeated on every printed page."""
        self._sheet.freeze_panes(self._next + 1, 2)
        self._sheet.repeat_rows(self._next)
        self.add(cells, form)

    def add(self, cells: Sequence[str | int], form: Format | None = None) -> None:
        if self._next >= MOST_ROWS:
            raise BatchRefused(
                "Bảng tính XLSX không chứa hết kết quả. Ghi kết quả ra tệp .csv hoặc .json."
            )
        for place, value in enumerate(cells):
            write = self._sheet.write_string if isinstance(value, str) else self._sheet.write_number
            write(self._next, place, value, form or self._cell)
        self._next += 1

    @property
    def last(self) -> int:
        return self._next - 1


class XlsxResult:
    """Tệp XLSX: rows go to the disk as they come, so that memory does not grow with them."""

    def __init__(self, path: Path, inquiry: Inquiry) -> None:
        self._folder = TemporaryDirectory(prefix="tusoi-")
        options = {"constant_memory": True, "tmpdir": self._folder.name}
        self._book = xlsxwriter.Workbook(str(path), options)
        self._book.set_properties(
            {
                "title": "Kết quả đề xuất xếp loại chất lượng",
                "author": "Tự Soi",
                "created": _CREATED,
            }
        )
        self._cell = self._book.add_format(
            _FONT | {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
        )
        self._plain = self._book.add_format(_FONT | {"text_wrap": True, "valign": "top"})
        self._heading = self._book.add_format(
            _FONT
            | {
                "bold": True,
                "text_wrap": True,
                "align": "center",
                "valign": "vcenter",
                "bg_color": "#E6F0EF",
                "border": 1,
            }
        )
        self._sheets: list[Worksheet] = []
        self._result = self._rows("Kết quả", _RESULT_WIDTHS, headings(inquiry.kind))
        self._explanation = self._rows("Giải thích", _EXPLANATION_WIDTHS, EXPLANATION_HEADINGS)

    def _rows(self, title: str, widths: Sequence[int], cells: Sequence[str]) -> _Rows:
        self._sheets.append(_sheet(self._book, title, widths, self._plain))
        rows = _Rows(self._sheets[-1], self._cell)
        rows.heading(cells, self._heading)
        return rows

    @staticmethod
    def render(judged: Judged) -> Line:
        return result_cells(judged), explanation_rows(judged)

    @staticmethod
    def companions(out: Path) -> tuple[Path, ...]:
        return ()

    def write(self, lines: Iterable[Line]) -> None:
        for result, explanation in lines:
            self._result.add(result)
            for row in explanation:
                self._explanation.add(row)

    def finish(self, summary: Summary, companions: tuple[Path, ...]) -> None:
        """Caps and provisions, then the file is packed."""
        caps = self._rows("Tỉ lệ trần", _CAP_WIDTHS, CAP_HEADINGS)
        for row in cap_rows(summary.verdict):
            caps.add(row)
        for sheet, rows, widths in (
            (self._sheets[0], self._result, _RESULT_WIDTHS),
            (self._sheets[1], self._explanation, _EXPLANATION_WIDTHS),
            (self._sheets[2], caps, _CAP_WIDTHS),
        ):
            sheet.autofilter(0, 0, rows.last, len(widths) - 1)
        self._write_basis(summary)
        self._book.close()
        self._folder.cleanup()

    def _write_basis(self, summary: Summary) -> None:
        """What the result rests on: kind, day, regime, then every provision with its trust."""
        rows = self._rows("Căn cứ", _BASIS_WIDTHS, ("Căn cứ", "Nội dung", "Độ tin cậy"))
        inquiry = summary.inquiry
        rows.add(("Loại đối tượng", inquiry.kind.rated_as.label, ""))
        rows.add(("Pháp luật tại ngày", wording.day(inquiry.day), ""))
        rows.add(("Năm đánh giá", str(inquiry.year), ""))
        if inquiry.overlays:
            rows.add(("Quy định của địa phương", ", ".join(inquiry.overlays), ""))
        rows.add(("Phiên bản sổ luật", __version__, ""))
        for finding in summary.preface:
            rows.add((finding.severity.label, f"{finding.message} {finding.remedy}".strip(), ""))
        for citation in summary.basis:
            rows.add((citation.label, citation.statement, citation.trust.label))

    def abandon(self) -> None:
        """Give up what has been gathered; an unfinished workbook never reaches its file."""
        self._folder.cleanup()
