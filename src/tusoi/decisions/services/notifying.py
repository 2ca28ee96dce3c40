"""Thông báo kết quả: to the subject and to whoever manages the subject, with proof of reading."""

from __future__ import annotations

from datetime import datetime

from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import raise_blockers
from tusoi.core.state import fire
from tusoi.decisions.models import Decision, Notice
from tusoi.decisions.permissions import is_recipient, may_notify
from tusoi.decisions.selectors.notices import blockers_for_notify, notices_of
from tusoi.decisions.services.issuing import issue_notice
from tusoi.decisions.services.locking import lock_rows
from tusoi.rulebook.processes import CLASSIFICATION


@command("notice.send", target="decision", scope=may_notify)
def send_notices(*, actor: Actor, at: datetime, decision: Decision) -> list[Notice]:
    """Tell every subject of the decision, and its manager, the level and the reasons."""
    rows = [row for row in lock_rows(decision.classifications.all()) if row.state == "decided"]
    raise_blockers(blockers_for_notify(decision, rows))
    notices = Notice.objects.bulk_create(notices_of(decision, rows, at))
    for row in rows:
        issue_notice(at=at, decision=decision, classification=row)
        fire(CLASSIFICATION, row, "notify", actor=actor, at=at)
    note(notices=len(notices), number=decision.number)
    return notices


@command("notice.read", target="notice", scope=is_recipient)
def read_notice(*, actor: Actor, at: datetime, notice: Notice) -> Notice:
    """The recipient confirms having read it; the first time counts."""
    Notice.objects.filter(pk=notice.pk, read_at__isnull=True).update(read_at=at)
    notice.refresh_from_db(fields=["read_at"])
    return notice
