"""Dữ kiện về kiến nghị, thay quyết định và thời hạn cuối năm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tusoi.rulebook.facts.codes import LabelledEnum

if TYPE_CHECKING:
    from datetime import date


class Addressee(LabelledEnum):
    """Nơi nhận kiến nghị."""

    RATER = "rater", "Cấp có thẩm quyền đánh giá, xếp loại"
    SUPERIOR = "superior", "Cấp trên trực tiếp của cấp có thẩm quyền"
    OTHER = "other", "Nơi khác"


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealFacts:
    """Kiến nghị về kết quả xếp loại: days of publication, lodging, receipt and answer; None while open."""

    announced_on: date
    lodged_on: date
    received_on: date
    answered_on: date | None = None
    addressee: Addressee = Addressee.RATER
    is_in_writing: bool = True
    answer_is_in_writing: bool = True
    was_settled_before: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplacementFacts:
    """Quyết định thay thế: whether it says why and whether both decisions stay in the dossier."""

    has_reason: bool
    keeps_former: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseFacts:
    """Cập nhật kết quả vào cơ sở dữ liệu quốc gia; `updated_on` None while open."""

    result_on: date
    updated_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearEndFacts:
    """Thời điểm kết thúc xếp loại của một năm; `files_sent_on` concerns files for the upper level."""

    review_year: int
    finished_on: date
    is_special_body: bool = False
    summing_up_on: date | None = None
    files_sent_on: date | None = None
