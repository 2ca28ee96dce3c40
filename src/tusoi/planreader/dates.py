"""Ngày tháng trong văn bản: the days, windows and relative terms of a text, with the words that bound them.

Works on plain text in any case. The date of a cited document is never a moment; fractions, decimals,
versions and telephone numbers are none either.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from tusoi.planreader.draft import Span
from tusoi.planreader.normal import folded
from tusoi.rulebook.facts import LabelledEnum

if TYPE_CHECKING:
    from collections.abc import Iterator


class Repeat(LabelledEnum):
    """Chu kỳ lặp lại của thời hạn."""

    YEARLY = "yearly", "Hằng năm"
    QUARTERLY = "quarterly", "Hằng quý"
    MONTHLY = "monthly", "Hằng tháng"


@dataclass(frozen=True, slots=True)
class Moment:
    """Ngày, khoảng ngày đọc được: in ISO form, or as a rule in the words of the text.

    `is_limit` where the text bounds it (“trước”, “trong”, “chậm nhất” …); `inclusive` tells whether
    the day itself still counts, None where the text does not say. `lone` is the date without those words.
    """

    span: Span
    lone: Span
    day: str = ""
    begins: str = ""
    rule: str = ""
    inclusive: bool | None = None
    is_limit: bool = False
    repeats: str = ""
    confidence: int = 100


_D = r"(?:0?[1-9]|[12]\d|3[01])"
_M = r"(?:0?[1-9]|1[0-2])"
_Y = r"(?:19|20)\d\d"
_FREE_LEFT = r"(?<![\w/.,-])"
_FREE_RIGHT = r"(?![\w/%]|-\w|[.,]\d| ?%)"
_QUARTER = r"(?:iv|i{1,3}|[1-4])\b"


def _calendar(day: str, month: str, year: str, *, needs_month: bool = True) -> str:
    """A day as figures or words; the names of the three groups, the year (and the month) may be missing."""
    figures = rf" ?[/.-] ?(?P<{month}>{_M})(?: ?[/.-] ?(?P<{year}>{_Y}))?"
    words = rf" tháng (?P<{month}_w>{_M})(?:(?: năm |/)(?P<{year}_w>{_Y}))?"
    return rf"(?P<{day}>{_D})(?:{figures}|{words}){'' if needs_month else '?'}"


_WINDOW = re.compile(
    rf"(?:từ (?:ngày )?|ngày ){_calendar('d1', 'm1', 'y1', needs_month=False)}"
    rf"(?: ?[-–] ?| (?:đến|tới) )(?:hết )?(?:ngày )?{_calendar('d', 'm', 'y')}{_FREE_RIGHT}"
)
_DAY = re.compile(
    rf"(?:ngày (?:(?P<d1>{_D})(?: và |, ?))?)?{_FREE_LEFT}{_calendar('d', 'm', 'y')}{_FREE_RIGHT}"
)
_DAY_OF_QUARTER = re.compile(
    rf"(?:ngày )?{_FREE_LEFT}{_D}(?:(?:/|, ?| và ){_D})* ?(?:của )?(?:tháng )(?:cuối|đầu|giữa|thứ \w+)(?: của)?"
    rf"(?: mỗi| từng| hằng| hàng)? quý(?: sau| tiếp theo| này| liền kề)?"
)
_DAY_OF_MONTH = re.compile(rf"ngày {_D} (?:(?:hằng|hàng|mỗi|của) tháng|tháng (?:sau|kế tiếp))")
_MONTH = re.compile(rf"tháng (?P<m>{_M})(?:(?: năm |/)(?P<y>{_Y}))?(?!\d|/)")
_YEAR_QUARTER = re.compile(rf"quý (?P<q>{_QUARTER})(?:(?:/| năm )(?P<y>{_Y}))?")
_WORKING_DAYS = re.compile(
    r"(?<![\w.,/-])\d{1,3} (?:\(\w+(?: \w+)?\) )?ngày(?! \d)(?: làm việc)?"
    r"(?P<anchor> (?:trước|kể từ|tính từ|từ|sau)(?: khi| ngày| thời điểm)? [^.;,:()\n]{1,80})?"
)
_ANY = re.compile(
    "|".join(
        rf"(?P<{name}>{re.sub(r'[?]P<[a-z0-9_]+>', '?:', pattern.pattern)})"
        for name, pattern in {
            "window": _WINDOW,
            "day_of_quarter": _DAY_OF_QUARTER,
            "day_of_month": _DAY_OF_MONTH,
            "working_days": _WORKING_DAYS,
            "day": _DAY,
            "month": _MONTH,
            "quarter": _YEAR_QUARTER,
        }.items()
    )
)

#: The words in front of a date, read backwards from it.
_REACH = 120
_CLOCK = r"(?:\d{1,2} ?(?:giờ|h|g|:) ?(?:\d\d)? ?(?:phút|')?,? ?(?:sáng|chiều)?,? ?)?"
_WEEKDAY = r"(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?: tuần \w+)?,? ?(?:\()?)?"
_BOUND = re.compile(
    r"(?<!\w)(?P<words>(?:(?:chậm|muộn) nhất|không (?:quá|muộn hơn|chậm hơn|chậm quá))(?:[ :]*(?:là|vào|đến|trong|trước|hết|thời điểm))*"
    r"|(?P<aside>tính đến|kể từ|bắt đầu từ|có hiệu lực từ|từ|sau)(?: hết)?"
    r"|(?:xong )?trước(?: hết| thời điểm)?|(?:xong )?(?:ngay )?trong|(?:từ nay )?(?:đến |tới )?(?:trước |hết )|(?:từ nay )?(?:đến|tới|cho đến)"
    r"|(?:thời )?hạn(?: cuối| chót| cuối cùng| nộp| gửi| hoàn thành)?(?: là| đến| vào)?:?)"
    rf"[ :]*{_CLOCK}{_WEEKDAY}(?:ngày ?)?$"
)
_AROUND_MONTH = re.compile(
    r"(?<!\w)(?:trong|trước|hết|đến|khoảng|cuối|đầu|giữa|vào)(?: khoảng| hết| cuối| đầu| giữa)* $"
)
_AT_LEAST = re.compile(
    r"(?<!\w)(?P<words>(?:ít|chậm|muộn) nhất(?: là| trong| sau| trước)*|tối thiểu(?: là| trước)?|không quá"
    r"|trong(?: thời hạn| vòng| thời gian)?|sau|trước) $"
)
_BEFORE_MEETING = re.compile(
    r"(?<!\w)trước (?:cho|khi|hội nghị|cuộc họp|ngày họp|ngày|đến) ?[^.;:()\n]*$"
)
_LINK = re.compile(r" ?(?:,|;|và|hoặc|,? ?và)? ?$")
_LINK_IN_BRACKETS = re.compile(r" ?\([^()\d;.\n]{1,60}: ?")
_SAME_SENTENCE = re.compile(r"[^.;\n]*")
_YEARLY_AFTER = re.compile(r"\)?,? (?:hằng|hàng|mỗi|của mỗi|các) năm(?!\w)")
_YEARLY_BEFORE = re.compile(
    r"(?<!\w)(?:hằng|hàng|mỗi) năm,? (?:xong )?(?:trước |vào |từ )?(?:ngày )?$"
)
_VAGUE = re.compile("khoảng|cuối|đầu|giữa")
_OF_DOCUMENT = re.compile(
    r"(?:\d{1,5}(?:/\d{4})?[-/][a-zđ][\w&./-]*|(?:nghị định|quyết định|quy định|hướng dẫn|thông tư|nghị quyết"
    r"|công văn|kế hoạch|kết luận|chỉ thị|thông báo|luật|tờ trình|quy chế|công điện) (?:số )?\d[\w/.-]{0,20})"
    r"(?:,? (?:của|do) [^.;:()\n]{1,80})?,?(?: ban hành| ký)? (?:ngày )?$"
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
#: A season ends in the first months of the year after the one reviewed.
_SEASON_ENDS = 3
_LEAP_YEAR = 2024
#: So many days in a row without a year are days of every year.
_LIST_FROM = 3


class _Find(NamedTuple):
    """One hit of `_ANY` with what its reading depends on."""

    text: str
    match: re.Match[str]
    before: Moment | None
    year: int | None

    @property
    def lone(self) -> Span:
        return Span(self.match.start(), self.match.end())

    def behind(self, pattern: re.Pattern[str], start: int | None = None) -> re.Match[str] | None:
        """What stands directly in front of the hit (or of `start`)."""
        end = self.match.start() if start is None else start
        return pattern.search(self.text, max(0, end - _REACH), end)

    def pieces(self, pattern: re.Pattern[str]) -> dict[str, str]:
        """The named pieces of the hit; words and figures under one name."""
        again = pattern.match(self.text, self.match.start(), self.match.end())
        found = again.groupdict() if again else {}
        return {name.removesuffix("_w"): value for name, value in found.items() if value}

    @property
    def is_of_document(self) -> bool:
        return self.behind(_OF_DOCUMENT) is not None

    @property
    def goes_on(self) -> bool:
        """Whether it continues the list of days the moment before began."""
        before = self.before
        if before is None or not before.day:
            return False
        between = (before.span.end, self.lone.start)
        return any(link.fullmatch(self.text, *between) for link in (_LINK, _LINK_IN_BRACKETS))


def moments_in(text: str, year: int | None = None) -> tuple[Moment, ...]:
    """Every moment of the text in order; `year` completes days that name none."""
    lowered = folded(text)
    found: list[Moment] = []
    for match in _ANY.finditer(lowered):
        read = _READERS[match.lastgroup or ""]
        moment = read(_Find(lowered, match, found[-1] if found else None, year))
        if moment is not None:
            found.append(_as_written(moment, text, lowered))
    listed = [moment for run in _runs(found, lowered) for moment in _repeated(run)]
    return tuple(_yearly_together(listed, lowered))


def follows(text: str, before: Moment, moment: Moment) -> bool:
    """Whether two moments stand in one list (“05/4, 05/7 và 05/10”)."""
    return _LINK.fullmatch(text, before.span.end, moment.span.start) is not None


def _as_written(moment: Moment, text: str, lowered: str) -> Moment:
    """The rule in the letters of the text; “hằng năm” behind a day belongs to it."""
    after = _YEARLY_AFTER.match(lowered, moment.span.end)
    end = after.end() if after else moment.span.end
    rule = moment.span.of(text) if moment.rule else ""
    return replace(moment, span=Span(moment.span.start, end), rule=rule)


def _window(find: _Find) -> Moment | None:
    parts = find.pieces(_WINDOW)
    repeats = _yearly(find.text, find.lone)
    own = parts.get("y")
    end = _iso(parts["d"], parts["m"], own, find.year, repeats)
    begin = _iso(parts["d1"], parts.get("m1", parts["m"]), parts.get("y1", own), find.year, repeats)
    if not end or not begin or find.is_of_document:
        return None
    return Moment(
        span=find.lone,
        lone=find.lone,
        day=end,
        begins=begin,
        inclusive=True,
        is_limit=True,
        repeats=repeats,
        confidence=_confidence(own, repeats, end),
    )


def _single_day(find: _Find) -> Moment | None:
    parts = find.pieces(_DAY)
    lone = find.lone
    repeats = _yearly(find.text, lone)
    day = _iso(parts["d"], parts["m"], parts.get("y"), find.year, repeats)
    bound = find.behind(_BOUND)
    is_named = "y" in parts or find.text.startswith("ngày", lone.start)
    if not day or not (is_named or bound or find.goes_on):
        return None
    confidence = _confidence(parts.get("y"), repeats, day)
    begins = parts.get("d1", "") and day[:-2] + f"{int(parts['d1']):02d}"
    moment = Moment(
        span=lone, lone=lone, day=day, begins=begins, repeats=repeats, confidence=confidence
    )
    if bound:
        return _bounded(moment, bound)
    if find.goes_on and find.before:
        return replace(moment, inclusive=find.before.inclusive, is_limit=find.before.is_limit)
    return None if find.is_of_document else moment


def _bounded(moment: Moment, bound: re.Match[str]) -> Moment:
    moment = replace(moment, span=Span(bound.start(), moment.span.end))
    if bound["aside"]:
        return moment
    return replace(moment, inclusive=_inclusive(bound["words"]), is_limit=True)


def _inclusive(words: str) -> bool | None:
    if "trước" in words:
        return False
    return True if re.search("trong|hết|nhất|không|hạn", words) else None


def _of_period(find: _Find) -> Moment | None:
    """“ngày 23 của tháng cuối quý”, “ngày 25 hằng tháng”: a rule in the words of the text."""
    repeats = Repeat.QUARTERLY if find.match.lastgroup == "day_of_quarter" else Repeat.MONTHLY
    moment = Moment(
        span=find.lone,
        lone=find.lone,
        rule=find.match.group(),
        is_limit=True,
        repeats=repeats,
        confidence=90,
    )
    bound = find.behind(_BOUND)
    return _bounded(moment, bound) if bound else moment


def _month(find: _Find) -> Moment | None:
    """“trong tháng 12”: the whole month; “khoảng”, “cuối”, “đầu” only as a rule."""
    parts = find.pieces(_MONTH)
    month = int(parts["m"])
    return _period(find, (month, month), parts.get("y"))


def _quarter(find: _Find) -> Moment | None:
    parts = find.pieces(_YEAR_QUARTER)
    number = _ROMAN.get(parts["q"]) or int(parts["q"])
    return _period(find, (number * 3 - 2, number * 3), parts["y"]) if "y" in parts else None


def _period(find: _Find, months: tuple[int, int], own: str | None) -> Moment | None:
    around = find.behind(_AROUND_MONTH)
    if not around:
        return None
    span = Span(around.start(), find.lone.end)
    repeats = _yearly(find.text, span)
    rule = span.of(find.text)
    moment = Moment(span=span, lone=span, rule=rule, is_limit=True, repeats=repeats, confidence=70)
    if _VAGUE.search(rule):
        return moment
    first = _iso("1", str(months[0]), own, find.year, repeats)
    if "trước" in rule:
        return replace(moment, day=first, inclusive=False, confidence=80)
    days = monthrange(int(own or find.year or _LEAP_YEAR), months[1])[1]
    last = _iso(str(days), str(months[1]), own, find.year, repeats)
    return replace(moment, begins=first, day=last, inclusive=True, confidence=90)


def _working_days(find: _Find) -> Moment | None:
    """“ít nhất 03 ngày làm việc”, “trong 05 ngày làm việc kể từ ngày công khai”."""
    least = find.behind(_AT_LEAST)
    is_anchored = least is not None and " từ" in find.match.group()
    if "làm việc" not in find.match.group() and not is_anchored:
        return None
    start = least.start() if least else find.lone.start
    ahead = find.behind(_BEFORE_MEETING, start)
    span = Span(ahead.start() if ahead else start, find.lone.end)
    return Moment(
        span=span,
        lone=Span(start, find.lone.end),
        rule=span.of(find.text),
        is_limit=True,
        inclusive=True,
        confidence=90,
    )


_READERS = {
    "window": _window,
    "day": _single_day,
    "day_of_quarter": _of_period,
    "day_of_month": _of_period,
    "month": _month,
    "quarter": _quarter,
    "working_days": _working_days,
}


def _iso(day: str, month: str, own: str | None, year: int | None, repeats: str) -> str:
    """ISO day, `--12-30` where no year is known; empty for a day no calendar has."""
    d, m = int(day), int(month)
    likely = _likely_year(m, year) if year and not repeats else None
    y = int(own) if own else likely
    if d > monthrange(y or _LEAP_YEAR, m)[1]:
        return ""
    return f"{y:04d}-{m:02d}-{d:02d}" if y else f"--{m:02d}-{d:02d}"


def _likely_year(month: int, year: int) -> int:
    return year + 1 if month <= _SEASON_ENDS else year


def _confidence(own: str | None, repeats: str, day: str) -> int:
    if own:
        return 100
    if repeats:
        return 95
    if day.startswith("--"):
        return 50
    return 90 if int(day[5:7]) > _SEASON_ENDS else 70


def _yearly(text: str, span: Span) -> str:
    ahead = _YEARLY_BEFORE.search(text, max(0, span.start - _REACH), span.start)
    return Repeat.YEARLY if ahead or _YEARLY_AFTER.match(text, span.end) else ""


def _runs(found: list[Moment], text: str) -> Iterator[list[Moment]]:
    """Moments that stand in one list, together."""
    run: list[Moment] = []
    for moment in found:
        if run and not follows(text, run[-1], moment):
            yield run
            run = []
        run.append(moment)
    if run:
        yield run


def _repeated(run: list[Moment]) -> list[Moment]:
    """“05/4, 05/7, 05/10, 05/11”: a list of days without a year returns every year."""
    is_list = len(run) >= _LIST_FROM and all(_names_no_year(moment) for moment in run)
    if not is_list:
        return run
    return [
        replace(moment, day=f"--{moment.day[-5:]}", repeats=Repeat.YEARLY, confidence=75)
        for moment in run
    ]


def _yearly_together(moments: list[Moment], text: str) -> list[Moment]:
    """“trước ngày 05/12, gửi về trước ngày 10/12 hằng năm”: both return every year."""
    for at in range(len(moments) - 2, -1, -1):
        here, after = moments[at], moments[at + 1]
        if (
            after.repeats == Repeat.YEARLY
            and _names_no_year(here)
            and _SAME_SENTENCE.fullmatch(text, here.span.end, after.span.start)
        ):
            day = f"--{here.day[-5:]}"
            moments[at] = replace(here, day=day, repeats=Repeat.YEARLY, confidence=85)
    return moments


def _names_no_year(moment: Moment) -> bool:
    return bool(moment.day) and not (moment.begins or moment.repeats) and moment.confidence < 100
