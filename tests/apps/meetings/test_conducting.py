"""Tiến hành hội nghị: roll call, order of items, remarks, vote of the collective, conclusions."""

import pytest
from tests.apps.meetings import stage as scenery
from tests.cast import moment

from tusoi.core.errors import NotAllowed, Refused
from tusoi.meetings.enums import AttendanceStatus, Role
from tusoi.meetings.selectors.results import voted_levels
from tusoi.meetings.selectors.rooms import room_actor
from tusoi.meetings.services import conducting
from tusoi.rulebook.facts import RatingLevel


def test_empty_meeting_does_not_begin(stage):
    meeting = scenery.invited(stage)
    with pytest.raises(Refused, match="Chưa có thành viên nào có mặt"):
        conducting.start_meeting(
            actor=scenery.chair_of(stage, meeting), at=scenery.STARTS, meeting=meeting
        )


def test_meeting_does_not_begin_before_its_day(stage):
    meeting = scenery.invited(stage)
    with pytest.raises(Refused, match="chưa đến ngày"):
        conducting.start_meeting(
            actor=scenery.chair_of(stage, meeting), at=moment(2023, 11, 28), meeting=meeting
        )


def test_whoever_was_not_called_is_absent(stage):
    meeting = scenery.invited(stage)
    for key in ("trade_head", "trade_officer"):
        conducting.mark_attendance(
            actor=scenery.secretary_of(stage, meeting),
            at=scenery.STARTS,
            meeting=meeting,
            person=stage.person(key),
            status="present",
        )
    conducting.start_meeting(
        actor=scenery.chair_of(stage, meeting), at=scenery.STARTS, meeting=meeting
    )
    assert meeting.attendances.filter(status=AttendanceStatus.ABSENT).count() == 3


def test_excuse_needs_a_reason(stage):
    meeting = scenery.invited(stage)
    with pytest.raises(Refused, match="lý do vắng mặt"):
        conducting.mark_attendance(
            actor=scenery.secretary_of(stage, meeting),
            at=scenery.STARTS,
            meeting=meeting,
            person=stage.person("trade_officer_3"),
            status="excused",
        )


def test_stranger_cannot_be_marked_present(stage):
    meeting = scenery.invited(stage)
    with pytest.raises(Refused, match="không có trong thành phần"):
        conducting.mark_attendance(
            actor=scenery.secretary_of(stage, meeting),
            at=scenery.STARTS,
            meeting=meeting,
            person=stage.person("centre_head"),
            status="present",
        )


def test_only_the_next_item_may_be_taken_up(stage):
    meeting = scenery.in_session(stage)
    with pytest.raises(Refused, match="Chưa đến lượt"):
        scenery.take_up(stage, meeting, "trade_head")
    scenery.take_up(stage, meeting, "collective")
    with pytest.raises(Refused, match="đang kiểm điểm"):
        scenery.take_up(stage, meeting, "trade_head")


def test_absent_person_is_put_off_not_reviewed(stage):
    meeting = scenery.in_session(stage, absent=("trade_deputy",))
    for key in ("collective",):
        scenery.take_up(stage, meeting, key)
        scenery.vote(stage, meeting, good=4)
        scenery.conclude(stage, meeting, key)
    with pytest.raises(Refused, match="chủ trì nội dung"):
        scenery.take_up(stage, meeting, "trade_head")


def test_deputy_chairs_while_the_head_is_under_review(stage):
    meeting = scenery.in_session(stage)
    scenery.take_up(stage, meeting, "collective")
    scenery.vote(stage, meeting, good=5)
    scenery.conclude(stage, meeting, "collective")
    scenery.take_up(stage, meeting, "trade_head")
    head, deputy = stage.actor("trade_head"), stage.actor("trade_deputy")
    assert room_actor(head, meeting).role == Role.INDIVIDUAL
    assert room_actor(deputy, meeting).role == Role.CHAIR
    with pytest.raises(NotAllowed):
        conducting.conclude(
            actor=head.acting_as(Role.CHAIR),
            at=scenery.STARTS,
            item=scenery.item_of(stage, meeting, "trade_head"),
            conclusion="Tự kết luận",
        )
    scenery.conclude(stage, meeting, "trade_head")
    assert room_actor(head, meeting).role == Role.CHAIR


