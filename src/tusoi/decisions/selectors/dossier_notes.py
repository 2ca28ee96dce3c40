"""Ghi tài liệu lưu ngoài phần mềm: of which papers of a subject's list the office may write number and place."""

from __future__ import annotations

from collections.abc import Iterator

from tusoi.campaigns.enums import SubjectKind
from tusoi.campaigns.models import Campaign, Subject
from tusoi.decisions.selectors.asked_papers import ASKED, REFERENCE, Asked, AskedText, is_notable
from tusoi.decisions.selectors.dossier_evidence import Evidence, evidence_of
from tusoi.decisions.selectors.dossier_lines import followed_by, has_criteria
from tusoi.documents.enums import PaperKind
from tusoi.org.enums import Leadership
from tusoi.rulebook.dossier_lists import DossierOwner, ListedPart, PartSource, list_of


def asked_for(kind: PaperKind, owner: Campaign | Subject) -> Asked:
    """What a paper asks of this row; a dossier list asks for the papers of the list that holds."""
    if kind is not PaperKind.DOSSIER_LIST or not isinstance(owner, Subject):
        return ASKED[kind]
    return Asked(
        tuple(
            AskedText(part.source.value, part.title, REFERENCE, required=False)
            for part in _notable(owner)
        )
    )


def _notable(subject: Subject) -> Iterator[ListedPart]:
    evidence = evidence_of(subject.campaign, [subject])
    parts = followed_by(subject, evidence).parts
    yield from (part for part in parts if is_notable(part.source))
    if _brings_criteria(subject, evidence):
        yield ListedPart(PartSource.CRITERIA_SHEET.label, PartSource.CRITERIA_SHEET)


def _brings_criteria(subject: Subject, evidence: Evidence) -> bool:
    """Whether the unit hands in criteria of this leader that are not marked on the own form."""
    leads = SubjectKind(subject.track.kind).leadership is not Leadership.NONE
    wanted = {part.source for part in list_of(DossierOwner.UNIT, evidence.law).parts}
    return leads and PartSource.UNIT_CRITERIA in wanted and not has_criteria(subject)
