"""Hội nghị kiểm điểm: circulation of drafts, least length, when all staff meet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tusoi.planreader.draft import RuleRow
from tusoi.planreader.special_rules.codes import RuleCode
from tusoi.planreader.special_rules.reading import NUMBER, Sentence, number

_WORKING_DAYS = re.compile(
    rf"(?:ít nhất|tối thiểu|chậm nhất|trước)(?: là| trước)? (?P<days>{NUMBER}) ngày làm việc"
)
_DRAFT = r"(?:dự thảo|báo cáo kiểm điểm|bản kiểm điểm|bản tự kiểm điểm|tài liệu)"
_SENT = re.compile(
    rf"{_DRAFT}[^.;]{{0,200}}(?:gửi|xin ý kiến|lấy ý kiến)|(?:gửi|xin ý kiến về|lấy ý kiến về)[^.;]{{0,60}}{_DRAFT}"
)
_LENGTH = re.compile(
    rf"(?:tối thiểu|ít nhất|không dưới|không ít hơn|trong thời gian|(?<=kiểm điểm )trong|(?<=cá nhân )trong|(?<=tập thể )trong|thời gian kiểm điểm[^.;()]{{0,40}}?)(?: là|:)? (?P<days>{NUMBER}) (?:ngày|buổi)(?! làm việc)(?! \d)(?! (?:kể từ|trước|sau|tính))"
)
_SUGGESTED = re.compile(r"gợi ý(?: kiểm điểm)?[^.;()]{0,60}$")
_COMMITTEE = re.compile(
    r"ban thường vụ (?:tỉnh ủy|thành ủy|các tỉnh|đảng ủy trực thuộc trung ương)[^.;()]{0,100}$"
)
_POSTS_FROM = re.compile(
    rf"(?:có )?từ (?P<posts>{NUMBER}) (?:biên chế|người|công chức|cán bộ)[^.;()]{{0,40}}?trở lên"
)
_POSTS_BELOW = re.compile(rf"(?:có )?dưới (?P<posts>{NUMBER}) (?:biên chế|người|công chức|cán bộ)")


def read(sentence: Sentence) -> Iterator[RuleRow]:
    yield from _circulation(sentence)
    yield from _length(sentence)
    yield from _attendance(sentence)


def _circulation(sentence: Sentence) -> Iterator[RuleRow]:
    match = _WORKING_DAYS.search(sentence.text)
    sent = _SENT.search(sentence.text, 0, match.start()) if match else None
    if match and sent:
        place = (max(sent.start(), match.start() - 200), match.end())
        yield sentence.row(
            RuleCode.CIRCULATION_DAYS, place, number(match["days"]), unit="working_day"
        )


def _length(sentence: Sentence) -> Iterator[RuleRow]:
    """“tối thiểu 1,5 ngày (nơi có gợi ý kiểm điểm tối thiểu 02 ngày)”."""
    if not sentence.says("kiểm điểm"):
        return
    end = 0
    for match in _LENGTH.finditer(sentence.text):
        ahead = (sentence.text, end, match.start())
        code = RuleCode.MEETING_DAYS
        if _SUGGESTED.search(*ahead):
            code = RuleCode.MEETING_DAYS_SUGGESTED
        elif _COMMITTEE.search(*ahead):
            code = RuleCode.MEETING_DAYS_COMMITTEE
        half = 2 if match.group().endswith("buổi") else 1
        yield sentence.row(code, match.span(), number(match["days"]) / half, unit="day")
        end = match.end()


def _attendance(sentence: Sentence) -> Iterator[RuleRow]:
    """From so many posts on the key officials meet, below it all staff."""
    if not sentence.says("hội nghị cán bộ chủ chốt", "hội nghị toàn thể"):
        return
    match = _POSTS_FROM.search(sentence.text) or _POSTS_BELOW.search(sentence.text)
    if match:
        yield sentence.row(
            RuleCode.ALL_STAFF_BELOW, match.span(), number(match["posts"]), unit="post"
        )
