"""Điền mẫu: the values of a paper in the fields of an agency's own template; nothing is computed or run."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from tusoi.officialdocs.docx_writer import annexes_of, body_of
from tusoi.officialdocs.own.fields import ANNEXES, CONTEXTS, ITEM, POSITION, WHOLE_BODY
from tusoi.officialdocs.own.marks import (
    FILLED,
    MARK,
    TBL,
    TC,
    TR,
    P,
    joined,
    marks_in,
    text_of,
    texts_of,
)
from tusoi.officialdocs.own.package import open_package, text_parts
from tusoi.officialdocs.own.values import values_of
from tusoi.officialdocs.printed import clean
from tusoi.officialdocs.wordml import NAMESPACES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tusoi.officialdocs.own.marks import Found
    from tusoi.officialdocs.paper import Paper

_BREAKS = {"\n": "w:br", "\t": "w:tab"}
_MADE = {WHOLE_BODY: body_of, ANNEXES: annexes_of}


def fits(paper: Paper) -> bool:
    """Whether a template of the paper's kind can hold this paper."""
    kind = CONTEXTS.get(paper.kind)
    return kind is not None and isinstance(paper.context, kind)


def fill_template(content: bytes, paper: Paper) -> bytes:
    """The template with the values of the paper; the same paper gives the same bytes."""
    package = open_package(content)
    values = values_of(paper)
    for _, root in text_parts(package):
        joined(root)
        for mark in list(marks_in(root)):
            if mark.name in _MADE:
                _put_made(mark.paragraph, _MADE[mark.name](paper))
        _fill(root, values)
        _tidy(root)
    return package.write()


def _put_made(paragraph: Any, made: str) -> None:
    """What our own layout makes, in place of the paragraph of its mark."""
    wrapped = parse_xml(f"<w:body {NAMESPACES}>{made}</w:body>")
    for text in wrapped.iter(qn("w:t")):
        text.set(FILLED, "1")
    for element in list(wrapped):
        paragraph.addprevious(element)
    paragraph.getparent().remove(paragraph)


def _fill(root: Any, values: Mapping[str, Any]) -> None:
    while section := _first_section(root):
        _repeat(*section, values)
    for paragraph in list(root.iter(P)):
        if "{{" in text_of(paragraph):
            _put_values(paragraph, values)


def _first_section(root: Any) -> tuple[Found, Found] | None:
    """The first list that is opened, with its end."""
    marks = (mark for mark in marks_in(root) if mark.sign)
    opened = next((mark for mark in marks if mark.sign == "#"), None)
    depth = 0
    for mark in marks:
        if opened is None or mark.name != opened.name:
            continue
        if mark.sign == "/" and depth == 0:
            return opened, mark
        depth += 1 if mark.sign == "#" else -1
    return None


def _repeat(opened: Found, closed: Found, values: Mapping[str, Any]) -> None:
    """Write what stands between the two marks once for every item."""
    repeated = _between(opened.paragraph, closed.paragraph)
    first = repeated[0]
    pattern = [copy.deepcopy(element) for element in repeated]
    for inner in _scopes(values.get(opened.name), values):
        holder = OxmlElement("w:body")
        holder.extend(copy.deepcopy(element) for element in pattern)
        _unmark(holder, opened.name)
        _fill(holder, inner)
        for element in list(holder):
            first.addprevious(element)
    for element in repeated:
        element.getparent().remove(element)


def _between(start: Any, end: Any) -> list[Any]:
    """The neighbours from the one that holds the start to the one that holds the end.

    Within one paragraph the paragraph is repeated, within one table row the row.
    """
    if start is end:
        return [start]
    above = [start, *start.iterancestors()]
    ends = [end, *end.iterancestors()]
    shared = next(element for element in above if element in ends)
    if shared.tag == TR:
        return [shared]
    first, last = above[above.index(shared) - 1], ends[ends.index(shared) - 1]
    children = list(shared)
    return children[children.index(first) : children.index(last) + 1]


def _scopes(value: Any, values: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The values seen inside a list, one after the other; a text counts as a list of one when not empty."""
    if not isinstance(value, list):
        if value:
            yield dict(values)
        return
    for position, item in enumerate(value, 1):
        own = item if isinstance(item, dict) else {ITEM: item}
        yield {**values, **own, POSITION: str(position)}


def _unmark(holder: Any, name: str) -> None:
    """Take the outermost two marks of this list away; a paragraph that held nothing else goes with them."""
    own = [mark for mark in marks_in(holder) if mark.sign and mark.name == name]
    for mark in (own[0], own[-1]):
        is_alone = text_of(mark.paragraph).strip() == mark.words
        for text in texts_of(mark.paragraph):
            if mark.words in (text.text or ""):
                text.text = text.text.replace(mark.words, "", 1)
                break
        if is_alone and mark.paragraph.getparent().tag != TC:
            mark.paragraph.getparent().remove(mark.paragraph)


def _put_values(paragraph: Any, values: Mapping[str, Any]) -> None:
    for text in texts_of(paragraph):
        words = "" if text.get(FILLED) else text.text or ""
        if MARK.search(words):
            _replace(text, words, values)


def _replace(text: Any, words: str, values: Mapping[str, Any]) -> None:
    """Put the elements of prefix, value and suffix in place of one text element."""
    at = 0
    for mark in MARK.finditer(words):
        _add(text, words[at : mark.start()], is_value=False)
        _add(text, _words(mark["name"], values), is_value=True)
        at = mark.end()
    _add(text, words[at:], is_value=False)
    text.getparent().remove(text)


def _words(name: str, values: Mapping[str, Any]) -> str:
    """The value of a field; a name in capitals prints it in capitals."""
    value = values.get(name.lower(), "")
    text = "\n".join(value) if isinstance(value, list) else value
    return text.upper() if name.isupper() else text


def _add(before: Any, words: str, *, is_value: bool) -> None:
    """Words as text elements in front of another one; line ends become breaks."""
    for position, line in enumerate(clean(words).split("\n")):
        if position:
            before.addprevious(OxmlElement(_BREAKS["\n"]))
        for column, piece in enumerate(line.split("\t")):
            if column:
                before.addprevious(OxmlElement(_BREAKS["\t"]))
            if piece:
                before.addprevious(_text(piece, is_value=is_value))


def _text(words: str, *, is_value: bool) -> Any:
    element = OxmlElement("w:t")
    element.text = words
    element.set(qn("xml:space"), "preserve")
    if is_value:
        element.set(FILLED, "1")
    return element


def _tidy(root: Any) -> None:
    """Leave a file that Word opens: no trace of filling, no table without rows, no cell without a paragraph."""
    for text in root.iter(qn("w:t")):
        text.attrib.pop(FILLED, None)
    for table in list(root.iter(TBL)):
        if table.find(TR) is None:
            table.getparent().remove(table)
    for cell in root.iter(TC):
        if not len(cell) or cell[-1].tag != P:
            cell.append(OxmlElement("w:p"))
