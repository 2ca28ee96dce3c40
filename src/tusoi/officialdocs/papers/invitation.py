"""Giấy mời: invites to a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from tusoi.officialdocs.completeness import Needed
from tusoi.officialdocs.papers.office import Letter, SentTo, SignedBy


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationContext:
    """Giấy mời: who is invited to what, who chairs, when and where, what to bring."""

    letterhead: Letter
    signer: SignedBy
    distribution: SentTo
    summary: Annotated[str, Needed("trích yếu")]
    invitees: Annotated[tuple[str, ...], Needed("thành phần mời")]
    event: Annotated[str, Needed("tên cuộc họp")]
    chaired_by: Annotated[str, Needed("người chủ trì")]
    starts_at: Annotated[datetime | None, Needed("thời gian")]
    venue: Annotated[str, Needed("địa điểm")]
    notes: tuple[str, ...] = ()
