"""Thân văn bản: the stretch of a document that rules something, and the sentence around a place in it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from tusoi.planreader.draft import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from tusoi.planreader.outline import Outline

#: No sentence is read further than this from the place that matters: the reading stays linear in any text.
_BEFORE, _AFTER = 700, 400


class Body:
    """Phần nội dung: a document without its header, title, legal bases, recipients and signer."""

    def __init__(self, outline: Outline) -> None:
        blocks = (
            outline.header,
            outline.title,
            outline.recipients,
            outline.signer,
            *outline.bases,
        )
        taken = sorted(block for block in blocks if block)
        self._starts = [block.start for block in taken]
        self._ends: list[int] = []
        for block in taken:
            self._ends.append(max(block.end, self._ends[-1] if self._ends else 0))

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at < 0 or offset >= self._ends[at]


def sentence_around(outline: Outline, place: Span) -> Span:
    """The sentence that holds the place, as far as it is near."""
    sentence = outline.sentence_at(place.start) or place
    start = max(sentence.start, place.start - _BEFORE)
    end = min(sentence.end, place.end + _AFTER)
    return Span(min(start, place.start), max(end, place.end))


def one_after_another(
    text: str, first: re.Match[str], further: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    """“Biểu số 01 và số 02”, “theo Quy định … và Kế hoạch …”: the first, then all that follow at once."""
    match: re.Match[str] | None = first
    while match:
        yield match
        match = further.match(text, match.end())