def test_deputy_chairs_the_whole_meeting_while_the_chair_is_away(stage):
    meeting = scenery.in_session(stage, absent=("trade_head",))
    assert scenery.chair_of(stage, meeting).person_id == stage.person("trade_deputy").pk
    scenery.take_up(stage, meeting, "collective")
    assert scenery.item_of(stage, meeting, "collective").chair == stage.person("trade_deputy")


def test_role_of_chair_cannot_be_claimed(stage):
    meeting = scenery.invited(stage)
    with pytest.raises(NotAllowed):
        conducting.start_meeting(
            actor=stage.actor("trade_officer_2").acting_as(Role.CHAIR),
            at=scenery.STARTS,
            meeting=meeting,
        )


def test_remark_is_written_for_somebody_present(stage):
    meeting = scenery.in_session(stage, absent=("trade_officer_3",))
    item = scenery.take_up(stage, meeting, "collective")
    secretary = scenery.secretary_of(stage, meeting)
    remark = conducting.record_remark(
        actor=secretary,
        at=scenery.STARTS,
        item=item,
        speaker=stage.person("trade_officer_2"),
        text=" Nhất trí với báo cáo. ",
    )
    assert remark.text == "Nhất trí với báo cáo."
    with pytest.raises(Refused, match="không có mặt"):
        conducting.record_remark(
            actor=secretary,
            at=scenery.STARTS,
            item=item,
            speaker=stage.person("trade_officer_3"),
            text="Vắng mặt vẫn nói",
        )


def test_level_needs_more_than_half_of_those_attending(stage):
    meeting = scenery.in_session(stage, absent=("trade_officer_3",))
    scenery.take_up(stage, meeting, "collective")
    first = scenery.vote(stage, meeting, excellent=2, good=2)
    assert (first.level, first.attending) == ("", 4)
    with pytest.raises(Refused, match="hơn một nửa"):
        scenery.conclude(stage, meeting, "collective")
    second = scenery.vote(stage, meeting, excellent=1, good=3)
    assert (second.round_number, second.level) == (2, "good")
    scenery.conclude(stage, meeting, "collective")
    collective = stage.subjects["collective"]
    assert voted_levels([collective]) == {collective.pk: RatingLevel.GOOD}
    collective.review.refresh_from_db()
    assert (collective.review.state, collective.review.self_level) == ("discussed", "good")


def test_without_majority_a_reasoned_decision_is_possible(stage):
    meeting = scenery.in_session(stage, absent=("trade_officer_3",))
    scenery.take_up(stage, meeting, "collective")
    scenery.vote(stage, meeting, excellent=2, good=2)
    item = scenery.conclude(
        stage,
        meeting,
        "collective",
        suggested_level="good",
        conclusion="Hai ý kiến ngang nhau; chọn mức thấp hơn.",
    )
    assert item.suggested_level == "good"


def test_more_votes_than_members_are_refused(stage):
    meeting = scenery.in_session(stage)
    scenery.take_up(stage, meeting, "collective")
    with pytest.raises(Refused, match="không khớp"):
        scenery.vote(stage, meeting, good=6)


def test_collective_is_not_concluded_without_a_vote(stage):
    meeting = scenery.in_session(stage)
    scenery.take_up(stage, meeting, "collective")
    with pytest.raises(Refused, match="chưa biểu quyết"):
        scenery.conclude(stage, meeting, "collective")


def test_whole_agenda_leaves_every_review_discussed(stage):
    meeting = scenery.in_session(stage)
    scenery.go_through(stage, meeting)
    states = set(meeting.agenda.values_list("subject__review__state", flat=True))
    assert states == {"discussed"}
