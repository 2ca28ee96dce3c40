"""Chuẩn bị hội nghị: people, legal order of the agenda, the three working days."""

import pytest
from tests.apps.meetings import stage as scenery
from tests.cast import moment

from tusoi.core.errors import NotAllowed, Refused
from tusoi.meetings.enums import Role
from tusoi.meetings.selectors.agenda import deferred_subjects
from tusoi.meetings.services import conducting, preparing


def test_all_staff_of_the_unit_are_summoned(stage):
    meeting = scenery.plan(stage)
    assert meeting.attendances.count() == 5
    assert not meeting.attendances.filter(is_guest=True).exists()


def test_guest_is_summoned_without_a_vote(stage):
    meeting = scenery.plan(stage, guests=[stage.person("vice_director")])
    assert meeting.attendances.get(person=stage.person("vice_director")).is_guest


def test_agenda_follows_the_legal_order(stage):
    meeting = scenery.plan(stage)
    kinds = [item.subject.track.kind for item in meeting.agenda.select_related("subject__track")]
    assert kinds == ["unit_collective", "division_head", "division_deputy", *["civil_servant"] * 3]


def test_deputy_conducts_the_item_of_the_head(stage):
    meeting = scenery.plan(stage)
    assert scenery.item_of(stage, meeting, "trade_head").chair == stage.person("trade_deputy")
    assert scenery.item_of(stage, meeting, "trade_deputy").chair == stage.person("trade_head")


def test_head_under_review_needs_a_deputy(stage):
    with pytest.raises(Refused, match="người khác chủ trì"):
        scenery.plan(stage, deputy_chair=None)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"starts_at": moment(2023, 11, 26, 8), "ends_at": moment(2023, 11, 26, 17)}, "ngày nghỉ"),
        ({"starts_at": moment(2023, 11, 23, 8), "ends_at": moment(2023, 11, 23, 17)}, "đã qua"),
        ({"ends_at": moment(2023, 11, 29, 7)}, "sau thời gian bắt đầu"),
        ({"subjects": []}, "chưa có đối tượng"),
    ],
)
def test_impossible_meeting_is_refused(stage, changes, reason):
    with pytest.raises(Refused, match=reason):
        scenery.plan(stage, **changes)


def test_subject_is_in_one_meeting_at_a_time(stage):
    scenery.plan(stage)
    with pytest.raises(Refused, match="đã có trong chương trình"):
        scenery.plan(stage)


def test_subject_twice_is_refused(stage):
    twice = [stage.subjects["trade_officer"]] * 2
    with pytest.raises(Refused, match="hai lần"):
        scenery.plan(stage, subjects=twice)


def test_secretary_of_another_unit_may_not_plan(stage):
    with pytest.raises(NotAllowed):
        preparing.plan_meeting(
            actor=stage.actor("industry_officer", Role.SECRETARY),
            at=scenery.SENT,
            campaign=stage.campaign,
            unit=stage.department.units["trade"],
            kind="unit_review",
            title="x",
            starts_at=scenery.STARTS,
            ends_at=scenery.ENDS,
            place="x",
            chair=stage.person("trade_head"),
            secretary=stage.person("trade_officer"),
        )


def test_draft_not_circulated_stops_the_invitation(stage):
    meeting = scenery.plan(stage)
    with pytest.raises(Refused, match="chưa được gửi"):
        preparing.invite(
            actor=stage.actor("trade_officer", Role.SECRETARY), at=scenery.SENT, meeting=meeting
        )


@pytest.mark.parametrize(
    ("sent", "is_in_time"), [(moment(2023, 11, 24, 16), True), (moment(2023, 11, 27, 7), False)]
)
def test_draft_goes_out_three_working_days_before(stage, sent, is_in_time):
    scenery.circulate(stage, sent_at=sent)
    if is_in_time:
        assert scenery.invited(stage).state == "invited"
    else:
        with pytest.raises(Refused, match="ngày làm việc"):
            scenery.invited(stage)


def test_deferred_item_does_not_stop_the_invitation(stage):
    scenery.circulate(
        stage,
        *[key for key in stage.subjects if key.startswith("trade") and key != "trade_officer_3"],
        "collective",
    )
    meeting = scenery.plan(stage)
    conducting.defer(
        actor=scenery.chair_of(stage, meeting),
        at=scenery.SENT,
        item=scenery.item_of(stage, meeting, "trade_officer_3"),
        reason="Chưa nộp bản kiểm điểm",
    )
    preparing.invite(
        actor=stage.actor("trade_officer", Role.SECRETARY), at=scenery.SENT, meeting=meeting
    )
    assert meeting.state == "invited"


def test_cancelled_meeting_frees_its_subjects(stage):
    meeting = scenery.plan(stage)
    preparing.cancel_meeting(
        actor=stage.actor("trade_head", Role.UNIT_HEAD),
        at=scenery.SENT,
        meeting=meeting,
        reason="Đổi lịch công tác",
    )
    assert scenery.plan(stage).state == "planned"


def test_deferred_subjects_are_caught_up(stage):
    meeting = scenery.in_session(stage, absent=("trade_officer_3",))
    conducting.defer(
        actor=scenery.chair_of(stage, meeting),
        at=scenery.STARTS,
        item=scenery.item_of(stage, meeting, "trade_officer_3"),
        reason="Nghỉ ốm",
    )
    later = preparing.plan_catch_up(
        actor=stage.actor("trade_officer", Role.SECRETARY),
        at=scenery.STARTS,
        meeting=meeting,
        starts_at=moment(2023, 12, 1, 14),
        ends_at=moment(2023, 12, 1, 16),
        place="Phòng họp tầng 2",
    )
    assert [item.subject for item in later.agenda.all()] == [stage.subjects["trade_officer_3"]]
    assert not deferred_subjects(meeting).exists()
