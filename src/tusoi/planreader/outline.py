"""Bố cục văn bản: header, preamble, numbered parts, recipients and signer of one normalised text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from tusoi.planreader.draft import Span
from tusoi.planreader.normal import LOWER, UPPER, folded
from tusoi.planreader.parts import NUMBERING, Line, Part, parts_of

_TITLE_LIMIT = 700
#: The kind of a document stands near its top, the signer near its end.
_TOP_LINES, _END_LINES = 60, 14

_KIND_LINE = re.compile(
    r"(?:KẾ HOẠCH|HƯỚNG DẪN|BÁO CÁO|QUY ĐỊNH|QUY CHẾ|QUYẾT ĐỊNH|THÔNG BÁO|TỜ TRÌNH|CÔNG VĂN|KẾT LUẬN|NGHỊ QUYẾT"
    r"|CHỈ THỊ|BIÊN BẢN|CHƯƠNG TRÌNH|QUY TRÌNH|ĐỀ ÁN)(?=$|\W)"
)
_KIND_LINE_LOOSE = re.compile(
    r"(?:Kế hoạch|Hướng dẫn|Báo cáo|Quy định|Quy chế|Quyết định|Thông báo)$"
)
_SUBJECT_LINE = re.compile(r"(?:V/v|Về việc|Trích yếu)\b[ :]*")
_BASIS_LINE = re.compile(
    r"(?:[-+*] )?(?:Căn cứ|Thực hiện|Theo|Xét|Tiếp theo|Để thực hiện|Trên cơ sở|Triển khai)\b",
    re.IGNORECASE,
)
_BASIS_HEADING = re.compile(
    r"(?:các )?căn cứ(?: pháp lý| xây dựng| lập kế hoạch| thực hiện)?(?=$|\W)", re.IGNORECASE
)
#: A dash below the bases that is one of them: it names a document by its kind or by its number.
_BASIS_ITEM = re.compile(
    r"[-+*] (?:các )?(?:(?:quy định|hướng dẫn|nghị định|nghị quyết|quyết định|thông tư|kế hoạch|công văn|kết luận|chỉ thị|thông báo"
    r"|quy chế|(?:bộ )?luật|pháp lệnh|điều lệ|tờ trình|chương trình|đề án|văn bản)(?!\w)|[^.;\n]{0,60}?\d[/-][^\W\d]{2})",
    re.IGNORECASE,
)
_RECIPIENTS_LINE = re.compile(r"(?:\W{0,3})(?:Nơi nhận|NƠI NHẬN)\b")
_SIGNER_TITLE = re.compile(
    r"(?:(?:T/?M|TL|TUQ|KT|Q|TUN)\b[. ]|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|CHÁNH|PHÓ CHÁNH|HIỆU TRƯỞNG|PHÓ HIỆU TRƯỞNG|TRƯỞNG"
    r"|PHÓ TRƯỞNG|CHỦ TỊCH|PHÓ CHỦ TỊCH|BÍ THƯ|PHÓ BÍ THƯ|CỤC TRƯỞNG|TỔNG GIÁM ĐỐC|CHI CỤC TRƯỞNG|BỘ TRƯỞNG"
    r"|THỨ TRƯỞNG|VIỆN TRƯỞNG|CHÁNH ÁN|THỦ TRƯỞNG|BAN GIÁM ĐỐC|LÃNH ĐẠO)"
)
_TITLE_WORD = rf"[{UPPER}][{LOWER}]{{0,7}}"
_NAME_LINE = re.compile(
    rf"(?:(?:(?:PGS|GS|TS|ThS|BS|CN|KS|LS)\.? ?){{1,3}})?({_TITLE_WORD}(?: {_TITLE_WORD}){{1,5}})\.?$"
)
_CAPITALS = re.compile(rf"[^{LOWER}]*[{UPPER}]{{2}}[^{LOWER}]*$")
_SENTENCE_BREAK = re.compile(rf"[.!?…][\"”»)]*(?= [\"“«(]?[{UPPER}\d])")
_ABBREVIATION = re.compile(
    rf"(?:^|[\s(])(?:[{UPPER}]|TS|ThS|PGS|GS|TP|Tp|đ/c|tr|TT|ĐC|\d{{1,2}}(?:\.\d{{1,2}})*)$"
)


@dataclass(frozen=True)
class Outline:
    """Bố cục: where everything of one normalised text stands; a block that is missing is None."""

    text: str
    lines: tuple[Line, ...]
    parts: tuple[Part, ...]
    header: Span | None
    kind_line: Span | None
    title: Span | None
    preamble: Span | None
    bases: tuple[Span, ...]
    closing: Span | None
    recipients: Span | None
    signer: Span | None

    @cached_property
    def folded(self) -> str:
        """The text for comparing: lower case, one placing of tone marks, same offsets."""
        return folded(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [part.span.start for part in self.parts]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.span.start for line in self.lines]

    @cached_property
    def _sentences(self) -> tuple[Span, ...]:
        return tuple(span for line in self.lines for span in _sentences_of(line))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [span.start for span in self._sentences]

    def of(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def sentences(self, within: Span | None = None) -> tuple[Span, ...]:
        """Every sentence, in order; those that begin inside `within` where it is given."""
        if within is None:
            return self._sentences
        low = bisect_right(self._sentence_starts, within.start - 1)
        high = bisect_right(self._sentence_starts, within.end - 1)
        return self._sentences[low:high]

    def lines_in(self, within: Span) -> tuple[Line, ...]:
        """The lines that begin inside `within`."""
        low = bisect_right(self._line_starts, within.start - 1)
        return self.lines[low : bisect_right(self._line_starts, within.end - 1)]

    def line_at(self, offset: int) -> Line | None:
        """The line that holds the offset."""
        return _holding(self.lines, self._line_starts, offset)

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds the offset."""
        at = bisect_right(self._sentence_starts, offset) - 1
        return self._sentences[at] if at >= 0 and offset < self._sentences[at].end else None

    def part_at(self, offset: int) -> Part | None:
        """The innermost part that holds the offset."""
        chain = self.parts_around(offset)
        return chain[-1] if chain else None

    def parts_around(self, offset: int) -> tuple[Part, ...]:
        """The parts that hold the offset, the widest first."""
        at = bisect_right(self._starts, offset) - 1
        chain: list[Part] = []
        while at >= 0 and (not chain or chain[-1].level > 0):
            part = self.parts[at]
            if part.span.start <= offset < part.span.end and (
                not chain or part.level < chain[-1].level
            ):
                chain.append(part)
            at = self.parents[at]
        return tuple(reversed(chain))

    @cached_property
    def parents(self) -> list[int]:
        """For every part the place in `parts` of the one it stands in, −1 at the top."""
        open_parts: list[int] = []
        parents = []
        for at, part in enumerate(self.parts):
            while open_parts and self.parts[open_parts[-1]].level >= part.level:
                open_parts.pop()
            parents.append(open_parts[-1] if open_parts else -1)
            open_parts.append(at)
        return parents


