"""Đối tượng: the collectives and individuals a plan reviews or rates, and those it leaves out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tusoi.planreader.draft import AuthorityRow, Span, SubjectRow
from tusoi.planreader.normal import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tusoi.planreader.outline import Outline
    from tusoi.planreader.parts import Line, Part

_SUBJECT_HEADING = re.compile(
    r"(?:về |các |phạm vi(?: và|,) |phạm vi[,;]? )?đối tượng|phạm vi(?: áp dụng)?\W*$"
)
_EXEMPT_HEADING = re.compile(
    r"(?:các )?(?:đối tượng|trường hợp)[^.;:\n]{0,40}(?:không|chưa|miễn)|không (?:thực hiện )?(?:kiểm điểm|đánh giá)"
)
_OTHER_MATTER = re.compile(
    r"nội dung|thời gian|thời điểm|cách thức|hồ sơ|tiêu chí|trình tự|quy trình|phương pháp|nơi kiểm điểm|trách nhiệm"
)
_GROUP = re.compile(
    r"(?:về |đối với |các )?(?:(?P<collective>tập thể(?: lãnh đạo,? quản lý)?|tổ chức(?: cơ sở)? đảng|đơn vị)"
    r"|(?P<individual>cá nhân(?: cán bộ)?(?: lãnh đạo,? quản lý)?|đảng viên|cán bộ, công chức, viên chức))\W*$"
)
_COLLECTIVE = re.compile(
    r"(?:\d{1,3} )?(?:các |những |từng |toàn thể )?(?:tập thể|ban(?! giám đốc)|(?:tỉnh |huyện |thành )?đoàn(?! viên)|(?:tỉnh|huyện|thành|quận) ủy|chi ủy|đảng ủy|đảng bộ|chi bộ|cấp ủy|thường trực"
    r"|ủy ban|hội đồng|phòng|tổ|khoa|trung tâm|cơ quan|đơn vị|tổ chức|sở|chi cục|trường(?! hợp)|đoàn thể|công đoàn)(?!\w)"
)
_POST = re.compile(
    r"(?:các )?(?:chánh|phó|trưởng|giám đốc|bí thư|chủ tịch|hiệu trưởng|thành viên|ủy viên)(?!\w)"
)
_EXCLUSION = re.compile(
    r"(?P<lead>[ ,(]*(?:ngoại trừ|trừ|không (?:bao )?gồm|không áp dụng (?:đối với|cho))(?!\w)[: ]*)(?P<who>[^).;\n]{3,300})\)?"
)
_NOT_RATED = re.compile(
    r"(?:chưa|không|miễn)(?: thực hiện| tiến hành| xem xét,?)? (?:việc )?(?:kiểm điểm|đánh giá|xếp loại)"
    r"(?:,? (?:và )?(?:kiểm điểm|đánh giá|xếp loại))*(?: chất lượng)?(?: năm \d{4})?(?: đối với)?[: ]+(?P<who>[^.;\n]{3,300})"
)
_THEN_NOT_RATED = re.compile(
    r"(?P<who>[^.;\n]{3,300}?)(?:,? thì (?:không|chưa)(?: thực hiện| tiến hành| xem xét,?)? (?:việc )?(?:kiểm điểm|đánh giá|xếp loại)(?!\w)"
    r"|,? (?:không|chưa) (?:kiểm điểm|đánh giá|xếp loại)(?:, xếp loại)?(?: chất lượng)?\W*$)"
)
_LEFT_OUT = re.compile(
    r"(?:các |những )?(?:trường hợp|đối tượng) (?:không|chưa|miễn|được miễn)[^.;:\n]{0,60}: ?(?P<who>[^.;\n]{3,300})"
)
_THIS_DOCUMENT = re.compile(
    r"(?:kế hoạch|hướng dẫn|quy định|quy chế|công văn|văn bản|nội dung)(?: này)?\W*$"
)
_APPLIES = re.compile(r"[^.;\n]{0,120}?(?<!không )áp dụng (?:đối với|cho):? ")
_PROSE = re.compile(
    r"(?:thực hiện|theo|căn cứ|việc|trong|khi|thời gian|hồ sơ|nội dung|trường hợp(?! (?:không|chưa|miễn)))(?!\w)"
)
_MARK = re.compile(
    r"(?:[-+*•] ?)*(?:[a-zđ][.)] ?|[IVX]{1,4} ?[.)-] |\d{1,2}(?:\.\d{1,2})* ?[.)-]? |\(\d{1,2}\) ?)?"
)
_LONGEST_SUBJECT, _LONGEST_HEADING = 400, 120


class Subjects(NamedTuple):
    """Đối tượng và các trường hợp loại trừ."""

    subjects: tuple[SubjectRow, ...]
    exclusions: tuple[SubjectRow, ...]


def subjects_of(outline: Outline, authority: Iterable[AuthorityRow] = ()) -> Subjects:
    """Those named under “Đối tượng …”; without such a part, those over whom somebody decides."""
    rows: list[SubjectRow] = []
    exclusions: list[SubjectRow] = []
    for part in _subject_parts(outline):
        _read_part(outline, part, rows, exclusions)
    return Subjects(_once(rows or _decided_upon(outline, authority)), _once(exclusions))


def is_collective(text: str) -> bool:
    """Whether words name a body rather than persons."""
    low = folded(text)
    return bool(_COLLECTIVE.match(low)) and not _POST.match(low)


def entries_of(outline: Outline, body: Span) -> Iterator[tuple[Span, bool | None]]:
    """Each body or group listed in a stretch, and whether its heading calls it collective."""
    group: bool | None = None
    for stretch in _stretches(outline, body):
        colon = outline.text.find(":", *stretch)
        label_end = colon if colon >= 0 else stretch.end
        heading = _GROUP.match(outline.folded, stretch.start, label_end)
        listed = stretch
        if heading is not None:
            group = heading["collective"] is not None
            listed = Span(min(label_end + 1, stretch.end), stretch.end)
        if colon != stretch.end - 1:
            yield from ((span, group) for span in _clauses(outline, listed))


def _stretches(outline: Outline, body: Span) -> Iterator[Span]:
    """What follows the heading on its own line, then every line without its bullet or number."""
    first = outline.line_at(body.start)
    if first is not None and first.span.start < body.start:
        yield Span(min(body.start + 1, first.span.end), first.span.end)
    for line in outline.lines_in(body):
        yield Span(line.span.start + _mark_length(line), line.span.end)


def _subject_parts(outline: Outline) -> list[Part]:
    """The innermost parts headed “Đối tượng …”, and those of their own that leave people out."""
    named = [part for part in outline.parts if _heads(outline, part, _SUBJECT_HEADING)]
    innermost = [
        part
        for at, part in enumerate(named)
        if at + 1 == len(named) or named[at + 1].span.start >= part.span.end
    ]
    exempt = [part for part in outline.parts if _heads(outline, part, _EXEMPT_HEADING)]
    lone = [
        part for part in exempt if not set(outline.parts_around(part.span.start)) & set(innermost)
    ]
    return sorted([*innermost, *lone], key=lambda part: part.span)


def _heads(outline: Outline, part: Part, pattern: re.Pattern[str]) -> bool:
    """Whether the part has a heading of that sort and something below it."""
    length = part.heading.end - part.heading.start
    return (
        length <= _LONGEST_HEADING
        and part.body.end - part.body.start > 2
        and bool(pattern.match(outline.folded, *part.heading))
    )


def _read_part(
    outline: Outline, part: Part, rows: list[SubjectRow], exclusions: list[SubjectRow]
) -> None:
    for span, group in entries_of(outline, part.body):
        around = [inner for inner in outline.parts_around(span.start) if inner.level >= part.level]
        if _in_other_matter(outline, part, around):
            continue
        kept, left_out = _without_exclusion(outline, span)
        exclusions += [_row(outline, each) for each in left_out]
        if kept is None:
            continue
        is_exempt = any(_heads(outline, inner, _EXEMPT_HEADING) for inner in around)
        (exclusions if is_exempt else rows).append(_row(outline, kept, group))


def _in_other_matter(outline: Outline, part: Part, around: list[Part]) -> bool:
    """Whether a line stands in a part below that is about something else than subjects."""
    return any(
        _OTHER_MATTER.search(
            outline.folded, inner.heading.start, min(inner.heading.end, inner.heading.start + 60)
        )
        for inner in around
        if inner.level > part.level and inner.body.end > inner.body.start + 1
    )


def _without_exclusion(outline: Outline, span: Span) -> tuple[Span | None, list[Span]]:
    """A clause without its “(trừ …)”, and those left out by it."""
    patterns = (_NOT_RATED, _LEFT_OUT, _THEN_NOT_RATED)
    not_rated = next(filter(None, (each.match(outline.folded, *span) for each in patterns)), None)
    if not_rated is not None:
        return None, [_trimmed(outline, Span(*not_rated.span("who")))]
    exclusion = _EXCLUSION.search(outline.folded, *span)
    if exclusion is None:
        return span, []
    left_out = _trimmed(outline, Span(*exclusion.span("who")))
    kept = _trimmed(outline, Span(span.start, exclusion.start()))
    names_subject = kept.end > kept.start and not _THIS_DOCUMENT.match(outline.folded, *kept)
    return (kept if names_subject else None), [left_out] if left_out.end > left_out.start else []


def _clauses(outline: Outline, span: Span) -> Iterator[Span]:
    """The clauses of a line between semicolons that stand outside brackets, prose left out."""
    depth, start = 0, span.start
    for at in range(span.start, span.end + 1):
        letter = outline.text[at] if at < span.end else ";"
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == ";" and (depth <= 0 or at == span.end):
            clause = _trimmed(outline, _after_applies(outline, Span(start, at)))
            start, depth = at + 1, 0
            if 2 < clause.end - clause.start <= _LONGEST_SUBJECT and not _PROSE.match(
                outline.folded, *clause
            ):
                yield clause


def _after_applies(outline: Outline, span: Span) -> Span:
    match = _APPLIES.match(outline.folded, *span)
    return Span(match.end(), span.end) if match else span


def _trimmed(outline: Outline, span: Span) -> Span:
    text = outline.of(span)
    start = span.start + len(text) - len(text.lstrip(" \n,.:;-+*"))
    return Span(start, max(start, span.start + len(text.rstrip(" \n,.:;(-"))))


def _mark_length(line: Line) -> int:
    match = _MARK.match(line.text)
    return match.end() if match else 0


def _row(outline: Outline, span: Span, group: bool | None = None) -> SubjectRow:
    text = outline.of(span)
    named = is_collective(text) if group is None else group
    return SubjectRow(
        span=span, text=text, is_collective=named, confidence=80 if group is None else 95
    )


def _decided_upon(outline: Outline, authority: Iterable[AuthorityRow]) -> list[SubjectRow]:
    rows = []
    for row in authority:
        at = outline.text.find(row.subject, *row.span)
        if at >= 0:
            span = Span(at, at + len(row.subject))
            rows.append(
                SubjectRow(
                    span=span,
                    text=row.subject,
                    is_collective=is_collective(row.subject),
                    confidence=80,
                )
            )
    return rows


def _once(rows: Iterable[SubjectRow]) -> tuple[SubjectRow, ...]:
    """Each subject once, however often and in whatever spelling it is named."""
    known: dict[str, SubjectRow] = {}
    for row in rows:
        known.setdefault(folded(row.text), row)
    return tuple(known.values())
