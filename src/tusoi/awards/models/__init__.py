from tusoi.awards.models.nomination import AwardDiscussion, AwardList, AwardNomination
from tusoi.awards.models.registration import AwardRegistration

__all__ = ["AwardDiscussion", "AwardList", "AwardNomination", "AwardRegistration"]
