"""Cơ quan ban hành: from the letterhead, else from the sentence that announces or closes the document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tusoi.planreader.draft import ReadState, Span, Value
from tusoi.planreader.normal import LOWER, UPPER

if TYPE_CHECKING:
    from tusoi.planreader.outline import Line, Outline

_MOTTO = re.compile(
    r"cộng h(?:òa|oà) xã hội chủ nghĩa việt nam|độc lập ?[-–] ?tự do ?[-–] ?hạnh phúc|đảng cộng sản việt nam"
)
_NOT_AN_ISSUER = re.compile(
    r"^số|(?:^|\W)(?:số:|ngày|dự thảo|mật|khẩn|thứ|trang chủ|đăng|website|http|v/v|kính gửi|phụ lục|mẫu)(?:\W|$)"
)
#: A second line of the letterhead that only tells where the body of the first line is.
_PLACE_LINE = re.compile(
    r"(?:khu vực|phường|xã|thị trấn|thị xã|huyện|quận|thành phố|tỉnh)(?! (?:ủy|đoàn))(?!\w)"
)
#: A union issues by its committee, which is named below it.
_UNION, _COMMITTEE_LINE = (
    re.compile(r"(?:hội|đoàn|(?:liên |tổng )?(?:đoàn|công đoàn))(?!\w)"),
    re.compile(r"ban (?:chấp hành|thường vụ)(?!\w)"),
)
_CAPITAL_WORDS = re.compile(rf"[{UPPER}\d][^{LOWER}]{{3,}}")
_ANNOUNCES = re.compile(
    r" (?:xây dựng|ban hành|báo cáo|đề ra|lập|thông báo|hướng dẫn|triển khai|đề nghị|yêu cầu|quy định)"
    r"(?: (?:kế hoạch|hướng dẫn|báo cáo|quy định|quy chế|thông báo)| [^.;\n]{0,300}?như sau)"
)
#: What ends the words before an issuer: a clause, or a comma followed by a capital.
_CLAUSE_BREAK = re.compile(rf"[.;:] +|, +(?=[{UPPER}])|\n")
_NAME = re.compile(rf"[{UPPER}][^.;:\n]{{1,110}}")
_CLOSING_OF = re.compile(
    rf" của (?P<issuer>[{UPPER}][^.;:,/\n]{{1,100}}?)(?=[./;,]|$| (?:đề nghị|yêu cầu))"
)
_TITLE_OF = re.compile(rf" của (?P<issuer>[{UPPER}][^.;:,/\n]{{1,100}})$")
_ON_BEHALF = re.compile(rf"(?:T/?M|TL|TUQ)\b[. ]+(?P<issuer>[{UPPER}][^\n]{{3,80}})")


def issuer_of(outline: Outline, number: Value[str], symbol: str) -> Value[str]:
    """Who issued the document; the symbol of its number is only a hint."""
    for read in (_letterhead, _announcer, _closer, _titled, _on_behalf):
        value = read(outline)
        if value.state is ReadState.FOUND:
            return value
    office = re.split(r"[-/]", symbol)[-1] if symbol else ""
    if office and number.span is not None:
        return Value(office, ReadState.UNCLEAR, number.span, 30)
    return Value()


def _value(outline: Outline, span: Span, confidence: int) -> Value[str]:
    text = outline.of(span)
    kept = Span(span.start, span.start + len(text.rstrip(" ,.-–")))
    return Value(" ".join(outline.of(kept).split()), ReadState.FOUND, kept, confidence)


def _letterhead(outline: Outline) -> Value[str]:
    """The last line in capitals above number and day, the national motto beside it left out."""
    if outline.header is None:
        return Value()
    best: Span | None = None
    for line in outline.lines_in(outline.header):
        span = _issuer_in(outline, line)
        if span is not None:
            goes_on = best is not None and _goes_on(outline, best, span)
            best = Span(best.start, span.end) if best is not None and goes_on else span
        if best is not None and _is_number_line(outline, line):
            break
    return _value(outline, best, 90) if best else Value()


def _goes_on(outline: Outline, above: Span, line: Span) -> bool:
    """Whether a line of the letterhead says of which place or by which committee the body above it issues."""
    is_committee = _UNION.match(outline.folded, above.start) and _COMMITTEE_LINE.match(
        outline.folded, line.start
    )
    return bool(is_committee or _PLACE_LINE.match(outline.folded, line.start))


def _issuer_in(outline: Outline, line: Line) -> Span | None:
    low = outline.folded[line.span.start : line.span.end]
    motto = _MOTTO.search(low)
    end = line.span.start + (motto.start() if motto else len(low))
    words = _CAPITAL_WORDS.match(outline.text, line.span.start, end)
    if words is None or words.end() < end or _NOT_AN_ISSUER.search(low, 0, end - line.span.start):
        return None
    return Span(line.span.start, end)


def _is_number_line(outline: Outline, line: Line) -> bool:
    return outline.folded.startswith("số", line.span.start)


def _announcer(outline: Outline) -> Value[str]:
    """“… Sở Công Thương xây dựng Kế hoạch …” at the end of the preamble."""
    if outline.preamble is None:
        return Value()
    for verb in reversed(list(_ANNOUNCES.finditer(outline.folded, *outline.preamble))):
        low = max(outline.preamble.start, verb.start() - 160)
        breaks = list(_CLAUSE_BREAK.finditer(outline.text, low, verb.start()))
        for start in [
            *(each.end() for each in reversed(breaks)),
            *([low] if low == outline.preamble.start else []),
        ]:
            name = _NAME.match(outline.text, start, verb.start())
            if name is not None and name.end() == verb.start() and not _opens_basis(outline, start):
                return _value(outline, Span(start, verb.start()), 90)
    return Value()


def _opens_basis(outline: Outline, start: int) -> bool:
    return outline.folded.startswith(
        ("căn cứ", "thực hiện", "theo ", "xét ", "kế hoạch", "hướng dẫn"), start
    )


def _closer(outline: Outline) -> Value[str]:
    """“Trên đây là Kế hoạch … của Văn phòng UBND tỉnh./.”"""
    if outline.closing is None:
        return Value()
    matches = list(_CLOSING_OF.finditer(outline.text, *outline.closing))
    return _value(outline, Span(*matches[-1].span("issuer")), 75) if matches else Value()


def _titled(outline: Outline) -> Value[str]:
    """“Kiểm điểm … năm 2025 của Chi cục Kiểm lâm”: the title names whose plan it is."""
    match = _TITLE_OF.search(outline.text, *outline.title) if outline.title else None
    return _value(outline, Span(*match.span("issuer")), 60) if match else Value()


def _on_behalf(outline: Outline) -> Value[str]:
    """“TM. ỦY BAN NHÂN DÂN” above the signer's name."""
    match = _ON_BEHALF.search(outline.text, *outline.signer) if outline.signer else None
    return _value(outline, Span(*match.span("issuer")), 60) if match else Value()
