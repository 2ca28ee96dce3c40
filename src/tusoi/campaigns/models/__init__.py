from tusoi.campaigns.models.campaign import Campaign, LegalBasis, Milestone, Reminder, Track
from tusoi.campaigns.models.guidance import Suggestion, SuggestionOpinion, Supervision
from tusoi.campaigns.models.local_rule import LocalRule
from tusoi.campaigns.models.place import SubjectPlace
from tusoi.campaigns.models.plan_reading import PlanReading
from tusoi.campaigns.models.review import (
    Circulation,
    CirculationReceipt,
    Comment,
    Review,
    ReviewVersion,
)
from tusoi.campaigns.models.subject import Subject

__all__ = [
    "Campaign",
    "Circulation",
    "CirculationReceipt",
    "Comment",
    "LegalBasis",
    "LocalRule",
    "Milestone",
    "PlanReading",
    "Reminder",
    "Review",
    "ReviewVersion",
    "Subject",
    "SubjectPlace",
    "Suggestion",
    "SuggestionOpinion",
    "Supervision",
    "Track",
]
