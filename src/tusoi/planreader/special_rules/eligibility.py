"""Điều kiện được xếp loại: months in post, since foundation, since admission; reviewed but not rated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tusoi.planreader.draft import RuleRow
from tusoi.planreader.special_rules.codes import RuleCode
from tusoi.planreader.special_rules.reading import NUMBER, Sentence, flags, number

_TOO_SHORT = re.compile(rf"(?:chưa đủ|không đủ|chưa được|dưới|ít hơn) (?P<months>{NUMBER}) tháng")
_SINCE = (
    (
        RuleCode.MONTHS_IN_POST,
        re.compile(
            r"(?:bổ nhiệm|giữ chức|nhận nhiệm vụ|thời gian công tác|công tác tại|làm việc)[^.]{0,120}$"
        ),
    ),
    (RuleCode.MONTHS_FOUNDED, re.compile(r"(?:thành lập|chia tách|sáp nhập|hợp nhất)[^.]{0,160}$")),
    (RuleCode.MONTHS_ADMITTED, re.compile(r"kết nạp[^.]{0,60}$")),
)
_WORKED = re.compile(r" (?:công tác|làm việc|giữ chức)(?!\w)")
_LEAVE = re.compile(r"(?:nghỉ|ốm|thai sản|đi học)[^.;]{0,60}$")

_STATED = flags(
    (
        RuleCode.REVIEW_WITHOUT_RATING,
        "kiểm điểm",
        r"kiểm điểm[^.;]{0,80}?nhưng (?:không|chưa)(?: thực hiện| tiến hành)?(?: việc)? (?:đánh giá|xếp loại)",
    ),
    (
        RuleCode.FORMER_UNIT_COMMENT,
        "ý kiến",
        r"(?:lấy |xin )?ý kiến[^.;]{0,100}?(?:nơi chuyển (?:giao|đi)|(?:đơn vị|cơ quan|nơi)(?: công tác| làm việc)? cũ)",
    ),
    (
        RuleCode.FORMER_UNIT_COMMENT,
        "nhận xét",
        r"nhận xét[^.;]{0,100}?(?:nơi chuyển (?:giao|đi)|(?:đơn vị|cơ quan|nơi)(?: công tác| làm việc)? cũ)",
    ),
)


def read(sentence: Sentence) -> Iterator[RuleRow]:
    yield from _STATED(sentence)
    if not sentence.says("đánh giá", "xếp loại"):
        return
    for match in _TOO_SHORT.finditer(sentence.text):
        if _LEAVE.search(sentence.text, 0, match.start()):
            continue
        months = number(match["months"])
        if _WORKED.match(sentence.text, match.end()):
            yield sentence.row(RuleCode.MONTHS_IN_POST, match.span(), months, unit="month")
            continue
        for code, since in _SINCE:
            cause = since.search(sentence.text, 0, match.start())
            if cause:
                yield sentence.row(code, (cause.start(), match.end()), months, unit="month")
