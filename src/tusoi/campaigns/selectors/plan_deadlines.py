"""Thời hạn trong kế hoạch ứng với bước nào: guessed from the words, for the office to confirm."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tusoi.campaigns.enums import MilestoneStep
from tusoi.campaigns.selectors.plan_fields import ReadField, ReadingSection, is_day

_REMEDY = re.compile(r"khắc phục")
_AWARDS = re.compile(r"thi đua|khen thưởng")
_OWN_DEED = re.compile(r"cá nhân (gắn|xây dựng)|cam kết")
_LEADERS = re.compile(
    r"lãnh đạo (sở|cơ quan|văn phòng|ban|ủy ban|đảng ủy|ubnd|tỉnh)|ban thường vụ|ban chấp hành"
)
_UNITS = re.compile(r"(?<!văn )phòng|đơn vị|chi bộ|trực thuộc|chi ủy|cơ sở")
_REVIEW = re.compile(r"kiểm điểm|tự đánh giá")
_RATING = re.compile(r"đánh giá|xếp loại|quyết định")
_DOSSIER = re.compile(r"hồ sơ")


def guessed_steps(fields: Iterable[ReadField]) -> dict[str, MilestoneStep]:
    """By the key of a deadline the step it seems to be about; each step at most once, the first wins."""
    found: dict[str, MilestoneStep] = {}
    for field in fields:
        if field.section is ReadingSection.DEADLINES and is_day(field.read):
            step = guessed_step(field.label, field.who)
            if step is not None and step not in found.values():
                found[field.key] = step
    return found


def guessed_step(what: str, who: str) -> MilestoneStep | None:
    """The step a deadline seems to be about; None where the words do not tell."""
    deed, doer = what.lower(), who.lower()
    if _AWARDS.search(deed):
        return MilestoneStep.AWARD_DOSSIERS if _DOSSIER.search(deed) else None
    if _REMEDY.search(deed):
        return _remedy_step(deed, doer)
    if _LEADERS.search(doer):
        return _leaders_step(deed)
    is_of_units = _UNITS.search(doer) or (not doer and _UNITS.search(deed))
    is_review = _REVIEW.search(deed) or _DOSSIER.search(deed)
    return MilestoneStep.UNIT_REVIEWS if is_of_units and is_review else None


def _leaders_step(deed: str) -> MilestoneStep | None:
    """The leaders review themselves, or rate the others."""
    if _REVIEW.search(deed):
        return MilestoneStep.LEADERS_REVIEW
    return MilestoneStep.DECISIONS if _RATING.search(deed) else None


def _remedy_step(deed: str, doer: str) -> MilestoneStep | None:
    if _OWN_DEED.search(f"{doer} {deed}"):
        return None
    if _LEADERS.search(deed):
        return MilestoneStep.DEPARTMENT_REMEDY_PLAN
    is_of_units = _UNITS.search(f"{doer} {deed}")
    return MilestoneStep.UNIT_REMEDY_PLANS if is_of_units else None
