"""Viện dẫn: what the document rests on, what it cites elsewhere, and what had been replaced by then."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tusoi.planreader.draft import CitedDocument, Span
from tusoi.planreader.normal import folded
from tusoi.planreader.numbers import DocumentNumber, numbers_in
from tusoi.planreader.written_day import WrittenDay, day_following

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from tusoi.planreader.outline import Outline

_KINDS = (
    "nghị định|thông tư(?: liên tịch)?|nghị quyết|quyết định|quy định|quy chế|hướng dẫn|kế hoạch|công văn|kết luận"
    "|chỉ thị|thông báo|chương trình|báo cáo|tờ trình|đề án|bộ luật|luật|pháp lệnh|điều lệ|văn bản"
)
_KIND_RIGHT_BEFORE = re.compile(rf"(?<!\w)(?:(?:{_KINDS}) )?(?:số:? ?)?$")
_LAW_BEFORE = re.compile(r"(?<!\w)(?:bộ )?luật [^\d;\n]{2,70}$")
#: “Quy định 04”, “Hướng dẫn số 25 ngày …”: a number whose symbol was left out.
_WITHOUT_SYMBOL = re.compile(
    r"(?<!\w)(?:nghị định|thông tư|nghị quyết|quyết định|quy định|hướng dẫn|kế hoạch|công văn|kết luận|chỉ thị)"
    r"(?: số:? (?P<told>\d{1,4})| (?P<bare>\d{1,4}))"
    r"(?=,? ?(?:được ban hành )?ngày \d|\.?$|\.\s|\.?\n|[,;)]| (?:của|về|và|do)(?!\w))",
    re.MULTILINE,
)
_ISSUER = re.compile(
    r",? của (?P<issuer>[^,;:.()\n“\"]{2,90}?)"
    r"(?= (?:về|kiểm điểm|đánh giá|hướng dẫn|sửa đổi|quy định|ban hành|thì|có|được|và)(?!\w)|[,;:.()\n“\"]|$)"
)
_TITLE = re.compile(
    r"[ ,]*(?P<title>(?:về|v/v|sửa đổi|hướng dẫn|quy định|kiểm điểm|ban hành)(?!\w)[^;\n]{3,400})"
)
_SENTENCE_END = re.compile(r"\.(?=\s|$)")
#: The words before a document that is named inside another one's title: amended, applied or attached.
_INSIDE_TITLE = re.compile(
    r"(?:theo|của|tại|thay thế|bãi bỏ|cho|bởi|(?:hướng dẫn|triển khai|tổ chức|kết quả)(?: thực hiện)?)(?: các)? $"
)
_LIST_JOINT = re.compile(rf",? (?:và )?(?:(?:{_KINDS}) )?(?:số:? ?)?")
_PLAIN_AND = re.compile(rf" và (?:(?:{_KINDS}) )?(?:số:? ?)?")
_NAMED_ONLY = re.compile(
    r"(?:[-+*] )?(?:(?:căn cứ|thực hiện|theo|xét)(?: theo)? )?(?P<name>(?:bộ luật|luật|pháp lệnh|điều lệ|quy chế|nghị định"
    r"|nghị quyết|quy định|hướng dẫn|kế hoạch|chương trình) [^;\n]{4,300})"
)
_DATED = re.compile(r",? ngày (?=\d)")
_ARTICLE = r"(?:\d{1,3}[a-zđ]?|[ivx]{1,4}|[a-zđ])"
_ARTICLES = re.compile(
    rf"(?:(?:khoản|điều|điểm|mục|phần) {_ARTICLE}(?:(?:, ?| và ){_ARTICLE}){{0,8}},?(?: của)? )+$"
)
_CLAUSE = re.compile(r"[^;\n]+")
_UNNUMBERED = re.compile(
    r"(?<!\w)(?:nghị định|thông tư|quy chế|hướng dẫn|quy định|quyết định|kế hoạch)"
    r"(?: đánh giá, xếp loại| đánh giá| kiểm điểm)? của (?:chính phủ|bộ [^\s,;.]+|cơ quan|ban [^\s,;.]+|[^\s,;.]+ ủy)"
)


@dataclass(frozen=True, slots=True)
class _Mention:
    """One place where a document is named by its number."""

    number: DocumentNumber
    span: Span
    day: date | None
    issuer: str
    title: str
    is_base: bool
    confidence: int = 100


@dataclass(frozen=True, slots=True)
class References:
    """Viện dẫn của một văn bản: bases, what is cited elsewhere, and references that name no number."""

    legal_bases: tuple[CitedDocument, ...]
    cited: tuple[CitedDocument, ...]
    without_number: tuple[Span, ...]
    without_symbol: tuple[Span, ...]


def references_of(outline: Outline, own_number: str = "") -> References:
    """Every document named by its number, once; the document's own number is none of them."""
    own = _key_of(own_number)
    mentions = [each for each in _mentions(outline) if each.number.key != own]
    bare = [each for each in _bare_mentions(outline, mentions) if each.number.key != own[:1]]
    bases = _distinct(
        [*(each for each in mentions if each.is_base), *(each for each in bare if each.is_base)]
    )
    named = _named_only(outline)
    everything = _distinct(sorted([*mentions, *bare], key=lambda each: each.span))
    known = _Known(bases)
    return References(
        legal_bases=tuple(sorted([*map(_row, _completed(bases, everything)), *named], key=_place)),
        cited=tuple(
            sorted((_row(each) for each in everything if not known.holds(each)), key=_place)
        ),
        without_number=_unnumbered(outline),
        without_symbol=tuple(each.span for each in bare),
    )


