"""Thông báo: tells a subject its level and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from tusoi.officialdocs.completeness import Needed
from tusoi.officialdocs.papers.office import Letter, SentTo, SignedBy


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeContext:
    """Thông báo kết quả: the subject, the level, the decision, the reasons, the right of petition."""

    letterhead: Letter
    signer: SignedBy
    distribution: SentTo
    review_year: int
    subject: Annotated[str, Needed("người hoặc tập thể nhận thông báo")]
    position: str = ""
    level: Annotated[str, Needed("mức xếp loại")]
    decision: Annotated[str, Needed("quyết định xếp loại")]
    remarks: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    petition: Annotated[str, Needed("quyền và thời hạn kiến nghị")]
