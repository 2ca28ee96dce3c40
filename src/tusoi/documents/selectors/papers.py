"""Đọc một văn bản: what a paper says now, what it misses, what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from tusoi.core.actor import Actor
from tusoi.documents.models import StoredDocument
from tusoi.documents.selectors.sources import Draft, find_source
from tusoi.documents.selectors.stored import documents_of
from tusoi.officialdocs.completeness import Inconsistent, MissingValues
from tusoi.officialdocs.html_writer import write_html

LONGEST_PREVIEW = 1_000_000


@dataclass(frozen=True, slots=True)
class DraftView:
    """Dự thảo trên trang: its preview, or the Vietnamese names of what is missing or does not agree."""

    preview: str = ""
    bears_number: bool = False
    number: int | None = None
    dated: date | None = None
    missing: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def is_complete(self) -> bool:
        return not (self.missing or self.faults)


@dataclass(frozen=True, slots=True)
class Happening:
    """Việc đã xảy ra với văn bản: when, what, by whom."""

    at: datetime
    what: str
    who: str = ""


def find_draft(actor: Actor, kind: str, owner: str, pk: int) -> Draft | None:
    """The draft of this kind of the row, where the actor may see it."""
    source = find_source(kind, owner)
    row = source.owners(actor).filter(pk=pk).first() if source else None
    return Draft(source, row) if source and row else None


def draft_view(draft: Draft) -> DraftView:
    """The paper made now for the screen; too long a one is only taken along."""
    try:
        paper = draft.paper()
    except MissingValues as error:
        return DraftView(missing=tuple(error.names))
    except Inconsistent as error:
        return DraftView(faults=tuple(error.reasons))
    return DraftView(
        preview=shown(write_html(paper)),
        bears_number=bool(paper.symbol),
        number=paper.number,
        dated=paper.dated,
    )


def shown(preview: str) -> str:
    """Nothing where the page would be too heavy."""
    return preview if len(preview) <= LONGEST_PREVIEW else ""


def frozen_of(draft: Draft) -> QuerySet[StoredDocument]:
    """What was frozen of this draft, the latest first."""
    rows = documents_of([draft.owner]).filter(kind=draft.source.kind)
    return rows.select_related("withdrawal__replaced_by")


def happenings(document: StoredDocument) -> list[Happening]:
    """The life of a frozen paper, from the first to the last day."""
    lived = [Happening(document.created_at, "Chốt tệp DOCX và PDF")]
    entry = getattr(document, "register_entry", None)
    if entry:
        who = entry.entered_by.full_name if entry.entered_by else ""
        lived.append(Happening(entry.entered_at, f"Vào sổ đăng ký văn bản đi: {entry}", who))
    withdrawal = getattr(document, "withdrawal", None)
    if withdrawal:
        who = withdrawal.withdrawn_by.full_name if withdrawal.withdrawn_by else ""
        lived.append(Happening(withdrawal.withdrawn_at, f"Thu hồi: {withdrawal.reason}", who))
    return lived
