"""Dữ kiện về thẩm quyền: who tracked and who classifies one subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tusoi.rulebook.facts.codes import RatedAs


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetenceFacts:
    """Người theo dõi, người xếp loại: codes of the matrix; None where not yet known or not asked for."""

    rated_as: RatedAs
    who: str
    tracked_by: str | None = None
    classified_by: str | None = None
