"""Thời gian hội nghị: how long it must last, and when it may end at the earliest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from tusoi.campaigns.facts import law_of
from tusoi.campaigns.models import Campaign, Subject
from tusoi.campaigns.selectors.suggestions import standing_suggestions
from tusoi.meetings.enums import MeetingKind
from tusoi.meetings.facts import NOON, meeting_facts
from tusoi.meetings.models import Meeting
from tusoi.rulebook.calendar import work_calendar
from tusoi.rulebook.facts import MeetingFacts
from tusoi.rulebook.findings import Finding, Severity
from tusoi.rulebook.parameters import Dated
from tusoi.rulebook.rules import procedure
from tusoi.rulebook.wording import number

_END_OF_MORNING, _END_OF_DAY = time(11, 30), time(17, 0)


def length_findings(meeting: Meeting) -> list[Finding]:
    """What the law says of the length, with the earliest end where the meeting is too short."""
    facts, law = meeting_facts(meeting), law_of(meeting.campaign)
    needed = procedure.needed_length(facts, law)
    found = procedure.meeting_length_findings(facts, law)
    return [_with_end(each, meeting, needed) for each in found]


def _with_end(finding: Finding, meeting: Meeting, needed: Dated | None) -> Finding:
    if finding.severity is not Severity.WARNS or needed is None:
        return finding
    end = shortest_end(meeting.starts_at, needed.value)
    return replace(
        finding,
        remedy=f"Kết thúc sớm nhất lúc {end:%H:%M} ngày {end:%d/%m/%Y}, hoặc ghi rõ lý do trong biên bản.",
    )


def shortest_end(starts_at: datetime, days: Decimal) -> datetime:
    """The end of the last half day that is needed; a day off is passed over."""
    start = timezone.localtime(starts_at)
    halves = int(Decimal(days) * 2) - 1 + (start.hour >= NOON)
    day = start.date() + timedelta(days=halves // 2)
    while not work_calendar().is_working(day):
        day += timedelta(days=1)
    end = _END_OF_DAY if halves % 2 else _END_OF_MORNING
    return datetime.combine(day, end, tzinfo=start.tzinfo)


def length_asked(campaign: Campaign, kind: str, subjects: Iterable[Subject]) -> list[Finding]:
    """What to know of the length before a meeting on these subjects is planned."""
    if kind == MeetingKind.LEADERS_RATING:
        return []
    rows = standing_suggestions(subjects).select_related("subject")
    names = list(dict.fromkeys(each.subject.name for each in rows))
    facts = MeetingFacts(length_days=None, review_suggested=bool(names))
    needed = procedure.needed_length(facts, law_of(campaign))
    if needed is None:
        return []
    why = f" Có nội dung gợi ý kiểm điểm đối với: {', '.join(names)}." if names else ""
    message = f"Hội nghị kéo dài ít nhất {number(needed.value)} ngày.{why}"
    return [Finding("procedure.meeting-length", Severity.NOTES, message, (needed.cite,))]
