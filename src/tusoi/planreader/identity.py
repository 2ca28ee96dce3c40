"""Thể thức văn bản: what kind of document it is, its number, its day and the year it reviews."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tusoi.planreader.draft import DocumentKind, ReadState, Span, Value
from tusoi.planreader.normal import folded
from tusoi.planreader.numbers import number_at
from tusoi.planreader.written_day import calendar_day

if TYPE_CHECKING:
    from tusoi.planreader.outline import Outline

_KIND_WORDS = {
    "kế hoạch": DocumentKind.PLAN,
    "hướng dẫn": DocumentKind.GUIDANCE,
    "quy định": DocumentKind.REGULATION,
    "quy chế": DocumentKind.REGULATION,
    "quyết định": DocumentKind.DECISION,
    "công văn": DocumentKind.OFFICIAL_LETTER,
    "thông báo": DocumentKind.NOTICE,
    "báo cáo": DocumentKind.REPORT,
}
_KIND_SYMBOLS = {
    "KH": DocumentKind.PLAN,
    "HD": DocumentKind.GUIDANCE,
    "QC": DocumentKind.REGULATION,
    "QyĐ": DocumentKind.REGULATION,
    "CV": DocumentKind.OFFICIAL_LETTER,
    "TB": DocumentKind.NOTICE,
    "BC": DocumentKind.REPORT,
}
_LETTER = re.compile(r"(?m)^(?:v/v|kính gửi)")
_NEWS = re.compile(
    r"(?m)^(?:(?:sáng|chiều|tối|trưa)(?: nay)?,? (?:ngày )?\d|ngày \d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?,? (?:tại|dưới|đồng chí)"
    r"|vừa qua,|nguồn(?: tin)?:|tác giả:|tin, ảnh:|ảnh:|bài(?: và|,) ảnh|\([^)\n]{2,30}\) ?[-–] )"
)
_ANNOUNCED = re.compile(
    r"(?<!\w)(?:xây dựng|ban hành|đề ra|lập) (?P<kind>kế hoạch|hướng dẫn|quy định|quy chế)(?!\w)"
)

#: How far below the top a letter without a title may still carry its letterhead.
_HEAD_LINES, _LONGEST_HEAD_LINE = 12, 160
_OWN_NUMBER = re.compile(r"(?m)(?:^|[\s(])số ?[:.]? ?(?=[\d/.…_-]|[a-zđ]{2,5}/)")
_BLANK = r"[\s.…_]*"
#: “Số: /BC-SNN&PTNT”, “số - HD/ĐU”, “Số: …../KH-UBND”: the place for the figures left open.
_BLANK_NUMBER = re.compile(rf"{_BLANK}[-/] ?(?P<symbol>[^\W\d_][\w&.]*(?:[-/][^\W\d_][\w&.]*)*)")
_DAMAGED_NUMBER = re.compile(r"[\w/]{1,8} ?[-/] ?[\w&./-]{2,30}")
_PORTAL_LICENCE = re.compile(r"GP|GPXB|TTĐT|GP-TTĐT")

_PLACE = r"(?:[^\W\d_][^\n,;:()\d/&]{1,40}, ?)?(?<!\w)"
_DAY_OF_DOCUMENT = re.compile(
    rf"{_PLACE}ngày(?P<d>[\s\d.…_]{{0,8}}?) ?tháng(?P<m>[\s\d.…_]{{0,8}}?) ?năm(?P<y>[\s\d.…_]{{0,8}})"
)
_DAY_IN_FIGURES = re.compile(
    r"[^\W\d_][^\n,;:()\d/&]{1,40}, ?ngày (?P<d>\d{1,2}) ?[/.-] ?(?P<m>\d{1,2}) ?[/.-] ?(?P<y>\d{4})(?!\d)"
)
#: Days of posting, of a visit to the page, and of documents that are named before them.
_OTHER_DAY = re.compile(
    r"(?:^|\W)(?:thứ|chủ nhật|cập nhật|đăng|lúc|kế hoạch|quyết định|nghị định|hướng dẫn|công văn)(?:\W|$)"
)
_END_LINES = 16

_YEAR = re.compile(r"(?<!\w)năm (?P<year>20\d\d|19\d\d)(?! ?[-–/] ?(?:20)?\d\d)(?!\d)")
_SCHOOL_YEAR = re.compile(r"(?<!\w)năm học:? (?:20\d\d) ?[-–/] ?(?:20)?\d\d")


class Identity(NamedTuple):
    """What a document says of itself at its top."""

    kind: Value[DocumentKind]
    number: Value[str]
    number_symbol: str
    day: Value[date]
    latest_day: date | None
    review_year: Value[int]


def identity_of(outline: Outline) -> Identity:
    """Kind, number, day and year under review, each found, absent or unclear."""
    number, symbol = _number(outline)
    day, latest = _date(outline)
    return Identity(
        _kind(outline, number, symbol), number, symbol, day, latest, _review_year(outline)
    )


def found(value: object, span: Span, confidence: int = 100) -> Value:
    """A value the text states."""
    return Value(value, ReadState.FOUND, span, confidence)


def unclear(span: Span, value: object = None, confidence: int = 0) -> Value:
    """A place in the text that cannot be settled by reading alone."""
    return Value(value, ReadState.UNCLEAR, span, confidence)


def _head(outline: Outline) -> Span:
    """The letterhead and the short lines below the title, up to the first basis, part or address."""
    blocks = [
        span for span in (outline.header, outline.kind_line, outline.title) if span is not None
    ]
    start = min((span.start for span in blocks), default=0)
    reach = max((span.end for span in blocks), default=0)
    stops = [
        *(span.start for span in outline.bases[:1]),
        *(part.span.start for part in outline.parts[:1]),
    ]
    limit = min((stop for stop in stops if stop >= reach), default=len(outline.text))
    for line in outline.lines_in(Span(reach, limit))[:_HEAD_LINES]:
        if line.span.end - line.span.start > _LONGEST_HEAD_LINE:
            break
        reach = max(reach, line.span.end)
    return Span(start, reach)


def _kind(outline: Outline, number: Value[str], symbol: str) -> Value[DocumentKind]:
    if outline.kind_line is not None:
        line = folded(outline.of(outline.kind_line))
        word = next((word for word in _KIND_WORDS if line.startswith(word)), None)
        if word is None:
            return unclear(outline.kind_line)
        span = Span(outline.kind_line.start, outline.kind_line.start + len(word))
        is_capital = outline.of(span).isupper()
        return found(_KIND_WORDS[word], span, 100 if is_capital else 75)
    return _kind_without_heading(outline, number, symbol)


def _kind_without_heading(outline: Outline, number: Value[str], symbol: str) -> Value[DocumentKind]:
    for piece in re.split(r"[-/]", symbol):
        if piece in _KIND_SYMBOLS and number.span is not None:
            return found(_KIND_SYMBOLS[piece], number.span, 80)
    letter = _LETTER.search(outline.folded)
    if letter is not None:
        return found(DocumentKind.OFFICIAL_LETTER, Span(*letter.span()), 85)
    news = _NEWS.search(outline.folded)
    if news is not None and number.value is None and outline.signer is None:
        return found(DocumentKind.NEWS, Span(*news.span()), 75)
    announced = _ANNOUNCED.search(outline.folded, *outline.preamble) if outline.preamble else None
    if announced is not None and (outline.bases or outline.signer):
        return found(_KIND_WORDS[announced["kind"]], Span(*announced.span("kind")), 60)
    return Value()


def _number(outline: Outline) -> tuple[Value[str], str]:
    """The document's own number and its symbol; figures left open make it unclear."""
    head = _head(outline)
    for match in _OWN_NUMBER.finditer(outline.folded, head.start, head.end):
        start = match.start() + (0 if match.group()[0] == "s" else 1)
        begins_line = start == 0 or outline.text[start - 1] == "\n"
        if not begins_line and not _is_letterhead(outline, start):
            continue
        number = number_at(outline.text, match.end())
        if number is not None and number.span.end <= head.end:
            if _PORTAL_LICENCE.match(number.symbol):
                continue
            return found(number.text, Span(start, number.span.end)), number.symbol
        open_number = _BLANK_NUMBER.match(outline.text, match.end(), head.end)
        if open_number is not None:
            return unclear(Span(start, open_number.end())), open_number["symbol"].rstrip(".")
        damaged = _DAMAGED_NUMBER.match(outline.text, match.end(), head.end)
        if damaged is not None:
            return unclear(Span(start, damaged.end()), damaged.group(), 30), ""
    return _number_without_word(outline, head), ""


