"""Chuyển trạng thái: the one place where a state changes, with its row in the transition log."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import models

from tusoi.audit.services.recording import record_transition
from tusoi.core.actor import Actor
from tusoi.core.errors import refuse
from tusoi.rulebook.findings import Finding
from tusoi.rulebook.machine import Machine, StepRefused


def fire(
    machine: Machine,
    row: models.Model,
    action: str,
    *,
    actor: Actor,
    at: datetime,
    findings: Iterable[Finding] = (),
) -> None:
    """Take `action` on `row` by the table; save the state and log the transition.

    Raises Refused where the table has no such step from the present state.
    """
    source = row.state  # type: ignore[attr-defined]  # every row with a process has the column
    try:
        step = machine.fire(source, action)
    except StepRefused as error:
        raise refuse(
            f"{machine.name}.state",
            str(error),
            remedy="Tải lại trang để xem bước hiện tại và thao tác thực hiện được.",
        ) from error
    row.state = step.target  # type: ignore[attr-defined]  # see above
    row.save(update_fields=["state"])
    record_transition(
        machine=machine.name,
        row=row,
        action=action,
        source=source,
        target=step.target,
        actor=actor,
        at=at,
        findings=[finding.as_dict() for finding in findings],
    )
