"""Choices of the tables of awards; titles and labels come from the core."""

from tusoi.rulebook.facts import AchievementScope, AwardPaper, AwardTitle, PendingMatter
from tusoi.rulebook.processes import AWARD_NOMINATION

AWARD_NOMINATION_STATES = AWARD_NOMINATION.states

__all__ = [
    "AWARD_NOMINATION_STATES",
    "AchievementScope",
    "AwardPaper",
    "AwardTitle",
    "PendingMatter",
]
