"""Các phần của văn bản: title, purpose, contents, organisation, recipients and signer, as written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tusoi.planreader.draft import ReadState, Span, Value
from tusoi.planreader.normal import UPPER

if TYPE_CHECKING:
    from tusoi.planreader.outline import Outline
    from tusoi.planreader.parts import Part

_PURPOSE = re.compile(r"(?:\W|^)mục (?:đích|tiêu)(?:\W|$)")
_ORGANISATION = re.compile(
    r"(?:\d\W)?(?:công tác )?(?:tổ chức|trách nhiệm|phân công(?: trách nhiệm)?|triển khai)(?: tổ chức)? thực hiện\W*$"
    r"|tổ chức thực hiện(?: kế hoạch)?\W*$|điều khoản thi hành\W*$"
)
_BASES = re.compile(r"(?:các )?căn cứ")
_RECIPIENT = re.compile(r"(?:[-+*•] ?|\d{1,2}[.)] )?(?P<name>.*)$")
_POST_BESIDE = re.compile(
    rf"(?m)(?:^|[:;,.] )(?P<post>(?:(?:KT|TM|T/M|TL|TUQ|Q)\. ?)?[{UPPER}]{{2,7}}(?: [{UPPER}]{{1,7}}){{1,6}})$"
)
#: The signer's own post, behind those in whose place or name he signs.
_OWN_POST = re.compile(
    r"(?:(?:quyền|q\.) ?)?(?:phó )?(?:(?:tổng )?giám đốc|chánh(?: án| thanh tra| văn phòng)?|hiệu trưởng|(?:chi |tổng )?cục trưởng"
    r"|viện trưởng|bộ trưởng|thứ trưởng|vụ trưởng|trưởng|chủ tịch|bí thư|thủ trưởng)(?!\w).*$"
)
_CAPITALISED = re.compile(
    r"(?<!\w)(?:(?:tổng )?giám đốc|chánh|hiệu trưởng|(?:chi |tổng )?cục trưởng|viện trưởng|trưởng|chủ tịch|bí thư|văn phòng|thường trực"
    r"|ban (?=thường vụ|chấp hành|giám đốc|tổ chức)|ủy ban|hội đồng|đảng ủy|sở(?!\w))"
)
_LABEL_ONLY = re.compile(r"\W*nơi nhận\W*")


class Sections(NamedTuple):
    """The stretches of a document a campaign takes over word for word."""

    title: Value[str]
    purpose: Value[str]
    contents: Value[str]
    organisation: Value[str]
    recipients: Value[tuple[str, ...]]
    signer: Value[str]
    signer_title: Value[str]


def sections_of(outline: Outline) -> Sections:
    """Every stretch with its place; what a document does not have is absent."""
    top = [part for part in outline.parts if part.level == 0]
    purpose = next((at for at, part in enumerate(top) if _heads(outline, part, _PURPOSE)), None)
    organisation = next(
        (at for at, part in enumerate(top) if _heads(outline, part, _ORGANISATION)), None
    )
    middle = top[0 if purpose is None else purpose + 1 : organisation]
    middle = [part for part in middle if not _heads(outline, part, _BASES)]
    signer, signer_title = _signer(outline)
    return Sections(
        title=_text(outline, outline.title, 95),
        purpose=_purpose(outline, None if purpose is None else top[purpose]),
        contents=_text(outline, _stretch(middle), 80),
        organisation=_text(outline, None if organisation is None else top[organisation].body, 95),
        recipients=_recipients(outline),
        signer=signer,
        signer_title=signer_title,
    )


def _heads(outline: Outline, part: Part, pattern: re.Pattern[str]) -> bool:
    heading = outline.folded[part.heading.start : min(part.heading.end, part.heading.start + 120)]
    return bool(pattern.search(heading))


def _purpose(outline: Outline, top: Part | None) -> Value[str]:
    """The part headed “Mục đích, yêu cầu”; below another heading the part of its own."""
    part = top or next((part for part in outline.parts if _is_purpose(outline, part)), None)
    return _text(outline, None if part is None else part.body, 95)


def _is_purpose(outline: Outline, part: Part) -> bool:
    return (
        part.level == 1
        and part.heading.end - part.heading.start < 40
        and _heads(outline, part, _PURPOSE)
    )


def _stretch(parts: list[Part]) -> Span | None:
    return Span(parts[0].span.start, parts[-1].span.end) if parts else None


def _text(outline: Outline, span: Span | None, confidence: int) -> Value[str]:
    if span is None:
        return Value()
    text = outline.of(span)
    kept = text.strip().lstrip(".:; \n")
    if not kept:
        return Value()
    start = span.start + text.index(kept)
    return Value(kept, ReadState.FOUND, Span(start, start + len(kept)), confidence)


def _recipients(outline: Outline) -> Value[tuple[str, ...]]:
    if outline.recipients is None:
        return Value()
    names = []
    for line in outline.lines_in(outline.recipients):
        label = _LABEL_ONLY.match(outline.folded, line.span.start, line.span.end)
        text = outline.text[label.end() if label else line.span.start : line.span.end]
        match = _RECIPIENT.match(text.strip())
        name = _POST_BESIDE.sub("", match["name"]).strip(" ;,./") if match else ""
        if name and not name.endswith(":"):
            names.append(name)
    if not names:
        return Value()
    return Value(tuple(names), ReadState.FOUND, outline.recipients, 95)


def _signer(outline: Outline) -> tuple[Value[str], Value[str]]:
    """The signer's name and post; a block without a name leaves the name open."""
    if outline.signer is None:
        return Value(), Value()
    lines = outline.lines_in(outline.signer)
    if len(lines) == 1 and not lines[0].text.isupper():
        return _text(outline, lines[0].span, 70), _post_beside(outline)
    if len(lines) == 1:
        title = _in_sentence_case([lines[0].text.strip(" .:")])
        return Value(), Value(title, ReadState.FOUND, lines[0].span, 80)
    post = [line for line in lines[:-1] if line.text.isupper()]
    post_span = Span(post[0].span.start, post[-1].span.end)
    name = _text(outline, lines[-1].span, 95)
    title = _in_sentence_case([line.text.strip(" .:") for line in post])
    return name, Value(title, ReadState.FOUND, post_span, 95)


def _in_sentence_case(lines: list[str]) -> str:
    """“KT. GIÁM ĐỐC” over “PHÓ GIÁM ĐỐC” as “Phó Giám đốc”: the signer's own post, as it is written in a sentence."""
    low = [line.lower() for line in lines]
    own = next((at for at in reversed(range(len(low))) if _OWN_POST.match(low[at])), 0)
    words = " ".join(low[own:])
    title = _CAPITALISED.sub(lambda match: match[0][:1].upper() + match[0][1:], words)
    return title[:1].upper() + title[1:]


def _post_beside(outline: Outline) -> Value[str]:
    """The signer's post run together with the recipients, as when two columns are copied as one."""
    block = outline.recipients
    posts = list(_POST_BESIDE.finditer(outline.text, *block)) if block else []
    if not posts:
        return Value()
    title = _in_sentence_case([post["post"] for post in posts])
    return Value(title, ReadState.FOUND, Span(posts[0].start("post"), posts[-1].end("post")), 60)
