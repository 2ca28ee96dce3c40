"""So sánh giữa các vị trí tương đương: what is set side by side, as numbers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from tusoi.rulebook.facts.codes import RatingLevel

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class PeerFacts:
    """Kết quả và mức đề nghị của một vị trí: the readings in a fixed order, None where nothing is reported.

    A higher reading is the better one. Several posts may have the same.
    """

    level: RatingLevel
    readings: tuple[Fraction | None, ...]

    def outdoes(self, other: PeerFacts) -> bool:
        """Whether no reading both report is lower, and one is higher."""
        pairs = [
            (own, theirs)
            for own, theirs in zip(self.readings, other.readings, strict=True)
            if own is not None and theirs is not None
        ]
        return any(own > theirs for own, theirs in pairs) and all(
            own >= theirs for own, theirs in pairs
        )


@dataclass(frozen=True, slots=True)
class ComparisonFacts:
    """So sánh một vị trí với các vị trí tương đương: how many of them read so and have which level."""

    own: PeerFacts
    peers: Mapping[PeerFacts, int]
