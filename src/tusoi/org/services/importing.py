"""Nhập nhân sự từ bảng tính: check without saving, then save everything or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import localdate

from tusoi.core.command import command, note
from tusoi.org.services.sheet.faults import ImportReport
from tusoi.org.services.sheet.loading import check_stage, load_stage, stage
from tusoi.org.services.sheet.reading import Progress, check_rows, read_rows

if TYPE_CHECKING:
    from datetime import datetime

    from tusoi.core.actor import Actor


def _silent(done: int, total: int) -> None:
    """Nobody watches."""


def _checked(content: bytes, at: datetime, progress: Progress) -> ImportReport:
    """Read, stage and compare the whole file; every fault is in the report."""
    report, today = ImportReport(), localdate(at)
    rows = read_rows(content, today, report, progress)
    check_rows(rows, today, report)
    stage(rows, 2 * report.rows, progress)
    check_stage(report)
    report.faults.sort(key=lambda fault: fault.row)
    return report


def check_people(*, at: datetime, content: bytes, progress: Progress = _silent) -> ImportReport:
    """Kiểm tra bảng nhân sự: everything an import checks; saves nothing."""
    with transaction.atomic():
        report = _checked(content, at, progress)
        transaction.set_rollback(True)
    return report


@command("person.import")
def import_people(
    *, actor: Actor, at: datetime, content: bytes, progress: Progress = _silent
) -> ImportReport:
    """Nhập bảng nhân sự: all rows in one transaction; with any fault nothing is saved. Repeating it adds nothing."""
    report = _checked(content, at, progress)
    if not report.fault_count:
        load_stage(report)
    note(
        rows=report.rows, created=report.created, updated=report.updated, faults=report.fault_count
    )
    return report
