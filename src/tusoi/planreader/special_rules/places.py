"""Nơi kiểm điểm: cell and workplace, concurrent posts, small collectives, reuse of one review."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tusoi.planreader.draft import RuleRow
from tusoi.planreader.special_rules.codes import RuleCode
from tusoi.planreader.special_rules.reading import NUMBER, Sentence, flags, number

_TWO_PLACES = re.compile(
    rf"kiểm điểm(?: [^.;]{{0,30}})?(?:ở|tại) (?P<places>{NUMBER}) nơi(?! trên)"
)
_SMALL = re.compile(
    rf"(?:tập thể|cấp ủy|lãnh đạo)[^.;]{{0,60}}?dưới (?P<members>{NUMBER}) (?:thành viên|đồng chí|người)[^.;]{{0,20}}?kiểm điểm[^.;)]{{0,80}}"
)
_REPORT_ONLY = re.compile(
    r"kiêm nhiệm[^.;]{0,160}?không (?:phải )?kiểm điểm[^.;]{0,80}?nhưng phải báo cáo[^.;]{0,140}"
)
_NOT_FULL_TIME = re.compile(r"không (?:thực hiện nhiệm vụ )?chuyên trách")
_DUTIES_ONLY = re.compile(r"kiêm nhiệm[^.;]{0,140}?chỉ kiểm điểm[^.;]{0,100}?nhiệm vụ[^.;]{0,40}")

_STATED = flags(
    (
        RuleCode.AT_CELL,
        "chi bộ",
        r"đảng viên (?:[^.;,]{0,40}?)?(?:ở|tại) chi bộ(?: nơi)?(?: đảng viên)? (?:đang )?sinh hoạt(?: chính thức)?",
    ),
    (RuleCode.HIGHEST_POST, "cao nhất", r"(?:ở|tại) nơi (?:giữ )?chức vụ cao nhất"),
    (
        RuleCode.EQUAL_POSTS_BY_TIME,
        "tương đương",
        r"tương đương[^.;]{0,60}?(?:kiểm điểm|đánh giá|xếp loại)[^.;]{0,80}?thời gian công tác nhiều hơn",
    ),
    (
        RuleCode.SUSPENDED_AT_CELL,
        "đình chỉ",
        r"cấp ủy viên[^.;]{0,20}?đình chỉ[^.;]{0,180}?kiểm điểm (?:ở|tại) chi bộ(?: nơi đang sinh hoạt)?",
    ),
    (
        RuleCode.CELL_WITHOUT_COMMITTEE,
        "chi ủy",
        r"chi bộ không có chi ủy(?: thì)? kiểm điểm[^.;)]{0,60}",
    ),
    (
        RuleCode.CELL_REUSES_REVIEW,
        "đã được kiểm điểm",
        r"đảng viên đã được kiểm điểm[^.;]{0,240}?không (?:phải )?(?:trình bày|kiểm điểm) lại",
    ),
    (
        RuleCode.CELL_REUSES_REVIEW,
        "đã kiểm điểm",
        r"đảng viên đã kiểm điểm[^.;]{0,240}?không (?:phải )?(?:trình bày|kiểm điểm) lại",
    ),
)


def read(sentence: Sentence) -> Iterator[RuleRow]:
    yield from _STATED(sentence)
    if not sentence.says("kiểm điểm"):
        return
    two = _TWO_PLACES.search(sentence.text)
    if two:
        yield sentence.row(RuleCode.TWO_PLACES, two.span(), number(two["places"]), unit="place")
    small = _SMALL.search(sentence.text)
    if small:
        yield sentence.row(
            RuleCode.SMALL_COLLECTIVE, small.span(), number(small["members"]), unit="member"
        )
    yield from _concurrent_post(sentence)


def _concurrent_post(sentence: Sentence) -> Iterator[RuleRow]:
    report = _REPORT_ONLY.search(sentence.text)
    if report and _NOT_FULL_TIME.search(report.group()):
        yield sentence.row(RuleCode.CONCURRENT_POST, report.span(), "report_only")
    duties = _DUTIES_ONLY.search(sentence.text)
    if duties:
        yield sentence.row(RuleCode.CONCURRENT_POST, duties.span(), "duties_only")
