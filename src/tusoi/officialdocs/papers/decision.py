"""Quyết định: recognises the levels, with the list of subjects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from tusoi.officialdocs.completeness import Needed
from tusoi.officialdocs.papers.office import Letter, SentTo, SignedBy


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """Đối tượng được xếp loại: one line of the list; neighbours of one `group` stand under its title."""

    name: Annotated[str, Needed("tên đối tượng")]
    position: str = ""
    level: Annotated[str, Needed("mức xếp loại")]
    group: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionContext:
    """Quyết định: who decides on which grounds about whom, and who carries it out.

    `competence` is the line of authority, e.g. "Giám đốc Sở Công Thương"; `duties` is Điều 2.
    A single subject is named in Điều 1; several stand in the annexed list.
    """

    letterhead: Letter
    signer: SignedBy
    distribution: SentTo
    review_year: int
    competence: Annotated[str, Needed("thẩm quyền ban hành")]
    summary: Annotated[str, Needed("trích yếu")]
    bases: Annotated[tuple[str, ...], Needed("căn cứ ban hành")]
    proposer: Annotated[str, Needed("nơi đề nghị")]
    rows: Annotated[tuple[DecisionRow, ...], Needed("danh sách đối tượng được xếp loại")]
    duties: Annotated[str, Needed("trách nhiệm thực hiện")]
    executors: Annotated[str, Needed("nơi chịu trách nhiệm thi hành")]
