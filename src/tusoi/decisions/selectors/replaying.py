"""Tính lại: a decision is judged again from its kept record, to show that nothing has been changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tusoi.decisions.models import KeptRecord
from tusoi.rulebook.record import Replay, replay

if TYPE_CHECKING:
    from tusoi.decisions.models import Classification


def replayed(row: Classification) -> Replay | None:
    """What judging it again gives; None before a decision."""
    kept = KeptRecord.objects.filter(classification=row).first()
    return replay(kept.record, kept.answer) if kept else None
