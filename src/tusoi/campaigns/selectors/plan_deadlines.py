"""Thời hạn trong kế hoạch ứng với bước nào: guessed from the words, for the office to confirm."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tusoi.campaigns.enums import MilestoneStep
from tusoi.campaigns.selectors.plan_fields import ReadField, ReadingSection

_REMEDY = re.compile(r"khắc phục")
_OWN_DEED = re.compile(r"các cá nhân|mỗi cá nhân|cam kết")
_UPWARD = re.compile(
    r"(gửi|nộp|báo cáo)\b.*\b(cấp trên|ban cán sự|thường vụ|tỉnh|trung ương|bộ|sở nội vụ)"
)
_LEADERS = re.compile(
    r"lãnh đạo (sở|cơ quan|văn phòng|ban|ủy ban|đảng ủy)|ban thường vụ|ban chấp hành"
)
_UNITS = re.compile(r"phòng|đơn vị|chi bộ|trực thuộc|chi ủy|cơ sở")
_REVIEW = re.compile(r"kiểm điểm|tự đánh giá")
_RATING = re.compile(r"đánh giá|xếp loại|quyết định")


def guessed_steps(fields: Iterable[ReadField]) -> dict[str, MilestoneStep]:
    """By the key of a deadline the step it seems to be about; each step at most once, the first wins."""
    found: dict[str, MilestoneStep] = {}
    for field in fields:
        if field.section is ReadingSection.DEADLINES and field.read:
            step = guessed_step(field.label, field.who)
            if step is not None and step not in found.values():
                found[field.key] = step
    return found


def guessed_step(what: str, who: str) -> MilestoneStep | None:
    """The step a deadline seems to be about; None where the words do not tell."""
    deed, whole = what.lower(), f"{who} {what}".lower()
    if _REMEDY.search(deed):
        return _remedy_step(deed, whole)
    if _REVIEW.search(deed) and _LEADERS.search(deed) and _UPWARD.search(deed):
        return MilestoneStep.LEADERS_REVIEW
    if _LEADERS.search(who.lower()) and _RATING.search(deed) and not _UPWARD.search(deed):
        return MilestoneStep.DECISIONS
    if _REVIEW.search(deed) and _UNITS.search(whole):
        return MilestoneStep.UNIT_REVIEWS
    return None


def _remedy_step(deed: str, whole: str) -> MilestoneStep | None:
    if _OWN_DEED.search(deed):
        return None
    if _LEADERS.search(deed):
        return MilestoneStep.DEPARTMENT_REMEDY_PLAN
    return MilestoneStep.UNIT_REMEDY_PLANS if _UNITS.search(whole) else None
