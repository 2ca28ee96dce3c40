"""Ai thấy gì, việc gì đến lượt ai; the leaders' rating meeting."""

import pytest
from tests.apps.meetings import stage as scenery
from tests.cast import moment

from tusoi.core.errors import Refused
from tusoi.meetings.enums import MeetingKind, Role
from tusoi.meetings.permissions import visible_to
from tusoi.meetings.selectors.results import conclusion_of
from tusoi.meetings.selectors.rooms import room_actor
from tusoi.meetings.selectors.tasks import tasks_of
from tusoi.meetings.services import conducting, preparing

DAY = scenery.STARTS.date()


def labels(stage, key, role=Role.INDIVIDUAL):
    return [task.label for task in tasks_of(stage.actor(key, role), DAY)]


@pytest.mark.parametrize(
    ("key", "role", "sees"),
    [
        ("trade_officer_2", Role.INDIVIDUAL, True),
        ("trade_officer", Role.SECRETARY, True),
        ("coordinator", Role.COORDINATOR, True),
        ("vice_director", Role.DEPARTMENT_LEADER, True),
        ("industry_officer_2", Role.SUPERVISOR, True),
        ("industry_officer", Role.SECRETARY, False),
        ("centre_head", Role.UNIT_HEAD, False),
        ("coordinator", Role.INDIVIDUAL, False),
        ("admin", Role.TECHNICAL_ADMIN, False),
    ],
)
def test_meeting_is_seen_by_those_concerned(stage, key, role, sees):
    meeting = scenery.plan(stage)
    assert visible_to(stage.actor(key, role)).filter(pk=meeting.pk).exists() is sees


def test_planned_meeting_waits_for_its_invitation(stage):
    meeting = scenery.plan(stage)
    assert labels(stage, "trade_officer", Role.SECRETARY) == [f"Gửi giấy mời {meeting.title}"]
    assert labels(stage, "trade_officer_2") == []


def test_invited_members_are_reminded(stage):
    meeting = scenery.invited(stage)
    [task] = tasks_of(stage.actor("trade_officer_2"), DAY)
    assert (task.label, task.due_on, task.url_args) == (f"Dự {meeting.title}", DAY, (meeting.pk,))


def test_voters_and_counters_are_called(stage):
    ballot_round = scenery.open_ballot(stage, scenery.in_session(stage))
    assert f"Bỏ phiếu: {ballot_round.title}" in labels(stage, "trade_officer")
    assert f"Kiểm phiếu: {ballot_round.title}" in labels(stage, "trade_officer_2")
    scenery.cast_paper(stage, ballot_round, "trade_officer", trade_head="good")
    assert f"Bỏ phiếu: {ballot_round.title}" not in labels(stage, "trade_officer")


@pytest.fixture
def rating_meeting(stage):
    """The leaders sit on the subjects that the department decides; the director conducts."""
    office = stage.actor("coordinator", Role.COORDINATOR)
    meeting = preparing.plan_meeting(
        actor=office,
        at=scenery.SENT,
        campaign=stage.campaign,
        unit=stage.department.body,
        kind=MeetingKind.LEADERS_RATING,
        title="Họp Tập thể Lãnh đạo Sở",
        starts_at=moment(2023, 12, 1, 8),
        ends_at=moment(2023, 12, 1, 11),
        place="Phòng họp tầng 3",
        chair=stage.person("director"),
        deputy_chair=stage.person("vice_director"),
        secretary=stage.person("coordinator"),
    )
    preparing.invite(actor=office, at=scenery.SENT, meeting=meeting)
    secretary = room_actor(stage.actor("coordinator"), meeting)
    at = meeting.starts_at
    conducting.call_roll(
        actor=secretary,
        at=at,
        meeting=meeting,
        marks=[(row.person, "present", "") for row in meeting.attendances.all()],
    )
    return conducting.start_meeting(
        actor=room_actor(stage.actor("director"), meeting), at=at, meeting=meeting
    )


def test_rating_meeting_is_about_those_decided_here(stage, rating_meeting):
    kinds = [
        item.subject.track.kind for item in rating_meeting.agenda.select_related("subject__track")
    ]
    assert kinds == ["unit_collective", "division_head", "division_deputy", *["civil_servant"] * 3]
    assert rating_meeting.attendances.filter(is_guest=False).count() == 2


def test_rating_meeting_concludes_without_the_subject_present(stage, rating_meeting):
    chair = room_actor(stage.actor("director"), rating_meeting)
    item = conducting.take_up(
        actor=chair, at=rating_meeting.starts_at, item=rating_meeting.agenda.first()
    )
    with pytest.raises(Refused, match="kiểm điểm tập thể"):
        conducting.vote_self_level(
            actor=chair, at=rating_meeting.starts_at, item=item, counts={"good": 2}
        )
    conducting.conclude(
        actor=chair,
        at=rating_meeting.starts_at,
        item=item,
        conclusion="Thống nhất mức đề nghị.",
        suggested_level="good",
    )
    concluded = conclusion_of(stage.subjects["collective"], MeetingKind.LEADERS_RATING)
    assert concluded.suggested_level == "good"
    stage.subjects["collective"].review.refresh_from_db()
    assert stage.subjects["collective"].review.state == "drafting"
