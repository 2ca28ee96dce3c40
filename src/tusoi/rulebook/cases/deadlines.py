"""Tình huống về thời hạn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tusoi.rulebook.cases.running import Answer, check, facts
from tusoi.rulebook.facts import DeadlineFacts, YearEndFacts
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


@check("year-end")
def _year_end(given: dict[str, Any], law: LawAt) -> Answer:
    return {}, deadlines.year_end_findings(facts(YearEndFacts, given), law)


@check("award-files")
def _award_files(given: dict[str, Any], law: LawAt) -> Answer:
    return {}, deadlines.award_file_findings(facts(DeadlineFacts, given), law)
