"""Tên tiếng Việt: NFC text, search without diacritics, sort keys in Vietnamese name order."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_LETTERS = {letter: index for index, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
# Controls other than tab and line ends, controls of direction, halves of characters, non-characters.
_UNWRITABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def tidy(text: str) -> str:
    """NFC, without invisible characters that neither the database nor a paper can hold."""
    return unicodedata.normalize("NFC", _UNWRITABLE.sub("", text))


def clean(text: str) -> str:
    """One tidy line: outer blanks and doubled blanks removed."""
    return " ".join(tidy(text).split())


def whole_number(text: str, *, most: int) -> int | None:
    """The number written in the text; None where it is no whole number from 0 to `most`."""
    is_short_enough = text.isdecimal() and len(text) <= len(str(most))
    return int(text) if is_short_enough and int(text) <= most else None


def fold(text: str) -> str:
    """Lower case without diacritics, so that “nguyen” finds “Nguyễn”."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return clean("".join(c for c in decomposed if not unicodedata.combining(c)))


@lru_cache(maxsize=4096)
def _syllable(word: str) -> tuple[str, str]:
    """Primary letters and the tone of one syllable, as characters that sort bytewise."""
    letters, tone = [], 0
    for char in unicodedata.normalize("NFC", word.lower()):
        base = []
        for part in unicodedata.normalize("NFD", char):
            if part in _TONES:
                tone = _TONES[part]
            else:
                base.append(part)
        letter = unicodedata.normalize("NFC", "".join(base))
        letters.append(chr(0x100 + _LETTERS.get(letter, 100 + ord(letter[0]) if letter else 0)))
    return "".join(letters), str(tone)


def sort_key(full_name: str) -> str:
    """Key that sorts by given name, family name, middle names; letters first, then tones.

    Order of tones: ngang, huyền, hỏi, ngã, sắc, nặng. Compare bytewise (collation C).
    """
    words = clean(full_name).split()
    ordered = [words[-1], *words[:-1]] if words else []
    syllables = [_syllable(word) for word in ordered]
    return (
        "!".join(letters for letters, _ in syllables) + " " + "".join(tone for _, tone in syllables)
    )
