"""Biên bản họp: the minutes of a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from tusoi.officialdocs.completeness import Named, Needed
from tusoi.officialdocs.papers.office import Letter, PersonLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Vắng mặt: who was absent; without `reason` the absence is printed as without one."""

    name: Annotated[str, Needed("họ và tên")]
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """Ý kiến: who said what."""

    speaker: Annotated[str, Needed("người phát biểu")]
    text: Annotated[str, Needed("nội dung ý kiến")]


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesItem:
    """Nội dung họp: one item of the agenda, usually the review of one subject.

    `chaired_by` is filled where another than the chair presided over this item.
    """

    title: Annotated[str, Needed("tiêu đề")]
    presentation: str = ""
    opinions: Annotated[tuple[Opinion, ...], Named("ý kiến")] = ()
    reply: str = ""
    conclusion: str = ""
    vote_result: str = ""
    chaired_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesContext:
    """Biên bản họp: time, place, attendance, course of the meeting, closing; signed by two."""

    letterhead: Letter
    meeting: Annotated[str, Needed("tên cuộc họp")]
    started_at: Annotated[datetime | None, Needed("thời gian bắt đầu")]
    ended_at: Annotated[datetime | None, Needed("thời gian kết thúc")]
    venue: Annotated[str, Needed("địa điểm")]
    summoned: Annotated[int, Needed("số người được triệu tập")]
    present: Annotated[tuple[PersonLine, ...], Needed("người dự họp")]
    absences: Annotated[tuple[Absence, ...], Named("người vắng mặt")] = ()
    guests: Annotated[tuple[PersonLine, ...], Named("đại biểu")] = ()
    chair: Annotated[PersonLine, Named("người chủ trì")]
    secretary: Annotated[PersonLine, Named("thư ký")]
    items: Annotated[tuple[MinutesItem, ...], Needed("nội dung họp")]
    approval: str = "Biên bản đã được đọc lại cho những người dự họp cùng nghe và được nhất trí thông qua."
    archive: str = "VT, Hồ sơ"
