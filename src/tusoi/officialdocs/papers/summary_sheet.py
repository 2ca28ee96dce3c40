"""Biểu tổng hợp: all subjects and their levels on landscape pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from tusoi.officialdocs.completeness import Named, Needed
from tusoi.officialdocs.papers.office import Letter, SignedBy


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRow:
    """Dòng tổng hợp: one subject; texts as printed, `vote_share` e.g. "85,7%"."""

    name: Annotated[str, Needed("tên đối tượng")]
    position: str = ""
    self_level: str = ""
    vote_share: str = ""
    unit_level: str = ""
    appraised_level: str = ""
    decided_level: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryGroup:
    """Nhóm đối tượng: e.g. the collectives, or one unit's people; may be empty."""

    title: Annotated[str, Needed("tên nhóm")]
    rows: Annotated[tuple[SummaryRow, ...], Named("dòng")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySheetContext:
    """Biểu tổng hợp: groups of subjects, then the counts per decided level."""

    letterhead: Letter
    signer: SignedBy
    compiled_by: Annotated[str, Needed("người lập biểu")]
    summary: Annotated[str, Needed("trích yếu")]
    levels: Annotated[tuple[str, ...], Needed("các mức xếp loại")]
    groups: Annotated[tuple[SummaryGroup, ...], Needed("nhóm đối tượng")]
    form_code: str = ""
