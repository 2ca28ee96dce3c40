"""Vietnamese dates and numbers: 24/11/2023, 10:32, 1.234,5, 12,5%."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from django import template
from django.utils import timezone

register = template.Library()

Number = int | float | Decimal
NOTHING = "—"
SWAP_SEPARATORS = str.maketrans(",.", ".,")


def _written(value: date | time | None, pattern: str) -> str:
    if value in (None, ""):
        return NOTHING
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return value.strftime(pattern)


@register.filter
def ngay(value: date | None) -> str:
    """A day as dd/mm/yyyy; a dash where there is none."""
    return _written(value, "%d/%m/%Y")


@register.filter
def gio(value: datetime | time | None) -> str:
    """A time of day as 10:32."""
    return _written(value, "%H:%M")


@register.filter
def ngay_gio(value: datetime | None) -> str:
    """An instant as “10:32 ngày 24/11/2023”."""
    return _written(value, "%H:%M ngày %d/%m/%Y")


@register.filter
def so(value: Number | None, decimals: int | None = None) -> str:
    """A number as 1.234,5 – with exactly `decimals` places where given, else without idle zeros."""
    if value in (None, ""):
        return NOTHING
    number = Decimal(str(value))
    shown = f"{number:,f}" if decimals is None else f"{number:,.{decimals}f}"
    if decimals is None and "." in shown:
        shown = shown.rstrip("0").rstrip(".")
    return shown.translate(SWAP_SEPARATORS)


@register.filter
def phan_tram(value: Number | None, decimals: int | None = None) -> str:
    """A share as a percentage: 0.125 becomes 12,5%."""
    return NOTHING if value in (None, "") else so(Decimal(str(value)) * 100, decimals) + "%"
