"""Tờ trình: proposes the levels to the competent authority."""

from dataclasses import dataclass
from typing import Annotated

from tusoi.officialdocs.completeness import Needed, require_complete
from tusoi.officialdocs.paper import Align, Block, Column, Paper, Paragraph, Table
from tusoi.officialdocs.papers.office import Letter, SentTo, SignedBy
from tusoi.officialdocs.papers.outline import dashed, numbered, part
from tusoi.officialdocs.wording import number_text, share_text


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelCounts:
    """Số lượng theo mức: one kind of subjects, how many per level (in the order of `levels`)."""

    label: Annotated[str, Needed("loại đối tượng")]
    counts: Annotated[tuple[int, ...], Needed("số lượng từng mức")]
    not_classified: int = 0


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
    levels = tuple(Column(level, 3, Align.CENTER, group="Mức xếp loại") for level in context.levels)
    columns = (
        Column("Đối tượng", 5),
        Column("Tổng số", 2, Align.CENTER),
        *levels,
        Column("Không xếp loại", 2.5, Align.CENTER),
    )
    rows = tuple(_row(kind.label, kind.counts, kind.not_classified) for kind in context.results)
    total = _row(
        "Tổng cộng",
        tuple(
            sum(counts) for counts in zip(*(kind.counts for kind in context.results), strict=True)
        ),
        sum(kind.not_classified for kind in context.results),
    )
    return part(context.letterhead.style, 2, "Kết quả đề nghị", Table(columns, rows, total))


def _row(label: str, counts: tuple[int, ...], not_classified: int) -> tuple[str, ...]:
    classified = sum(counts)
    shares = (f"{number_text(n)} ({share_text(n, classified)})" if n else "0" for n in counts)
    return (label, number_text(classified + not_classified), *shares, number_text(not_classified))


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
