"""Đề nghị khen thưởng: the unit discusses, votes and puts forward; it may take back what the council has not yet seen."""

from __future__ import annotations

from datetime import datetime

from tusoi.awards.enums import AwardTitle
from tusoi.awards.facts import AwardCase
from tusoi.awards.models import AwardDiscussion, AwardNomination
from tusoi.awards.permissions import (
    may_nominate,
    may_record_discussion,
    may_withdraw_nomination,
)
from tusoi.awards.selectors.nominations import findings_for_nominate, titles_for
from tusoi.awards.services.locking import lock_nomination
from tusoi.campaigns.models import Subject
from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import raise_blockers, refuse
from tusoi.core.state import fire
from tusoi.meetings.enums import AttendanceStatus
from tusoi.meetings.models import Meeting
from tusoi.rulebook.findings import Finding
from tusoi.rulebook.processes import AWARD_NOMINATION

_MINUTES = ("kh-vp-ubnd-2023/iv",)


@command("award.record_discussion", target="meeting", scope=may_record_discussion)
def record_discussion(
    *, actor: Actor, at: datetime, meeting: Meeting, voting: str, voters: int
) -> AwardDiscussion:
    """Enter that a conference discussed awards, how it voted and how many voted."""
    locked = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    _check_held(locked)
    _check_voters(locked, voters)
    note(voters=voters)
    return AwardDiscussion.objects.create(
        meeting=locked,
        voting=voting.strip(),
        voters=voters,
        recorded_at=at,
        recorded_by_id=actor.person_id,
    )


@command("award.nominate", target="subject", scope=may_nominate)
def nominate(
    *,
    actor: Actor,
    at: datetime,
    subject: Subject,
    title: AwardTitle | str,
    discussion: AwardDiscussion,
    case: AwardCase,
) -> AwardNomination:
    """Put a subject forward for a title; what the rules forbid is refused, what may be overridden needs its reason."""
    locked = _lock_subject(subject)
    wanted = AwardTitle(title)
    _check_season(locked)
    _check_choice(locked, wanted)
    _check_votes(locked, discussion, case)
    findings = findings_for_nominate(locked, wanted, case)
    raise_blockers(each for each in findings if not (each.overridable and case.reason.strip()))
    note(title=wanted.value, votes_for=case.votes_for, overridden=_overridden(findings))
    return AwardNomination.objects.create(
        subject=locked,
        title=wanted,
        discussion=discussion,
        achievements=case.achievements.strip(),
        proof=case.proof.strip(),
        merits=case.merits.as_json(),
        votes_for=case.votes_for,
        votes_against=case.votes_against,
        override_reason=case.reason.strip(),
        findings=[each.as_dict() for each in findings],
        nominated_at=at,
        nominated_by_id=actor.person_id,
    )


@command("award.withdraw", target="nomination", scope=may_withdraw_nomination)
def withdraw_nomination(
    *, actor: Actor, at: datetime, nomination: AwardNomination, reason: str = ""
) -> AwardNomination:
    """The unit takes a nomination back before it goes to the council."""
    locked = lock_nomination(nomination)
    fire(AWARD_NOMINATION, locked, "withdraw", actor=actor, at=at)
    locked.closing_reason = reason.strip()
    locked.save(update_fields=["closing_reason"])
    return locked


def _lock_subject(subject: Subject) -> Subject:
    rows = Subject.objects.select_related("campaign__body", "unit", "track")
    return rows.select_for_update(of=("self",)).get(pk=subject.pk)


def _overridden(findings: list[Finding]) -> list[str]:
    return [each.rule for each in findings if each.is_blocker]


def _check_held(meeting: Meeting) -> None:
    if meeting.opened_at is None or meeting.state == "cancelled":
        raise refuse(
            "award.meeting",
            f"“{meeting}” chưa họp nên chưa có kết quả bình xét.",
            remedy="Ghi kết quả bình xét sau khi hội nghị đã khai mạc.",
            cites=_MINUTES,
        )
    if AwardDiscussion.objects.filter(meeting=meeting).exists():
        raise refuse(
            "award.discussed",
            f"Kết quả bình xét tại “{meeting}” đã được ghi.",
            remedy="Mở danh sách đề nghị khen thưởng của đơn vị để xem.",
        )


def _check_voters(meeting: Meeting, voters: int) -> None:
    present = meeting.attendances.filter(is_guest=False, status=AttendanceStatus.PRESENT).count()
    if not 0 < voters <= present:
        raise refuse(
            "award.voters",
            f"Số người biểu quyết là {voters}, hội nghị có {present} thành viên có mặt.",
            remedy="Ghi số người biểu quyết từ 1 đến số người có mặt; điểm danh trước nếu chưa điểm danh.",
        )


def _check_season(subject: Subject) -> None:
    if subject.campaign.state not in {"open", "closed"}:
        raise refuse(
            "award.season",
            f"“{subject.campaign}” chưa mở nên chưa có kết quả xếp loại để xét khen thưởng.",
            remedy="Đề nghị khen thưởng sau khi đợt đánh giá đã mở và xếp loại xong.",
        )


def _check_choice(subject: Subject, title: AwardTitle) -> None:
    if title not in titles_for(subject):
        raise refuse(
            "award.title",
            f"Không đề nghị được “{title.label}” cho {subject}: danh hiệu không dành cho đối tượng này hoặc đã được đề nghị.",
            remedy="Chọn danh hiệu khác, hoặc xem danh sách đã đề nghị.",
        )


def _check_votes(subject: Subject, discussion: AwardDiscussion, case: AwardCase) -> None:
    meeting = discussion.meeting
    places = {subject.unit_id, subject.campaign.body_id}
    if meeting.campaign_id != subject.campaign_id or meeting.unit_id not in places:
        raise refuse(
            "award.discussion",
            f"{discussion} không bình xét cho {subject}.",
            remedy="Chọn cuộc họp bình xét của đơn vị người này, hoặc của cơ quan.",
        )
    if min(case.votes_for, case.votes_against) < 0 or case.votes_for + case.votes_against > (
        discussion.voters
    ):
        raise refuse(
            "award.votes",
            f"Số phiếu ({case.votes_for} đồng ý, {case.votes_against} không đồng ý) không khớp với "
            f"{discussion.voters} người biểu quyết.",
            remedy="Đối chiếu lại kết quả biểu quyết trong biên bản.",
        )
