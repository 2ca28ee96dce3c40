"""Trước khi chấm: which regime governs this kind of subject on the day, said once for the whole table."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tusoi.rulebook.rules import regimes

if TYPE_CHECKING:
    from tusoi.batch.layout import Inquiry
    from tusoi.rulebook import Finding


def preface_of(inquiry: Inquiry) -> tuple[Finding, ...]:
    """The choice of the regime, its gaps and splits, in words."""
    year = date(inquiry.year, 1, 1), date(inquiry.year, 12, 31)
    choice = regimes.choose(inquiry.kind.rated_as, inquiry.law, period=year)
    return tuple(choice.findings)
