"""Khung trang: the page on which an element is laid out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tusoi.officialdocs.measures import SLIP_PADDING_MM
from tusoi.officialdocs.wordml import twips

if TYPE_CHECKING:
    from tusoi.officialdocs.paper import Slips
    from tusoi.officialdocs.styles import Style

A4_MM = (210, 297)


@dataclass(frozen=True, slots=True)
class Frame:
    """Khung trang: the style and the direction of an A4 page; lengths in twentieths of a point.

    With `slips` the text stands in one slip of the page.
    """

    style: Style
    landscape: bool = False
    slips: Slips | None = None

    @property
    def page(self) -> tuple[int, int]:
        """Width and height of the page."""
        width, height = (twips(side) for side in A4_MM)
        return (height, width) if self.landscape else (width, height)

    @property
    def text_area(self) -> tuple[int, int]:
        """Width and height between the margins."""
        (width, height), margins = self.page, self.style.margins
        return (
            width - twips(margins.left) - twips(margins.right),
            height - twips(margins.top) - twips(margins.bottom),
        )

    @property
    def width(self) -> int:
        """Width of the text."""
        width, _ = self.text_area
        if self.slips is None:
            return width
        return width // self.slips.columns - 2 * twips(SLIP_PADDING_MM)

    def split(self, left_share: float) -> tuple[int, int]:
        """Two columns over the width of the text."""
        left = round(self.width * left_share)
        return left, self.width - left
