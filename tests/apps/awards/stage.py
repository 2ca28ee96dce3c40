"""Sân khấu khen thưởng: the small department, rated, whose trade division has held its conference."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tests.apps.decisions import stage as ratings
from tests.cast import Department, moment
from tusoi.awards.facts import AwardCase, Merits
from tusoi.awards.models import AwardDiscussion, AwardNomination
from tusoi.awards.services.nominating import nominate, record_discussion
from tusoi.awards.services.registering import register
from tusoi.meetings.enums import AttendanceStatus, MeetingKind
from tusoi.meetings.models import Attendance, Meeting
from tusoi.org.enums import Role

if TYPE_CHECKING:
    from tusoi.core.actor import Actor

REGISTERED = date(2023, 2, 10)
DISCUSSED = moment(2023, 12, 4)
STAFF = ("trade_head", "trade_deputy", "trade_officer", "trade_officer_2", "trade_officer_3")
LEVELS = {
    "trade_officer": "excellent",
    "trade_officer_2": "good",
    "industry_officer": "good",
    "industry_officer_2": "good",
    "coordinator": "good",
    "admin": "good",
}
WORDS = "Hoàn thành 42/42 nhiệm vụ, 15 nhiệm vụ vượt tiến độ."


@dataclass(slots=True)
class Stage:
    """Sau khi xếp loại: people by the key of the cast, the trade division's conference."""

    ratings: ratings.Stage
    meeting: Meeting

    @property
    def department(self) -> Department:
        return self.ratings.department

    @property
    def campaign(self):
        return self.ratings.campaign

    @property
    def office(self) -> Actor:
        return self.ratings.office

    @property
    def head(self) -> Actor:
        return self.ratings.actor("trade_head", Role.UNIT_HEAD)

    @property
    def discussion(self) -> AwardDiscussion:
        return AwardDiscussion.objects.get(meeting=self.meeting)


def conference(scene: ratings.Stage, *, unit: str = "trade", present=STAFF) -> Meeting:
    """The conference of a unit, held, with its people present."""
    people = scene.department.people
    meeting = Meeting.objects.create(
        campaign=scene.campaign,
        unit=scene.department.units[unit],
        kind=MeetingKind.UNIT_REVIEW,
        title="Hội nghị kiểm điểm và bình xét thi đua, khen thưởng",
        state="in_session",
        starts_at=DISCUSSED,
        ends_at=moment(2023, 12, 4, 12),
        opened_at=DISCUSSED,
        closed_at=moment(2023, 12, 4, 11),
        place="Phòng họp tầng 3",
        chair=people[present[0]],
        secretary=people[present[-1]],
    )
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, person=people[key], status=AttendanceStatus.PRESENT)
        for key in present
    )
    return meeting


def rated(department: Department) -> Stage:
    """Levels decided; nothing registered, nothing discussed."""
    scene = ratings.reviewed(department)
    ratings.decided(scene, **LEVELS)
    return Stage(scene, conference(scene))


def enter(stage: Stage, key: str, title: str = "base_fighter", **changes):
    """A registration entered by the office."""
    people, collectives = stage.department.people, stage.department.collectives
    facts = {
        "registrant": people.get(key) or collectives[key],
        "title": title,
        "registered_on": REGISTERED,
    }
    return register(actor=stage.office, at=DISCUSSED, **facts | changes)


def discuss(stage: Stage, **changes) -> AwardDiscussion:
    facts = {"meeting": stage.meeting, "voting": "Bỏ phiếu kín", "voters": 5}
    return record_discussion(actor=stage.head, at=DISCUSSED, **facts | changes)


def put_forward(
    stage: Stage, key: str, title: str = "base_fighter", actor=None, **changes
) -> AwardNomination:
    """A nomination by the head of the trade division."""
    words = {"achievements": WORDS, "votes_for": 4, "votes_against": 1}
    return nominate(
        actor=actor or stage.head,
        at=DISCUSSED,
        subject=stage.ratings.subject(key),
        title=title,
        discussion=stage.discussion,
        case=AwardCase(**words | {"merits": Merits(has_spirit=True)} | changes),
    )


def nominated(department: Department) -> Stage:
    """The best officer is registered and put forward as an advanced worker."""
    stage = rated(department)
    enter(stage, "trade_officer", "advanced_worker")
    discuss(stage)
    put_forward(stage, "trade_officer", "advanced_worker")
    return stage
