"""Reads what really stands on the pages of a PDF: words, their place, face and size, and drawn lines."""

import re
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader

MM = 72 / 25.4
TOP_MARGIN = 20 * MM
DRAWN = re.compile(
    rb"q 1 0 0 -1 ([\d.]+) ([\d.]+) cm/c0 CS 0 SCN [\d.]+ w \d+ M (?:\[[^\]]*\] \d+ d )?0 0 m ([\d.]+) 0 l"
)


@dataclass(frozen=True)
class Line:
    """A stretch of text in one face; `x` and `y` in points from the lower left corner."""

    text: str
    x: float
    y: float
    face: str
    size: float

    @property
    def is_bold(self):
        return "Bold" in self.face

    @property
    def is_italic(self):
        return "Italic" in self.face


@dataclass(frozen=True)
class Rule:
    """A horizontal line."""

    x: float
    y: float
    length: float


def pages_of(content):
    return PdfReader(BytesIO(content)).pages


def lines_of(page):
    """The stretches of text of a page in the order in which they are written."""
    found = []

    def keep(text, place, _, font, size):
        if text.strip() and font:
            found.append(Line(text.strip(" \n"), place[4], place[5], font["/BaseFont"], size))

    page.extract_text(visitor_text=keep)
    return found


def line_with(page, text):
    return next(line for line in lines_of(page) if line.text == text)


def rules_of(page):
    """Horizontal lines drawn on a page, from the top down."""
    found = DRAWN.findall(page.get_contents().get_data())
    return [Rule(*map(float, numbers)) for numbers in found]


def words_of(content):
    """All words in the order in which they are written, without page numbers and dotted lines."""
    text = ""
    for page in pages_of(content):
        for line in lines_of(page):
            if line.y > page.mediabox.height - TOP_MARGIN:
                continue
            text += line.text if re.search(r"\w[-/]$", text) else f" {line.text}"
    return [word for word in text.split() if set(word) != {"."}]
