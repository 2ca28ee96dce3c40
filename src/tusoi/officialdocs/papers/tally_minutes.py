"""Biên bản kiểm phiếu: the tally of a secret ballot, whose sums must close."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from tusoi.officialdocs.completeness import Needed
from tusoi.officialdocs.papers.office import Letter, PersonLine, SignedBy


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyRow:
    """Kết quả phiếu: votes for one subject, one number per level, and papers left blank for it."""

    name: Annotated[str, Needed("tên đối tượng")]
    position: str = ""
    votes: Annotated[tuple[int, ...], Needed("số phiếu từng mức")]
    blank: int = 0
    result: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyMinutesContext:
    """Biên bản kiểm phiếu: papers issued, returned, valid; votes per subject and level.

    Percentages are taken of `share_base`, which the rules choose; `share_base_label` names it.
    """

    letterhead: Letter
    ballot: Annotated[str, Needed("nội dung bỏ phiếu")]
    meeting: Annotated[str, Needed("tên cuộc họp")]
    counted_at: Annotated[datetime | None, Needed("thời gian kiểm phiếu")]
    venue: Annotated[str, Needed("địa điểm")]
    panel: Annotated[tuple[PersonLine, ...], Needed("thành viên ban kiểm phiếu")]
    summoned: int
    present: int
    issued: int
    returned: int
    valid: int
    invalid: int
    levels: Annotated[tuple[str, ...], Needed("các mức xếp loại")]
    rows: Annotated[tuple[TallyRow, ...], Needed("kết quả phiếu")]
    share_base: int
    share_base_label: Annotated[str, Needed("cơ sở tính tỷ lệ")]
    head_of_panel: SignedBy
    chair: SignedBy
