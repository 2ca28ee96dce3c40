"""Cách viết: numbers, shares and dates as Vietnamese official texts write them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal


def number(value: Decimal | int) -> str:
    """1234.50 → “1.234,5”; whole numbers below ten keep no leading zero."""
    text = f"{value:,f}" if not isinstance(value, int) else f"{value:,}"
    whole, _, decimals = text.partition(".")
    decimals = decimals.rstrip("0")
    whole = whole.replace(",", ".")
    return f"{whole},{decimals}" if decimals else whole


def percent(share: Decimal | Fraction) -> str:
    """0.2 → “20%”; cut, never rounded up, to two decimals so that a share below a limit stays below."""
    hundredths = int(Fraction(share) * 10_000)
    whole, rest = divmod(hundredths, 100)
    decimals = f"{rest:02d}".rstrip("0")
    return f"{whole},{decimals}%" if decimals else f"{whole}%"


def points(value: Decimal | Fraction | int) -> str:
    """88.4 → “88,40”, 90 → “90”; cut, never rounded up, so that 89.999 does not read as 90."""
    exact = Fraction(value)
    whole, rest = divmod(int(exact * 100), 100)
    return f"{whole}" if exact == whole else f"{whole},{rest:02d}"


def day(value: date) -> str:
    return f"{value:%d/%m/%Y}"
