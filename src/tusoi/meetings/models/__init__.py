"""Ballots are reached only as `meetings.models.ballot`; no name of that module is exported here."""

from tusoi.meetings.models import ballot
from tusoi.meetings.models.meeting import (
    AgendaItem,
    Attendance,
    LevelVote,
    Meeting,
    Minutes,
    Remark,
    RepeatOrder,
)

__all__ = [
    "AgendaItem",
    "Attendance",
    "LevelVote",
    "Meeting",
    "Minutes",
    "Remark",
    "RepeatOrder",
    "ballot",
]
