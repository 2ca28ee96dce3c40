"""Biểu mẫu: every form the plan names by a code, and who is to use it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tusoi.planreader.actors import concerned_in, subject_in
from tusoi.planreader.body import Body, one_after_another, sentence_around
from tusoi.planreader.draft import FormRow, Span
from tusoi.planreader.normal import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.planreader.outline import Outline

_CODE = (
    r"(?P<figure>\d{1,2})(?P<letter>[a-zđ]?)(?![\w%]|/\d|[.,]\d)"
    r"(?P<family>(?: ?- ?hd(?!\w)(?: ?k[bđ]\.? ?đg(?!\w)(?: 20\d\d)?)?|/[a-zđ]{2,6}(?:-[a-zđ]{2,10})?(?!\w))?)"
)
_NOT_COUNTED = r"(?! (?:ngày|năm|tháng|bản|người|trang|tờ|phiếu)(?!\w))"
_NAMED = re.compile(rf"(?<!\w)(?P<kind>biểu mẫu|mẫu|biểu)(?: số)? {_CODE}{_NOT_COUNTED}")
_NEXT = re.compile(rf"(?:,|;| và| hoặc|/)(?: mẫu| biểu)?(?: số)? {_CODE}{_NOT_COUNTED}")
_BY = re.compile(
    r"(?:(?<!\w)(?:của|cho|đối với|(?:bản|báo cáo)(?: tự)? kiểm điểm)|[,;:]) (?P<who>(?:các |từng |mỗi )?(?:tập thể|cá nhân|công chức|viên chức|cán bộ|đảng viên|người)"
    r"[^.,;:()\n]{0,80}?)(?: thực hiện)? ?\(?(?:theo|dùng)? ?$"
)
#: “Phiếu đánh giá của công chức: Mẫu số 02”, “(Mẫu số 02)”, “Mẫu số 02: Phiếu đánh giá của công chức”.
_PAPER = r"(?:(?:bản|phiếu|báo cáo|biên bản|bảng|tờ trình|danh sách|đơn|biểu(?! mẫu)|sổ|giấy)(?!\w))[^;:()\n]{2,140}?"
_PAPER_BEFORE = re.compile(rf"(?<!\w)(?P<paper>{_PAPER}) ?(?:[:(–-]|theo|dùng|sử dụng) ?$")
_PAPER_BEHIND = re.compile(rf"(?:[:.–-]|là) ?(?P<paper>{_PAPER})(?=[.;(\n]|$)")
#: “Mẫu số 02 (công chức)”, “Mẫu số 02 dành cho công chức”.
_FOR_BEHIND = re.compile(
    r" ?(?:\((?:(?:dành|dùng|áp dụng)? ?(?:cho|đối với) )?|(?:dành|dùng|áp dụng) (?:cho|đối với) )"
    r"(?P<who>(?:các )?(?:tập thể|cá nhân|công chức|viên chức|cán bộ|đảng viên|người)(?!\w)[^.;:()\n]{0,80}?)(?=[.;)\n]|$)"
)
_EVERY = re.compile(r"(?i)(?:mỗi|từng|các|tất cả) ")
_COLLECTIVE_TOO = re.compile(r"tập thể(?:,| và) $")
_SURE_OF_USER = 95
#: The sheet of criteria is called so by the guidance; every other code has two figures and a capital.
_SHEET_OF_CRITERIA = "1a"


def forms_of(outline: Outline) -> tuple[FormRow, ...]:
    """Each form once for each group of users."""
    rows: list[FormRow] = []
    for row in _forms(outline):
        same = next((known for known in rows if _is_same(row, known)), None)
        if same is None:
            rows.append(row)
        elif row.confidence > same.confidence:
            rows[rows.index(same)] = row
    return tuple(rows)


def _forms(outline: Outline) -> Iterator[FormRow]:
    body = Body(outline)
    end = 0
    for match in _NAMED.finditer(outline.folded):
        if match.start() < end or match.start() not in body:
            continue
        behind = _FOR_BEHIND.match(outline.folded, match.end(), match.end() + 140)
        user = Span(*behind.span("who")) if behind else _user(outline, match.start())
        named = user or _paper(outline, match)
        kind = "Biểu" if match["kind"] == "biểu" else "Mẫu"
        for code in one_after_another(outline.folded, match, _NEXT):
            end = code.end()
            yield FormRow(
                span=_covering(outline, named, match, code),
                confidence=_SURE_OF_USER if user else 80,
                code=f"{kind} {_spelled(outline.text, code)}",
                used_by=_without_every(outline.of(named)) if named else "",
            )


def _covering(
    outline: Outline, user: Span | None, first: re.Match[str], code: re.Match[str]
) -> Span:
    sentence = outline.sentence_at(first.start())
    is_near = user and sentence and user.start >= sentence.start
    start = min(user.start, first.start()) if user and is_near else first.start()
    return Span(start, max(code.end(), user.end if user and is_near else 0))


def _spelled(text: str, code: re.Match[str]) -> str:
    figure, letter = code["figure"], text[code.start("letter") : code.end("letter")]
    family = text[code.start("family") : code.end("family")]
    family = family if family.isupper() or "/" not in family else ""
    if figure + letter == _SHEET_OF_CRITERIA:
        return _SHEET_OF_CRITERIA
    return f"{int(figure):02d}{letter.upper()}{_family(family)}"


def _family(written: str) -> str:
    """“ - HD KĐ. ĐG 2023” → “-HD KĐ.ĐG 2023”."""
    words = re.sub(r"\s*-\s*", "-", written.upper().strip())
    return re.sub(r"(?<=HD)\s*(?=K)", " ", re.sub(r"(K[BĐ])\.?\s*ĐG", r"\1.ĐG", words))


def _user(outline: Outline, offset: int) -> Span | None:
    """“báo cáo kiểm điểm của tập thể theo Mẫu …”, “đối với viên chức: …”, “mỗi công chức làm … theo Mẫu …”."""
    sentence = sentence_around(outline, Span(offset, offset))
    clause = _clause(outline, Span(sentence.start, offset))
    near = _BY.search(outline.folded, max(clause.start, offset - 140), offset)
    by = Span(near.start("who"), near.end("who")) if near else None
    whole = Span(sentence.start, offset)
    user = (
        by
        or _acting(outline, clause, whole)
        or concerned_in(outline, whole)
        or subject_in(outline, whole)
    )
    return _with_collective(outline, user) if user else None


def _acting(outline: Outline, clause: Span, whole: Span) -> Span | None:
    """The subject of the clause; the comma in front of it may join two subjects (“công chức, người lao động tự …”)."""
    acts, first = subject_in(outline, clause), subject_in(outline, whole)
    return first if acts and first and first.start < acts.start < first.end else acts


def _paper(outline: Outline, form: re.Match[str]) -> Span | None:
    """The paper a form is for, where nobody is said to use it: the words it stands behind or in front of."""
    sentence = sentence_around(outline, Span(form.start(), form.start()))
    before = _PAPER_BEFORE.search(
        outline.folded, max(sentence.start, form.start() - 160), form.start()
    )
    match = before or _PAPER_BEHIND.match(outline.folded, form.end(), form.end() + 160)
    return Span(match.start("paper"), match.end("paper")) if match else None


def _with_collective(outline: Outline, user: Span) -> Span:
    """“tập thể, cá nhân diện …”: both."""
    ahead = _COLLECTIVE_TOO.search(outline.folded, max(0, user.start - 12), user.start)
    return Span(ahead.start(), user.end) if ahead else user


def _clause(outline: Outline, before: Span) -> Span:
    """The last clause in front of the form, after a comma or semicolon that ends another form or statement."""
    marks = list(re.finditer(r"[;,] |: ", outline.text[before.start : before.end]))
    for mark in reversed(marks):
        clause = Span(before.start + mark.end(), before.end)
        if subject_in(outline, clause):
            return clause
    return before


def _without_every(user: str) -> str:
    every = _EVERY.match(user)
    return user[every.end() :] if every else user[:1].lower() + user[1:]


def _is_same(row: FormRow, known: FormRow) -> bool:
    """The same code for the same people, or named again without saying for whom."""
    if row.code != known.code:
        return False
    if min(row.confidence, known.confidence) < _SURE_OF_USER:
        return True
    new, old = folded(row.used_by), folded(known.used_by)
    return new.startswith(old) or old.startswith(new)
