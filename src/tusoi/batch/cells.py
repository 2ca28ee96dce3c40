"""Đọc một ô: text to value, or a fault that says what is expected."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Protocol

from tusoi.batch.faults import CellFault
from tusoi.batch.spelling import fold
from tusoi.rulebook import wording

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Bounded, so that no cell, however long, costs time; “1.000” is no whole number because it may mean two.
_WHOLE = re.compile(r"([0-9]{1,9})(?:[.,]0{1,2})?")
_DECIMAL = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,20})?")


class Reader(Protocol):
    """Cách đọc một cột: `expected` says in Vietnamese what a cell may hold, `example` shows one."""

    @property
    def expected(self) -> str: ...

    def read(self, text: str) -> Any:
        """The value of a cell that is not blank; raises CellFault."""


@dataclass(frozen=True, slots=True)
class Text:
    """Chữ: any text of at most so many characters."""

    longest: int

    @property
    def expected(self) -> str:
        return f"Chữ, không quá {self.longest} ký tự."

    def read(self, text: str) -> str:
        if len(text) > self.longest:
            raise CellFault(self.expected)
        return text


@dataclass(frozen=True, slots=True)
class WholeNumber:
    """Số đếm: a whole number from 0 to `most`."""

    most: int = 1_000_000

    @property
    def expected(self) -> str:
        return f"Số nguyên từ 0 đến {wording.number(self.most)}, viết liền, ví dụ 40."

    def read(self, text: str) -> int:
        match = _WHOLE.fullmatch(text)
        if match is None or int(match[1]) > self.most:
            raise CellFault(self.expected)
        return int(match[1])


@dataclass(frozen=True, slots=True)
class DecimalNumber:
    """Số thập phân: from 0 to `most`, with a comma (or a full stop) before the decimals."""

    most: int
    example: str

    @property
    def expected(self) -> str:
        return f"Số từ 0 đến {self.most}, phần lẻ viết sau dấu phẩy, ví dụ {self.example}."

    def read(self, text: str) -> Decimal:
        value = Decimal(text.replace(",", ".")) if _DECIMAL.fullmatch(text) else None
        if value is None or value > self.most:
            raise CellFault(self.expected)
        return value


@dataclass(frozen=True, slots=True)
class Choice:
    """Chọn một giá trị: by its label, without regard to case and diacritics."""

    options: Mapping[str, Any]

    @property
    def expected(self) -> str:
        return f"Một trong các giá trị: {'; '.join(self.options)}."

    def read(self, text: str) -> Any:
        wanted = fold(text)
        for label, value in self.options.items():
            if fold(label) == wanted:
                return value
        raise CellFault(self.expected)


#: “Có” or “Không”.
YES_NO = Choice({"Có": True, "Không": False})
