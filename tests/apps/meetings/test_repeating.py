"""Gợi ý, chỉ đạo và kiểm điểm lại tại hội nghị: longer, with a guest of the upper level, and held again."""

from datetime import date

import pytest
from tests.apps.meetings import stage as scenery
from tests.cast import moment

from tusoi.campaigns.models import Campaign, Review, Suggestion
from tusoi.campaigns.services import supervising
from tusoi.core.errors import Refused
from tusoi.meetings.enums import MeetingKind, Role
from tusoi.meetings.models import Attendance
from tusoi.meetings.permissions import visible_to
from tusoi.meetings.selectors.blockers import blockers_for_invite, findings_for_meeting
from tusoi.meetings.selectors.lengths import length_asked, shortest_end
from tusoi.meetings.selectors.record import record_of
from tusoi.meetings.selectors.tasks import tasks_of
from tusoi.meetings.services import preparing
from tusoi.meetings.services.summoning import assign_supervisor, end_supervision

TWO_DAYS = {"starts_at": moment(2023, 11, 29, 8), "ends_at": moment(2023, 11, 30, 17)}


@pytest.fixture
def thanh_hoa(stage):
    """The season under the rules of the year 2022 in Thanh Hóa."""
    Campaign.objects.filter(pk=stage.campaign.pk).update(
        overlay="thanh-hoa-2022", law_date=date(2022, 12, 5)
    )
    stage.campaign.refresh_from_db()
    return stage


def suggest(stage, key="trade_head", answer="Đã chấn chỉnh."):
    return Suggestion.objects.create(
        subject=stage.subjects[key],
        issuer="Giám đốc Sở",
        document_date=date(2023, 11, 20),
        text="Việc chậm giải quyết hồ sơ.",
        entered_at=scenery.SENT,
        answer=answer,
    )


def assign(stage, key="vice_director"):
    return assign_supervisor(
        actor=stage.department.office,
        at=scenery.SENT,
        campaign=stage.campaign,
        unit=stage.department.units["trade"],
        person=stage.person(key),
    )


def rules_of(findings):
    return {finding.rule for finding in findings}


class TestLength:
    def test_a_suggestion_makes_the_meeting_longer_by_itself(self, thanh_hoa):
        meeting = scenery.plan(
            thanh_hoa, starts_at=moment(2023, 11, 29, 8), ends_at=moment(2023, 11, 30, 11)
        )
        assert "procedure.meeting-length" not in rules_of(findings_for_meeting(meeting))
        suggestion = suggest(thanh_hoa)
        [finding] = [
            each
            for each in findings_for_meeting(meeting)
            if each.rule == "procedure.meeting-length"
        ]
        assert "ngắn hơn mức tối thiểu 2 ngày" in finding.message
        assert "17:00 ngày 30/11/2023" in finding.remedy
        suggestion.withdrawn_at, suggestion.withdrawal_reason = scenery.SENT, "Rút."
        suggestion.save()
        assert "procedure.meeting-length" not in rules_of(findings_for_meeting(meeting))

    def test_the_planner_is_told_beforehand(self, thanh_hoa):
        subjects = thanh_hoa.campaign.subjects.all()
        [usual] = length_asked(thanh_hoa.campaign, MeetingKind.UNIT_REVIEW, subjects)
        assert "ít nhất 1,5 ngày" in usual.message
        suggest(thanh_hoa)
        [longer] = length_asked(thanh_hoa.campaign, MeetingKind.UNIT_REVIEW, subjects)
        assert "ít nhất 2 ngày" in longer.message
        assert thanh_hoa.subjects["trade_head"].name in longer.message
        assert length_asked(thanh_hoa.campaign, MeetingKind.LEADERS_RATING, subjects) == []

    def test_nothing_is_said_where_no_checked_text_states_a_length(self, stage):
        assert length_asked(stage.campaign, MeetingKind.UNIT_REVIEW, []) == []

    @pytest.mark.parametrize(
        ("starts", "days", "ends"),
        [
            (moment(2023, 11, 29, 8), "1.5", moment(2023, 11, 30, 11, 30)),
            (moment(2023, 11, 29, 8), "2", moment(2023, 11, 30, 17)),
            (moment(2023, 11, 29, 14), "1.5", moment(2023, 11, 30, 17)),
            (moment(2023, 12, 1, 8), "2", moment(2023, 12, 4, 17)),
        ],
    )
    def test_the_earliest_end(self, starts, days, ends):
        assert shortest_end(starts, days) == ends


class TestGuidance:
    def test_an_unanswered_suggestion_stops_the_invitation(self, stage):
        scenery.circulate(stage)
        suggest(stage, answer="")
        meeting = scenery.plan(stage)
        assert "guidance.answered" in rules_of(blockers_for_invite(meeting))
        with pytest.raises(Refused, match="chưa được giải trình"):
            preparing.invite(actor=stage.department.office, at=scenery.SENT, meeting=meeting)

    def test_a_suggested_unit_without_a_supervisor_is_pointed_out(self, thanh_hoa):
        suggest(thanh_hoa)
        meeting = scenery.plan(thanh_hoa, **TWO_DAYS)
        assert "guidance.supervised" in rules_of(findings_for_meeting(meeting))
        assign(thanh_hoa)
        assert "guidance.supervised" not in rules_of(findings_for_meeting(meeting))

    def test_the_supervisor_is_a_guest_with_the_part_named_in_the_minutes(self, stage):
        assign(stage)
        suggestion = suggest(stage)
        meeting = scenery.in_session(stage)
        attendance = meeting.attendances.get(person=stage.person("vice_director"))
        assert attendance.is_guest
        record = record_of(meeting)
        [guest] = record["guests"]
        assert guest["position"] == "Phó Giám đốc Sở, cấp trên phân công dự, chỉ đạo"
        suggested = "".join(item["suggested"] for item in record["items"])
        assert suggestion.text in suggested
        assert suggestion.answer in suggested

    def test_one_assigned_later_is_summoned_and_one_released_is_not_expected(self, stage):
        meeting = scenery.invited(stage)
        person = stage.actor("vice_director")
        assert not visible_to(person).exists()
        supervision = assign(stage)
        assert list(visible_to(person)) == [meeting]
        assert any("Dự, chỉ đạo" in task.label for task in tasks_of(person, scenery.SENT.date()))
        end_supervision(actor=stage.department.office, at=scenery.SENT, supervision=supervision)
        assert not Attendance.objects.filter(person=stage.person("vice_director")).exists()
        assert not visible_to(person).exists()

    def test_a_guest_by_hand_gets_the_part_named(self, stage):
        meeting = scenery.plan(stage, guests=[stage.person("vice_director")])
        assign(stage)
        assert meeting.attendances.get(person=stage.person("vice_director")).title.endswith(
            "dự, chỉ đạo"
        )

    def test_findings_after_the_meeting(self, stage):
        supervision = assign(stage)
        meeting = scenery.in_session(stage)
        scenery.take_up(stage, meeting, "collective")
        scenery.vote(stage, meeting, good=4, completed=1)
        scenery.conclude(stage, meeting, "collective")
        recorded = supervising.record_findings(
            actor=stage.actor("vice_director"),
            at=scenery.STARTS,
            supervision=supervision,
            findings="Chưa làm rõ trách nhiệm.",
            is_satisfactory=False,
        )
        assert Review.objects.get(subject=stage.subjects["collective"]).state == "discussed"
        assert recorded.recorded_at == scenery.STARTS
        assert stage.actor("vice_director").role == Role.INDIVIDUAL
