"""Đọc một câu: what every family of rules needs – the sentence, numbers in it, rows and plain flags."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from tusoi.planreader.draft import RuleRow, Span
from tusoi.planreader.special_rules.codes import RuleCode

#: A number as plans write it: figures, a fraction, or a word.
NUMBER = r"(?:\d{1,3}(?:[.,]\d{1,2})?(?!\d|[.,/]\d)|½|1/2(?!\d)|nửa|một|hai|ba|bốn|năm|sáu)"
_WORDS = {
    "½": "0.5",
    "1/2": "0.5",
    "nửa": "0.5",
    "một": "1",
    "hai": "2",
    "ba": "3",
    "bốn": "4",
    "năm": "5",
    "sáu": "6",
}
_DENIED = re.compile(r"(?<!\w)(?:không|chưa|bãi bỏ|bỏ|thay vì)(?: \w+){0,2} $")
_REACH = 30


@dataclass(frozen=True, slots=True)
class Sentence:
    """Câu: folded text with the place it starts at."""

    text: str
    start: int

    def says(self, *words: str) -> bool:
        return any(word in self.text for word in words)

    def denies(self, match: re.Match[str]) -> bool:
        """“không phải …” in front of what would be a rule."""
        return _DENIED.search(self.text, max(0, match.start() - _REACH), match.start()) is not None

    def row(
        self,
        code: RuleCode,
        place: tuple[int, int],
        value: Decimal | bool | str = True,
        *,
        unit: str = "",
        base: str = "",
        scope: str = "",
        parameter: str | None = None,
        confidence: int = 90,
    ) -> RuleRow:
        """A rule read at `place`, offsets inside the sentence; `parameter` only where it differs from the code's."""
        start, end = place
        return RuleRow(
            span=Span(self.start + start, self.start + end),
            confidence=confidence,
            rule=code,
            value=value,
            unit=unit,
            base=base,
            scope=scope,
            parameter=code.parameter if parameter is None else parameter,
        )


Reader = Callable[[Sentence], Iterator[RuleRow]]


def number(written: str) -> Decimal:
    """“03” → 3, “1,5” → 1.5, “½” and “nửa” → 0.5, “hai” → 2."""
    return Decimal(_WORDS.get(written, written).replace(",", "."))


def flags(*entries: tuple[RuleCode, str, str]) -> Reader:
    """Rules that a plan makes by saying so: code, a word without which it is not said, the wording."""
    compiled = [(code, word, re.compile(pattern)) for code, word, pattern in entries]

    def read(sentence: Sentence) -> Iterator[RuleRow]:
        for code, word, pattern in compiled:
            match = pattern.search(sentence.text) if word in sentence.text else None
            if match and not sentence.denies(match):
                yield sentence.row(code, match.span())

    return read
