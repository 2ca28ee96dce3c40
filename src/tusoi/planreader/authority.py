"""Thẩm quyền: who decides on the rating of whom or puts a level forward, as the plan assigns it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tusoi.planreader.actors import is_body
from tusoi.planreader.draft import AuthorityRow, Span
from tusoi.planreader.subjects import entries_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.planreader.outline import Outline
    from tusoi.planreader.parts import Line, Part

_HEADING = re.compile(r"[^.;:\n]{0,60}thẩm quyền")
#: What is put forward to those who decide: “đề xuất nội dung đánh giá và mức xếp loại”.
_PROPOSE = (
    r"(?:đề nghị|đề xuất)(?:(?:,| và)? (?:nội dung|việc|nhận xét|đánh giá)){0,5}(?:,| và)? mức (?:đánh giá, )?(?:xếp loại|chất lượng)"
    r"(?: chất lượng)?"
)
_VERB = r"(?:quyết định|nhận xét|đánh giá|phân loại|xếp loại|phê duyệt|công nhận)"
_ACT = rf"(?:xem xét,? )?{_VERB}(?:,? (?:và )?{_VERB})*(?: (?:chất lượng|kết quả|mức|hằng năm|hàng năm))*"
_SUBJECT_END = r"(?=,? (?:và )?báo cáo| theo quy định| trước khi| để |[.;\n]|$)"
#: “Ban Thường vụ Tỉnh ủy xem xét, quyết định xếp loại chất lượng đối với …”
_ASSIGNS = re.compile(
    rf"(?P<body>[^.;:\n]{{3,140}}?) (?P<act>{_PROPOSE}|{_ACT})(?: đối với| cho)?(?: các)?(?: chức danh)?:? (?P<subject>[^.;\n]{{3,400}}?){_SUBJECT_END}"
)
_LIST_FOLLOWS = re.compile(
    r"(?:tập thể|cá nhân|đối tượng|chức danh)[^.;:]{0,60}(?:sau|sau đây|gồm)\W*$"
)
_DECIDES = re.compile(
    r"(?P<act>(?:(?:xem xét|nhận xét|đánh giá|thẩm định),? (?:và )?){0,3}quyết định(?! (?:số|nội dung|này|của|\d)))"
    rf"(?P<rest>(?:,? (?:và )?{_VERB})*(?: (?:chất lượng|kết quả|mức|xếp loại|đánh giá))*)"
    rf"(?:(?: đối với| cho)?(?: các)? (?P<subject>[^.;\n]{{3,160}}?){_SUBJECT_END})?"
)
_PROPOSES = re.compile(
    rf"(?P<act>{_PROPOSE})(?:(?: đối với| cho| của)(?: các)? (?P<subject>[^.;\n]{{3,160}}?){_SUBJECT_END})?"
)
_PROPOSED = re.compile(_PROPOSE)
_RATING = re.compile(r"đánh giá|xếp loại|phân loại")
#: Words behind which the body that decides is named.
_BODY_BREAK = re.compile(
    r"(?:[.;:,] |(?<!\w)(?:(?:báo cáo|trình)(?: cấp)?|đồng chí|do|để|và)(?: |$))"
)
_WEIGHS_FIRST = re.compile(
    r"(?P<body>[^.;:,\n]{3,80}?) (?:căn cứ|xem xét|tổng hợp)(?!\w)[^.;:\n]*(?:(?<!\w)(?:để|và)|,) $"
)
_LEAD = re.compile(r"(?:[-+*] )?(?:[a-zđ]\) ?)?đối với (?P<subject>[^:\n]{3,200}):")
_HEADING_SUBJECT = re.compile(r"đối với (?P<subject>[^:\n]{3,200})")
_MARK = re.compile(r"(?:[-+*•] ?)*(?:[a-zđ][.)] |\d{1,2}(?:\.\d{1,2})*[.)]? )?")
_LONGEST_BODY = 90


def authority_of(outline: Outline) -> tuple[AuthorityRow, ...]:
    """The assignments of the parts headed “Thẩm quyền …”; without any, those said in passing."""
    rows = [
        row
        for part in outline.parts
        if _is_heading(outline, part)
        for row in _assigned(outline, part)
    ]
    return _once(rows or list(_in_passing(outline)))


def _is_heading(outline: Outline, part: Part) -> bool:
    return (
        bool(_HEADING.match(outline.folded, *part.heading))
        and part.heading.end - part.heading.start < 120
    )


def _assigned(outline: Outline, part: Part) -> Iterator[AuthorityRow]:
    for line in outline.lines_in(part.body):
        start = line.span.start + _mark(line)
        match = _ASSIGNS.match(outline.folded, start, line.span.end)
        if (
            match is None
            or not outline.text[start].isupper()
            or _is_idle(outline, match, Span(*match.span("body")))
        ):
            continue
        listing = outline.part_at(line.span.start)
        if _LIST_FOLLOWS.match(match["subject"]) and listing is not None:
            yield from _listed(outline, match, listing)
        else:
            yield _row(outline, match.span("body"), match.span("act"), match.span("subject"), 95)


def _listed(outline: Outline, match: re.Match[str], part: Part) -> Iterator[AuthorityRow]:
    """One row for every body or group listed below the words “đối với tập thể, cá nhân sau”."""
    for entry, _group in entries_of(outline, part.body):
        yield AuthorityRow(
            span=Span(match.start("body"), entry.end),
            confidence=90,
            body=outline.of(Span(*match.span("body"))),
            act=outline.of(Span(*match.span("act"))),
            subject=outline.of(entry),
        )


def _in_passing(outline: Outline) -> Iterator[AuthorityRow]:
    for line in outline.lines:
        for match in _acts_in(outline, line):
            row = _decision(outline, line, match)
            if row is not None and _is_about_rating(outline, line):
                yield row


def _acts_in(outline: Outline, line: Line) -> list[re.Match[str]]:
    """Where somebody decides or puts a level forward, in order."""
    text = outline.folded[line.span.start : line.span.end]
    decides = _DECIDES.finditer(outline.folded, *line.span) if "quyết định" in text else ()
    proposes = _PROPOSES.finditer(outline.folded, *line.span) if "mức" in text else ()
    return sorted([*decides, *proposes], key=lambda match: match.start())


def _is_idle(outline: Outline, match: re.Match[str], body: Span) -> bool:
    """“Hồ sơ đề nghị mức xếp loại …”: a paper, not a body that puts a level forward."""
    return _PROPOSED.match(match["act"]) is not None and not is_body(outline, body)


def _is_about_rating(outline: Outline, line: Line) -> bool:
    return bool(_RATING.search(outline.folded, *line.span))


def _decision(outline: Outline, line: Line, match: re.Match[str]) -> AuthorityRow | None:
    body = _body_before(outline, line, match.start("act"))
    subject = _subject_of(outline, line, match)
    if body is None or subject is None or _is_idle(outline, match, Span(*body)):
        return None
    start = min(body[0], subject[0]) if subject[0] >= line.span.start else body[0]
    return AuthorityRow(
        span=Span(start, max(match.end(), start + 1)),
        confidence=85,
        body=outline.of(Span(*body)),
        act=outline.of(Span(*match.span("act"))),
        subject=outline.of(Span(*subject)),
    )


def _body_before(outline: Outline, line: Line, offset: int) -> tuple[int, int] | None:
    """The body named right before the act; behind “… căn cứ … để” the one that opens the clause."""
    low = max(line.span.start + _mark(line), offset - 300)
    opening = max(outline.text.rfind(mark, low, offset) for mark in (": ", ". ", "; "))
    clause_start = opening + 2 if opening >= 0 else low
    weighs = _WEIGHS_FIRST.fullmatch(outline.folded, clause_start, offset)
    if weighs is not None:
        return _named(outline, *weighs.span("body"))
    start = clause_start
    for match in _BODY_BREAK.finditer(outline.folded, clause_start, offset):
        start = match.end()
    return _named(outline, start, offset - 1)


def _named(outline: Outline, start: int, end: int) -> tuple[int, int] | None:
    """A body begins with a capital and is no sentence."""
    is_name = 2 < end - start <= _LONGEST_BODY and outline.text[start].isupper()
    return (start, end) if is_name else None


def _subject_of(outline: Outline, line: Line, match: re.Match[str]) -> tuple[int, int] | None:
    """Whom it concerns: the words after the act, made exact by “Đối với …” above them."""
    lead = _LEAD.match(outline.folded, *line.span)
    if lead is not None:
        return lead.span("subject")
    told = match.span("subject") if match["subject"] else None
    for part in reversed(outline.parts_around(line.span.start)):
        heading = _HEADING_SUBJECT.match(outline.folded, *part.heading)
        if heading is not None and (not told or match["subject"] in heading["subject"]):
            return heading.span("subject")
    return told


def _row(
    outline: Outline,
    body: tuple[int, int],
    act: tuple[int, int],
    subject: tuple[int, int],
    confidence: int,
) -> AuthorityRow:
    words = outline.of(Span(*subject)).rstrip(" ,.;:")
    return AuthorityRow(
        span=Span(body[0], subject[0] + len(words)),
        confidence=confidence,
        body=outline.of(Span(*body)),
        act=outline.of(Span(*act)),
        subject=words,
    )


def _mark(line: Line) -> int:
    match = _MARK.match(line.text)
    return match.end() if match else 0


def _once(rows: list[AuthorityRow]) -> tuple[AuthorityRow, ...]:
    known: dict[tuple[str, str, bool], AuthorityRow] = {}
    for row in rows:
        known.setdefault((row.body, row.subject, bool(_PROPOSED.match(row.act))), row)
    return tuple(known.values())
