"""Chuỗi nhật ký: every row carries the hash of the row before it, so a changed or missing row shows."""

from __future__ import annotations

import hashlib
import json

from tusoi.audit.models import AuditEntry

GENESIS = "0" * 64


def digest(entry: AuditEntry) -> str:
    """SHA-256 over the previous hash and every column of the row, in a fixed order."""
    columns = [
        entry.previous_hash,
        entry.at.timestamp(),
        entry.command,
        entry.user_id,
        entry.person_id,
        entry.actor_name,
        entry.role,
        entry.unit_id,
        entry.delegation_id,
        entry.target_type,
        entry.target_id,
        entry.target_label,
        entry.detail,
    ]
    return hashlib.sha256(
        json.dumps(columns, ensure_ascii=False, sort_keys=True).encode()
    ).hexdigest()


def verify() -> AuditEntry | None:
    """Walk the whole chain; the first row that does not fit, or None when it is whole."""
    previous = GENESIS
    for entry in AuditEntry.objects.order_by("pk").iterator(chunk_size=2000):
        if entry.previous_hash != previous or entry.entry_hash != digest(entry):
            return entry
        previous = entry.entry_hash
    return None
