"""Khen thưởng: registration at the start of the year, the level from which one may be nominated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tusoi.planreader.draft import RuleRow
from tusoi.planreader.special_rules.codes import RuleCode
from tusoi.planreader.special_rules.reading import Sentence, flags
from tusoi.rulebook.facts import RatingLevel

_FROM = re.compile(
    r"xếp loại[^.;]{0,20}?hoàn thành (?P<level>xuất sắc|tốt)(?: nhiệm vụ)?(?P<up>[”\"’]? trở lên)?[^.;]{0,220}?"
    r"(?:đề nghị|xét|xem xét)(?: [^.;]{1,30})? khen thưởng"
)
_LEVELS = {"xuất sắc": RatingLevel.EXCELLENT, "tốt": RatingLevel.GOOD}

_STATED = flags(
    (
        RuleCode.AWARD_REGISTRATION,
        "đăng ký",
        r"(?:phải (?:có )?|có |căn cứ (?:vào )?)?(?:bản |bảng )?đăng ký [^.;]{0,40}?thi đua[^.;]{0,60}?đầu năm",
    ),
)


def read(sentence: Sentence) -> Iterator[RuleRow]:
    yield from _STATED(sentence)
    match = _FROM.search(sentence.text)
    if match:
        yield sentence.row(RuleCode.AWARDS_FROM, match.span(), _LEVELS[match["level"]].value)
