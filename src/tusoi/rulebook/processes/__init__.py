"""Quy trình: every process of the season as a table; services fire them, selectors read them."""

from tusoi.rulebook.processes.agenda_item import AGENDA_ITEM
from tusoi.rulebook.processes.award_nomination import AWARD_NOMINATION
from tusoi.rulebook.processes.ballot_round import BALLOT_ROUND
from tusoi.rulebook.processes.campaign import CAMPAIGN
from tusoi.rulebook.processes.classification import CLASSIFICATION
from tusoi.rulebook.processes.meeting import MEETING
from tusoi.rulebook.processes.opinion_request import OPINION_REQUEST
from tusoi.rulebook.processes.self_review import SELF_REVIEW

MACHINES = (
    CAMPAIGN,
    SELF_REVIEW,
    MEETING,
    AGENDA_ITEM,
    BALLOT_ROUND,
    OPINION_REQUEST,
    CLASSIFICATION,
    AWARD_NOMINATION,
)

__all__ = [
    "AGENDA_ITEM",
    "AWARD_NOMINATION",
    "BALLOT_ROUND",
    "CAMPAIGN",
    "CLASSIFICATION",
    "MACHINES",
    "MEETING",
    "OPINION_REQUEST",
    "SELF_REVIEW",
]
