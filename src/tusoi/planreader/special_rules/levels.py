"""Mức và cấp độ: four degrees of a criterion, the ceiling of the head, comparison of equal posts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tusoi.planreader.draft import RuleRow
from tusoi.planreader.special_rules.codes import RuleCode
from tusoi.planreader.special_rules.reading import Sentence, flags
from tusoi.rulebook.facts import Degree

_QUOTES = r"[”“\"'’‘]?"
_DEGREES = re.compile(
    r"cấp độ[^.;]{0,40}?"
    + r"(?:,| và|;)? ?".join(f"{_QUOTES}{degree.label.lower()}{_QUOTES}" for degree in Degree)
)
_HEAD = re.compile(
    r"(?:người đứng đầu|trưởng (?:đơn vị|phòng|cơ quan)|thủ trưởng|hiệu trưởng)[^.;]{0,80}?không (?:được )?[^.;]{0,40}?cao hơn[^.;]{0,20} (?:mức|kết quả|tập thể|cơ quan|đơn vị|tổ chức)[^,.;]{0,80}"
)
_NEWCOMER = re.compile(
    r"trừ [^.;]{0,60}?(?:mới (?:được )?(?:chuyển đến|điều động|luân chuyển|bổ nhiệm|về|nhận))[^.;]{0,100}"
)

_STATED = flags(
    (
        RuleCode.EQUAL_POSTS_COMPARED,
        "so sánh",
        r"so sánh (?:giữa |với )?(?:các )?(?:vị trí|chức danh|chức vụ)[^.;]{0,30}tương (?:đương|đồng)",
    ),
)


def read(sentence: Sentence) -> Iterator[RuleRow]:
    yield from _STATED(sentence)
    degrees = _DEGREES.search(sentence.text)
    if degrees:
        yield sentence.row(
            RuleCode.FOUR_DEGREES, degrees.span(), Decimal(len(Degree)), unit="degree"
        )
    head = _HEAD.search(sentence.text)
    if head:
        yield sentence.row(RuleCode.HEAD_CEILING, head.span())
        newcomer = _NEWCOMER.search(sentence.text, head.start())
        if newcomer:
            yield sentence.row(RuleCode.HEAD_CEILING_NEWCOMER, newcomer.span())
