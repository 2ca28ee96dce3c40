"""Mức cao nhất còn được xếp: what the findings of several rules leave open together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tusoi.rulebook.facts import RatingLevel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tusoi.rulebook.findings import Finding


def lowest_ceiling(findings: Iterable[Finding]) -> tuple[RatingLevel | None, Finding | None]:
    """The lowest ceiling among the findings with the one that sets it; (None, None) without any."""
    limits = [finding for finding in findings if "ceiling" in finding.data]
    if not limits:
        return None, None
    lowest = max(limits, key=lambda finding: RatingLevel(finding.data["ceiling"]).rank)
    return RatingLevel(lowest.data["ceiling"]), lowest


def under(level: RatingLevel | None, highest: RatingLevel | None) -> RatingLevel | None:
    """The level brought down to the highest one still open; where only the lowest is open, that one."""
    if highest is RatingLevel.NOT_COMPLETED:
        return highest
    return highest if level and highest and level.is_above(highest) else level
