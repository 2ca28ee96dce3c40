"""Sổ mã: finds codes that stand twice among any number of rows, in a few bytes per row."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from tusoi.batch.faults import Fault
from tusoi.batch.spelling import fold

_DIGEST_BYTES = 16
_BUCKETS = 256


def digest(code: str) -> bytes:
    """A fingerprint of the code without regard to case; two codes do not share one."""
    return blake2b(fold(code).encode(), digest_size=_DIGEST_BYTES).digest()


class CodeLedger:
    """Sổ mã: fingerprints and row numbers, spread over buckets that are searched one at a time."""

    def __init__(self) -> None:
        self._digests = [bytearray() for _ in range(_BUCKETS)]
        self._rows = [array("Q") for _ in range(_BUCKETS)]

    def add(self, codes: Iterable[tuple[bytes, int]]) -> None:
        for code, row in codes:
            self._digests[code[0]] += code
            self._rows[code[0]].append(row)

    def repeated(self) -> Iterator[tuple[int, int]]:
        """(row, the row that has the same code first), in no order."""
        for digests, rows in zip(self._digests, self._rows, strict=True):
            first: dict[bytes, int] = {}
            for place, row in enumerate(rows):
                code = bytes(digests[place * _DIGEST_BYTES : (place + 1) * _DIGEST_BYTES])
                known = first.setdefault(code, row)
                if known != row:
                    yield row, known

    def faults(self) -> list[Fault]:
        """A fault for every row whose code stands in an earlier one."""
        return [
            Fault(row, "Mã", "", f"Mã này đã ghi ở dòng {first}. Mỗi đối tượng một mã.")
            for row, first in sorted(self.repeated())
        ]
