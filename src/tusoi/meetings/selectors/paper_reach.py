"""Hội nghị, lượt bỏ phiếu thuộc phạm vi nào khi lập bộ văn bản."""

from tusoi.documents.selectors.reach import Reach
from tusoi.meetings.models import Meeting
from tusoi.meetings.models.ballot import BallotRound

REACHES = {
    Meeting: Reach(campaign="campaign", unit="unit", subject="agenda__subject"),
    BallotRound: Reach(
        campaign="meeting__campaign", unit="meeting__unit", subject="lines__subject"
    ),
}
