"""Lưu văn bản đã chốt: the one place where the files of a paper are made to be kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import models

from tusoi.core.command import note
from tusoi.documents.enums import PaperKind
from tusoi.documents.models import StoredDocument
from tusoi.documents.selectors.sources import owner_type
from tusoi.documents.selectors.stored import digest
from tusoi.documents.selectors.templates import files_of
from tusoi.officialdocs.html_writer import write_html
from tusoi.officialdocs.paper import Paper
from tusoi.org.models import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """Hồ sơ lưu: under what name, for which row and by whom a paper is kept."""

    kind: PaperKind
    title: str
    file_name: str
    owner: models.Model
    issuer: Unit


def store(
    filing: Filing, paper: Paper, *, at: datetime, issued_on: date | None = None
) -> StoredDocument:
    """Keep DOCX, PDF and preview of a paper as it stands; part of the command that freezes it.

    `issued_on` marks the paper as issued, with the number it then bears. With a template of the
    issuer's own there is no PDF until the signed one comes back.
    """
    files = files_of(paper, filing.issuer)
    if files.template:
        note(template=files.template.pk, template_version=files.template.version)
    return StoredDocument.objects.create(
        kind=filing.kind,
        title=filing.title,
        file_name=filing.file_name,
        docx=files.docx,
        docx_sha256=digest(files.docx),
        pdf=files.pdf,
        pdf_sha256=digest(files.pdf) if files.pdf else "",
        preview=write_html(paper),
        issuer=filing.issuer,
        number=paper.number if issued_on else None,
        symbol=paper.symbol,
        issued_on=issued_on,
        created_at=at,
        owner_type=owner_type(filing.owner),
        owner_id=filing.owner.pk,
    )
