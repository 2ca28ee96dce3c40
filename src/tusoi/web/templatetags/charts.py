"""Pictures as inline SVG measured in percent, each beside the same facts in words (docs/design-system.md)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django import template

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

register = template.Library()

MARGIN = 3.0  # percent of the strip kept free on both sides
TOP = 34  # pixels above the first lane: room for “Hôm nay”
LANE = 26  # pixels from lane to lane
TOUCHING = 3.2  # percent within which two marks would cover each other


def _percent(value: float) -> str:
    """A coordinate for SVG: always with a point, whatever the language of the page."""
    return f"{value:.2f}%"


@dataclass(frozen=True, slots=True)
class Mark:
    """One deadline on the strip."""

    number: int
    item: Any
    x: float
    lane: int
    days_left: int

    @property
    def at(self) -> str:
        return _percent(self.x)

    @property
    def y(self) -> int:
        return TOP + LANE * self.lane

    @property
    def tone(self) -> str:
        if self.item.done:
            return "good"
        if self.days_left < 0:
            return "bad"
        return "warning" if self.days_left <= 3 else "neutral"

    @property
    def words(self) -> str:
        if self.item.done:
            return "Đã xong"
        if self.days_left < 0:
            return f"Quá hạn {-self.days_left} ngày"
        return f"Còn {self.days_left} ngày" if self.days_left else "Hạn hôm nay"


def _position(day: date, first: date, last: date) -> float:
    span = max((last - first).days, 1)
    return MARGIN + (100 - 2 * MARGIN) * (day - first).days / span


def _months(first: date, last: date) -> list[dict[str, str]]:
    """The first day of each month inside the strip."""
    ticks = []
    day = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
    while day <= last:
        ticks.append({"at": _percent(_position(day, first, last)), "label": f"{day:%m/%Y}"})
        day = (day + timedelta(days=32)).replace(day=1)
    return ticks


def _marks(items: Sequence[Any], today: date, first: date, last: date) -> list[Mark]:
    """Deadlines from left to right; marks that would touch go one lane deeper."""
    ends: list[float] = []
    marks = []
    for number, item in enumerate(items, start=1):
        x = _position(item.on, first, last)
        lane = next((i for i, end in enumerate(ends) if x - end >= TOUCHING), len(ends))
        ends[lane : lane + 1] = [x]
        marks.append(Mark(number, item, x, lane, (item.on - today).days))
    return marks


@register.inclusion_tag("components/timeline.html")
def timeline(items: Iterable[Any], today: date) -> dict[str, Any]:
    """Deadlines on a strip with today's line, and the same deadlines as a list."""
    ordered = sorted(items, key=lambda item: item.on)
    days = [today, *(item.on for item in ordered)]
    first, last = min(days), max(days)
    marks = _marks(ordered, today, first, last)
    axis = TOP + LANE * (max((mark.lane for mark in marks), default=0) + 1)
    return {
        "marks": marks,
        "months": _months(first, last),
        "today": today,
        "today_at": _percent(_position(today, first, last)),
        "axis": axis,
        "height": axis + 22,
    }


@register.inclusion_tag("components/progress_matrix.html")
def progress_matrix(
    columns: Sequence[str], rows: Iterable[Any], corner: str = "Đơn vị"
) -> dict[str, Any]:
    """Units by steps: a count, a bar and a word in every cell."""
    return {"columns": columns, "rows": rows, "corner": corner}


@register.filter
def cell_tone(cell: Any) -> str:
    """The tone given by the page, else the one the count itself tells."""
    given = getattr(cell, "tone", "")
    if given or not cell.done:
        return given or "neutral"
    return "good" if cell.done >= cell.total else "info"


@register.filter
def cell_words(cell: Any) -> str:
    given = getattr(cell, "label", "")
    if given or not cell.done:
        return given or "Chưa bắt đầu"
    return "Đã xong" if cell.done >= cell.total else "Đang làm"


@register.filter
def share_of(part: float, whole: float) -> str:
    """`part` of `whole` as a length for SVG."""
    return _percent(min(100 * float(part) / float(whole), 100) if whole else 0)


def _segments(counts: Sequence[int]) -> list[dict[str, Any]]:
    whole, start, segments = sum(counts), 0, []
    for rank, count in enumerate(counts, start=1):
        segments.append(
            {
                "rank": rank,
                "count": count,
                "x": share_of(start, whole),
                "width": share_of(count, whole),
            }
        )
        start += count
    return segments


@register.inclusion_tag("components/distribution.html")
def distribution(
    levels: Sequence[str], rows: Iterable[Any], corner: str = "Đơn vị"
) -> dict[str, Any]:
    """How many have which level, per row: one bar, the counts beside it."""
    bars = [
        {"row": row, "segments": _segments(row.counts), "total": sum(row.counts)} for row in rows
    ]
    return {"levels": list(enumerate(levels, start=1)), "bars": bars, "corner": corner}


@register.inclusion_tag("components/cap_meter.html")
def cap_meter(used: int, allowed: int, label: str, note: str = "") -> dict[str, Any]:
    """How much of a cap is used; what lies beyond it is shown beyond it."""
    whole = max(used, allowed, 1)
    return {
        "used": used,
        "allowed": allowed,
        "over": max(used - allowed, 0),
        "left": max(allowed - used, 0),
        "label": label,
        "note": note,
        "within_width": share_of(min(used, allowed), whole),
        "over_width": share_of(max(used - allowed, 0), whole),
        "limit_at": share_of(allowed, whole),
    }
