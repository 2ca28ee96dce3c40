"""Choices of the campaign's tables; states and labels come from the core."""

from tusoi.rulebook.facts import LabelledEnum, PlaceKind, RatingLevel, Standing, SubjectKind
from tusoi.rulebook.processes import CAMPAIGN, SELF_REVIEW

CAMPAIGN_STATES = CAMPAIGN.states
SELF_REVIEW_STATES = SELF_REVIEW.states

__all__ = [
    "CAMPAIGN_STATES",
    "SELF_REVIEW_STATES",
    "MilestoneStep",
    "PlaceKind",
    "RatingLevel",
    "Standing",
    "SubjectKind",
]


class MilestoneStep(LabelledEnum):
    """Bước trong tiến độ: what a deadline of the plan is about."""

    UNIT_REVIEWS = "unit_reviews", "Phòng, đơn vị kiểm điểm và gửi hồ sơ"
    DECISIONS = "decisions", "Tập thể lãnh đạo cơ quan đánh giá, xếp loại"
    LEADERS_REVIEW = (
        "leaders_review",
        "Tập thể và cá nhân lãnh đạo cơ quan kiểm điểm, gửi hồ sơ lên cấp trên",
    )
    UNIT_REMEDY_PLANS = "unit_remedy_plans", "Phòng, đơn vị xây dựng kế hoạch khắc phục"
    DEPARTMENT_REMEDY_PLAN = (
        "department_remedy_plan",
        "Kế hoạch khắc phục của tập thể lãnh đạo cơ quan và cá nhân",
    )
    AWARD_DOSSIERS = "award_dossiers", "Đơn vị gửi hồ sơ đề nghị thi đua, khen thưởng"
