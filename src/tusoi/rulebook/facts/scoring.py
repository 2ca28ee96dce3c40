"""Dữ kiện chấm điểm: the work of a period and the periods of a year, as people recorded and confirmed them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tusoi.rulebook.facts.codes import LabelledEnum, Leadership

if TYPE_CHECKING:
    from decimal import Decimal


class TaskOrigin(LabelledEnum):
    """Nguồn giao việc: how a piece of work came to the person; only planned work forms the total assigned."""

    PLANNED = "planned", "Giao trong kế hoạch"
    TAKEN_OVER = "taken_over", "Nhận từ người khác"
    AD_HOC = "ad_hoc", "Đột xuất ngoài kế hoạch"


class LeaderMark(LabelledEnum):
    """Mức của một mục dành cho người lãnh đạo, quản lý."""

    FULL = "full", "Mức đầy đủ"
    HALF = "half", "Mức một nửa"


class PeriodKind(LabelledEnum):
    """Loại kỳ theo dõi, đánh giá."""

    MONTH = "month", "Tháng"
    QUARTER = "quarter", "Quý"

    @property
    def months(self) -> int:
        """How many months one period covers."""
        return 1 if self is PeriodKind.MONTH else 3

    @property
    def per_year(self) -> int:
        return 12 // self.months


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkItem:
    """Sản phẩm, công việc: its converted amount and what became of it.

    `failures` counts assessments that failed for a major error of content, `delays` the times it was
    late; the `…_excused` ones have an objective cause that the competent level confirmed. An item
    that is an output of a larger product names it in `product` with the amount of the whole product.
    """

    key: str
    converted: Decimal
    origin: TaskOrigin = TaskOrigin.PLANNED
    is_completed: bool = False
    is_handed_back: bool = False
    failures: int = 0
    failures_excused: int = 0
    delays: int = 0
    delays_excused: int = 0
    product: str = ""
    product_converted: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaderItems:
    """Ba mục của người lãnh đạo, quản lý: results of the unit (d), organising (đ), cohesion (e); None while undecided.

    `staff_not_completed` counts the civil servants managed who scored at the lowest level, None where unknown.
    """

    unit_results: LeaderMark | None = None
    organising: LeaderMark | None = None
    cohesion: LeaderMark | None = None
    staff_not_completed: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodFacts:
    """Kỳ theo dõi, đánh giá: one month or quarter of one civil servant.

    `general` is the score on the general criteria. `received_total` is the total that the former unit
    sent; work items are then not asked for. `is_worked` is False for a period without work on a ground
    that leaves it out of the mean; `is_provisional` marks a score given before the period was over.
    """

    number: int
    kind: PeriodKind = PeriodKind.MONTH
    general: Decimal | None = None
    items: tuple[WorkItem, ...] = ()
    leadership: Leadership = Leadership.NONE
    leader_items: LeaderItems = LeaderItems()
    received_total: Decimal | None = None
    is_worked: bool = True
    is_provisional: bool = False

    @property
    def label(self) -> str:
        return f"{self.kind.label} {self.number}"
