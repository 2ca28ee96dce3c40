"""Ngày họp: days the plan fixes for a meeting; a day by which a meeting must be over is a deadline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tusoi.planreader.actors import ITEM_MARK
from tusoi.planreader.body import Body, sentence_around
from tusoi.planreader.dates import Moment, moments_in
from tusoi.planreader.draft import MeetingRow, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.planreader.outline import Outline

_NOUN = re.compile(r"(?<!\w)(?:tổ chức )?(?:hội nghị|cuộc họp|buổi họp|phiên họp|đại hội)(?!\w)")
_VERB = re.compile(
    r"(?<!\w)họp(?!\w)|(?<!\w)kiểm điểm(?: (?:tập thể|cá nhân|đối với)(?!\w)[^.;:]{0,60})?(?=(?: vào| lúc| hồi| trong(?: \d{1,2})?)?[ :,]*$)"
)
_ANY_MEETING = re.compile(rf"{_NOUN.pattern}|(?<!\w)họp(?!\w)")
_BEGINS_MEETING = re.compile(rf"(?:{_ANY_MEETING.pattern})[^.;()|\n]*")
#: Where the clause about a meeting begins.
_BOUNDARY = re.compile(r"[;()|] ?")
_OTHER_TASK = re.compile(r"(?<!\w)(?:gửi|nộp|hoàn thành|xong|trình)(?!\w)")
_TIME_LABEL = re.compile(
    rf"{ITEM_MARK}(?:dự kiến )?(?:thời gian|thời điểm|ngày họp|lịch họp)[^.;:]{{0,40}}:"
)
#: A meeting that only dates a paper or a result.
_ONLY_NAMED = re.compile(
    r"(?<!\w)(?:biên bản|kết quả|kết luận|nghị quyết|thông báo)(?!\w)[^.;:]{0,60}$"
)
_TAIL = re.compile(
    r"(?:[ ,:-]|\d{1,2} ?(?:giờ|h|g|:)(?: ?\d\d)?(?: ?phút|')?|(?:ngày )?\d{1,2}(?= và | ?,|$| $)"
    r"|(?<!\w)(?:vào|lúc|hồi|sáng|chiều|buổi|dự kiến|bắt đầu từ|từ|là|thời gian|trong|và|thứ \w+)(?!\w))+$"
)
_ITEM_MARK = re.compile(ITEM_MARK)
_PURPOSE = re.compile(r" (?:để|nhằm) ")
_LONG_NAME = 100


def meetings_of(outline: Outline, year: int | None = None) -> tuple[MeetingRow, ...]:
    """The meeting days of the plan; `year`, the one reviewed, completes days that name none."""
    body = Body(outline)
    fixed = (
        moment
        for moment in moments_in(outline.text, year)
        if moment.span.start in body and _is_fixed(moment) and not _is_past(moment, year)
    )
    return tuple(row for moment in fixed for row in _meeting(outline, moment))


def _is_fixed(moment: Moment) -> bool:
    """A day without words that bound it."""
    return bool(moment.day) and not moment.is_limit and moment.span == moment.lone


def _meeting(outline: Outline, moment: Moment) -> Iterator[MeetingRow]:
    """One row for each day of the meeting."""
    sentence = sentence_around(outline, moment.lone)
    name = _named_in(outline, sentence, moment) or _named_above(outline, moment)
    if name is None:
        return
    inside = sentence.start <= name.start < sentence.end
    covers = (
        Span(min(name.start, sentence.start), max(name.end, moment.lone.end))
        if inside
        else sentence
    )
    for day in filter(None, (moment.begins, moment.day)):
        yield MeetingRow(
            span=Span(covers.start, max(covers.end, moment.lone.end)),
            confidence=moment.confidence if inside else moment.confidence - 5,
            what=outline.of(name),
            day=day,
        )


def _is_past(moment: Moment, year: int | None) -> bool:
    return bool(year and moment.day[:4].isdigit() and int(moment.day[:4]) < year)


def _named_in(outline: Outline, sentence: Span, moment: Moment) -> Span | None:
    """“tổ chức Hội nghị kiểm điểm vào ngày 14/12”, “Hội đồng họp ngày …”, “Ngày 26/12: họp Ban Thường vụ”."""
    text = outline.folded
    clause = _clause(outline, Span(sentence.start, moment.lone.start))
    name = _NOUN.search(text, clause.start, clause.end)
    verb = _VERB.search(text, clause.start, clause.end)
    met = name or verb
    if met and not _OTHER_TASK.search(text, met.end(), clause.end):
        start = name.start() if name else clause.start
        is_only_named = _ONLY_NAMED.search(text, clause.start, met.start())
        return None if is_only_named else _trimmed(outline, Span(start, clause.end))
    behind = _BEGINS_MEETING.match(text, _first_word(text, moment.lone.end), sentence.end)
    return _trimmed(outline, Span(behind.start(), behind.end())) if behind else None


def _clause(outline: Outline, before: Span) -> Span:
    """The last clause in front of the day; in a row of a table the nearest cell that names a meeting."""
    text = outline.folded
    starts = [before.start]
    starts += [match.end() for match in _BOUNDARY.finditer(text, before.start, before.end)]
    if text.count("|", before.start, before.end):
        named = [at for at in starts if _ANY_MEETING.search(text, at, before.end)]
        start = named[-1] if named else starts[-1]
        end = text.find("|", start, before.end)
        return Span(start, before.end if end < 0 else end)
    start = starts[-1]
    label = text.rfind(": ", start, before.end) + 2
    if label > start and _ANY_MEETING.search(text, label, before.end):
        start = label
    mark = _ITEM_MARK.match(text, start, before.end)
    return Span(mark.end() if mark else start, before.end)


def _first_word(text: str, offset: int) -> int:
    return offset + len(text[offset : offset + 6]) - len(text[offset : offset + 6].lstrip(" ,:-)"))


def _named_above(outline: Outline, moment: Moment) -> Span | None:
    """“Thời gian: Ngày 14/12/2023” under the heading of the meeting."""
    line = outline.line_at(moment.lone.start)
    label = line and _TIME_LABEL.match(outline.folded, line.span.start, moment.lone.start)
    if not label:
        return None
    for part in reversed(outline.parts_around(moment.lone.start)):
        match = _BEGINS_MEETING.search(outline.folded, part.heading.start, part.heading.end)
        if match:
            return _trimmed(outline, Span(match.start(), match.end()))
    return None


def _trimmed(outline: Outline, span: Span) -> Span:
    text = outline.folded
    tail = _TAIL.search(text, span.start, span.end)
    end = tail.start() if tail else span.end
    purpose = _PURPOSE.search(text, span.start, end)
    if purpose and end - span.start > _LONG_NAME:
        end = purpose.start()
    return Span(span.start, max(end, span.start + 1))
