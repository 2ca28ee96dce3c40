"""Cách viết: dates, numbers, numerals and file names as official papers write them."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

BLANK_DATE = "ngày … tháng … năm …"
ALPHABET = "abcdđeghiklmnopqrstuvxy"
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_FILE_NAME_LENGTH = 50


def date_text(day: date | None) -> str:
    """`ngày 05 tháng 01 năm 2026`: a leading zero for days below 10 and for months 1 and 2 only."""
    if day is None:
        return BLANK_DATE
    month = f"{day.month:02d}" if day.month in {1, 2} else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def place_and_date(place: str, day: date | None) -> str:
    """`Lai Châu, ngày 24 tháng 11 năm 2023`."""
    return f"{place}, {date_text(day)}"


def moment_text(moment: datetime | None) -> str:
    """`08 giờ 30 phút, ngày 28 tháng 11 năm 2023`."""
    if moment is None:
        return f"… giờ … phút, {BLANK_DATE}"
    return f"{moment:%H} giờ {moment:%M} phút, {date_text(moment.date())}"


def padded(number: int) -> str:
    """A number below 10 with a leading zero: `05`."""
    return f"{number:02d}"


def number_text(number: Decimal | int) -> str:
    """`1.234,5`: a full stop between thousands, a comma before decimals."""
    return f"{number:,}".translate(str.maketrans(",.", ".,"))


def score_text(score: Decimal) -> str:
    """`27,5`, `93`: a score without needless zeros."""
    whole = score.to_integral_value()
    return number_text(whole if whole == score else score.normalize())


def share_text(part: int, whole: int) -> str:
    """`85,7%`; no share of nothing."""
    if whole == 0:
        return "-"
    share = (Decimal(100 * part) / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{number_text(share).removesuffix(',0')}%"


def roman(number: int) -> str:
    """`IV`."""
    text = ""
    for value, numeral in _ROMAN:
        count, number = divmod(number, value)
        text += numeral * count
    return text


def letter(number: int) -> str:
    """The letter of a point: a, b, c, d, đ, e, g, …; after y it goes on with aa, ab."""
    round_, position = divmod(number - 1, len(ALPHABET))
    return (letter(round_) if round_ else "") + ALPHABET[position]


def without_marks(text: str) -> str:
    """`Nguyễn Thị Đào` → `Nguyen Thi Dao`."""
    plain = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return "".join(character for character in plain if not unicodedata.combining(character))


def file_name(text: str, suffix: str = ".docx") -> str:
    """A safe name of at most 50 characters: letters without marks, digits and hyphens."""
    words = re.sub(r"[^a-z0-9]+", "-", without_marks(text).lower()).strip("-") or "van-ban"
    return words[: _FILE_NAME_LENGTH - len(suffix)].rstrip("-") + suffix


def sentence(text: str) -> str:
    """The text without blanks around it and without a closing mark, ready for another one."""
    return text.strip().rstrip(".;,").rstrip()


def begun(text: str) -> str:
    """The text as a sentence begins: its first letter a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def continued(text: str) -> str:
    """The text inside a sentence: its first letter small, the rest as it is."""
    return text[:1].lower() + text[1:]


def ended(text: str) -> str:
    """The text with a full stop, unless it already ends with a mark."""
    text = text.strip()
    return text if text.endswith((".", ";", ":", "!", "?", "…")) else f"{text}."


def listed(items: tuple[str, ...]) -> tuple[str, ...]:
    """Items of a list, each closed by ";", the last one by "."."""
    closed = [f"{sentence(item)};" for item in items]
    return (*closed[:-1], f"{closed[-1][:-1]}.") if closed else ()
