"""Cách ghi tham số: values as officials read them, as exact text that is stored, and back."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

from tusoi.rulebook import wording
from tusoi.rulebook.lawdata import LawDataFault, read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable

    from tusoi.rulebook.parameters import Parameter

_LEAP_YEAR = 2024
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)
_DECIMAL = re.compile(r"\d{1,6}(\.\d{1,6})?", re.ASCII)
_FRACTION = re.compile(r"\d{1,6}/[1-9]\d{0,5}", re.ASCII)
_PERCENT = re.compile(r"\d{1,3}([.,]\d{1,4})?%?", re.ASCII)
_DAY_MONTH = re.compile(r"\d{1,2}/\d{1,2}", re.ASCII)
_MONTH_DAY = re.compile(r"\d{2}-\d{2}", re.ASCII)
_FLAGS = {"true": True, "false": False}


class UnreadableValue(ValueError):
    """Giá trị không đọc được: the text is no value of that unit."""


@cache
def parameter_groups() -> dict[str, str]:
    """What each file of parameters is about, by its name, in the order in which people read them."""
    return dict(read_yaml("parameter_groups.yaml"))


def group_of(name: str) -> str:
    """The group (file) that a parameter stands in."""
    return name.partition(".")[0]


def _share(value: Decimal | int | Fraction) -> str:
    """A percentage; where no short decimal equals it, the fraction itself."""
    share = Fraction(value)
    return wording.percent(share) if (share * 10_000).denominator == 1 else f"{share}"


def _month_day(value: str) -> str:
    month, day = value.split("-")
    return f"ngày {day}/{month}"


_WRITTEN: dict[str, Callable[[Any], str]] = {
    "share": _share,
    "count": wording.number,
    "day": lambda value: f"{wording.number(value)} ngày",
    "month": lambda value: f"{wording.number(value)} tháng",
    "flag": lambda value: "Có" if value else "Không",
    "month_day": _month_day,
}


def as_written(parameter: Parameter, value: Any) -> str:
    """0.2 → “20%”, a flag → “Có”, a code → its label."""
    if parameter.choices:
        return parameter.choices[value]
    write = _WRITTEN.get(parameter.unit, str)
    return write(value)


def exact_text(value: Any) -> str:
    """The value as it is stored: “0.15”, “1/3”, “3”, “true”, a code."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _typed_share(text: str) -> str:
    """“15%”, “12,5%” → a decimal; a fraction stays one."""
    if _FRACTION.fullmatch(text):
        return text
    if not _PERCENT.fullmatch(text):
        return ""
    return f"{Decimal(text.removesuffix('%').replace(',', '.')).scaleb(-2):f}"


def _typed_number(text: str) -> str:
    decimal = text.replace(",", ".")
    return decimal if _DECIMAL.fullmatch(decimal) else ""


def _typed_month_day(text: str) -> str:
    if not _DAY_MONTH.fullmatch(text):
        return ""
    day, month = text.split("/")
    return f"{month:0>2}-{day:0>2}"


_TYPED: dict[str, Callable[[str], str]] = {
    "share": _typed_share,
    "day": _typed_number,
    "month": _typed_number,
    "month_day": _typed_month_day,
}


def exact_from_typed(parameter: Parameter, text: str) -> str:
    """Exact text from what people write: “15%” → “0.15”, “1,5” → “1.5”; what is no value stays as it is."""
    read = _TYPED.get(parameter.unit)
    return (read("".join(text.split())) if read else "") or text.strip()


def _read_share(text: str) -> Decimal | Fraction | None:
    if _FRACTION.fullmatch(text):
        return Fraction(text)
    return Decimal(text) if _DECIMAL.fullmatch(text) else None


def _read_number(text: str) -> int | Decimal | None:
    """Whole numbers stay whole, as in the data of the law."""
    if _WHOLE.fullmatch(text):
        return int(text)
    return Decimal(text) if _DECIMAL.fullmatch(text) else None


def _read_month_day(text: str) -> str | None:
    if not _MONTH_DAY.fullmatch(text):
        return None
    month, day = map(int, text.split("-"))
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError:
        return None
    return text


_READ: dict[str, Callable[[str], Any]] = {
    "share": _read_share,
    "count": lambda text: int(text) if _WHOLE.fullmatch(text) else None,
    "day": _read_number,
    "month": _read_number,
    "flag": _FLAGS.get,
    "month_day": _read_month_day,
    "text": lambda text: text or None,
}


def read_exact(parameter: Parameter, text: str) -> Any:
    """The value behind its exact text, checked against unit and choices; raises UnreadableValue."""
    value = _READ[parameter.unit](text)
    if value is None:
        raise UnreadableValue(f"{parameter.name}: {text[:40]!r}")
    try:
        parameter.check(value)
    except LawDataFault as fault:
        raise UnreadableValue(str(fault)) from fault
    return value
