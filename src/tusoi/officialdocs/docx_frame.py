"""Khung trang: the page on which an element is laid out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tusoi.officialdocs.wordml import twips

if TYPE_CHECKING:
    from tusoi.officialdocs.styles import Style

A4_MM = (210, 297)


@dataclass(frozen=True, slots=True)
class Frame:
    """Khung trang: the style and the direction of an A4 page; lengths in twentieths of a point."""

    style: Style
    landscape: bool = False

    @property
    def page(self) -> tuple[int, int]:
        """Width and height of the page."""
        width, height = (twips(side) for side in A4_MM)
        return (height, width) if self.landscape else (width, height)

    @property
    def width(self) -> int:
        """Width of the text."""
        margins = self.style.margins
        return self.page[0] - twips(margins.left) - twips(margins.right)

    def split(self, left_share: float) -> tuple[int, int]:
        """Two columns over the width of the text."""
        left = round(self.width * left_share)
        return left, self.width - left
