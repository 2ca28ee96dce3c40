"""Văn bản của đợt: every paper of a played season, written into a folder under safe names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tusoi.awards.models import AwardDiscussion, AwardList, AwardNomination
from tusoi.campaigns.models import Subject
from tusoi.campaigns.selectors.papers import plan_paper, review_paper
from tusoi.core.names import fold
from tusoi.documents.enums import PaperKind
from tusoi.documents.models import StoredDocument
from tusoi.documents.selectors.sources import Owner, PaperSource, sources
from tusoi.meetings.selectors.papers import invitation_paper, tally_minutes_paper
from tusoi.officialdocs.completeness import MissingValues
from tusoi.officialdocs.docx_writer import write_docx
from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.pdf_writer import write_pdf
from tusoi.rehearsal.example import moment
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
    PaperKind.INDIVIDUAL_SHEET: "4-xep-loai",
    PaperKind.COLLECTIVE_SHEET: "4-xep-loai",
    PaperKind.LEADER_SUMMARY: "4-xep-loai",
    PaperKind.BALLOT_SHEET: "3-hoi-nghi",
    PaperKind.OPINION_SLIP: "3-hoi-nghi",
    PaperKind.RERATING_DECISION: "4-xep-loai",
    PaperKind.APPEAL_REPLY: "5-thong-bao",
    PaperKind.NOTICE: "5-thong-bao",
    PaperKind.RESULT_REPORT: "6-cuoi-dot",
    PaperKind.UNIT_REPORT: "6-cuoi-dot",
    PaperKind.REMEDY_PLAN: "6-cuoi-dot",
    PaperKind.PLEDGE: "7-cam-ket",
    PaperKind.DOSSIER_LIST: "8-danh-muc-ho-so",
    PaperKind.AWARD_SUBMISSION: "9-khen-thuong",
    PaperKind.AWARD_MINUTES: "9-khen-thuong",
    PaperKind.ACHIEVEMENT_REPORT: "9-khen-thuong",
}
DRAFTED = (
    PaperKind.INDIVIDUAL_SHEET,
    PaperKind.COLLECTIVE_SHEET,
    PaperKind.RESULT_REPORT,
    PaperKind.UNIT_REPORT,
    PaperKind.REMEDY_PLAN,
    PaperKind.LEADER_SUMMARY,
    PaperKind.DOSSIER_LIST,
    PaperKind.PLEDGE,
    PaperKind.BALLOT_SHEET,
    PaperKind.OPINION_SLIP,
    PaperKind.AWARD_SUBMISSION,
    PaperKind.AWARD_MINUTES,
    PaperKind.ACHIEVEMENT_REPORT,
)
LONGEST_NAME = 40


def safe_name(text: str) -> str:
    """Small letters without diacritics, words joined by hyphens, never longer than an office accepts."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:LONGEST_NAME].strip("-")


@dataclass(frozen=True, slots=True)
class Made:
    """Một văn bản đã lập: its kind, its name in the folder, its two files."""

    kind: PaperKind
    name: str
    docx: bytes
    pdf: bytes | None

    def write(self, out: Path) -> Path:
        """Both files side by side; the path of the DOCX."""
        path = out / FOLDERS[self.kind] / f"{self.name}.docx"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.docx)
        if self.pdf is not None:
            path.with_suffix(".pdf").write_bytes(self.pdf)
        return path


def write_all(stage: Stage, out: Path) -> list[Path]:
    """Write every paper; the paths in the order of the season."""
    return [made.write(out) for made in _papers(stage)]


def _papers(stage: Stage) -> Iterator[Made]:
    yield _made(PaperKind.PLAN, "ke hoach", plan_paper(stage.opened))
    for code, subject in stage.subjects.items():
        is_collective = subject.is_collective
        kind = PaperKind.COLLECTIVE_REPORT if is_collective else PaperKind.SELF_REVIEW
        name = f"{code} {'' if is_collective else subject.name}"
        yield _made(kind, name, review_paper(stage.review(code)))
    for key, meeting in stage.meetings.items():
        yield _made(PaperKind.INVITATION, f"giay moi {key}", invitation_paper(meeting))
    for number, ballot_round in enumerate(stage.rounds.values(), start=1):
        name = f"bien ban kiem phieu {number}"
        yield _made(PaperKind.TALLY_MINUTES, name, tally_minutes_paper(ballot_round))
    for document in StoredDocument.objects.order_by("pk"):
        pdf = bytes(document.pdf) if document.pdf is not None else None
        kind, name = PaperKind(document.kind), _stored_name(stage, document)
        yield Made(kind, name, bytes(document.docx), pdf)
    yield from _drafts(stage)


def _made(kind: PaperKind, name: str, paper: Paper) -> Made:
    return Made(kind, safe_name(name), write_docx(paper), write_pdf(paper))


def _drafts(stage: Stage) -> Iterator[Made]:
    """The papers that nobody has frozen, as far as the season has all they need.

    The list that went to the council was frozen as it was sent.
    """
    office = stage.cast.office(moment(stage.season["close_at"]))
    drafted = (source for source in sources() if source.kind in DRAFTED)
    for source in (source for source in drafted if source.owner_model is not AwardList):
        frozen = StoredDocument.objects.filter(kind=source.kind, owner_type=source.owner_type)
        rows = source.owners(office).exclude(pk__in=frozen.values("owner_id")).order_by("pk")
        for number, row in enumerate(rows, start=1):
            with suppress(MissingValues):
                yield _made(source.kind, _draft_name(source, row, number), source.build(row))


def _draft_name(source: PaperSource, row: Owner, number: int) -> str:
    """Whom the paper is about first, then its kind; otherwise its kind and a number."""
    match row:
        case Subject():
            return f"{code_of(row)} {source.label}"
        case AwardNomination():
            return f"{code_of(row.subject)} {source.label} {number}"
        case AwardDiscussion():
            return f"{row.meeting.unit.code} {source.label}"
    return f"{source.label} {number}"


def _stored_name(stage: Stage, document: StoredDocument) -> str:
    """The number of the paper in the season, and whom it is about where it is about somebody."""
    if document.kind == PaperKind.NOTICE:
        codes = {row.classification.pk: code_of(row) for row in stage.rated_subjects()}
        return safe_name(f"thong bao {codes[document.owner_id]}")
    return safe_name(f"{Path(document.file_name).stem}")
