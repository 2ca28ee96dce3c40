"""Văn bản của đợt: every paper of a played season, written into a folder under safe names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tusoi.campaigns.selectors.papers import plan_paper, review_paper
from tusoi.core.names import fold
from tusoi.documents.enums import PaperKind
from tusoi.documents.models import StoredDocument
from tusoi.meetings.selectors.papers import invitation_paper, tally_minutes_paper
from tusoi.officialdocs.docx_writer import write_docx
from tusoi.rehearsal.stage import Stage, code_of

FOLDERS = {
    PaperKind.PLAN: "1-ke-hoach",
    PaperKind.COLLECTIVE_REPORT: "2-kiem-diem",
    PaperKind.SELF_REVIEW: "2-kiem-diem",
    PaperKind.INVITATION: "3-hoi-nghi",
    PaperKind.MINUTES: "3-hoi-nghi",
    PaperKind.TALLY_MINUTES: "3-hoi-nghi",
    PaperKind.SUBMISSION_NOTE: "4-xep-loai",
    PaperKind.SUMMARY_SHEET: "4-xep-loai",
    PaperKind.DECISION: "4-xep-loai",
    PaperKind.NOTICE: "5-thong-bao",
}
LONGEST_NAME = 40


def safe_name(text: str) -> str:
    """Small letters without diacritics, words joined by hyphens, never longer than an office accepts."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:LONGEST_NAME].strip("-")


def write_all(stage: Stage, out: Path) -> list[Path]:
    """Write every paper; the paths in the order of the season."""
    written = []
    for kind, name, content in _papers(stage):
        path = out / FOLDERS[kind] / f"{name}.docx"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written.append(path)
    return written


def _papers(stage: Stage) -> Iterator[tuple[PaperKind, str, bytes]]:
    yield PaperKind.PLAN, "ke-hoach", write_docx(plan_paper(stage.opened))
    for code, subject in stage.subjects.items():
        is_collective = subject.is_collective
        kind = PaperKind.COLLECTIVE_REPORT if is_collective else PaperKind.SELF_REVIEW
        name = safe_name(f"{code} {'' if is_collective else subject.name}")
        yield kind, name, write_docx(review_paper(stage.review(code)))
    for key, meeting in stage.meetings.items():
        yield (
            PaperKind.INVITATION,
            safe_name(f"giay moi {key}"),
            write_docx(invitation_paper(meeting)),
        )
    for number, ballot_round in enumerate(stage.rounds.values(), start=1):
        content = write_docx(tally_minutes_paper(ballot_round))
        yield PaperKind.TALLY_MINUTES, f"bien-ban-kiem-phieu-{number}", content
    for document in StoredDocument.objects.order_by("pk"):
        kind = PaperKind(document.kind)
        yield kind, _stored_name(stage, document), bytes(document.docx)


def _stored_name(stage: Stage, document: StoredDocument) -> str:
    """The number of the paper in the season, and whom it is about where it is about somebody."""
    if document.kind == PaperKind.NOTICE:
        codes = {row.classification.pk: code_of(row) for row in stage.rated_subjects()}
        return safe_name(f"thong bao {codes[document.owner_id]}")
    return safe_name(f"{Path(document.file_name).stem}")
