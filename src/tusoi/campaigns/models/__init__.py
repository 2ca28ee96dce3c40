from tusoi.campaigns.models.campaign import Campaign, LegalBasis, Milestone, Track
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
    "Milestone",
    "Review",
    "ReviewVersion",
    "Subject",
    "Track",
]
