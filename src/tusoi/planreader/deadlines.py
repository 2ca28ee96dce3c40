"""Thời hạn: what must be done, by whom, until when – with what happens to who is late."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from tusoi.planreader.actors import (
    ITEM_MARK,
    concerned_in,
    is_body,
    labelled_in,
    named_above,
    owner_in,
    performer_in,
    subject_in,
)
from tusoi.planreader.body import Body, sentence_around
from tusoi.planreader.dates import Moment, follows, moments_in
from tusoi.planreader.draft import DeadlineRow, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.planreader.outline import Outline

#: What is said of a day without asking anything to be done by it.
_ASIDE = re.compile(
    r"(?<!\w)(?:nghỉ hưu|bổ nhiệm|tuyển dụng|kết nạp|(?:được|mới) (?:tiếp nhận|thành lập)|(?:được|đã) (?:ban hành|ký)|hiệu lực"
    r"|chuyển công tác|nghỉ việc|sinh|số liệu|kỳ đánh giá|kỳ kiểm điểm|giai đoạn|niên độ|năm học|(?:được )?tính(?: từ)?"
    r"|thời gian (?:làm việc|công tác|đánh giá)|đã (?:gửi|hoàn thành|thực hiện|tổ chức))(?!\w)[^.;:()\n]{0,25}$"
)
_ASKS = re.compile(
    r"(?<!\w)(?:gửi|nộp|hoàn thành|xong|báo cáo|trình|thời hạn|hạn|công khai|công bố|thông báo|lập)(?!\w)"
)
#: “- Thời gian: trước ngày …”: the line of a step that only says when.
_TIME_LABEL = re.compile(rf"{ITEM_MARK}(?:thời (?:gian|hạn|điểm)|hạn|tiến độ)[^.;:]{{0,40}}:")
_TIMETABLE = re.compile(r"(?<!\w)(?:thời (?:gian|hạn|điểm)|hạn|tiến độ|ngày hoàn thành)(?!\w)")
_LONGEST_TABLE = 60
_MEETS = re.compile(r"(?<!\w)(?:họp|hội nghị|cuộc họp)(?!\w)")
_TAIL = re.compile(
    r"(?:[ ,:(-]|(?<!\w)(?:và|hoàn thành|xong|thời gian(?: hoàn thành| thực hiện| tiến hành)?|thời hạn(?: hoàn thành)?"
    r"|tiến độ|(?:được )?tiến hành|là|vào|vào các|yêu cầu|chậm nhất|phải|xong)(?!\w))+$"
)
_HEAD = re.compile(ITEM_MARK)
_LEAD = re.compile(r"[ ,:-]*(?:(?:thì|phải|có trách nhiệm|cần|được|thời gian)(?: |$))?")
_LATE = re.compile(
    r"(?<!\w)(?:(?:nếu|trường hợp|đơn vị|cá nhân|sau|quá)[^.;\n]{0,60}?)?(?:chậm|muộn|quá (?:thời )?hạn|thời hạn (?:trên|này)"
    r"|không (?:gửi|nộp|hoàn thành|đúng (?:thời )?hạn))[^.;\n]{0,140}?(?:coi như|xem như|coi là|xem là|tính là|bị|hạ"
    r"|không (?:được )?(?:xem xét|xét|tổng hợp|đánh giá|xếp loại|nhận)|chịu trách nhiệm|trừ)(?!\w)[^.;\n]{0,160}"
)
_LATE_REACH = 400
#: What follows a moment at the head of its sentence and tells what is due.
_GOES_ON = re.compile(r"[ ,:)]+(?!(?:để|theo|và|hoặc|nhằm|làm|gửi kèm)(?!\w))\w")
_OPENS_TASK = re.compile(r" ?[:,-] ?")
#: A longer heading is a text of its own; only its beginning says what is due.
_LONGEST_TASK = 400
_DONE = re.compile(r"(?<!\w)(?:hoàn thành|xong)(?!\w)")
#: Separators a table row has at least; a cell this short only numbers the row.
_CELLS = 2
_CELL_NUMBER = 4
#: What a segment needs to be a statement of its own.
_PREDICATE = re.compile(r"(?<!\w)(?:được|phải|có trách nhiệm)(?!\w)|:")


class _Said(NamedTuple):
    """What a deadline is about: the wording, who, and everything both were read from."""

    what: Span
    who: Span | None
    covers: Span


def deadlines_of(outline: Outline, year: int | None = None) -> tuple[DeadlineRow, ...]:
    """The deadlines of the plan; `year`, the one reviewed, completes days that name none."""
    return tuple(_deadlines(outline, year))


def _deadlines(outline: Outline, year: int | None) -> Iterator[DeadlineRow]:
    body = Body(outline)
    before: Moment | None = None
    said: _Said | None = None
    for moment in moments_in(outline.text, year):
        if moment.span.start in body and _asks(outline, moment, year):
            if not (said and before and follows(outline.folded, before, moment)):
                said = _said(outline, moment, before, said)
            yield _row(outline, moment, said)
        before = moment


def _asks(outline: Outline, moment: Moment, year: int | None) -> bool:
    """Whether something must be done by the day."""
    if year and moment.day[:4].isdigit() and int(moment.day[:4]) < year:
        return False
    sentence = sentence_around(outline, moment.span)
    before = Span(sentence.start, moment.span.start)
    if _ASIDE.search(outline.folded, before.start, before.end):
        return False
    if moment.is_limit:
        return True
    if moment.span.start != moment.lone.start:
        return False
    return (
        _names_task(outline, before)
        or _heads_task(outline, Span(sentence.start, moment.span.start), moment, sentence)
        or _in_timetable(outline, moment)
    )


def _names_task(outline: Outline, before: Span) -> bool:
    """“gửi hồ sơ … ngày 15/12”, not “gửi giấy mời họp ngày 15/12”."""
    asked = list(_ASKS.finditer(outline.folded, before.start, before.end))
    return bool(asked) and not _MEETS.search(outline.folded, asked[-1].end(), before.end)


def _heads_task(outline: Outline, before: Span, moment: Moment, sentence: Span) -> bool:
    """“Ngày 24/11: Các phòng gửi hồ sơ”, not “Ngày 27/11: Họp Hội đồng”."""
    if _trimmed(outline, before):
        return False
    colon = _OPENS_TASK.match(outline.folded, moment.span.end, sentence.end)
    behind = Span(colon.end(), sentence.end) if colon else Span(moment.span.end, moment.span.end)
    return bool(_ASKS.search(outline.folded, *behind)) and not _MEETS.match(outline.folded, *behind)


def _in_timetable(outline: Outline, moment: Moment) -> bool:
    """Whether the day stands in a table with a column for it, in a row about no meeting."""
    line = outline.line_at(moment.lone.start)
    if line is None or line.text.count("|") < _CELLS or _MEETS.search(outline.folded, *line.span):
        return False
    at = bisect_right(outline.lines, line.span.start, key=lambda each: each.span.start) - 1
    head = line
    for above in reversed(outline.lines[max(0, at - _LONGEST_TABLE) : at]):
        if above.text.count("|") < _CELLS:
            break
        head = above
    return head is not line and bool(_TIMETABLE.search(outline.folded, *head.span))


def _row(outline: Outline, moment: Moment, said: _Said) -> DeadlineRow:
    late = _consequence(outline, moment)
    ends = (said.covers.end, moment.span.end, late.end if late else 0)
    return DeadlineRow(
        span=Span(min(said.covers.start, moment.span.start), max(ends)),
        confidence=moment.confidence if said.who else moment.confidence - 10,
        what=outline.of(said.what),
        who=outline.of(said.who) if said.who else "",
        day=moment.day,
        begins=moment.begins,
        rule=moment.rule,
        inclusive=moment.inclusive,
        repeats=moment.repeats,
        consequence=outline.of(late) if late else "",
    )


def _said(outline: Outline, moment: Moment, before: Moment | None, earlier: _Said | None) -> _Said:
    """From the row of a table, else the clauses around the moment, last from what stands before or above."""
    row = _table_row(outline, moment)
    if row:
        return row
    who: Span | None = None
    what: Span | None = None
    used = [moment.span]
    for clause in _clauses(outline, moment, before):
        actor, rest = _actor(outline, clause)
        who = who or actor
        what = _trimmed(outline, rest) or (actor and _done(outline, rest))
        used += [clause] if actor or what else []
        if what:
            break
    what = what and _with_receiver(outline, what, moment)
    covers = Span(min(span.start for span in used), max(span.end for span in used))
    who = (
        who
        or _subject_of_sentence(outline, moment)
        or _performer(outline, moment)
        or named_above(outline, moment.span.start)
    )
    return _Said(what or _told_before(outline, moment, earlier), who, covers)


def _with_receiver(outline: Outline, what: Span, moment: Moment) -> Span:
    """“Dự thảo gửi” and the rule “trước cho các thành viên ít nhất 03 ngày làm việc”: to whom it goes is part of the task."""
    sent = outline.folded.endswith("gửi", what.start, what.end)
    if not sent or not outline.folded.startswith("trước cho ", moment.span.start):
        return what
    return _trimmed(outline, Span(what.start, moment.lone.start)) or what


def _performer(outline: Outline, moment: Moment) -> Span | None:
    line = outline.line_at(moment.span.start)
    only_when = line and _TIME_LABEL.match(outline.folded, *line.span)
    return performer_in(outline, moment.span.start) if only_when else None


def _told_before(outline: Outline, moment: Moment, earlier: _Said | None) -> Span:
    """Where the clause names only who and when: the task of the deadline before it in the sentence, or the heading."""
    sentence = sentence_around(outline, moment.span)
    if earlier and sentence.start <= earlier.covers.start < moment.span.start:
        return earlier.what
    return _heading(outline, moment)


def _actor(outline: Outline, clause: Span) -> tuple[Span | None, Span]:
    """Who the clause speaks of, and what it says of them."""
    who = (
        concerned_in(outline, clause) or labelled_in(outline, clause) or subject_in(outline, clause)
    )
    if who:
        return who, Span(who.end, clause.end)
    bare = _trimmed(outline, clause)
    if bare and is_body(outline, bare):
        return bare, Span(bare.end, clause.end)
    return owner_in(outline, clause), clause


def _done(outline: Outline, rest: Span) -> Span | None:
    """“Các chi bộ: hoàn thành trước ngày …”: where nothing else is said, that is what is due."""
    match = _DONE.search(outline.folded, rest.start, rest.end)
    return Span(match.start(), match.end()) if match else None


def _subject_of_sentence(outline: Outline, moment: Moment) -> Span | None:
    sentence = sentence_around(outline, moment.span)
    return subject_in(outline, Span(sentence.start, moment.span.start))


def _clauses(outline: Outline, moment: Moment, before: Moment | None) -> Iterator[Span]:
    """In front of the moment; behind it where the sentence begins with it; the sentence before."""
    sentence = sentence_around(outline, moment.span)
    begin = before.span.end if before and before.span.end > sentence.start else sentence.start
    front = _in_front(outline, _inner(outline, Span(begin, moment.span.start)))
    yield front
    is_first = _trimmed(outline, Span(sentence.start, moment.span.start)) is None
    if is_first and _GOES_ON.match(outline.folded, moment.span.end, sentence.end):
        end = outline.text.find(";", moment.span.end, sentence.end)
        yield _inner(outline, Span(moment.span.end, sentence.end if end < 0 else end))
    line = outline.line_at(moment.span.start)
    if line and line.span.start < sentence.start == begin:
        earlier = outline.sentence_at(sentence.start - 2)
        if earlier and earlier.start >= line.span.start:
            yield earlier


def _inner(outline: Outline, span: Span) -> Span:
    text = outline.of(span)
    return Span(span.start + len(text) - len(text.lstrip(" ,;:.)")), span.end)


def _in_front(outline: Outline, clause: Span) -> Span:
    """The clause without the bracket it opens, from its last segment that is a statement of its own."""
    text = outline.text
    opened = text.rfind("(", clause.start, clause.end)
    if opened >= 0 and ")" not in text[opened : clause.end]:
        inside = Span(opened + 1, clause.end)
        if _trimmed(outline, inside):
            return inside
        clause = Span(clause.start, opened)
    own = Span(max(text.rfind("; ", clause.start, clause.end) + 2, clause.start), clause.end)
    stands_alone = subject_in(outline, own) or _PREDICATE.search(outline.folded, own.start, own.end)
    return own if stands_alone else clause


def _table_row(outline: Outline, moment: Moment) -> _Said | None:
    """| 1 | Gửi hồ sơ | Các phòng | Trước ngày 30/11 |: the body is who, the longest other cell what."""
    line = outline.line_at(moment.span.start)
    if line is None or line.text.count("|") < _CELLS:
        return None
    cells = [_bare(outline, cell) for cell in _cells(line.span, line.text)]
    others = [cell for cell in cells if not cell.start <= moment.lone.start < cell.end]
    bodies = [cell for cell in others if is_body(outline, cell)]
    tasks = [cell for cell in others if cell not in bodies and cell.end - cell.start > _CELL_NUMBER]
    if not tasks:
        return None
    what = max(tasks, key=lambda cell: cell.end - cell.start)
    return _Said(what, bodies[0] if bodies else None, line.span)


def _cells(line: Span, text: str) -> Iterator[Span]:
    start = line.start
    for cell in text.split("|"):
        inner = start + len(cell) - len(cell.lstrip())
        yield Span(inner, start + len(cell))
        start += len(cell) + 1


def _bare(outline: Outline, span: Span) -> Span:
    head = _HEAD.match(outline.folded, span.start, span.end)
    start = head.end() if head else span.start
    return Span(start, start + len(outline.text[start : span.end].rstrip(" :,.(-|")))


def _trimmed(outline: Outline, span: Span) -> Span | None:
    """The wording without bullet, “phải”, “hoàn thành” and other words that only lead to the date."""
    text = outline.folded
    head = _HEAD.match(text, span.start, span.end)
    start = head.end() if head else span.start
    lead = _LEAD.match(text, start, span.end)
    start = lead.end() if lead else start
    tail = _TAIL.search(text, start, span.end)
    end = tail.start() if tail else span.end
    end = start + len(text[start:end].rstrip(" ,.;:-|"))
    return Span(start, end) if end > start else None


def _heading(outline: Outline, moment: Moment) -> Span:
    for part in reversed(outline.parts_around(moment.span.start)):
        start, end = part.heading
        heading = _bare(outline, Span(start, min(end, start + _LONGEST_TASK)))
        if heading.start < heading.end and not is_body(outline, heading):
            return heading
    return sentence_around(outline, moment.span)


def _consequence(outline: Outline, moment: Moment) -> Span | None:
    line = outline.line_at(moment.span.start)
    if line is None:
        return None
    match = _LATE.search(
        outline.folded, moment.span.end, min(line.span.end, moment.span.end + _LATE_REACH)
    )
    return Span(match.start(), match.end()) if match else None
