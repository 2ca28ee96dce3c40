"""Bỏ phiếu: a round is prepared, opened to those present, filled, and counted.

No statement of these commands holds a voter together with a mark: `cast` marks the voter's paper as
used and, apart from that, writes the whole box anew in random order.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from tusoi.campaigns.models import Subject
from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import raise_blockers, refuse
from tusoi.core.state import fire
from tusoi.meetings import permissions
from tusoi.meetings.enums import AttendanceStatus, BallotMode, BallotPurpose, RatingLevel
from tusoi.meetings.models import Meeting
from tusoi.meetings.models.ballot import (
    Ballot,
    BallotIssue,
    BallotLine,
    BallotRound,
    CountingPanelMember,
)
from tusoi.meetings.selectors.ballot_blockers import blockers_for_open_round
from tusoi.meetings.selectors.people import latecomers
from tusoi.meetings.services.counting import close_round, enter_paper_tally
from tusoi.meetings.services.locking import lock
from tusoi.org.models import Person
from tusoi.rulebook.processes import BALLOT_ROUND

__all__ = [
    "appoint_panel",
    "cancel_round",
    "cast",
    "close_round",
    "enter_paper_tally",
    "issue_paper",
    "open_round",
    "prepare_round",
]

_dice = secrets.SystemRandom()


@command("ballot.prepare", target="meeting", scope=permissions.prepares_rounds)
def prepare_round(
    *,
    actor: Actor,
    at: datetime,
    meeting: Meeting,
    title: str,
    mode: str,
    subjects: Sequence[Subject],
    purpose: str = BallotPurpose.SECRET,
) -> BallotRound:
    """Prepare the papers of a round: its subjects in the order of the agenda."""
    lock(meeting)
    if meeting.state not in {"planned", "invited", "in_session"}:
        raise refuse(
            "ballot.meeting-over",
            "Hội nghị đã kết thúc nên không chuẩn bị bỏ phiếu được nữa.",
            remedy="Lập hội nghị bổ sung nếu cần bỏ phiếu thêm.",
        )
    positions = dict(meeting.agenda.values_list("subject_id", "position"))
    strangers = [subject.name for subject in subjects if subject.pk not in positions]
    if strangers or not subjects:
        raise refuse(
            "ballot.subjects",
            f"Không có trong chương trình họp: {', '.join(strangers)}."
            if strangers
            else "Phiếu chưa có đối tượng nào.",
            remedy="Chọn đối tượng có trong chương trình họp.",
        )
    ballot_round = BallotRound.objects.create(
        meeting=meeting, title=title, mode=BallotMode(mode), purpose=BallotPurpose(purpose)
    )
    ordered = sorted({subject.pk for subject in subjects}, key=positions.__getitem__)
    BallotLine.objects.bulk_create(
        BallotLine(ballot_round=ballot_round, subject_id=pk, position=position)
        for position, pk in enumerate(ordered, start=1)
    )
    return ballot_round


@command("ballot.appoint_panel", target="ballot_round", scope=permissions.chairs_round)
def appoint_panel(
    *,
    actor: Actor,
    at: datetime,
    ballot_round: BallotRound,
    head: Person,
    members: Iterable[Person] = (),
) -> BallotRound:
    """Name the counting panel, all of whom take part in the meeting."""
    lock(ballot_round)
    _require_state(ballot_round, "prepared", "Chỉ cử ban kiểm phiếu khi lượt bỏ phiếu chưa mở.")
    panel = {head.pk: head, **{person.pk: person for person in members}}
    summoned = set(
        ballot_round.meeting.attendances.filter(person__in=panel).values_list(
            "person_id", flat=True
        )
    )
    strangers = [str(person) for pk, person in panel.items() if pk not in summoned]
    if strangers:
        raise refuse(
            "ballot.panel",
            f"{', '.join(strangers)} không có trong thành phần dự họp nên không tham gia ban kiểm phiếu được.",
            remedy="Cử người dự họp vào ban kiểm phiếu.",
        )
    ballot_round.panel.all().delete()
    CountingPanelMember.objects.bulk_create(
        CountingPanelMember(ballot_round=ballot_round, person=person, is_head=pk == head.pk)
        for pk, person in panel.items()
    )
    note(panel=sorted(panel))
    return ballot_round


@command("ballot.open", target="ballot_round", scope=permissions.runs_round)
def open_round(*, actor: Actor, at: datetime, ballot_round: BallotRound) -> BallotRound:
    """Hand a paper to every member present; the electorate is fixed from here on."""
    lock(ballot_round.meeting)
    lock(ballot_round)
    raise_blockers(blockers_for_open_round(ballot_round))
    members = ballot_round.meeting.attendances.filter(is_guest=False)
    ballot_round.summoned, ballot_round.opened_at = members.count(), at
    ballot_round.save(update_fields=["summoned", "opened_at"])
    voters = members.filter(status=AttendanceStatus.PRESENT).values_list("person_id", flat=True)
    BallotIssue.objects.bulk_create(
        BallotIssue(ballot_round=ballot_round, voter_id=pk) for pk in voters
    )
    fire(BALLOT_ROUND, ballot_round, "open", actor=actor, at=at)
    return ballot_round


@command("ballot.issue", target="ballot_round", scope=permissions.counts_round)
def issue_paper(
    *, actor: Actor, at: datetime, ballot_round: BallotRound, person: Person
) -> BallotIssue:
    """Hand a paper to a member who arrived after the round was opened."""
    lock(ballot_round)
    _require_state(ballot_round, "open", "Chỉ phát thêm phiếu khi lượt bỏ phiếu đang mở.")
    if person not in latecomers(ballot_round):
        raise refuse(
            "ballot.no-latecomer",
            f"{person} đã nhận phiếu hoặc không phải thành viên có mặt.",
            remedy="Thư ký điểm danh người đến muộn trước khi phát phiếu.",
        )
    note(voter=person.pk)
    return BallotIssue.objects.create(ballot_round=ballot_round, voter=person)


@command("ballot.cast", target="ballot_round", is_anonymous=True)
def cast(
    *, actor: Actor, at: datetime, ballot_round: BallotRound, marks: Mapping[int, str]
) -> None:
    """Put one paper into the box; a subject without a mark is left blank."""
    lock(ballot_round)
    _require_open_to_casting(ballot_round)
    paper = _checked_paper(ballot_round, marks)
    _use_paper_of(actor, ballot_round)
    box = list(Ballot.objects.filter(ballot_round=ballot_round).values_list("subject_id", "level"))
    _write_box(ballot_round, [*box, *paper])


def _require_open_to_casting(ballot_round: BallotRound) -> None:
    _require_state(
        ballot_round, "open", "Lượt bỏ phiếu chưa mở hoặc đã kết thúc nên không nhận phiếu."
    )
    if ballot_round.mode != BallotMode.ELECTRONIC:
        raise refuse(
            "ballot.on-paper",
            "Lượt này bỏ phiếu giấy.",
            remedy="Bỏ phiếu giấy vào hòm phiếu tại hội nghị.",
        )


def _checked_paper(ballot_round: BallotRound, marks: Mapping[int, str]) -> list[tuple[int, str]]:
    """One mark for each line of the paper; anything else on it makes it unusable."""
    lines = list(ballot_round.lines.values_list("subject_id", flat=True))
    is_sound = marks.keys() <= set(lines) and all(
        not level or level in set(RatingLevel) for level in marks.values()
    )
    if not is_sound:
        raise refuse(
            "ballot.unsound",
            "Phiếu có nội dung không đúng mẫu nên chưa được nhận.",
            remedy="Tải lại phiếu và đánh dấu lại.",
        )
    return [(subject_id, marks.get(subject_id, "")) for subject_id in lines]


def _use_paper_of(actor: Actor, ballot_round: BallotRound) -> None:
    """Note that the voter's paper came back; refused without a paper or with a used one."""
    issue = ballot_round.issues.filter(voter_id=actor.person_id).first()
    if issue is None:
        raise refuse(
            "ballot.no-paper",
            "Đồng chí không có tên trong danh sách người được phát phiếu của lượt này.",
            remedy="Chỉ thành viên có mặt khi mở bỏ phiếu được bỏ phiếu.",
        )
    if issue.is_used:
        raise refuse(
            "ballot.used",
            "Phiếu của đồng chí đã vào hòm; mỗi người chỉ bỏ một phiếu.",
            remedy="Không cần làm gì thêm; chờ kết quả kiểm phiếu.",
        )
    issue.is_used = True
    issue.save(update_fields=["is_used"])