def _key_of(number: str) -> tuple[str, ...]:
    return DocumentNumber(number, Span(0, 0)).key if number else ()


def _mentions(outline: Outline) -> list[_Mention]:
    numbers = list(numbers_in(outline.text, outline.folded))
    days = _days_of(outline, numbers)
    starts, are_bases = [], []
    inside = False
    for at, number in enumerate(numbers):
        start = _start_of(outline, number, numbers[at - 1].span.end if at else 0)
        in_bases = _basis_holding(outline, start) is not None
        inside = in_bases and _is_inside_title(outline, numbers, at, start, inside)
        starts.append(start)
        are_bases.append(in_bases and not inside)
    mentions: list[_Mention] = []
    limit = len(outline.text)
    for at in range(len(numbers) - 1, -1, -1):
        mentions.append(
            _mention(outline, numbers[at], Span(starts[at], limit), days[at], are_bases[at])
        )
        limit = starts[at] if are_bases[at] else limit
    return mentions[::-1]


def _mention(
    outline: Outline, number: DocumentNumber, room: Span, day: WrittenDay | None, is_base: bool
) -> _Mention:
    """One mention; its title ends at the latest where `room` does, before the next basis."""
    end = day.span.end if day else number.span.end
    issuer = _ISSUER.match(outline.folded, end)
    issuer_name = ""
    if issuer is not None:
        end = issuer.end("issuer")
        issuer_name = outline.text[issuer.start("issuer") : end]
    return _Mention(
        number=number,
        span=Span(room.start, end),
        day=day.day if day else None,
        issuer=issuer_name,
        title=_title_after(outline, end, room.end),
        is_base=is_base,
    )


def _start_of(outline: Outline, number: DocumentNumber, floor: int) -> int:
    """Where the words “Quy định số”, “Luật Cán bộ, công chức số” in front of a number begin."""
    start = number.span.start
    pattern = _LAW_BEFORE if "/QH" in number.text else _KIND_RIGHT_BEFORE
    match = pattern.search(outline.folded, max(floor, start - 80), start)
    return match.start() if match else start


def _basis_holding(outline: Outline, offset: int) -> Span | None:
    at = bisect_right(outline.bases, (offset, len(outline.text) + 1)) - 1
    return outline.bases[at] if at >= 0 and offset < outline.bases[at].end else None


def _is_inside_title(
    outline: Outline, numbers: list[DocumentNumber], at: int, start: int, inside_before: bool
) -> bool:
    """Whether a number in the preamble only stands in the title of the document named before it."""
    basis = _basis_holding(outline, start)
    if not at or basis is None or numbers[at - 1].span.start < basis.start:
        return False
    end_before = numbers[at - 1].span.end
    if ";" in outline.folded[end_before:start]:
        return False
    if inside_before and _PLAIN_AND.fullmatch(outline.folded, end_before, numbers[at].span.start):
        return True
    before = outline.folded[max(basis.start, start - 80) : start]
    return bool(_INSIDE_TITLE.search(_ARTICLES.sub("", before)))


def _days_of(outline: Outline, numbers: list[DocumentNumber]) -> list[WrittenDay | None]:
    """The day of every number: its own, or the one behind a list of numbers with the same symbol."""
    days = [day_following(outline.folded, number.span.end) for number in numbers]
    for at in range(len(numbers) - 2, -1, -1):
        follower = numbers[at + 1]
        if (
            days[at] is None
            and numbers[at].symbol == follower.symbol
            and _LIST_JOINT.fullmatch(outline.folded, numbers[at].span.end, follower.span.start)
        ):
            days[at] = days[at + 1]
    return days


def _title_after(outline: Outline, offset: int, limit: int) -> str:
    match = _TITLE.match(outline.folded, offset, max(offset, limit))
    if match is None:
        return ""
    end = _SENTENCE_END.search(outline.folded, match.start("title"), match.end("title"))
    return outline.text[match.start("title") : end.start() if end else match.end("title")].strip(
        " ,.:"
    )


