"""Thẩm định: the office checks a dossier and keeps every finding of that moment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from tusoi.campaigns.enums import Standing
from tusoi.campaigns.models import Campaign
from tusoi.core import command as commands
from tusoi.core.actor import Actor
from tusoi.core.command import command
from tusoi.core.errors import raise_blockers, refuse
from tusoi.core.state import fire
from tusoi.decisions.models import Appraisal, Classification
from tusoi.decisions.permissions import may_appraise
from tusoi.decisions.selectors.dossiers import dossiers_of
from tusoi.decisions.services.locking import lock_row
from tusoi.rulebook.processes import CLASSIFICATION


def ensure_classifications(campaign: Campaign) -> int:
    """A row for everybody who is rated, here or by a higher level; the number of rows added."""
    subjects = campaign.subjects.filter(classification__isnull=True).exclude(
        standing=Standing.NOT_RATED
    )
    rows = [Classification(subject=subject) for subject in subjects]
    return len(Classification.objects.bulk_create(rows, batch_size=1000))


@command("appraisal.record", target="classification", scope=may_appraise)
def appraise(
    *, actor: Actor, at: datetime, classification: Classification, note: str = ""
) -> Appraisal:
    """Store all findings on the dossier with the office's remark."""
    row = lock_row(classification)
    dossier = dossiers_of(row.subject.campaign, [row])[0]
    raise_blockers(dossier.appraisal_blockers)
    appraisal, _ = Appraisal.objects.update_or_create(
        classification=row,
        defaults={
            "findings": [finding.as_dict() for finding in dossier.findings],
            "provable_level": dossier.proposal.level or "",
            "note": note.strip(),
            "by_id": actor.person_id,
            "at": at,
        },
    )
    fire(CLASSIFICATION, row, "appraise", actor=actor, at=at, findings=dossier.findings)
    return appraisal


@command("appraisal.send_back", target="classification", scope=may_appraise)
def send_back(
    *, actor: Actor, at: datetime, classification: Classification, reason: str
) -> Classification:
    """Return the dossier to wait for what is missing; the proposal lapses."""
    row = lock_row(classification)
    if not reason.strip():
        raise refuse(
            "appraisal.reason",
            "Chưa nêu lý do trả hồ sơ.",
            remedy="Ghi rõ nội dung cần bổ sung, hoàn thiện.",
        )
    await_dossier(row, actor=actor, at=at, reason=reason.strip())
    commands.note(reason=reason.strip())
    return row


def await_dossier(row: Classification, *, actor: Actor, at: datetime, reason: str) -> None:
    """The dossier waits again for what is missing; `row` is locked, its proposal lapses."""
    row.proposed_level, row.proposal_text, row.proposed_by, row.proposed_at = "", "", None, None
    row.save(update_fields=["proposed_level", "proposal_text", "proposed_by", "proposed_at"])
    Appraisal.objects.filter(classification=row).update(note=reason, by_id=actor.person_id, at=at)
    fire(CLASSIFICATION, row, "send_back", actor=actor, at=at)


def appraise_all(
    *, actor: Actor, at: datetime, classifications: Iterable[Classification]
) -> list[Appraisal]:
    """Appraise several dossiers in one sitting: all of them or none."""
    with transaction.atomic():
        return [appraise(actor=actor, at=at, classification=row) for row in classifications]
