"""Ngày ghi trên văn bản: the day a document bears, in figures or in words."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from tusoi.planreader.draft import Span

_FIGURES = r"(?P<d>\d{1,2}) ?[/.-] ?(?P<m>\d{1,2}) ?[/.-] ?(?P<y>(?:19|20)\d\d)(?!\d)"
_WORDS = r"(?P<dw>\d{1,2}) tháng (?P<mw>\d{1,2}) năm (?P<yw>(?:19|20)\d\d)(?!\d)"
_AFTER_NUMBER = re.compile(
    rf",? ?(?:được )?(?:ban hành |ký )?(?:ngày:?|ký ngày) ?(?:{_FIGURES}|{_WORDS})"
)


class WrittenDay(NamedTuple):
    """A day and where its words stand."""

    day: date
    span: Span


def calendar_day(day: str, month: str, year: str) -> date | None:
    """The day of those figures; None where no calendar has it."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def day_following(text: str, offset: int) -> WrittenDay | None:
    """“ngày 15/11/2023” right behind a document's number; `text` is folded."""
    match = _AFTER_NUMBER.match(text, offset)
    if match is None:
        return None
    found = calendar_day(
        match["d"] or match["dw"], match["m"] or match["mw"], match["y"] or match["yw"]
    )
    return None if found is None else WrittenDay(found, Span(match.start(), match.end()))
