"""Tỉ lệ hoàn thành xuất sắc: percent, what it is counted on, within what; small groups; raised share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tusoi.planreader.draft import RuleRow
from tusoi.planreader.special_rules.codes import RuleCode
from tusoi.planreader.special_rules.reading import NUMBER, Sentence, number

_CAP = re.compile(
    r"(?:không (?:được )?(?:vượt )?quá|không [^.;:%\d]{1,80} quá|tối đa|không vượt|không cao hơn|không lớn hơn|≤)(?: là| tỷ lệ| tỉ lệ)? ?"
    r"(?P<percent>\d{1,3}(?:[.,]\d{1,2})?) ?%(?P<after>[^;]{0,260})"
)
_THIS_SHARE = tuple(
    f"{share} {which}"
    for share in ("tỷ lệ", "tỉ lệ")
    for which in ("này", "nêu trên", "trên", "lên")
)
_OTHER_TITLES = ("chiến sĩ thi đua", "lao động tiên tiến", "lao động xuất sắc", "chiến sỹ thi đua")
_RAISED = re.compile(
    r"(?<!\w)(?:nâng|tăng|nổi trội|vượt trội|đột phá|thành tích đặc biệt)(?!\w)[^;]{0,160}$"
)
_UNIT_EXCELLENT = re.compile(
    r"(?:đơn vị|cơ quan|tổ chức|tập thể|phòng|trường)[^;,]{0,60}(?:hoàn thành |đạt )xuất sắc[^;,]{0,40}(?:thì|được)[^;]{0,120}$"
)
_BASES = (
    ("good_or_better", re.compile(r"tốt(?: nhiệm vụ)?[”\"’]? trở lên")),
    ("good", re.compile(r"hoàn thành tốt(?: nhiệm vụ)?[”\"’]?")),
    (
        "eligible",
        re.compile(r"đủ điều kiện|được đánh giá|được xếp loại|tham gia (?:đánh giá|xếp loại)"),
    ),
    ("all_staff", re.compile(r"tổng số|biên chế|số (?:cán bộ|công chức|viên chức|người|lao động)")),
)
#: The bases the rulebook can count on.
_COUNTED_BASES = frozenset({"good", "good_or_better"})
_GROUP = re.compile(
    r"(?<!\w)(?:theo |trong |của )?(?:từng |cùng |mỗi )(?:loại )?(?:đối tượng|nhóm|vị trí|chức danh|loại hình|lĩnh vực)[^.;]{0,80}"
    r"|(?<!\w)nhóm (?:đối tượng |chức danh |vị trí |có )?[^.;]{0,60}(?:tương đồng|tương đương)"
)
_UNIT = re.compile(
    r"(?<!\w)(?:trong|của|tại|theo) (?:từng|mỗi|cùng(?: một)?|phạm vi(?: từng)?) (?:cơ quan|đơn vị|tổ chức|phòng|trường|chi bộ|khoa|tổ|đội|xí nghiệp)(?!\w)[^.;]{0,60}"
)
_RECOGNISER = re.compile(r"(?<!\w)phạm vi (?:của )?cấp (?:có thẩm quyền )?công nhận")
_SMALL = re.compile(rf"(?<!\w)dưới (?P<below>{NUMBER}) (?P<of>[^;.]{{0,60}})")
_CHOSEN = re.compile(
    rf"(?:(?:được |thì )?(?:lựa chọn|chọn|xét|xếp|đề nghị)|thì được)(?: tối đa| không quá)? (?P<allowed>{NUMBER})"
    r" (?:tổ chức|tập thể|chi bộ|phòng|đơn vị|cơ quan|đảng viên|cán bộ|công chức|viên chức|người|cá nhân|đồng chí|trường hợp)"
    r"(?:[^.]{0,200}?xuất sắc(?: nhiệm vụ)?[”\"’]?)?"
)
_GOOD = re.compile(r"hoàn thành tốt")
_ALL_GOOD = re.compile(r"(?:100 ?%|tất cả|toàn bộ|đều)[^;.]{0,80}hoàn thành tốt")


def read(sentence: Sentence) -> Iterator[RuleRow]:
    if not sentence.says("xuất sắc", *_THIS_SHARE) or sentence.says(*_OTHER_TITLES):
        return
    for match in _CAP.finditer(sentence.text):
        yield from _cap(sentence, match)
    yield from _small_group(sentence)


def _cap(sentence: Sentence, match: re.Match[str]) -> Iterator[RuleRow]:
    base, base_place = _base(match)
    scope, scope_place = _scope(sentence)
    ahead = (sentence.text, 0, match.start())
    is_raised = any(mark.search(*ahead) for mark in (_RAISED, _UNIT_EXCELLENT))
    code = RuleCode.RAISED_CAP if is_raised else RuleCode.CAP
    share = number(match["percent"]) / Decimal(100)
    place = (match.start(), base_place[1] if base else match.start("after"))
    yield sentence.row(code, place, share, unit="share", base=base, scope=scope)
    if base in _COUNTED_BASES and not is_raised:
        yield sentence.row(RuleCode.CAP_BASE, base_place, base)
    if scope and not is_raised:
        yield sentence.row(RuleCode.CAP_SCOPE, scope_place, scope, confidence=85)


def _base(match: re.Match[str]) -> tuple[str, tuple[int, int]]:
    """What the percent is counted on: the first of the bases, from the narrowest wording to the widest."""
    for base, pattern in _BASES:
        found = pattern.search(match.string, match.start("after"), match.end("after"))
        if found:
            return base, (match.start("after") + 1, found.end())
    return "", (0, 0)


def _scope(sentence: Sentence) -> tuple[str, tuple[int, int]]:
    group, unit, recogniser = (
        pattern.search(sentence.text) for pattern in (_GROUP, _UNIT, _RECOGNISER)
    )
    if group and unit:
        return "group_and_unit", (min(group.start(), unit.start()), max(group.end(), unit.end()))
    for code, found in (("group", group), ("unit", unit), ("recogniser", recogniser)):
        if found:
            return code, found.span()
    return "", (0, 0)


def _small_group(sentence: Sentence) -> Iterator[RuleRow]:
    """“Nơi có dưới 05 … thì được chọn 01 …”; counted on all of the group, or on those rated good."""
    small = _SMALL.search(sentence.text)
    chosen = _CHOSEN.search(sentence.text, small.end("below")) if small else None
    if not small or not chosen:
        return
    between = (sentence.text, small.end("below"), chosen.start())
    rated, good = _ALL_GOOD.search(*between), _GOOD.search(*between)
    below, allowed = number(small["below"]), number(chosen["allowed"])
    place = (small.start(), chosen.end())
    yield sentence.row(RuleCode.SMALL_GROUP_BELOW, place, below, unit="subject")
    yield sentence.row(RuleCode.SMALL_GROUP_ALLOWED, place, allowed, unit="subject")
    if rated or good:
        yield sentence.row(RuleCode.SMALL_GROUP_BASE, place, "rated" if rated else "good")
