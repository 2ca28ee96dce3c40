"""Cấp số: number and date put on a finished paper, wherever it left room for them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tusoi.officialdocs.wording import BLANK_DATE, date_text

if TYPE_CHECKING:
    from datetime import date

    from tusoi.officialdocs.paper import Annex, Paper

_JOINTS = re.compile(r"[-/]")


def kind_code(paper: Paper) -> str:
    """Chữ viết tắt tên loại: `KH` of `KH-SCT` and of `KH/ĐU`; empty where the paper bears no number."""
    return _JOINTS.split(paper.symbol, maxsplit=1)[0]


def full_number(paper: Paper) -> str:
    """Số và ký hiệu: `05/KH-SCT`; empty while the number is not given."""
    if paper.number is None or not paper.symbol:
        return ""
    return paper.style.numbered(paper.number, paper.symbol)


def numbered(paper: Paper, number: int | None, dated: date) -> Paper:
    """The paper as issued: its number (None where it bears none) and date, on its annexes too."""
    annexes = tuple(_annex(paper, annex, number, dated) for annex in paper.annexes)
    return replace(paper, number=number, dated=dated, annexes=annexes)


def _annex(paper: Paper, annex: Annex, number: int | None, dated: date) -> Annex:
    """The line under the annex's title names the paper it belongs to."""
    before, after = (paper.style.numbered(each, paper.symbol) for each in (paper.number, number))
    told = annex.reference.replace(before, after) if paper.symbol else annex.reference
    old_date = date_text(paper.dated) if paper.dated else BLANK_DATE
    return replace(annex, reference=told.replace(old_date, date_text(dated)))
