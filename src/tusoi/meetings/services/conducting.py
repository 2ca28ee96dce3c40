"""Tiến hành hội nghị: roll call, opening, one item after the other in the order of the agenda."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from tusoi.campaigns.facts import law_of
from tusoi.campaigns.services.writing import discuss_review
from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import raise_blockers, refuse
from tusoi.core.state import fire
from tusoi.meetings import permissions
from tusoi.meetings.enums import AttendanceStatus, MeetingKind, RatingLevel
from tusoi.meetings.facts import vote_facts
from tusoi.meetings.models import AgendaItem, Attendance, LevelVote, Meeting, Remark
from tusoi.meetings.selectors import blockers
from tusoi.meetings.selectors.agenda import conductor_of
from tusoi.meetings.selectors.held import holds_review
from tusoi.meetings.services.cells import mark_carried_over
from tusoi.meetings.services.locking import lock
from tusoi.org.models import Person
from tusoi.rulebook.processes import AGENDA_ITEM, MEETING
from tusoi.rulebook.rules import voting


@command("meeting.mark_attendance", target="meeting", scope=permissions.is_officer)
def mark_attendance(
    *, actor: Actor, at: datetime, meeting: Meeting, person: Person, status: str, reason: str = ""
) -> Attendance:
    """Note who is here and who is away for what reason; possible until the minutes are drawn up."""
    lock(meeting)
    if meeting.state not in {"invited", "in_session"}:
        raise refuse(
            "meeting.roll-closed",
            "Chỉ điểm danh được từ khi đã mời họp đến trước khi lập biên bản.",
            remedy="Gửi giấy mời trước khi điểm danh; sau khi lập biên bản thì cho họp tiếp nếu cần sửa.",
        )
    attendance = meeting.attendances.filter(person=person).first()
    if attendance is None:
        raise refuse(
            "meeting.not-invited",
            f"{person} không có trong thành phần dự họp.",
            remedy="Chỉ điểm danh những người được mời họp.",
        )
    if status == AttendanceStatus.EXCUSED and not reason.strip():
        raise refuse(
            "meeting.reason", f"Chưa ghi lý do vắng mặt của {person}.", remedy="Ghi lý do vắng mặt."
        )
    attendance.status = AttendanceStatus(status)
    attendance.reason = reason if status == AttendanceStatus.EXCUSED else ""
    attendance.save(update_fields=["status", "reason"])
    note(person=person.pk, status=status)
    return attendance


def call_roll(
    *, actor: Actor, at: datetime, meeting: Meeting, marks: Iterable[tuple[Person, str, str]]
) -> list[Attendance]:
    """Mark several people at once: all or none; those whose mark stays the same are left alone."""
    known = {row.person_id: (row.status, row.reason) for row in meeting.attendances.all()}
    with transaction.atomic():
        return [
            mark_attendance(
                actor=actor, at=at, meeting=meeting, person=person, status=status, reason=reason
            )
            for person, status, reason in marks
            if known.get(person.pk) != (status, reason)
        ]


@command("meeting.start", target="meeting", scope=permissions.is_chair)
def start_meeting(*, actor: Actor, at: datetime, meeting: Meeting) -> Meeting:
    """Open the session; whoever was not marked present counts as absent without a reason."""
    lock(meeting)
    raise_blockers(blockers.blockers_for_start(meeting, timezone.localdate(at)))
    mark_carried_over(meeting)
    meeting.attendances.filter(status=AttendanceStatus.INVITED).update(
        status=AttendanceStatus.ABSENT
    )
    meeting.opened_at = at
    meeting.save(update_fields=["opened_at"])
    fire(
        MEETING,
        meeting,
        "start",
        actor=actor,
        at=at,
        findings=blockers.findings_for_meeting(meeting),
    )
    return meeting


@command("meeting.take_up", target="item", scope=permissions.chairs_item)
def take_up(*, actor: Actor, at: datetime, item: AgendaItem) -> AgendaItem:
    """Turn to the next item; no other one may be taken up."""
    _lock_item(item)
    raise_blockers(blockers.blockers_for_take_up(item))
    item.chair_id = conductor_of(item.meeting, item.subject) or item.chair_id
    item.save(update_fields=["chair"])
    fire(AGENDA_ITEM, item, "take_up", actor=actor, at=at)
    return item


@command("meeting.record_remark", target="item", scope=permissions.records_item)
def record_remark(
    *, actor: Actor, at: datetime, item: AgendaItem, speaker: Person, text: str
) -> Remark:
    """Write down what somebody present said about the subject under review."""
    _lock_item(item)
    _require_current(item)
    if not item.meeting.attendances.filter(
        person=speaker, status=AttendanceStatus.PRESENT
    ).exists():
        raise refuse(
            "meeting.speaker-absent",
            f"{speaker} không có mặt tại hội nghị nên không ghi được ý kiến phát biểu.",
            remedy="Kiểm tra lại danh sách điểm danh.",
        )
    if not text.strip():
        raise refuse(
            "meeting.empty-remark",
            "Ý kiến phát biểu chưa có nội dung.",
            remedy="Ghi nội dung ý kiến.",
        )
    return Remark.objects.create(item=item, speaker=speaker, text=text.strip(), at=at)


@command("meeting.vote_self_level", target="item", scope=permissions.records_item)
def vote_self_level(
    *, actor: Actor, at: datetime, item: AgendaItem, counts: Mapping[str, int]
) -> LevelVote:
    """Record the show of hands on the collective's own level; it counts with more than the legal share."""
    _lock_item(item)
    _require_current(item)
    if not item.subject.is_collective or item.meeting.kind == MeetingKind.LEADERS_RATING:
        raise refuse(
            "meeting.no-self-level",
            "Chỉ biểu quyết mức tự xếp loại khi kiểm điểm tập thể.",
            remedy="Với cá nhân, ghi ý kiến phát biểu và kết luận.",
        )
    if any(count < 0 for count in counts.values()):
        raise refuse(
            "meeting.votes", "Số phiếu không thể là số âm.", remedy="Kiểm lại số người biểu quyết."
        )
    last = item.level_votes.last()
    if last is not None and last.level:
        raise refuse(
            "meeting.already-chosen",
            f"Tập thể đã chọn mức “{RatingLevel(last.level).label}” ở lần biểu quyết {last.round_number}.",
            remedy="Kết luận nội dung này.",
        )
    facts = vote_facts(item.meeting, {RatingLevel(level): count for level, count in counts.items()})
    level, findings = voting.self_level(facts, law_of(item.meeting.campaign))
    raise_blockers(findings)
    return LevelVote.objects.create(
        item=item,
        round_number=last.round_number + 1 if last else 1,
        attending=facts.attending,
        counts={each.value: count for each, count in facts.votes.items()},
        level=level or "",
        at=at,
    )


