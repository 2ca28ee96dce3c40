"""Ghi chú về căn cứ: what is said where a number rests on a text that nobody has checked yet."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tusoi.rulebook import wording
from tusoi.rulebook.registry import notes

if TYPE_CHECKING:
    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import Dated


def value_text(dated: Dated) -> str:
    """The value of a parameter as an official would write it."""
    if dated.unit == "share" and isinstance(dated.value, int | Decimal):
        return wording.percent(Decimal(dated.value))
    if dated.unit in {"count", "day", "month"}:
        units = {"count": "", "day": " ngày", "month": " tháng"}
        return f"{wording.number(dated.value)}{units[dated.unit]}"
    return str(dated.value)


def not_applied(dated: Dated) -> Finding:
    """A note that a number is known but not applied until its text has been checked."""
    return notes(
        f"{dated.label}: mức {value_text(dated)} chưa kiểm chứng được trong văn bản gốc nên chưa áp dụng. "
        "Đơn vị đối chiếu văn bản và quyết định việc áp dụng.",
        cites=(dated.cite,),
        parameter=dated.name,
    )
