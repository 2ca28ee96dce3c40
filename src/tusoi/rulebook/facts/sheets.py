"""Dữ kiện về phiếu chấm: the two parts and the total of points as written on a self-review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsFacts:
    """Điểm ghi trên phiếu: points for the general criteria, for results, and the total written under them."""

    general: Decimal
    results: Decimal
    total: Decimal
