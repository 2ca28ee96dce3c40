"""Văn bản mẫu: one filled example of every paper, by name; all people are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tusoi.officialdocs import papers
from tusoi.officialdocs import sample_season as season

if TYPE_CHECKING:
    from collections.abc import Callable

    from tusoi.officialdocs.paper import Paper

SAMPLES: dict[str, tuple[Callable[[], Any], Callable[[Any], Paper]]] = {
    "plan": (season.plan, papers.plan_paper),
    "collective_report": (season.collective_report, papers.collective_report_paper),
    "self_review": (season.self_review, papers.self_review_paper),
    "party_self_review": (season.party_self_review, papers.self_review_paper),
    "minutes": (season.minutes, papers.minutes_paper),
    "tally_minutes": (season.tally_minutes, papers.tally_minutes_paper),
    "submission_note": (season.submission_note, papers.submission_note_paper),
    "summary_sheet": (season.summary_sheet, papers.summary_sheet_paper),
    "decision": (season.decision, papers.decision_paper),
    "notice": (season.notice, papers.notice_paper),
    "party_notice": (season.party_notice, papers.notice_paper),
    "invitation": (season.invitation, papers.invitation_paper),
}


def sample_paper(name: str) -> Paper:
    """The paper of this filled example."""
    make, build = SAMPLES[name]
    return build(make())
