"""Văn bản đã chốt của hội nghị."""

from __future__ import annotations

from tusoi.documents.enums import PaperKind
from tusoi.documents.models import StoredDocument
from tusoi.documents.selectors.stored import latest_of
from tusoi.meetings.models import Meeting


def filed_minutes(meeting: Meeting) -> StoredDocument | None:
    """The minutes as approved and stored; None before approval."""
    return latest_of(meeting, PaperKind.MINUTES)