def _bare_mentions(outline: Outline, mentions: list[_Mention]) -> Iterator[_Mention]:
    """Numbers whose symbol was left out, unless the full number stands somewhere in the text."""
    full = {each.number.key[0] for each in mentions}
    for match in _WITHOUT_SYMBOL.finditer(outline.folded):
        figures = match["told"] or match["bare"]
        number = DocumentNumber(figures, Span(match.end() - len(figures), match.end()))
        if number.key[0] not in full:
            day = day_following(outline.folded, match.end())
            is_base = _basis_holding(outline, match.start()) is not None
            room = Span(match.start(), len(outline.text))
            yield replace(_mention(outline, number, room, day, is_base), confidence=50)


def _named_only(outline: Outline) -> list[CitedDocument]:
    """Bases of the preamble that bear a name and no number (“Luật Cán bộ, công chức”)."""
    rows = []
    for basis in outline.bases:
        for clause in _CLAUSE.finditer(outline.folded, basis.start, basis.end):
            span = _name_in(outline, clause)
            if span is not None:
                day = day_following(outline.folded, span.end)
                rows.append(
                    CitedDocument(
                        span=Span(span.start, day.span.end) if day else span,
                        confidence=80 if day else 60,
                        number="",
                        date=day.day if day else None,
                        title=outline.of(span),
                    )
                )
    return rows


def _name_in(outline: Outline, clause: re.Match[str]) -> Span | None:
    start = clause.start() + len(clause.group()) - len(clause.group().lstrip())
    match = _NAMED_ONLY.match(outline.folded, start, clause.end())
    if match is None:
        return None
    dated = _DATED.search(outline.folded, match.start("name"), match.end("name"))
    if dated and not _holds_figure(match["name"][: dated.start() - match.start("name")]):
        return Span(match.start("name"), dated.start())
    if _holds_figure(match["name"]):
        return None
    end = _SENTENCE_END.search(outline.folded, match.start("name"), match.end("name"))
    name = Span(match.start("name"), end.start() if end else match.end("name"))
    return Span(name.start, name.start + len(outline.of(name).rstrip(" ,.:")))


def _holds_figure(name: str) -> bool:
    return any(letter.isdigit() for letter in name[:80])


class _Known:
    """The documents already listed, by number; the same number of another issuer is another document."""

    def __init__(self, mentions: Iterable[_Mention] = ()) -> None:
        self._by_number: dict[tuple[str, ...], list[_Mention]] = {}
        for mention in mentions:
            self.add(mention)

    def add(self, mention: _Mention) -> None:
        self._by_number.setdefault(mention.number.key, []).append(mention)

    def match(self, mention: _Mention) -> _Mention | None:
        same = self._by_number.get(mention.number.key, ())
        return next((each for each in same if _is_same_document(each, mention)), None)

    def holds(self, mention: _Mention) -> bool:
        return self.match(mention) is not None

    def swap(self, old: _Mention, new: _Mention) -> None:
        same = self._by_number[old.number.key]
        same[same.index(old)] = new

    def __iter__(self) -> Iterator[_Mention]:
        return iter(
            sorted((m for same in self._by_number.values() for m in same), key=lambda m: m.span)
        )


def _is_same_document(one: _Mention, other: _Mention) -> bool:
    if one.day and other.day:
        return one.day == other.day
    mine, theirs = folded(one.issuer), folded(other.issuer)
    return not mine or not theirs or mine in theirs or theirs in mine


def _distinct(mentions: Iterable[_Mention]) -> list[_Mention]:
    """Each document once, at its first place, with the fullest day, issuer and title met."""
    known = _Known()
    for mention in mentions:
        first = known.match(mention)
        if first is None:
            known.add(mention)
        else:
            known.swap(first, _filled(first, mention))
    return list(known)


def _completed(mentions: list[_Mention], everything: list[_Mention]) -> list[_Mention]:
    known = _Known(everything)
    return [_filled(each, known.match(each) or each) for each in mentions]


def _filled(first: _Mention, other: _Mention) -> _Mention:
    return replace(
        first,
        span=first.span if first.day or first.is_base or not other.day else other.span,
        day=first.day or other.day,
        issuer=first.issuer or other.issuer,
        title=first.title or other.title,
    )


def _row(mention: _Mention) -> CitedDocument:
    return CitedDocument(
        span=mention.span,
        confidence=mention.confidence,
        number=mention.number.text,
        date=mention.day,
        issuer=mention.issuer,
        title=mention.title,
    )


def _place(row: CitedDocument) -> Span:
    return row.span


def _unnumbered(outline: Outline) -> tuple[Span, ...]:
    """“Nghị định của Chính phủ”: a document that is relied on without saying which."""
    found = _UNNUMBERED.finditer(outline.folded)
    return tuple(Span(*match.span()) for match in found if outline.text[match.start()].isupper())
