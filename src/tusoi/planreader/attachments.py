"""Phải có kèm theo: articles, annexes and forms the plan relies on without giving them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tusoi.planreader.body import Body, one_after_another
from tusoi.planreader.draft import AttachmentRow, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.planreader.outline import Outline

_ORDER = r"(?:\d{1,3}[a-zđ]?|[ivxl]{1,6}|[a-zđ])(?!\w)(?:-hd(?!\w)(?: k[bđ]\.?đg)?(?: 20\d\d)?)?"
_UNIT = r"(?:điều|khoản|điểm|tiểu mục|mục|phần|chương|phụ lục|biểu|mẫu)(?: số)?"
_PLACES = rf"(?<!\w){_UNIT} {_ORDER}(?:(?:,? và|,)? {_UNIT} {_ORDER}|(?:,? và|,) (?:số )?{_ORDER}){{0,20}}"
_KIND = (
    r"(?:quy định|quyết định|hướng dẫn|nghị định|kế hoạch|thông tư|quy chế|nghị quyết|luật|kết luận|công văn"
    r"|thông báo)"
)
_DOCUMENT = rf"(?:{_KIND} )?(?:số )?(?P<number>\d{{1,5}}(?:/\d{{4}})?[-/][a-zđ][\w&./-]*\w)"
_ARTICLES = re.compile(
    rf"{_PLACES},? (?:(?:của|tại|trong|kèm theo|ban hành kèm theo) )?{_DOCUMENT}"
)
_WHOLE = re.compile(
    rf"(?<!\w)(?:(?:thực hiện|tiến hành|áp dụng)(?: đúng| nghiêm)? theo|theo (?:đúng )?quy định tại) (?P<text>{_DOCUMENT})"
)
_ISSUED = r"(?:,? ngày \d{1,2}[/.-]\d{1,2}[/.-]\d{4})?(?: của (?:(?! (?:và|về|để|theo) )[^.,;:()\n]){2,80})?"
_NEXT = re.compile(rf"{_ISSUED}(?: và|;) (?P<text>{_DOCUMENT})")
_ENCLOSED = re.compile(
    r"(?<!\w)(?:theo )?(?:các |những )?(?:biểu mẫu|mẫu|phụ lục|biểu)(?!\w)[^.;,:()\n]{0,60}?"
    r" (?:gửi kèm|đính kèm|kèm theo|ban hành kèm)(?: theo)?(?: (?:kế hoạch|hướng dẫn|công văn|quy định) này)?"
    rf"(?!(?: theo)? (?:{_KIND} )?(?:số )?\d)"
)
_ANNEX = re.compile(rf"(?<!\w)(?:theo|tại) phụ lục(?: số)? {_ORDER}")


def attachments_of(outline: Outline) -> tuple[AttachmentRow, ...]:
    """Each thing to be attached once, in the order of the text; a document as a whole only where no article is named."""
    body = Body(outline)
    rows: dict[str, AttachmentRow] = {}
    with_articles = {match["number"] for match in _ARTICLES.finditer(outline.folded)}
    end = 0
    for span in sorted(_found(outline, with_articles)):
        if span.start >= end and span.start in body:
            end = span.end
            rows.setdefault(
                _key(outline, span), AttachmentRow(span=span, text=outline.of(span), confidence=90)
            )
    return tuple(rows.values())


def _found(outline: Outline, with_articles: set[str]) -> Iterator[Span]:
    for pattern in (_ARTICLES, _ENCLOSED, _ANNEX):
        yield from (Span(match.start(), match.end()) for match in pattern.finditer(outline.folded))
    for first in _WHOLE.finditer(outline.folded):
        yield from (
            Span(match.start("text"), match.end("text"))
            for match in one_after_another(outline.folded, first, _NEXT)
            if match["number"] not in with_articles
        )


def _key(outline: Outline, span: Span) -> str:
    return re.sub(r"\W|(?<!\w)(?:số|theo)(?!\w)", "", outline.folded[span.start : span.end])
