"""Ai thực hiện: whom a clause of a plan speaks of – its subject, its “đối với …”, or the heading above it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tusoi.planreader.draft import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.planreader.outline import Outline

_QUANTIFIER = r"(?:\d{1,3} )?(?:(?:tất cả |toàn bộ )?(?:các|từng|mỗi|những|toàn thể) )?"
_NOUN = (
    r"(?:tập thể|cá nhân|tổ chức (?:cơ sở )?đảng|cấp (?:cơ sở|phòng|đơn vị|xã|huyện|tỉnh)|văn phòng|phòng|ban|sở|chi bộ|chi ủy|đảng ủy|đảng bộ|đảng viên|cấp ủy|đơn vị|cơ quan|trường"
    r"|nhà trường|khoa|tổ(?! chức)|hội đồng|thường trực|ủy ban|ubnd|hđnd|công chức|viên chức|cán bộ|người lao động|trưởng|phó"
    r"|thủ trưởng|người đứng đầu|giám đốc|hiệu trưởng|chánh|bí thư|chủ tịch|(?:viện|(?:chi |tổng )?cục) trưởng|lãnh đạo|công đoàn|đoàn|tòa án|tòa|cục|chi cục"
    r"|tổng cục|trung tâm|bệnh viện|bộ phận|bảo hiểm|kho bạc|đội|hội|mặt trận|đồng chí|đ/c|thành viên|giáo viên|xã"
    r"|phường|thị trấn|huyện|doanh nghiệp|công ty|tổng công ty|chi nhánh|hải quan|viện)(?!\w)"
)
_VERB = (
    r"(?:tổ chức(?! (?:đảng|chính trị|đoàn|cơ sở|cán bộ|huyện ủy|tỉnh ủy|thành ủy|trung ương|hành chính))|hoàn thiện|hoàn thành|gửi|nộp|xây dựng|phải|tham mưu|làm|viết|báo cáo"
    r"|tổng hợp|có trách nhiệm|thực hiện|triển khai|gắn|tiến hành|được|trình|lập|chuẩn bị|rà soát|thẩm định"
    r"|chịu trách nhiệm|căn cứ|chủ trì|tự|kiểm điểm|đánh giá|xem xét|thông báo|công khai|họp|cập nhật|nhập|phê duyệt"
    r"|bố trí|giúp|chỉ đạo|hướng dẫn|xong|đăng ký|bình xét|quyết định|phối hợp|khẩn trương|nghiêm túc|chủ động|cần|sẽ"
    r"|khắc phục|nhận xét|chấm điểm|cho điểm|tự chấm|ký|niêm yết|xếp loại|dùng|sử dụng|có quyền)(?!\w)"
)
_UNDER = r"(?: thuộc (?:diện|thẩm quyền) [^.;:()|\n]{1,120}?(?:quản lý|đánh giá(?:, xếp loại)?(?: chất lượng)?)(?!\w))?"
_SUBJECT = re.compile(rf"{_QUANTIFIER}{_NOUN}[^.;:()|\n]{{0,140}}?{_UNDER}(?<! và)(?= {_VERB})")
_CONCERNING = re.compile(
    rf"(?<!\w)đối với (?!kiểm điểm|việc)(?P<who>[^.;:()|\n]{{2,160}}?)(?=:|;|$|\n|, (?!{_NOUN}|{_QUANTIFIER}{_NOUN}|quản lý)| {_VERB})"
)
_OWNER = re.compile(
    rf"(?<!\w)của (?P<who>{_QUANTIFIER}{_NOUN}[^.,;:()|\n]{{0,80}}?)(?=(?: được)? (?:gửi|nộp)(?!\w))"
)
_WHOLE = re.compile(rf"{_QUANTIFIER}{_NOUN}[^.:()|\n]{{0,140}}$")
_PLACE = re.compile(
    rf"(?<!\w)(?:tại|ở|của|đối với|đánh giá|kiểm điểm|cho) (?P<who>{_QUANTIFIER}{_NOUN}[^.:()|\n]{{0,140}})$"
)
#: “16 chi bộ” counts who acts; a figure further on belongs to something else.
_FIGURE_INSIDE = re.compile(r"\D\d")
#: The sign of a list item: “- ”, “+ ”, “(1) ”, “a) ”, “1.1. ”, “3- ”.
ITEM_MARK = r"(?:[-+*•|] ?)*(?:\(?(?:\d{1,2}\.){0,3}\w{1,3}[.)/-]{1,2} )?(?:bước \d{1,2} ?[:.] )?"
_ITEM_MARK = re.compile(ITEM_MARK)
_LEAD = re.compile(
    r"(?:trên cơ sở|sau khi|căn cứ|để|khi|theo|trước|ngay sau|kết thúc|từ|trong|hằng|hàng|định kỳ|yêu cầu|đề nghị|giao)(?!\w)"
)
_AFTER_LEAD = re.compile(r", |: |; |(?<!\w)(?:thì|yêu cầu|đề nghị|giao) ")
_AFTER_LABEL = re.compile(r": |; |(?<!\w)thì ")


#: “- Thực hiện: Văn phòng Sở.”: the line of a step that names who takes it.
_PERFORMER = re.compile(
    rf"(?m)^{ITEM_MARK}(?:(?:đơn vị|người|bộ phận|cơ quan|cá nhân) )?(?:thực hiện|chủ trì|phụ trách|chịu trách nhiệm)(?: thực hiện)?"
    r" ?: ?(?P<who>[^.;\n]{2,160})"
)
_LONGEST_STEP = 1500
#: A longer heading is a sentence; only its beginning can name a body.
_LONGEST_HEADING = 300


def subject_in(outline: Outline, clause: Span) -> Span | None:
    """Who acts: the subject before the first verb, at the start of the clause or after its lead."""
    for start in _starts(outline, clause):
        match = _SUBJECT.match(outline.folded, start, clause.end)
        if match and not _FIGURE_INSIDE.search(match.group()):
            return Span(match.start(), match.end())
    return None


def _starts(outline: Outline, clause: Span) -> Iterator[int]:
    text = outline.folded
    bullet = _ITEM_MARK.match(text, clause.start, clause.end)
    start = bullet.end() if bullet else clause.start
    yield start
    marks = _AFTER_LEAD if _LEAD.match(text, start) else _AFTER_LABEL
    for match in marks.finditer(text, start, clause.end):
        yield match.end()


def concerned_in(outline: Outline, clause: Span, *, first: bool = False) -> Span | None:
    """“đối với các đơn vị trực thuộc, …”; the last one of the clause, or the first."""
    found = [
        _group(match) for match in _CONCERNING.finditer(outline.folded, clause.start, clause.end)
    ]
    return found[0 if first else -1] if found else None


def labelled_in(outline: Outline, clause: Span) -> Span | None:
    """“Các cơ quan chuyên môn, UBND các xã: hoàn thành …”."""
    mark = _ITEM_MARK.match(outline.folded, clause.start, clause.end)
    start = mark.end() if mark else clause.start
    colon = outline.text.find(":", start, min(clause.end, start + _LONGEST_HEADING))
    label = Span(start, colon)
    return label if colon > start and is_body(outline, label) else None


def owner_in(outline: Outline, clause: Span) -> Span | None:
    """“Hồ sơ của các đơn vị gửi về …”."""
    match = _OWNER.search(outline.folded, clause.start, clause.end)
    return _group(match) if match else None


def named_above(outline: Outline, offset: int) -> Span | None:
    """The nearest heading that is a body or people (“3.1. Các phòng, đơn vị trực thuộc Sở”), or ends in one."""
    parts = list(reversed(outline.parts_around(offset)))
    for part in parts:
        heading = _trimmed(outline, part.heading)
        if _WHOLE.match(outline.folded, heading.start, heading.end) and not _is_clause(
            outline, heading
        ):
            return heading
    for part in parts:
        heading = _trimmed(outline, part.heading)
        match = _PLACE.search(outline.folded, heading.start, heading.end)
        if match:
            return _group(match)
    return None


def performer_in(outline: Outline, offset: int) -> Span | None:
    """Who a line of the same step names as taking it."""
    part = outline.part_at(offset)
    if part is None:
        return None
    end = min(part.body.end, part.body.start + _LONGEST_STEP)
    match = _PERFORMER.search(outline.folded, part.body.start, end)
    return _group(match) if match else None


def is_body(outline: Outline, span: Span) -> bool:
    """Whether the words name a body or people and say nothing else."""
    return _WHOLE.fullmatch(outline.folded, span.start, span.end) is not None and not _is_clause(
        outline, span
    )


def _is_clause(outline: Outline, span: Span) -> bool:
    return _SUBJECT.match(outline.folded, span.start, span.end) is not None


def _trimmed(outline: Outline, heading: Span) -> Span:
    text = outline.text[heading.start : min(heading.end, heading.start + _LONGEST_HEADING)]
    return Span(heading.start, heading.start + len(text.rstrip(" .;:,")))


def _group(match: re.Match[str]) -> Span:
    return Span(match.start("who"), match.end("who"))
