"""Hội nghị của đơn vị được phân công dự, chỉ đạo."""

from __future__ import annotations

from django.db.models import QuerySet

from tusoi.campaigns.models import Supervision
from tusoi.meetings.enums import MeetingKind
from tusoi.meetings.models import Meeting


def meetings_under(supervision: Supervision) -> QuerySet[Meeting]:
    """The meetings at which the unit is reviewed, those called off left out."""
    rows = Meeting.objects.filter(
        campaign=supervision.campaign_id, unit__path__startswith=supervision.unit.path
    )
    return rows.exclude(state="cancelled").exclude(kind=MeetingKind.LEADERS_RATING)
