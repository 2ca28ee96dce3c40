"""Sân khấu hội nghị: an open season of the small department whose drafts are out, and its meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from tests.cast import PEOPLE, Department, moment

from tusoi.campaigns.facts import frozen_person_facts
from tusoi.campaigns.models import Campaign, Circulation, Review, Subject, Track
from tusoi.core.actor import Actor
from tusoi.core.names import fold, sort_key
from tusoi.meetings.enums import AttendanceStatus, MeetingKind, Role
from tusoi.meetings.models import AgendaItem, Meeting
from tusoi.meetings.models.ballot import BallotRound
from tusoi.meetings.selectors.rooms import panel_actor, room_actor, voter_actor
from tusoi.meetings.services import balloting, conducting, preparing
from tusoi.org.enums import Category, Leadership
from tusoi.org.models import Person
from tusoi.rulebook.facts import PersonFacts, SubjectKind
from tusoi.rulebook.rules.authority import procedures

OVERLAY = "lai-chau-2023"
SENT = moment(2023, 11, 24, 9)
STARTS, ENDS = moment(2023, 11, 29, 8), moment(2023, 11, 29, 17)
_KINDS = {
    Leadership.HEAD: SubjectKind.DIVISION_HEAD,
    Leadership.DEPUTY: SubjectKind.DIVISION_DEPUTY,
    Leadership.NONE: SubjectKind.CIVIL_SERVANT,
}
YEAR_IN_POST = frozen_person_facts(
    PersonFacts(category=Category.CIVIL_SERVANT, months_in_post=Decimal(12))
)


@dataclass(slots=True)
class Stage:
    """Đợt đang mở: the department, its campaign and the subjects of one division and of the leaders."""

    department: Department
    campaign: Campaign
    subjects: dict[str, Subject]

    def person(self, key: str) -> Person:
        return self.department.people[key]

    def actor(self, key: str, role: Role = Role.INDIVIDUAL) -> Actor:
        return self.department.actor(key, role)


def _tracks(campaign: Campaign) -> dict[str, Track]:
    return {
        kind: Track.objects.create(
            campaign=campaign,
            kind=kind,
            form_code=each.form,
            review_place=each.review_place[:20],
            required_opinions=[role.value for role in each.opinions],
            proposer=each.proposer or "",
            decider=each.decider or "",
            is_decided_here=each.is_decided_here,
            cite=each.cite,
        )
        for kind, each in procedures(OVERLAY).items()
    }


def _enrol(
    campaign: Campaign, department: Department, tracks: dict[str, Track]
) -> dict[str, Subject]:
    """The collective of the trade division and its five people, and two leaders of the department."""
    trade, groups = department.units["trade"], department.groups

    def subject(kind: SubjectKind, name: str, title: str, rank: int, **whom) -> Subject:
        row = Subject.objects.create(
            campaign=campaign,
            track=tracks[kind],
            name=name,
            title=title,
            rank=rank,
            sort_key=sort_key(name),
            search_name=fold(name),
            standing="rated_here",
            facts={} if kind.is_collective else YEAR_IN_POST,
            **{"unit": trade, **whom},
        )
        Review.objects.create(subject=row, form_code=row.track.form_code)
        return row

    found = {
        "collective": subject(
            SubjectKind.UNIT_COLLECTIVE,
            "Tập thể lãnh đạo Phòng Quản lý thương mại",
            "Tập thể",
            1,
            collective=department.collectives["trade"],
            group=groups["collectives"],
        )
    }
    for key, part in PEOPLE.items():
        if part.unit == "trade":
            rank = {Leadership.HEAD: 10, Leadership.DEPUTY: 20}.get(part.leadership, 100)
            found[key] = subject(
                _KINDS[part.leadership],
                part.name,
                part.title,
                rank,
                person=department.people[key],
                group=groups[part.group],
            )
        elif part.unit == "body":
            rank = 10 if part.leadership == Leadership.HEAD else 20
            found[key] = subject(
                SubjectKind.DEPARTMENT_LEADER,
                part.name,
                part.title,
                rank,
                unit=department.body,
                person=department.people[key],
                group=groups[part.group],
            )
    return found


def open_season(department: Department) -> Stage:
    """A campaign under way; no draft has been circulated yet."""
    campaign = Campaign.objects.create(
        body=department.body,
        title="Kiểm điểm, đánh giá, xếp loại năm 2023",
        review_year=2023,
        state="open",
        overlay=OVERLAY,
        plan_date=date(2023, 11, 24),
        law_date=date(2023, 11, 24),
    )
    return Stage(department, campaign, _enrol(campaign, department, _tracks(campaign)))


def circulate(stage: Stage, *keys: str, sent_at: datetime = SENT) -> None:
    """The drafts of these subjects (default: of the trade division) are out."""
    names = keys or [
        key
        for key, subject in stage.subjects.items()
        if subject.unit_id != stage.department.body.pk
    ]
    for key in names:
        review = stage.subjects[key].review
        Review.objects.filter(pk=review.pk).update(state="circulated")
        Circulation.objects.create(review=review, sent_at=sent_at)


def plan(stage: Stage, **changes) -> Meeting:
    """The review meeting of the trade division, planned by its secretary."""
    facts = {
        "actor": stage.actor("trade_officer", Role.SECRETARY),
        "unit": stage.department.units["trade"],
        "kind": MeetingKind.UNIT_REVIEW,
        "title": "Hội nghị kiểm điểm năm 2023 của Phòng Quản lý thương mại",
        "starts_at": STARTS,
        "ends_at": ENDS,
        "place": "Phòng họp tầng 2",
        "chair": stage.person("trade_head"),
        "deputy_chair": stage.person("trade_deputy"),
        "secretary": stage.person("trade_officer"),
    }
    return preparing.plan_meeting(at=SENT, campaign=stage.campaign, **{**facts, **changes})


def invited(stage: Stage, **changes) -> Meeting:
    """The same meeting with its drafts out and its invitation sent."""
    if not Circulation.objects.exists():
        circulate(stage)
    meeting = plan(stage, **changes)
    return preparing.invite(
        actor=stage.actor("trade_officer", Role.SECRETARY), at=SENT, meeting=meeting
    )


def chair_of(stage: Stage, meeting: Meeting) -> Actor:
    """Whoever conducts now, as chair."""
    actors = (room_actor(stage.actor(key), meeting) for key in ("trade_head", "trade_deputy"))
    return next(actor for actor in actors if actor.role == Role.CHAIR)


def secretary_of(stage: Stage, meeting: Meeting) -> Actor:
    return room_actor(stage.actor("trade_officer"), meeting)


def in_session(stage: Stage, absent: tuple[str, ...] = (), **changes) -> Meeting:
    """Everybody of the division is here, except those named, who are on sick leave."""
    meeting = invited(stage, **changes)
    away = {stage.person(key).pk for key in absent}
    for row in meeting.attendances.select_related("person"):
        status, reason = (
            (AttendanceStatus.EXCUSED, "Nghỉ ốm")
            if row.person_id in away
            else (AttendanceStatus.PRESENT, "")
        )
        conducting.mark_attendance(
            actor=secretary_of(stage, meeting),
            at=STARTS,
            meeting=meeting,
            person=row.person,
            status=status,
            reason=reason,
        )
    return conducting.start_meeting(actor=chair_of(stage, meeting), at=STARTS, meeting=meeting)


def item_of(stage: Stage, meeting: Meeting, key: str) -> AgendaItem:
    return meeting.agenda.get(subject=stage.subjects[key])


def take_up(stage: Stage, meeting: Meeting, key: str) -> AgendaItem:
    return conducting.take_up(
        actor=chair_of(stage, meeting), at=STARTS, item=item_of(stage, meeting, key)
    )


def conclude(stage: Stage, meeting: Meeting, key: str, **details) -> AgendaItem:
    item = item_of(stage, meeting, key)
    facts = {"conclusion": "Hoàn thành nhiệm vụ được giao.", **details}
    return conducting.conclude(actor=chair_of(stage, meeting), at=STARTS, item=item, **facts)


def vote(stage: Stage, meeting: Meeting, **counts: int):
    return conducting.vote_self_level(
        actor=secretary_of(stage, meeting),
        at=STARTS,
        item=item_of(stage, meeting, "collective"),
        counts=counts,
    )


def go_through(stage: Stage, meeting: Meeting) -> None:
    """Every item is taken up and concluded, in order."""
    for item in list(meeting.agenda.select_related("subject")):
        key = next(key for key, subject in stage.subjects.items() if subject.pk == item.subject_id)
        take_up(stage, meeting, key)
        if key == "collective":
            vote(stage, meeting, good=4, completed=1)
        conclude(stage, meeting, key)


def open_ballot(
    stage: Stage, meeting: Meeting, mode: str = "electronic", keys=("trade_head", "trade_deputy")
) -> BallotRound:
    """A round on the named subjects with a panel of two, open to everybody present."""
    chair = chair_of(stage, meeting)
    ballot_round = balloting.prepare_round(
        actor=chair,
        at=STARTS,
        meeting=meeting,
        title="Bỏ phiếu kín xếp loại chất lượng",
        mode=mode,
        subjects=[stage.subjects[key] for key in keys],
    )
    balloting.appoint_panel(
        actor=chair,
        at=STARTS,
        ballot_round=ballot_round,
        head=stage.person("trade_officer_2"),
        members=[stage.person("trade_officer_3")],
    )
    return balloting.open_round(actor=chair, at=STARTS, ballot_round=ballot_round)


def counter_of(stage: Stage, ballot_round: BallotRound) -> Actor:
    return panel_actor(stage.actor("trade_officer_2"), ballot_round)


def cast_paper(stage: Stage, ballot_round: BallotRound, key: str, **levels: str) -> None:
    """`cast_paper(stage, round, "trade_officer", trade_head="good")`."""
    marks = {stage.subjects[subject].pk: level for subject, level in levels.items()}
    balloting.cast(
        actor=voter_actor(stage.actor(key)), at=STARTS, ballot_round=ballot_round, marks=marks
    )