def _holding(lines: tuple[Line, ...], starts: list[int], offset: int) -> Line | None:
    at = bisect_right(starts, offset) - 1
    return lines[at] if at >= 0 and offset < lines[at].span.end else None


def _sentences_of(line: Line) -> list[Span]:
    spans, start = [], 0
    for match in _SENTENCE_BREAK.finditer(line.text):
        if _ABBREVIATION.search(line.text[max(start, match.start() - 12) : match.start()]):
            continue
        spans.append(Span(line.span.start + start, line.span.start + match.end()))
        start = match.end() + 1
    if start < len(line.text):
        spans.append(Span(line.span.start + start, line.span.end))
    return spans


def outline_of(text: str) -> Outline:
    """The blocks and numbered parts of a normalised text."""
    lines = _lines_of(text)
    kind_at = _kind_line(lines)
    title_at, after_title = _title_lines(lines, kind_at)
    recipients_at = _first(lines, _RECIPIENTS_LINE, after_title)
    signer = _signer_block(lines, after_title, recipients_at)
    body_end = _body_end(lines, after_title, recipients_at, signer)
    parts = parts_of(lines[after_title:body_end])
    preamble = _between(lines, after_title, _first_part_line(lines, parts, body_end))
    top = min(at for at in (kind_at, title_at, after_title) if at is not None)
    return Outline(
        text=text,
        lines=lines,
        parts=parts,
        header=_between(lines, 0, top),
        kind_line=None if kind_at is None else lines[kind_at].span,
        title=None if title_at is None else _between(lines, title_at, after_title),
        preamble=preamble,
        bases=_bases(lines, preamble, parts, text),
        closing=_closing(lines[:body_end]),
        recipients=_recipients_block(lines, recipients_at, signer),
        signer=signer,
    )


def _lines_of(text: str) -> tuple[Line, ...]:
    lines, start = [], 0
    for line in text.split("\n"):
        if line:
            lines.append(Line(Span(start, start + len(line)), line))
        start += len(line) + 1
    return tuple(lines)


def _between(lines: tuple[Line, ...], first: int, after: int) -> Span | None:
    """From the beginning of one line to the end of the line before another."""
    return Span(lines[first].span.start, lines[after - 1].span.end) if first < after else None


def _first(lines: tuple[Line, ...], pattern: re.Pattern[str], start: int) -> int | None:
    return next((at for at in range(start, len(lines)) if pattern.match(lines[at].text)), None)


def _kind_line(lines: tuple[Line, ...]) -> int | None:
    """The line in capitals that names the kind of document, else one that begins so, else a bare kind."""
    top = [(at, line.text) for at, line in enumerate(lines[:_TOP_LINES])]
    capitals = [at for at, text in top if _KIND_LINE.match(text)]
    wholly = [at for at in capitals if _CAPITALS.match(lines[at].text)]
    loose = [at for at, text in top if _KIND_LINE_LOOSE.match(text)]
    return next(iter([*wholly, *capitals, *loose]), None)


