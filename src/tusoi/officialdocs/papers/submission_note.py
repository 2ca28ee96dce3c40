"""Tờ trình: proposes the levels to the competent authority."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from tusoi.officialdocs.completeness import Needed
from tusoi.officialdocs.papers.office import Letter, SentTo, SignedBy


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
