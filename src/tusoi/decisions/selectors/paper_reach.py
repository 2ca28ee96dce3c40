"""Kết quả xếp loại, quyết định thuộc phạm vi nào khi lập bộ văn bản."""

from tusoi.decisions.models import Classification, Decision
from tusoi.documents.selectors.reach import Reach

REACHES = {
    Classification: Reach(
        campaign="subject__campaign",
        unit="subject__unit",
        subject="subject",
        about=lambda row: row.subject.name,
    ),
    Decision: Reach(campaign="campaign", unit="issuer", subject="classifications__subject"),
}