def _title_lines(lines: tuple[Line, ...], kind_at: int | None) -> tuple[int | None, int]:
    """Where the title begins (None without one) and the line after it."""
    if kind_at is None:
        subject = _first(lines[:_TOP_LINES], _SUBJECT_LINE, 0)
        return (None, 0) if subject is None else (subject, subject + 1)
    own = _KIND_LINE.match(lines[kind_at].text)
    carries_title = own is not None and len(lines[kind_at].text) > own.end() + 8
    start = kind_at if carries_title else kind_at + 1
    after = kind_at + 1
    while after < len(lines) and _belongs_to_title(lines, start, after):
        after += 1
    return (start, after) if after > start else (None, kind_at + 1)


def _belongs_to_title(lines: tuple[Line, ...], start: int, at: int) -> bool:
    line = lines[at]
    if NUMBERING.match(line.text) or line.text.startswith(("- ", "Kính gửi", "Số:")):
        return False
    if at == start:
        return len(line.text) <= _TITLE_LIMIT and not _opens_preamble(line.text)
    if _BASIS_LINE.match(line.text):
        return False
    follows_at_once = line.span.start - lines[at - 1].span.end == 1
    return follows_at_once and line.span.end - lines[start].span.start <= _TITLE_LIMIT


def _opens_preamble(text: str) -> bool:
    """Whether the line right below the kind is already a basis: “Theo dõi, đánh giá …” is a title."""
    if text.casefold().startswith("căn cứ"):
        return True
    return bool(_BASIS_LINE.match(text)) and (text.endswith((";", ":")) or "như sau" in text)


def _signer_block(
    lines: tuple[Line, ...], after_title: int, recipients_at: int | None
) -> Span | None:
    """The signer's post in capitals and the name below it, near the recipients or at the end."""
    low = len(lines) - _END_LINES if recipients_at is None else recipients_at - 8
    posts = [at for at in range(max(0, low, after_title), len(lines)) if _is_post(lines[at].text)]
    named = [(at, name) for at in posts if (name := _name_below(lines, at)) is not None]
    if named:
        at, name = named[0] if recipients_at is not None else named[-1]
        while at - 1 in posts:
            at -= 1
        return Span(lines[at].span.start, lines[name].span.end)
    if posts:
        return lines[posts[-1]].span
    lone = None if recipients_at is None else _name_below(lines, recipients_at, len(lines))
    return None if lone is None else lines[lone].span


def _is_post(text: str) -> bool:
    return bool(
        _SIGNER_TITLE.match(text)
        and _CAPITALS.match(text)
        and not NUMBERING.match(text)
        and len(text) < 90
    )


def _name_below(lines: tuple[Line, ...], at: int, reach: int = 5) -> int | None:
    """The line of the name under a post; other posts, marks and “(đã ký)” may stand between."""
    for below in range(at + 1, min(at + 1 + reach, len(lines))):
        if _NAME_LINE.match(lines[below].text):
            return below
    return None


def _body_end(
    lines: tuple[Line, ...], start: int, recipients_at: int | None, signer: Span | None
) -> int:
    """The line after the last one that belongs to the text proper."""
    ends = [len(lines)]
    if recipients_at is not None:
        ends.append(recipients_at)
    if signer is not None:
        ends.append(next(at for at, line in enumerate(lines) if line.span.start >= signer.start))
    return max(start, min(ends))


def _recipients_block(lines: tuple[Line, ...], at: int | None, signer: Span | None) -> Span | None:
    if at is None:
        return None
    start = lines[at].span.start
    after = at + 1
    while after < len(lines) and not (
        signer is not None and lines[after].span.start >= signer.start > start
    ):
        after += 1
    return Span(start, lines[after - 1].span.end)


def _closing(lines: tuple[Line, ...]) -> Span | None:
    """“Trên đây là Kế hoạch …”: the sentence that ends the text, naming its issuer."""
    return next(
        (line.span for line in reversed(lines[-5:]) if line.text.startswith("Trên đây là")), None
    )


def _bases(
    lines: tuple[Line, ...], preamble: Span | None, parts: tuple[Part, ...], text: str
) -> tuple[Span, ...]:
    """The lines that name what the document rests on: in the preamble, or in a part headed “Căn cứ”."""
    blocks = [
        part.body
        for part in parts
        if part.level == 0 and _BASIS_HEADING.match(part.heading.of(text))
    ]
    spans: list[Span] = []
    goes_on = False
    for line in lines:
        if any(block.start <= line.span.start < block.end for block in blocks):
            spans.append(line.span)
        if preamble is None or not preamble.start <= line.span.start < preamble.end:
            continue
        goes_on = bool(_BASIS_LINE.match(line.text)) or (
            goes_on and bool(_BASIS_ITEM.match(line.text))
        )
        if goes_on:
            spans.append(line.span)
    return tuple(spans)


def _first_part_line(lines: tuple[Line, ...], parts: tuple[Part, ...], otherwise: int) -> int:
    if not parts:
        return otherwise
    return next(at for at, line in enumerate(lines) if line.span.start == parts[0].span.start)
