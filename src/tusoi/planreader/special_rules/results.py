"""Kết quả và kiến nghị: length of summaries, notice, publication, reserved opinions, complaints in writing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tusoi.planreader.draft import RuleRow
from tusoi.planreader.special_rules.codes import RuleCode
from tusoi.planreader.special_rules.reading import NUMBER, Sentence, flags, number

_PAGES = re.compile(
    rf"(?:tóm tắt|tổng hợp|báo cáo|bản nhận xét)[^.;]{{0,160}}?(?:độ dài|không quá|tối đa|dài|trong)(?: khoảng| là| tối đa)? (?P<pages>{NUMBER}) trang"
)
_LENGTHS = {Decimal("0.5"): "half_page", Decimal(1): "one_page"}
_SUMMARIES = (
    (RuleCode.UNIT_REPORT, re.compile(r"báo cáo[^.;]{0,60}(?:phòng|ban|đơn vị)(?!\w)")),
    (RuleCode.LEADER_SUMMARY, re.compile(r"cá nhân|lãnh đạo")),
)
_COMPLAINT = ("kiến nghị", "khiếu nại")
_DAYS = rf"(?P<days>{NUMBER}) ngày(?P<working> làm việc)?"
_LODGED = re.compile(
    rf"(?:trong|không quá|chậm nhất)(?: thời hạn| vòng)? {_DAYS},? (?:kể từ|từ|tính từ|sau)[^.;]{{0,80}}?(?:công khai|thông báo|công bố|nhận được (?:kết quả|thông báo))"
)
_ANSWERED = re.compile(
    rf"(?:trả lời|giải quyết|xem xét|kết luận)[^.;,]{{0,80}}?(?:trong|không quá|chậm nhất)(?: thời hạn| vòng| là)? {_DAYS}"
)
_ANSWERED_AFTER = re.compile(
    rf"(?:trong|không quá|chậm nhất)(?: thời hạn| vòng)? {_DAYS},? (?:kể từ|từ|tính từ|sau)[^.;]{{0,60}}?nhận(?: được)? (?:đơn|kiến nghị|khiếu nại|văn bản)"
)

_STATED = flags(
    (
        RuleCode.RESULT_NOTICE,
        "thông báo",
        r"(?:kết quả|nội dung|mức)[^.;:]{0,100}?(?:được )?thông báo (?:bằng văn bản )?(?:đến|tới|cho) [^.;]{0,60}?(?:tập thể|cá nhân|đối tượng|công chức|viên chức|đảng viên|cán bộ|đơn vị)",
    ),
    (
        RuleCode.RESULT_PUBLISHED,
        "công khai",
        r"(?<!ngày )(?<!khi )công khai (?:kết quả|mức|theo quy định|(?:trong|tại|trên) (?:cơ quan|đơn vị|cuộc họp|hội nghị|bảng tin|trang))",
    ),
    (
        RuleCode.RESULT_PUBLISHED,
        "công khai",
        r"kết quả[^.;]{0,80}?(?:được |phải )công khai(?: theo quy định)?",
    ),
    (
        RuleCode.RESERVED_OPINION,
        "bảo lưu",
        r"(?:có quyền|được)(?: quyền)? [^.;]{0,40}?bảo lưu ý kiến[^.;,]{0,40}",
    ),
    (
        RuleCode.COMPLAINT_IN_WRITING,
        "bằng văn bản",
        r"(?:khiếu nại|kiến nghị)[^.;,]{0,20}? bằng văn bản",
    ),
    (
        RuleCode.ANSWER_IN_WRITING,
        "bằng văn bản",
        r"(?:khiếu nại|kiến nghị)[^.]{0,260}?(?:thông báo|trả lời)(?: kết quả)? bằng văn bản",
    ),
)


def read(sentence: Sentence) -> Iterator[RuleRow]:
    yield from _STATED(sentence)
    yield from _length(sentence)
    if sentence.says(*_COMPLAINT):
        yield from _clock(sentence, (_LODGED,), RuleCode.COMPLAINT_DAYS, in_working_days=False)
        answers = (_ANSWERED, _ANSWERED_AFTER)
        yield from _clock(sentence, answers, RuleCode.ANSWER_DAYS, in_working_days=True)


def _length(sentence: Sentence) -> Iterator[RuleRow]:
    """Pages of a summary; the rulebook knows two lengths, for two kinds of summary."""
    pages = _PAGES.search(sentence.text)
    if pages is None:
        return
    count = number(pages["pages"])
    yield sentence.row(RuleCode.SUMMARY_PAGES, pages.span(), count, unit="page")
    length = _LENGTHS.get(count)
    kind = next((code for code, pattern in _SUMMARIES if pattern.search(pages.group())), None)
    if length and kind:
        yield sentence.row(kind, pages.span(), length)


def _clock(
    sentence: Sentence,
    patterns: tuple[re.Pattern[str], ...],
    code: RuleCode,
    *,
    in_working_days: bool,
) -> Iterator[RuleRow]:
    """A number of days; the parameter of the rulebook counts in one kind of day only."""
    match = next(filter(None, (pattern.search(sentence.text) for pattern in patterns)), None)
    if match:
        is_working = match["working"] is not None
        unit = "working_day" if is_working else "day"
        parameter = code.parameter if is_working == in_working_days else ""
        yield sentence.row(
            code, match.span(), number(match["days"]), unit=unit, parameter=parameter
        )
