"""Kết quả đọc chữ ký: kept as JSON, read back as it was."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from tusoi.officialdocs.signatures import (
    Growth,
    Holder,
    Integrity,
    Signature,
    SignedPdf,
    TimeSource,
    Trust,
)

_CODES = {
    "holder": Holder,
    "time_source": TimeSource,
    "integrity": Integrity,
    "trust": Trust,
}
_TIMES = ("signed_at", "valid_from", "valid_until")


def packed(report: SignedPdf) -> dict[str, Any]:
    """The report as JSON."""
    signatures = [asdict(one) for one in report.signatures]
    for one in signatures:
        one.update({name: one[name].isoformat() if one[name] else None for name in _TIMES})
    return {"growth": report.growth.value, "signatures": signatures}


def unpacked(kept: dict[str, Any]) -> SignedPdf:
    """The report of that JSON."""
    return SignedPdf(tuple(_signature(one) for one in kept["signatures"]), Growth(kept["growth"]))


def _signature(kept: dict[str, Any]) -> Signature:
    codes = {name: code(kept[name]) for name, code in _CODES.items()}
    times = {name: datetime.fromisoformat(kept[name]) if kept[name] else None for name in _TIMES}
    return Signature(**kept | codes | times)
