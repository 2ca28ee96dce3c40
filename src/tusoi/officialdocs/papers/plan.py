"""Kế hoạch: the plan of the season."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from tusoi.officialdocs.completeness import Needed
from tusoi.officialdocs.papers.office import Letter, SentTo, SignedBy


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep:
    """Bước trong tiến độ: one line of the timetable; `deadline` as printed, e.g. "Trước ngày 30/11/2023"."""

    task: Annotated[str, Needed("công việc")]
    owner: Annotated[str, Needed("người chủ trì")]
    deadline: Annotated[str, Needed("thời hạn")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanContext:
    """Kế hoạch kiểm điểm: its parts as lists of paragraphs; headings and numbers are made here."""

    letterhead: Letter
    signer: SignedBy
    distribution: SentTo
    summary: Annotated[str, Needed("trích yếu")]
    bases: Annotated[tuple[str, ...], Needed("căn cứ ban hành")]
    opening: Annotated[str, Needed("đoạn mở đầu")]
    purposes: Annotated[tuple[str, ...], Needed("mục đích, yêu cầu")]
    collectives: Annotated[tuple[str, ...], Needed("đối tượng là tập thể")]
    individuals: Annotated[tuple[str, ...], Needed("đối tượng là cá nhân")]
    contents: Annotated[tuple[str, ...], Needed("nội dung kiểm điểm")]
    procedure: Annotated[tuple[str, ...], Needed("cách thức, trình tự kiểm điểm")]
    classification: Annotated[tuple[str, ...], Needed("đánh giá, xếp loại")]
    timetable: Annotated[tuple[PlanStep, ...], Needed("tiến độ thực hiện, dòng")]
    assignments: Annotated[tuple[str, ...], Needed("tổ chức thực hiện")]
