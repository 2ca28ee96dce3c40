"""Ghi nhật ký: appends rows; the database forbids changing them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from django.db import connection, models

from tusoi import rulebook
from tusoi.audit.models import AuditEntry, Transition
from tusoi.audit.selectors.chain import GENESIS, digest

_LOG_LOCK = 7_150_501


class ActorLike(Protocol):
    """What the log needs to know of an actor (the class itself stands above this app)."""

    @property
    def user_id(self) -> int | None: ...
    @property
    def person_id(self) -> int | None: ...
    @property
    def name(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def unit_id(self) -> int | None: ...
    @property
    def delegation_id(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class PendingEntry:
    """Dòng nhật ký chờ ghi: kept until the outermost command has done its work."""

    command: str
    at: datetime
    actor: ActorLike | None
    row: models.Model | None
    detail: dict[str, Any] = field(default_factory=dict)


def _entry(pending: PendingEntry, previous: str) -> AuditEntry:
    actor, row = pending.actor, pending.row
    entry = AuditEntry(
        at=pending.at,
        command=pending.command,
        user_id=actor.user_id if actor else None,
        person_id=actor.person_id if actor else None,
        actor_name=actor.name if actor else "(không ghi người thao tác)",
        role=str(actor.role) if actor else "",
        unit_id=actor.unit_id if actor else None,
        delegation_id=actor.delegation_id if actor else None,
        target_type=row._meta.label_lower if row else "",  # noqa: SLF001 - the public name of a model
        target_id=str(row.pk) if row else "",
        target_label=str(row)[:300] if row else "",
        detail=pending.detail,
        previous_hash=previous,
    )
    entry.entry_hash = digest(entry)
    return entry


def record_entries(pending: Iterable[PendingEntry]) -> None:
    """Append entries to the chain; serialised by an advisory lock until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOG_LOCK])
    previous = (
        AuditEntry.objects.order_by("-pk").values_list("entry_hash", flat=True).first() or GENESIS
    )
    entries = []
    for item in pending:
        entry = _entry(item, previous)
        previous = entry.entry_hash
        entries.append(entry)
    AuditEntry.objects.bulk_create(entries)


def record_transition(
    *,
    machine: str,
    row: models.Model,
    action: str,
    source: str,
    target: str,
    actor: ActorLike,
    at: datetime,
    findings: list[dict[str, Any]],
) -> None:
    """Append one step of a process to the transition log."""
    Transition.objects.create(
        machine=machine,
        target_type=row._meta.label_lower,  # noqa: SLF001 - the public name of a model
        target_id=str(row.pk),
        action=action,
        source=source,
        target=target,
        at=at,
        actor_name=actor.name,
        person_id=actor.person_id,
        role=str(actor.role),
        findings=findings,
        rulebook_version=rulebook.__version__,
    )