@command("meeting.conclude", target="item", scope=permissions.chairs_item)
def conclude(
    *, actor: Actor, at: datetime, item: AgendaItem, conclusion: str, suggested_level: str = ""
) -> AgendaItem:
    """Conclude on the subject; at the main place its review has thereby been discussed."""
    _lock_item(item)
    raise_blockers(blockers.blockers_for_conclude(item, suggested_level))
    if not conclusion.strip():
        raise refuse(
            "meeting.conclusion",
            f"Chưa có kết luận về {item.subject.name}.",
            remedy="Ghi kết luận của người chủ trì.",
        )
    item.conclusion, item.concluded_at = conclusion.strip(), at
    item.suggested_level = RatingLevel(suggested_level) if suggested_level else ""
    item.save(update_fields=["conclusion", "suggested_level", "concluded_at"])
    fire(AGENDA_ITEM, item, "conclude", actor=actor, at=at)
    if holds_review(item):
        discuss_review(
            actor=actor, at=at, review=item.subject.review, self_level=_chosen_level(item)
        )
    return item


def _chosen_level(item: AgendaItem) -> str:
    """The level a collective takes for itself: by its vote, else by the reasoned decision."""
    last = item.level_votes.last()
    return (last.level or item.suggested_level) if last else ""


@command("meeting.defer", target="item", scope=permissions.chairs_item)
def defer(*, actor: Actor, at: datetime, item: AgendaItem, reason: str) -> AgendaItem:
    """Put a subject off to a supplementary meeting, with the reason; also before the meeting begins."""
    _lock_item(item)
    if item.meeting.state not in {"planned", "invited", "in_session"}:
        raise_blockers(blockers.blockers_for_session(item.meeting))
    if not reason.strip():
        raise refuse(
            "meeting.reason",
            f"Chưa ghi lý do hoãn kiểm điểm {item.subject.name}.",
            remedy="Ghi lý do hoãn.",
        )
    item.deferral_reason = reason.strip()
    item.save(update_fields=["deferral_reason"])
    fire(AGENDA_ITEM, item, "defer", actor=actor, at=at)
    return item


def _lock_item(item: AgendaItem) -> None:
    """The meeting first, then the item: the same order in every command."""
    lock(item.meeting)
    lock(item)


def _require_current(item: AgendaItem) -> None:
    raise_blockers(blockers.blockers_for_session(item.meeting))
    if item.state != "current":
        raise refuse(
            "meeting.not-current",
            f"{item.subject.name} không phải nội dung đang kiểm điểm.",
            remedy="Chuyển sang nội dung này trước khi ghi.",
        )