def _is_letterhead(outline: Outline, offset: int) -> bool:
    """Whether what stands before on the line is in capitals, as in a letterhead run together."""
    line = outline.line_at(offset)
    return line is not None and outline.text[line.span.start : offset].isupper()


def _number_without_word(outline: Outline, head: Span) -> Value[str]:
    """A line that is nothing but a number, its word “Số” lost."""
    for line in outline.lines_in(head):
        number = number_at(outline.text, line.span.start)
        if number is not None and number.span.end == line.span.end:
            return found(number.text, number.span, 70)
    return Value()


def _date(outline: Outline) -> tuple[Value[date], date | None]:
    """The day the document bears, and the last day it can mean where a piece is missing."""
    head = _head(outline)
    low = outline.lines[-_END_LINES].span.start if len(outline.lines) > _END_LINES else head.end
    for span in (head, Span(max(low, head.end), len(outline.text))):
        matches = [
            match
            for pattern in (_DAY_OF_DOCUMENT, _DAY_IN_FIGURES)
            for match in pattern.finditer(outline.folded, span.start, span.end)
            if _is_own_day(outline, match)
        ]
        if matches:
            return _read_day(max(matches, key=lambda match: match.start()))
    return Value(), None


def _is_own_day(outline: Outline, match: re.Match[str]) -> bool:
    line = outline.line_at(match.start("d"))
    if line is None or line.span.end - line.span.start > _LONGEST_HEAD_LINE:
        return False
    return _OTHER_DAY.search(outline.folded, line.span.start, match.start("d") - 4) is None


