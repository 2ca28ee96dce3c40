"""Danh mục hồ sơ thành văn bản: of a subject or of a unit – what is there, with its reference, and what is missing."""

from __future__ import annotations

from tusoi.campaigns.models import Campaign, Subject
from tusoi.core import clock
from tusoi.decisions.enums import PartStanding
from tusoi.decisions.selectors.dossier_evidence import dossier_rows, evidence_of
from tusoi.decisions.selectors.dossier_lines import CheckedList, DossierLine, checked_list
from tusoi.documents.selectors.contents import ContentLine
from tusoi.documents.selectors.letterheads import letterhead_of
from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.papers.dossier_list import (
    DossierListContext,
    DossierPart,
    dossier_list_paper,
)
from tusoi.officialdocs.papers.office import Signer
from tusoi.rulebook.citations import cite


def dossier_list_of(subject: Subject, signer: Signer) -> Paper:
    """Danh mục hồ sơ of one subject, by the list of the plan or of the law."""
    fresh = dossier_rows(Subject.objects.filter(pk=subject.pk)).get()
    checked = checked_list(fresh, evidence_of(fresh.campaign, [fresh]))
    position = "" if fresh.is_collective else f"{fresh.title}, {fresh.unit.name}"
    return list_paper(checked, fresh.campaign, signer, fresh.name, position)


def list_paper(
    checked: CheckedList, campaign: Campaign, signer: Signer, holder: str, position: str = ""
) -> Paper:
    """The checked list as a paper of the body."""
    return dossier_list_paper(
        DossierListContext(
            letterhead=letterhead_of(
                campaign.body, clock.today(), is_dated=False, has_number=False
            ),
            signer=signer,
            compiled_by=signer.name,
            review_year=campaign.review_year,
            subject=holder,
            position=position,
            basis=cite(checked.followed.cite).label,
            parts=tuple(_part(line) for line in checked.lines),
        )
    )


def contents_of_dossier(subject_id: int) -> list[ContentLine]:
    """The checked list of a subject, as the index of its package shows it."""
    subject = dossier_rows(Subject.objects.filter(pk=subject_id)).get()
    checked = checked_list(subject, evidence_of(subject.campaign, [subject]))
    return [
        ContentLine(
            line.number,
            line.title,
            line.answer.standing.label,
            line.answer.reference,
            line.answer.note,
        )
        for line in checked.lines
    ]


def _part(line: DossierLine) -> DossierPart:
    standing = line.answer.standing
    return DossierPart(
        title=line.part.title,
        is_present=line.is_present,
        is_required=standing is not PartStanding.NOT_APPLICABLE,
        is_awaited=standing is PartStanding.LATER,
        reference=line.answer.reference,
        note=_note(line),
    )


def _note(line: DossierLine) -> str:
    """Where a paper lies, or who brings it; of others the state says enough."""
    match line.answer.standing:
        case PartStanding.OUTSIDE:
            return "Lưu ngoài phần mềm"
        case PartStanding.MISSING:
            return line.answer.note
    return ""
