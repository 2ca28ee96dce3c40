"""Đọc nhật ký: rows by command, person and day, with the Vietnamese names of commands."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from django.utils.timezone import make_aware

from tusoi.audit.models import AuditEntry
from tusoi.rulebook.rules import authority

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet


def command_label(command: str) -> str:
    """The Vietnamese name of a command as the table of authority has it."""
    return authority.row(command).label


def command_choices() -> list[tuple[str, str]]:
    """Every command with its name, by name."""
    return sorted(
        ((row.command, row.label) for row in authority.rows().values()), key=lambda each: each[1]
    )


def entries(
    *, command: str = "", name: str = "", since: date | None = None, until: date | None = None
) -> QuerySet[AuditEntry]:
    """The newest first; `until` includes its day."""
    rows = AuditEntry.objects.order_by("-pk")
    if command:
        rows = rows.filter(command=command)
    if name:
        rows = rows.filter(actor_name__icontains=name)
    if since:
        rows = rows.filter(at__gte=make_aware(datetime.combine(since, time.min)))
    if until:
        rows = rows.filter(at__lt=make_aware(datetime.combine(until + timedelta(days=1), time.min)))
    return rows
