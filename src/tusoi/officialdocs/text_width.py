"""Bề rộng chữ: the printed length of bold Times text, for the lines drawn below it."""

from __future__ import annotations

from tusoi.officialdocs.wording import without_marks

# Advance widths of Times Bold in thousandths of the type size, by width.
_WIDTHS = {
    250: " .,",
    278: "/il",
    333: "-():;fjt",
    389: "Is",
    444: "cerz",
    500: "Jagovxy0123456789",
    556: "Sbdhknpqu",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYw",
    778: "GHKOQ",
    833: "m",
    944: "M",
    1000: "W",
}
_WIDTH_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_USUAL_WIDTH = 556


def bold_width_pt(text: str, size: int) -> float:
    """The length in points of bold text; marks above and below letters add nothing."""
    return sum(_WIDTH_OF.get(c, _USUAL_WIDTH) for c in without_marks(text)) * size / 1000
