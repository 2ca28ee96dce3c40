"""Việc bình xét, đề nghị, danh sách trình thuộc phạm vi nào khi lập bộ văn bản."""

from tusoi.awards.models import AwardDiscussion, AwardList, AwardNomination
from tusoi.documents.selectors.reach import Reach

REACHES = {
    AwardDiscussion: Reach(campaign="meeting__campaign", unit="meeting__unit"),
    AwardNomination: Reach(
        campaign="subject__campaign",
        unit="subject__unit",
        subject="subject",
        about=lambda row: row.subject.name,
    ),
    AwardList: Reach(campaign="campaign", unit="campaign__body"),
}
