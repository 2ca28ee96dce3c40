"""Danh mục hồ sơ: the papers a dossier holds, listed for each kind of subject."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tusoi.planreader.actors import ITEM_MARK, concerned_in, named_above, subject_in
from tusoi.planreader.draft import DossierItem, DossierRow, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tusoi.planreader.outline import Line, Outline

_TITLE = r"(?:về |thành phần |danh mục |thủ tục,? )?hồ sơ(?!\w)"
_HEADING = re.compile(
    rf"{ITEM_MARK}(?:điều \d{{1,2}}\. )?(?P<title>{_TITLE}[^:;\n]{{0,200}}?)(?::|$)"
)
_INSIDE = re.compile(r"(?<!\w)hồ sơ(?!\w)[^:;.\n]{0,120}? gồm(?: có)?[^:;.\n]{0,40}:")
_LABEL = re.compile(rf"{ITEM_MARK}(?P<title>[^:;.\n]{{2,80}}:) ?\(1\)")
_DOSSIER_HEADING = re.compile(_TITLE)
_CONTAINS = re.compile(r"(?<!\w)gồm(?: có)?(?!\w)")
_MARK = re.compile(
    r"(?P<bullet>(?:[-+*•] ?){0,2})(?P<number>\(\d{1,2}\)|\d{1,2}[.)](?!\d)|[a-zđ]\))? ?(?=\S)"
)
_NO_ITEM = re.compile(
    r"(?:thời (?:gian|hạn|điểm)|nơi (?:nhận|gửi)|số lượng|lưu ý|đối với|yêu cầu|gửi (?:về|hồ sơ)|các (?:phòng|đơn vị) gửi)(?!\w)"
)
_OPTIONAL = re.compile(r"(?<!\w)(?:nếu|khi) có(?!\w)")
_SUBJECT = re.compile(
    r"(?<!\w)(?:các |từng )?(?:tổ chức (?:cơ sở )?đảng|tập thể|cá nhân|đảng viên|công chức|viên chức|cán bộ|cơ quan|đơn vị"
    r"|chi bộ|đảng bộ|phòng|người đứng đầu|lãnh đạo|(?:phó )?(?:tổng )?(?:giám đốc|chủ tịch|bí thư|hiệu trưởng|chánh|trưởng)|danh hiệu thi đua|thi đua|khen thưởng)(?!\w)[^.:()\n]*?(?=$|:| gồm| bao gồm| được)"
)
_AWARDS = re.compile(
    r"(?<!\w)(?:các )?(?:danh hiệu thi đua|hình thức khen thưởng|thi đua|khen thưởng)(?!\w)[^.;,:()\n]{0,60}"
)
#: No dossier lists more papers; bounds how far from its heading a list is read.
_MOST_ITEMS = 100
_NUMBERED = re.compile(r"\(\d{1,2}\) ?")
_SEMICOLONS = re.compile(r"; ?")
_COMMAS = re.compile(r", | và ")
#: What a paper is called; behind a comma other words go on with the paper before.
_PAPER = re.compile(
    r"(?:\d{1,2} )?(?:các |những )?(?:bản|báo cáo|biên bản|phiếu|bảng|tờ trình|danh sách|văn bản|quyết định|tài liệu|công văn|kế hoạch"
    r"|đơn|hồ sơ|giấy|ý kiến|kết luận|kết quả|nhận xét|minh chứng|hình ảnh|cam kết|bằng chứng|sơ yếu|lý lịch|bài|sổ|tóm tắt)(?!\w)"
)


class _Mark(NamedTuple):
    """The sign in front of a list item: its kind, and its number where it has one."""

    kind: str
    number: int | None
    end: int


def dossiers_of(outline: Outline) -> tuple[DossierRow, ...]:
    """Every list of papers, with the kind of subject it is for."""
    rows = (_dossier(outline, at) for at in range(len(outline.lines)))
    return tuple(row for row in rows if row is not None)


def _dossier(outline: Outline, at: int) -> DossierRow | None:
    line = outline.lines[at]
    title = _title(outline, line)
    if title is None:
        return None
    says_contains = _CONTAINS.search(outline.folded, title.start, title.end) is not None
    items = _listed(outline, at + 1) if _ends_line(outline, line, title) else []
    confidence = 95
    if not items and outline.text[title.end - 1] == ":":
        items, confidence = _in_line(outline, _rest_of_sentence(outline, line, title))
        if not says_contains and not all(_is_paper(outline, item) for item in items):
            return None
    if len(items) < 2 - says_contains:
        return None
    user = _user(outline, title, at, items)
    return DossierRow(
        span=Span(line.span.start, items[-1].span.end),
        confidence=confidence if user else confidence - 20,
        used_by=outline.of(user) if user else "",
        items=tuple(items),
    )


def _title(outline: Outline, line: Line) -> Span | None:
    """From “hồ sơ” to its colon, or to the end of a heading."""
    match = _HEADING.match(outline.folded, line.span.start, line.span.end)
    if match:
        return Span(match.start("title"), match.end())
    match = _INSIDE.search(outline.folded, line.span.start, line.span.end)
    return Span(match.start(), match.end()) if match else _label(outline, line)


def _label(outline: Outline, line: Line) -> Span | None:
    """“1. Cá nhân: (1) …; (2) …” below a heading “Hồ sơ”."""
    match = _LABEL.match(outline.folded, line.span.start, line.span.end)
    if match is None:
        return None
    above = outline.parts_around(line.span.start)[:-1]
    is_below = any(_DOSSIER_HEADING.match(outline.folded, *part.heading) for part in above)
    return Span(match.start("title"), match.end("title")) if is_below else None


def _is_paper(outline: Outline, item: DossierItem) -> bool:
    return _PAPER.match(outline.folded, *item.span) is not None


def _rest_of_sentence(outline: Outline, line: Line, title: Span) -> Span:
    sentence = outline.sentence_at(title.end)
    return Span(title.end, sentence.end if sentence else line.span.end)


def _ends_line(outline: Outline, line: Line, title: Span) -> bool:
    return not outline.text[title.end : line.span.end].strip()


def _opens_list(outline: Outline, line: Line) -> bool:
    """A dossier of its own, not a paper called “hồ sơ”."""
    title = _title(outline, line)
    return title is not None and outline.text[title.end - 1] == ":"


def _listed(outline: Outline, at: int) -> list[DossierItem]:
    """The items below the heading: one kind of mark throughout, numbers in sequence; blank lines do not matter."""
    items: list[DossierItem] = []
    last: _Mark | None = None
    for line in islice(outline.lines, at, at + _MOST_ITEMS):
        mark = _mark(outline, line)
        if last and _is_below(mark, last):
            continue
        is_other = mark.number is None and _NO_ITEM.match(outline.folded, mark.end)
        if is_other or _opens_list(outline, line) or not _goes_on(mark, last):
            break
        items.append(_item(outline, Span(mark.end, line.span.end)))
        last = mark
    return items


def _mark(outline: Outline, line: Line) -> _Mark:
    match = _MARK.match(outline.folded, line.span.start, line.span.end)
    if match is None:
        return _Mark("", None, line.span.start)
    number = match["number"] or ""
    if number:
        figure = number.strip("().")
        order = int(figure) if figure.isdigit() else ord(figure)
        return _Mark(re.sub(r"\w+", "n" if figure.isdigit() else "a", number), order, match.end())
    return _Mark(match["bullet"].replace(" ", ""), None, match.end())


def _is_below(mark: _Mark, last: _Mark) -> bool:
    """A paper of a paper: “+” under “-”, any bullet under a number."""
    return (last.kind, mark.kind) == ("-", "+") or (
        last.number is not None and mark.kind in {"-", "+"}
    )


def _goes_on(mark: _Mark, last: _Mark | None) -> bool:
    if last is None:
        return mark.kind != "" and mark.number in {None, 1, ord("a")}
    follows = mark.number is None or last.number is None or mark.number == last.number + 1
    return mark.kind == last.kind and follows


def _in_line(outline: Outline, rest: Span) -> tuple[list[DossierItem], int]:
    """“Hồ sơ gồm: (1) …; (2) …”, “…: báo cáo; biên bản”, least surely “…: báo cáo, biên bản và …”."""
    text = outline.text
    for splitter, confidence in ((_NUMBERED, 95), (_SEMICOLONS, 85), (_COMMAS, 60)):
        cuts = [match.span() for match in splitter.finditer(text, rest.start, rest.end)]
        if splitter is _COMMAS:
            cuts = [cut for cut in cuts if _PAPER.match(outline.folded, cut[1])]
        if not cuts:
            continue
        starts = [rest.start, *(end for _, end in cuts)]
        ends = [*(start for start, _ in cuts), rest.end]
        spans = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
        return [
            _item(outline, span) for span in spans if text[span.start : span.end].strip(" ;,.")
        ], confidence
    return [], 0


def _item(outline: Outline, span: Span) -> DossierItem:
    written = outline.of(span)
    start = span.start + len(written) - len(written.lstrip(" ;,."))
    end = span.start + len(written.rstrip(" ;.,"))
    inside = Span(start, max(end, start + 1))
    return DossierItem(
        span=inside,
        text=outline.of(inside),
        is_optional=_OPTIONAL.search(outline.folded, inside.start, inside.end) is not None,
    )


def _user(outline: Outline, title: Span, at: int, items: Sequence[DossierItem]) -> Span | None:
    """Named in the title; “đối với …” in the line or above it in the part; the heading; what the papers say."""
    line = outline.lines[at]
    match = _SUBJECT.search(outline.folded, title.start, title.end)
    if match:
        return _tidy(outline, Span(match.start(), match.end()))
    return (
        concerned_in(outline, line.span)
        or _concerned_above(outline, at)
        or named_above(outline, line.span.start)
        or subject_in(outline, line.span)
        or _awards(outline, items)
    )


def _concerned_above(outline: Outline, at: int) -> Span | None:
    """The nearest line above, in the same part, that begins with “đối với …”."""
    part = outline.part_at(outline.lines[at].span.start)
    for above in reversed(outline.lines[max(0, at - _MOST_ITEMS) : at]):
        if part is None or above.span.start < part.span.start:
            return None
        mark = _mark(outline, above)
        if outline.folded.startswith("đối với", mark.end):
            return concerned_in(outline, Span(mark.end, above.span.end), first=True)
    return None


def _awards(outline: Outline, items: Sequence[DossierItem]) -> Span | None:
    match = _AWARDS.search(outline.folded, items[0].span.start, items[-1].span.end)
    return _tidy(outline, Span(match.start(), match.end())) if match else None


def _tidy(outline: Outline, span: Span) -> Span:
    return Span(span.start, span.start + len(outline.of(span).rstrip(" ,;.:")))
