"""Tờ trình: proposes the levels to the competent authority."""

from dataclasses import dataclass
from typing import Annotated

from tusoi.officialdocs.completeness import Needed, require_complete
from tusoi.officialdocs.paper import Block, Paper, Paragraph
from tusoi.officialdocs.papers.level_counts import LevelCounts, level_summary
from tusoi.officialdocs.papers.office import Letter, SentTo, SignedBy
from tusoi.officialdocs.papers.outline import dashed, numbered, part


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionNoteContext:
    """Tờ trình: to whom, on what grounds, what was done, what is proposed, with which papers."""

    letterhead: Letter
    signer: SignedBy
    distribution: SentTo
    addressees: Annotated[tuple[str, ...], Needed("nơi kính gửi")]
    summary: Annotated[str, Needed("trích yếu")]
    bases: Annotated[tuple[str, ...], Needed("căn cứ")]
    process: Annotated[tuple[str, ...], Needed("quá trình thực hiện")]
    levels: Annotated[tuple[str, ...], Needed("các mức xếp loại")]
    results: Annotated[tuple[LevelCounts, ...], Needed("kết quả đề nghị")]
    proposals: Annotated[tuple[str, ...], Needed("nội dung đề nghị")]
    attachments: tuple[str, ...] = ()


def submission_note_paper(context: SubmissionNoteContext) -> Paper:
    """The note to the competent authority with the proposed numbers per level."""
    require_complete(context)
    letterhead = context.letterhead
    return Paper(
        **letterhead.elements("TTr"),
        kind="submission_note",
        context=context,
        title="Tờ trình",
        summary=context.summary,
        addressees=context.addressees,
        bases=context.bases,
        body=(*_process(context), *_results(context), *_proposals(context)),
        signatures=(context.signer.signature(letterhead.style),),
        recipients=("Như trên", *context.distribution.recipients),
        archive=context.distribution.archive,
    )


def _process(context: SubmissionNoteContext) -> tuple[Block, ...]:
    style = context.letterhead.style
    return part(style, 1, "Quá trình thực hiện", *numbered(style, context.process))


def _results(context: SubmissionNoteContext) -> tuple[Block, ...]:
    counts = level_summary(context.levels, context.results)
    return part(context.letterhead.style, 2, "Kết quả đề nghị", *counts)


def _proposals(context: SubmissionNoteContext) -> tuple[Block, ...]:
    style = context.letterhead.style
    attached = (
        (Paragraph("Hồ sơ kèm theo gồm:"), *dashed(context.attachments))
        if context.attachments
        else ()
    )
    closing = f"Kính trình {', '.join(context.addressees)} xem xét, quyết định"
    return (
        *part(style, 3, "Nội dung đề nghị", *numbered(style, context.proposals)),
        *attached,
        Paragraph(closing),
    )
