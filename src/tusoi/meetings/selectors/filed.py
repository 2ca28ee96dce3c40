"""Văn bản đã chốt của hội nghị."""

from __future__ import annotations

from tusoi.documents.enums import PaperKind
from tusoi.documents.models import StoredDocument
from tusoi.meetings.models import Meeting
from tusoi.meetings.selectors.papers import minutes_paper
from tusoi.officialdocs.docx_writer import write_docx


def minutes_file(meeting: Meeting) -> bytes:
    """The minutes as approved and stored; before approval as they are read."""
    owned = StoredDocument.objects.filter(owner_type=meeting._meta.label_lower, owner_id=meeting.pk)  # noqa: SLF001 - the public name of a model
    stored = owned.filter(kind=PaperKind.MINUTES).first()
    return bytes(stored.content) if stored else write_docx(minutes_paper(meeting))
