"""Giá trị được sửa: what the office types into a field of a reading, checked and as exact text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from tusoi.campaigns.selectors.local_rule_checks import EXPECTED
from tusoi.campaigns.selectors.plan_fields import InputKind, ReadField
from tusoi.core.errors import Refused, refuse
from tusoi.core.names import clean, tidy, whole_number
from tusoi.planreader.draft import DocumentKind
from tusoi.rulebook.parameter_text import UnreadableValue, exact_from_typed, read_exact

FIRST_YEAR, LAST_YEAR = 2020, 2100
_FORMATS = ("%d/%m/%Y", "%Y-%m-%d")


def exact_value(field: ReadField, typed: str) -> str:
    """The typed value as it is kept; refused when the field cannot hold it."""
    text = tidy(typed).strip()
    if not text:
        raise _impossible(field, "giá trị còn để trống", "Ghi giá trị, hoặc chọn “Để ngỏ”.")
    if len(text) > field.longest:
        raise _impossible(
            field, f"dài {len(text)} ký tự, quá mức {field.longest}", "Viết gọn nội dung này."
        )
    return _EXACT.get(field.input, _line)(field, text)


def day_typed(text: str) -> date | None:
    """The day written as people or as machines write it."""
    for pattern in _FORMATS:
        try:
            return datetime.strptime(clean(text), pattern).date()  # noqa: DTZ007 - a day without time
        except ValueError:
            continue
    return None


def _line(_: ReadField, text: str) -> str:
    return clean(text)


def _paragraphs(_: ReadField, text: str) -> str:
    return "\n".join(line for line in map(clean, text.splitlines()) if line)


def _day(field: ReadField, text: str) -> str:
    day = day_typed(text)
    if day is None:
        raise _impossible(
            field, f"“{text[:40]}” không phải ngày có trong lịch", "Ghi ngày/tháng/năm."
        )
    return day.isoformat()


def _year(field: ReadField, text: str) -> str:
    year = whole_number(text, most=LAST_YEAR)
    if year is None or year < FIRST_YEAR:
        raise _impossible(
            field,
            f"“{text[:40]}” không phải một năm đánh giá",
            f"Ghi năm từ {FIRST_YEAR} đến {LAST_YEAR}.",
        )
    return str(year)


def _kind(field: ReadField, text: str) -> str:
    if text not in set(DocumentKind):
        raise _impossible(
            field, f"không có loại văn bản “{text[:40]}”", "Chọn một loại trong danh sách."
        )
    return text


def _rule(field: ReadField, text: str) -> str:
    if field.parameter is None:
        return clean(text)
    exact = exact_from_typed(field.parameter, text)
    try:
        read_exact(field.parameter, exact)
    except UnreadableValue:
        raise _impossible(
            field,
            f"giá trị “{text[:40]}” không dùng được",
            f"Ghi {EXPECTED[field.parameter.unit]}.",
        ) from None
    return exact


_EXACT: dict[InputKind, Callable[[ReadField, str], str]] = {
    InputKind.PARAGRAPHS: _paragraphs,
    InputKind.DAY: _day,
    InputKind.DEADLINE: _day,
    InputKind.YEAR: _year,
    InputKind.KIND: _kind,
    InputKind.RULE: _rule,
}


def _impossible(field: ReadField, what: str, remedy: str) -> Refused:
    return refuse("plan-reading.value", f"{field.label[:80]}: {what}.", remedy=remedy)
