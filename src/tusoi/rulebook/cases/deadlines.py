"""Tình huống về thời hạn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tusoi.rulebook.cases.running import Answer, check, facts
from tusoi.rulebook.facts import DeadlineFacts
from tusoi.rulebook.rules import deadlines

if TYPE_CHECKING:
    from tusoi.rulebook.parameters import LawAt


@check("deadline")
def _deadline(given: dict[str, Any], law: LawAt) -> Answer:
    deadline = facts(DeadlineFacts, given)
    findings = [
        *deadlines.deadline_findings(deadline, law),
        *deadlines.plan_findings(deadline, law),
    ]
    return {"last_day": deadlines.last_day(deadline.due_on, deadline.inclusive)}, findings
