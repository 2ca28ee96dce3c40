"""Giấy mời: invites to a meeting."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from tusoi.officialdocs.completeness import Needed, require_complete
from tusoi.officialdocs.paper import Block, Field, Paper, Paragraph
from tusoi.officialdocs.papers.office import Letter, SentTo, SignedBy
from tusoi.officialdocs.papers.outline import dashed
from tusoi.officialdocs.wording import ended, moment_text


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


def invitation_paper(context: InvitationContext) -> Paper:
    """The invitation, one line per fact."""
    require_complete(context)
    letterhead = context.letterhead
    return Paper(
        **letterhead.elements("GM"),
        kind="invitation",
        context=context,
        title="Giấy mời",
        summary=context.summary,
        body=_lines(context),
        signatures=(context.signer.signature(letterhead.style),),
        recipients=context.distribution.recipients,
        archive=context.distribution.archive,
    )


def _lines(context: InvitationContext) -> tuple[Block, ...]:
    invites = Paragraph(f"{context.letterhead.issuer} trân trọng kính mời:")
    facts = (
        Field("Tới dự", context.event),
        Field("Chủ trì", context.chaired_by),
        Field("Thời gian", moment_text(context.starts_at)),
        Field("Địa điểm", context.venue),
    )
    return (
        invites,
        *dashed(context.invitees),
        *facts,
        *(Paragraph(ended(note)) for note in context.notes),
    )
