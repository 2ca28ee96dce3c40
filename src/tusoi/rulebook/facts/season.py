"""Dữ kiện về trình tự của một mùa: steps planned or done, with the body or person they concern."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tusoi.rulebook.facts.codes import LabelledEnum, Leadership, Side
from tusoi.rulebook.facts.places import PlaceKind

if TYPE_CHECKING:
    from datetime import date

    from tusoi.rulebook.facts.codes import RatedAs


class SeasonAct(LabelledEnum):
    """Việc trong một mùa kiểm điểm, đánh giá, xếp loại."""

    REVIEW = "review", "Kiểm điểm"
    RATING = "rating", "Xếp loại"
    AWARDS = "awards", "Xét thi đua, khen thưởng"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonStepFacts:
    """Một việc trong mùa: what is done to whom, when; `day` is None while no day is set.

    `subject` tells the person or body apart, `unit` names the body it belongs to (for a body:
    itself) and `above` the unit right above. `position` orders what happens on one day.
    """

    label: str
    act: SeasonAct
    unit: str
    day: date | None = None
    position: int = 0
    rated_as: RatedAs | None = None
    subject: str = ""
    above: str = ""
    leadership: Leadership = Leadership.NONE
    side: Side = Side.STATE
    place: PlaceKind | None = None
