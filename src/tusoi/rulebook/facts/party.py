"""Dữ kiện về xếp loại của Đảng: standing of a member, age of a body, one rating, levels side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tusoi.rulebook.facts.codes import LabelledEnum

if TYPE_CHECKING:
    from decimal import Decimal

    from tusoi.rulebook.facts.codes import RatingLevel


class PartyStanding(LabelledEnum):
    """Diện kiểm điểm của đảng viên: rated, reviewed without a level, or outside the review."""

    RATED = "rated", "Kiểm điểm và xếp loại"
    REVIEWED = "reviewed", "Kiểm điểm, chưa xếp loại"
    OUT_OF_SCOPE = "out_of_scope", "Không thuộc diện kiểm điểm"


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyFacts:
    """Tổ chức đảng, tập thể lãnh đạo: `months_since_founded` is None for bodies founded long ago."""

    months_since_founded: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingFacts:
    """Lượt xếp loại: what stands around one rating of a member or body; `level` None before it."""

    level: RatingLevel | None = None
    is_reviewed: bool = True
    has_complaint: bool = False
    fault_found_later: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationFacts:
    """Quan hệ giữa các mức: a level beside those it rests on; None where not yet known.

    `unit_level` is the level of the body a leading collective leads, `official_level` that of a
    Party member as cán bộ, công chức, viên chức.
    """

    level: RatingLevel | None
    unit_level: RatingLevel | None = None
    official_level: RatingLevel | None = None
