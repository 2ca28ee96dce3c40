"""Dữ kiện về nơi kiểm điểm: the posts somebody holds and the bodies these posts belong to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tusoi.rulebook.facts.codes import LabelledEnum, Leadership


class PlaceKind(LabelledEnum):
    """Nơi kiểm điểm."""

    CELL = "cell", "Chi bộ nơi sinh hoạt chính thức"
    COLLECTIVE = "collective", "Tập thể lãnh đạo, quản lý nơi làm việc"
    COMMITTEE = "committee", "Hội nghị cấp ủy"
    STANDING_COMMITTEE = "standing_committee", "Hội nghị ban thường vụ cấp ủy"
    WHOLE_BODY = "whole_body", "Hội nghị toàn cơ quan, đơn vị hoặc tổ chức đảng"
    UNIT = "unit", "Hội nghị cơ quan, đơn vị nơi công tác"
    OTHER_POST = "other_post", "Nơi giữ chức vụ khác"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadingPostFacts:
    """Chức vụ lãnh đạo, quản lý: `rank` 1 is the highest; a post that is not specialised is held beside another."""

    key: str
    rank: int
    months_in_post: Decimal = Decimal(12)
    is_specialised: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFacts:
    """Người được kiểm điểm và các tổ chức của người đó.

    `collective_members` counts the leading collective at work; `all_sit_on_committee` says that
    each of them is a member of the Party committee there; `more_places_decided` that the competent
    level has decided on further places for the holder of several posts.
    """

    is_party_member: bool
    leadership: Leadership = Leadership.NONE
    posts: tuple[LeadingPostFacts, ...] = ()
    collective_members: int | None = None
    all_sit_on_committee: bool = False
    sits_on_standing_committee: bool = False
    leads_cell: bool = False
    cell_has_committee: bool = True
    is_suspended_from_committee: bool = False
    reviewed_at_office: bool = False
    more_places_decided: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectivePlaceFacts:
    """Tập thể được kiểm điểm: `is_cell` tells a Party cell from a leading collective."""

    members: int
    is_cell: bool = False
    has_committee: bool = True