def _write_box(ballot_round: BallotRound, marks: list[tuple[int, str]]) -> None:
    """Empty the box and fill it again in random order under new keys, so that no row is younger than another."""
    _dice.shuffle(marks)
    Ballot.objects.filter(ballot_round=ballot_round).delete()
    Ballot.objects.bulk_create(
        Ballot(ballot_round=ballot_round, subject_id=subject_id, level=level)
        for subject_id, level in marks
    )


@command("ballot.cancel", target="ballot_round", scope=permissions.chairs_round)
def cancel_round(
    *, actor: Actor, at: datetime, ballot_round: BallotRound, reason: str
) -> BallotRound:
    """Call the round off; whatever is in the box is destroyed uncounted."""
    lock(ballot_round)
    if not reason.strip():
        raise refuse("ballot.reason", "Chưa ghi lý do hủy lượt bỏ phiếu.", remedy="Ghi lý do hủy.")
    Ballot.objects.filter(ballot_round=ballot_round).delete()
    ballot_round.cancel_reason = reason.strip()
    ballot_round.save(update_fields=["cancel_reason"])
    fire(BALLOT_ROUND, ballot_round, "cancel", actor=actor, at=at)
    return ballot_round


def _require_state(ballot_round: BallotRound, state: str, message: str) -> None:
    if ballot_round.state != state:
        raise refuse(
            "ballot.state", message, remedy="Tải lại trang để xem bước hiện tại của lượt bỏ phiếu."
        )
