"""Văn bản mẫu: one filled example of every paper, by name; all people are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tusoi.officialdocs import papers
from tusoi.officialdocs import sample_decisions as decisions
from tusoi.officialdocs import sample_party as party
from tusoi.officialdocs import sample_season as season
from tusoi.officialdocs import sample_sheets as sheets
from tusoi.officialdocs import sample_slips as slips

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
    "individual_sheet": (sheets.individual_sheet, papers.individual_sheet_paper),
    "party_individual_sheet": (sheets.party_individual_sheet, papers.individual_sheet_paper),
    "collective_sheet": (sheets.collective_sheet, papers.collective_sheet_paper),
    "leader_summary": (sheets.leader_summary, papers.leader_summary_paper),
    "unit_report": (sheets.unit_report, papers.unit_report_paper),
    "result_report": (sheets.result_report, papers.result_report_paper),
    "party_result_report": (sheets.party_result_report, papers.result_report_paper),
    "dossier_list": (sheets.dossier_list, papers.dossier_list_paper),
    "party_dossier_list": (sheets.party_dossier_list, papers.dossier_list_paper),
    "rerating_decision": (decisions.rerating_decision, papers.rerating_decision_paper),
    "party_rerating_decision": (
        decisions.party_rerating_decision,
        papers.rerating_decision_paper,
    ),
    "appeal_reply": (decisions.appeal_reply, papers.appeal_reply_paper),
    "party_appeal_reply": (decisions.party_appeal_reply, papers.appeal_reply_paper),
    "remedy_plan": (decisions.remedy_plan, papers.remedy_plan_paper),
    "party_remedy_plan": (decisions.party_remedy_plan, papers.remedy_plan_paper),
    "pledge": (decisions.pledge, papers.pledge_paper),
    "pledge_to_fill_in": (decisions.pledge_to_fill_in, papers.pledge_paper),
    "award_submission": (decisions.award_submission, papers.award_submission_paper),
    "award_minutes": (decisions.award_minutes, papers.award_minutes_paper),
    "achievement_report": (decisions.achievement_report, papers.achievement_report_paper),
    "self_rating_slip": (slips.self_rating_slip, papers.self_rating_slip_paper),
    "party_self_rating_slip": (slips.party_self_rating_slip, papers.self_rating_slip_paper),
    "year_slip": (slips.year_slip, papers.year_slip_paper),
    "party_plan": (party.party_plan, papers.plan_paper),
    "party_invitation": (party.party_invitation, papers.invitation_paper),
    "party_minutes": (party.party_minutes, papers.minutes_paper),
    "party_submission_note": (party.party_submission_note, papers.submission_note_paper),
    "party_decision": (party.party_decision, papers.decision_paper),
    "ballot_sheet": (slips.ballot_sheet, papers.ballot_sheet_paper),
    "collective_ballot_sheet": (slips.collective_ballot_sheet, papers.ballot_sheet_paper),
    "excellence_ballot_sheet": (slips.excellence_ballot_sheet, papers.ballot_sheet_paper),
    "opinion_slip": (slips.opinion_slip, papers.opinion_slip_paper),
}


def sample_paper(name: str) -> Paper:
    """The paper of this filled example."""
    make, build = SAMPLES[name]
    return build(make())
