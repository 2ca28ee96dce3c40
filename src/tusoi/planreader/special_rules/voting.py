"""Biểu quyết: the majority a level needs, secret ballots."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tusoi.planreader.draft import RuleRow
from tusoi.planreader.special_rules.codes import RuleCode
from tusoi.planreader.special_rules.reading import Sentence, flags, number

_MAJORITY = re.compile(
    r"(?<!không )(?<!vượt )(?:hơn|quá|trên) (?:(?P<half>một nửa|1/2|nửa|bán)|(?P<percent>\d{1,2}(?:[.,]\d)?) ?%)"
    r"(?P<of> (?:tổng )?(?:số )?[^.;,()]{0,80})?"
)
_BASES = (
    ("attending", ("dự hội nghị", "tham dự", "có mặt", "dự họp")),
    ("summoned", ("triệu tập",)),
    ("valid", ("hợp lệ",)),
)

_STATED = flags(
    (
        RuleCode.SECRET_BALLOT,
        "kín",
        r"(?:(?:biểu quyết|bỏ phiếu|lấy phiếu|lấy ý kiến|đề xuất)[^.;]{0,40}?)?(?<!\w)(?:bằng |bỏ |lấy )?phiếu kín",
    ),
)


def read(sentence: Sentence) -> Iterator[RuleRow]:
    yield from _STATED(sentence)
    if not sentence.says("thành viên", "phiếu", "biểu quyết", "tán thành", "đồng ý"):
        return
    match = _MAJORITY.search(sentence.text)
    if match and sentence.says("mức", "xếp loại"):
        share = Decimal("0.5") if match["half"] else number(match["percent"]) / Decimal(100)
        yield sentence.row(
            RuleCode.MAJORITY, match.span(), share, unit="share", base=_base(match["of"] or "")
        )


def _base(of: str) -> str:
    return next((base for base, words in _BASES if any(word in of for word in words)), "")
