"""Biên bản: drawn up from what was recorded, read at the meeting, approved – and frozen by approval."""

from __future__ import annotations

from datetime import datetime

from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import raise_blockers, refuse
from tusoi.core.state import fire
from tusoi.documents.enums import PaperKind
from tusoi.documents.services.storing import Filing, store
from tusoi.meetings import permissions
from tusoi.meetings.facts import meeting_facts
from tusoi.meetings.models import Meeting, Minutes
from tusoi.meetings.selectors.blockers import blockers_for_draft_minutes
from tusoi.meetings.selectors.papers import minutes_paper
from tusoi.meetings.selectors.record import record_of
from tusoi.meetings.services.locking import lock
from tusoi.rulebook.processes import MEETING


@command("meeting.draft_minutes", target="meeting", scope=permissions.is_officer)
def draft_minutes(*, actor: Actor, at: datetime, meeting: Meeting, additions: str = "") -> Minutes:
    """Draw up the minutes to be read; drawn anew after the meeting was resumed."""
    lock(meeting)
    raise_blockers(blockers_for_draft_minutes(meeting))
    meeting.closed_at = at
    meeting.save(update_fields=["closed_at"])
    minutes, _ = Minutes.objects.update_or_create(
        meeting=meeting,
        defaults={"body": record_of(meeting), "additions": additions.strip(), "drafted_at": at},
    )
    fire(MEETING, meeting, "draft_minutes", actor=actor, at=at)
    return minutes


@command("meeting.resume", target="meeting", scope=permissions.is_chair)
def resume_meeting(*, actor: Actor, at: datetime, meeting: Meeting) -> Meeting:
    """Go on with the session because the minutes read were not approved as they stand."""
    lock(meeting)
    meeting.closed_at = None
    meeting.save(update_fields=["closed_at"])
    fire(MEETING, meeting, "resume", actor=actor, at=at)
    return meeting


@command("meeting.approve_minutes", target="meeting", scope=permissions.is_chair)
def approve_minutes(*, actor: Actor, at: datetime, meeting: Meeting, approvals: int) -> Minutes:
    """The members present approve the minutes; they and their paper never change again."""
    lock(meeting)
    if meeting.state != "reading_minutes":
        raise refuse(
            "meeting.no-minutes",
            "Biên bản chưa được lập để thông qua.",
            remedy="Thư ký lập biên bản trước.",
        )
    _check_approvals(approvals, meeting_facts(meeting).attending)
    minutes = meeting.minutes
    minutes.approvals = approvals
    document = store(_filing(meeting), minutes_paper(meeting), at=at)
    minutes.approved_at, minutes.sha256 = at, document.docx_sha256
    minutes.save(update_fields=["approvals", "approved_at", "sha256"])
    fire(MEETING, meeting, "approve_minutes", actor=actor, at=at)
    note(approvals=approvals, sha256=minutes.sha256)
    return minutes


def _filing(meeting: Meeting) -> Filing:
    return Filing(
        kind=PaperKind.MINUTES,
        title=f"Biên bản {meeting.title}",
        file_name=f"bien-ban-hop-{meeting.pk}.docx",
        owner=meeting,
        issuer=meeting.unit,
    )


def _check_approvals(approvals: int, attending: int) -> None:
    """As many as were present at most, and more of them for than against."""
    if not 0 <= approvals <= attending:
        raise refuse(
            "meeting.approvals",
            f"Số người thông qua ({approvals}) không khớp với số thành viên có mặt ({attending}).",
            remedy="Kiểm lại số người đồng ý thông qua biên bản.",
        )
    if approvals <= attending - approvals:
        raise refuse(
            "meeting.not-approved",
            f"Chỉ có {approvals} trên {attending} thành viên có mặt đồng ý nên biên bản chưa được thông qua.",
            remedy="Họp tiếp để bổ sung, sửa biên bản rồi thông qua lại.",
        )
