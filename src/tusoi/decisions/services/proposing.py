"""Đề nghị mức xếp loại: by the proposer whom the plan names, after the office's appraisal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import raise_blockers
from tusoi.core.state import fire
from tusoi.decisions.enums import RatingLevel
from tusoi.decisions.models import Classification
from tusoi.decisions.permissions import may_propose
from tusoi.decisions.selectors.proposals import findings_for_propose
from tusoi.decisions.services.locking import lock_row
from tusoi.rulebook.processes import CLASSIFICATION


@command("classification.propose", target="classification", scope=may_propose)
def propose(
    *, actor: Actor, at: datetime, classification: Classification, level: str, text: str = ""
) -> Classification:
    """Propose a level; one that the facts do not prove needs its reason in `text`.

    What the decider may override does not stop the proposer: it is logged and shown to the decider.
    """
    row = lock_row(classification)
    findings = findings_for_propose(row, RatingLevel(level), text)
    raise_blockers(finding for finding in findings if not finding.overridable)
    row.proposed_level, row.proposal_text = level, text.strip()
    row.proposed_by_id, row.proposed_at = actor.person_id, at
    row.save(update_fields=["proposed_level", "proposal_text", "proposed_by", "proposed_at"])
    fire(CLASSIFICATION, row, "propose", actor=actor, at=at, findings=findings)
    note(level=level)
    return row


def propose_all(
    *, actor: Actor, at: datetime, levels: Mapping[Classification, str], texts: Mapping[int, str]
) -> list[Classification]:
    """Several proposals of one sitting: all of them or none."""
    with transaction.atomic():
        return [
            propose(actor=actor, at=at, classification=row, level=level, text=texts.get(row.pk, ""))
            for row, level in levels.items()
        ]
