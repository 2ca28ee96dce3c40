"""Chữ trong ô: the text of a cell, alike however the keyboard or the spreadsheet composed it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\ufeff]")
#: How many texts are remembered with their clean form; most cells of a table repeat.
REMEMBERED = 1 << 15
#: How alike two headings are before one is taken for a slip of the other.
ALIKE = 0.75


@lru_cache(maxsize=REMEMBERED)
def clean(text: str) -> str:
    """NFC, without invisible characters, outer and doubled blanks."""
    return " ".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).split())


def fold(text: str) -> str:
    """Lower case without diacritics, so that headings and codes are found however they are typed."""
    decomposed = unicodedata.normalize("NFD", clean(text).lower().replace("đ", "d"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def cell_text(value: Any) -> str:
    """What a reader of the spreadsheet sees in a cell; spreadsheets show fifteen digits of a number."""
    match value:
        case str():
            return clean(value)
        case bool():
            return "Có" if value else "Không"
        case float():
            return f"{value:.15g}"
        case date():
            return f"{value:%d/%m/%Y}"
        case _:
            return "" if value is None else clean(str(value))


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The known heading that `text` most likely stands for."""
    by_folded = {fold(each): each for each in known}
    found: Sequence[str] = get_close_matches(fold(text), by_folded, n=1, cutoff=ALIKE)
    return by_folded[found[0]] if found else None
