"""Đợt đánh giá, bản kiểm điểm thuộc phạm vi nào khi lập bộ văn bản."""

from tusoi.campaigns.models import Campaign, Review, Subject
from tusoi.documents.selectors.reach import Reach

REACHES = {
    Campaign: Reach(campaign="pk", unit="body"),
    Subject: Reach(
        campaign="campaign", unit="unit", subject="pk", about=lambda subject: subject.name
    ),
    Review: Reach(
        campaign="subject__campaign",
        unit="subject__unit",
        subject="subject",
        about=lambda review: review.subject.name,
    ),
}
