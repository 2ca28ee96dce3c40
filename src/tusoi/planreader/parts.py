"""Đánh số mục: the numbered parts of a document, each with its path, its heading and what stands below it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from tusoi.planreader.draft import Span
from tusoi.planreader.normal import LOWER, UPPER

_LETTER = f"{UPPER}{LOWER}"
#: Styles of numbering from the widest to the narrowest; “1.1” is one deeper than “1”.
NUMBERING = re.compile(
    rf"""
    (?P<part>PHẦN\ (?:[IVX]{{1,5}}|\d{{1,2}}|THỨ\ [{UPPER}]+)|Phần\ (?:[IVX]{{1,5}}|\d{{1,2}}|thứ\ [{LOWER}]+)
        |(?:CHƯƠNG|Chương)\ [IVX\d]{{1,5}})(?=[.:)\ -]|$)[.:)\ -]*
  | (?P<capital>[A-H])[.)-]\ +(?=["“]?[{UPPER}]{{2}})
  | (?P<roman>[IVX]{{1,5}})\ ?[.)/-](?:\ +(?=["“(]?[{_LETTER}])|(?=[{UPPER}][{_LETTER}]))
  | Điều\ (?P<article>\d{{1,3}}[a-zđ]?)\ *[.:]\ *
  | Bước\ (?P<step>\d{{1,2}})\ ?[.:)-]\ *
  | (?P<decimal>\d{{1,2}}(?:\.\ ?\d{{1,2}}){{0,4}})(?:\ ?[.)/:](?=[\ "“({_LETTER}]|$)|\ ?-\ |-(?=[{UPPER}][{LOWER}])|(?<=\.\d)\ |(?<=\.\d\d)\ )\ *(?=["“(]?[{_LETTER}])
  | (?:-\ )?(?P<letter>[a-zđ])(?:\)\ *|\.\ +)(?=["“(]?[{_LETTER}])
    """,
    re.VERBOSE,
)
#: Where nothing but letters counts, a short line of its own is a heading; it stands behind a finished sentence.
_BARE_HEADING = re.compile(rf"(?![^\n]*(?:\d{{1,2}}/\d|ngày \d))[{UPPER}][^.;:!?|\n]{{3,78}}[\w)]$")
_FINISHED = re.compile(r"[.;:/][”\"’')]*$")
_FEWEST_HEADINGS = 2

_RANKS = {
    "part": 0,
    "capital": 1,
    "heading": 2,
    "roman": 2,
    "article": 3,
    "decimal": 4,
    "step": 9,
    "letter": 10,
}


class Line(NamedTuple):
    """Dòng: one line that is not blank."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """Mục: one numbered part. `label` is its path (`II.1.2`), `parent` the label above it, empty at the top.

    `heading` is the wording after the number, up to its colon or the end of the line; `own` what
    stands before the first part below; `body` all of it, parts below included.
    """

    label: str
    number: str
    style: str
    span: Span
    heading: Span
    own: Span
    body: Span
    level: int
    parent: str


class _Opening(NamedTuple):
    """The first line of a part: its number, its style and how deep that style lies."""

    line: Line
    number: str
    style: str
    rank: int
    heading: Span


def parts_of(lines: tuple[Line, ...]) -> tuple[Part, ...]:
    """Every numbered part, in order."""
    openings = [opening for line in lines if (opening := _opening(line)) is not None]
    if all(opening.style == "letter" for opening in openings):
        openings = sorted([*openings, *_bare_headings(lines)])
    ends = _ends(openings, lines[-1].span.end if lines else 0)
    parts: list[Part] = []
    chain: list[tuple[_Opening, str]] = []
    for at, (opening, end) in enumerate(zip(openings, ends, strict=True)):
        while chain and chain[-1][0].rank >= opening.rank:
            chain.pop()
        above = next((label for outer, label in reversed(chain) if outer.style != "decimal"), "")
        parent = chain[-1][1] if chain else ""
        stem = above if opening.style == "decimal" else parent
        label = f"{stem}.{opening.number}" if stem else opening.number
        next_start = openings[at + 1].line.span.start if at + 1 < len(openings) else end
        heading = opening.heading
        parts.append(
            Part(
                label=label,
                number=opening.number,
                style=opening.style,
                span=Span(opening.line.span.start, end),
                heading=heading,
                own=Span(heading.end, max(heading.end, min(end, next_start))),
                body=Span(heading.end, max(heading.end, end)),
                level=len(chain),
                parent=parent,
            )
        )
        chain.append((opening, label))
    return tuple(parts)


def _opening(line: Line) -> _Opening | None:
    match = NUMBERING.match(line.text)
    if match is None or match.lastgroup is None or match.end() >= len(line.text):
        return None
    style = match.lastgroup
    number = match[style].replace(" ", "") if style == "decimal" else match[style]
    rank = _RANKS[style] + number.count(".") if style == "decimal" else _RANKS[style]
    colon = line.text.find(":", match.end())
    heading_end = colon if colon > match.end() else len(line.text)
    heading = Span(line.span.start + match.end(), line.span.start + heading_end)
    named = {"article": f"Điều {number}", "step": f"Bước {number}"}.get(style, number)
    return _Opening(line, named, style, rank, heading)


def _bare_headings(lines: tuple[Line, ...]) -> list[_Opening]:
    """Headings without a number, in a text that numbers no part; one alone is a line like any other."""
    found = [
        _Opening(line, line.text, "heading", _RANKS["heading"], line.span)
        for before, line in pairwise(lines[:-1])
        if _BARE_HEADING.match(line.text) and _FINISHED.search(before.text)
    ]
    return found if len(found) >= _FEWEST_HEADINGS else []


def _ends(openings: list[_Opening], end: int) -> list[int]:
    """Where each part ends: before the next opening that is not deeper than it."""
    ends = [end] * len(openings)
    waiting: list[int] = []
    for at, opening in enumerate(openings):
        while waiting and openings[waiting[-1]].rank >= opening.rank:
            ends[waiting.pop()] = opening.line.span.start - 1
        waiting.append(at)
    return ends
