"""Điều kiện mở và kết thúc bỏ phiếu: shown on pages, checked again by the commands."""

from __future__ import annotations

from tusoi.campaigns.facts import law_of
from tusoi.meetings.enums import BallotMode
from tusoi.meetings.facts import ballot_facts, meeting_facts
from tusoi.meetings.models.ballot import BallotRound
from tusoi.meetings.selectors.blockers import blockers_for_session, blocks
from tusoi.rulebook.findings import Finding
from tusoi.rulebook.rules import voting


def blockers_for_open_round(ballot_round: BallotRound) -> list[Finding]:
    """The session is on, a panel with a head counts, and somebody entitled is here to vote."""
    found = blockers_for_session(ballot_round.meeting)
    if not ballot_round.panel.filter(is_head=True).exists():
        found.append(
            blocks(
                "no-panel",
                "Chưa có ban kiểm phiếu.",
                "Chủ trì cử trưởng ban và thành viên ban kiểm phiếu.",
            )
        )
    if not meeting_facts(ballot_round.meeting).attending:
        found.append(
            blocks(
                "no-voters",
                "Chưa có thành viên nào có mặt để bỏ phiếu.",
                "Thư ký điểm danh trước khi mở bỏ phiếu.",
            )
        )
    return found


def blockers_for_close_round(ballot_round: BallotRound) -> list[Finding]:
    """The sums of the tally close; on paper the panel has entered its count."""
    if ballot_round.mode == BallotMode.PAPER and not hasattr(ballot_round, "paper_tally"):
        return [
            blocks(
                "no-count",
                "Ban kiểm phiếu chưa nhập kết quả kiểm phiếu giấy.",
                "Nhập số phiếu phát ra, thu về và số phiếu từng mức.",
            )
        ]
    if (
        ballot_round.mode == BallotMode.ELECTRONIC
        and not ballot_round.issues.filter(is_used=True).exists()
    ):
        return [
            blocks(
                "empty-box",
                "Chưa có phiếu nào trong hòm.",
                "Chờ cử tri bỏ phiếu, hoặc hủy lượt bỏ phiếu này.",
            )
        ]
    return voting.tally_findings(ballot_facts(ballot_round), law_of(ballot_round.meeting.campaign))