def _read_day(match: re.Match[str]) -> tuple[Value[date], date | None]:
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    span = Span(start, match.start() + len(match.group().rstrip(" \n.…_")))
    day, month, year = (re.sub(r"\D", "", match[piece]) for piece in ("d", "m", "y"))
    if len(year) != 4:
        return unclear(span), None
    exact = calendar_day(day, month, year) if day and month else None
    if exact is not None:
        return found(exact, span), exact
    last = int(month) if month and 1 <= int(month) <= 12 else 12
    return unclear(span), date(int(year), last, monthrange(int(year), last)[1])


def _review_year(outline: Outline) -> Value[int]:
    """The year under review, from the title, else from the sentence that closes or announces the plan."""
    for block, confidence in (
        (outline.title, 95),
        (outline.closing, 80),
        (_announcement(outline), 75),
    ):
        if block is None:
            continue
        school_year = _SCHOOL_YEAR.search(outline.folded, *block)
        if school_year is not None:
            return unclear(Span(*school_year.span()))
        years = list(_YEAR.finditer(outline.folded, *block))
        if years:
            is_only = len({match["year"] for match in years}) == 1
            return found(
                int(years[0]["year"]),
                Span(*years[0].span()),
                confidence if is_only else confidence - 25,
            )
    return Value()


def _announcement(outline: Outline) -> Span | None:
    """The words of the preamble that announce this plan, not those of the documents it rests on."""
    if outline.preamble is None:
        return None
    announced = list(_ANNOUNCED.finditer(outline.folded, *outline.preamble))
    line = outline.line_at(announced[-1].start()) if announced else None
    return Span(announced[-1].start(), line.span.end) if line else None
