"""Kiểm điểm lại: suggestion, answer, supervised meeting of two days, found unsatisfactory, again, final."""

from datetime import date, timedelta

import pytest

from tests.apps.campaigns import season as writing_of
from tests.apps.decisions import stage as scenery
from tests.apps.decisions.stage import APPRAISED
from tests.cast import moment
from tusoi.campaigns.models import Campaign, Review
from tusoi.campaigns.selectors.reviews import draft_recipients
from tusoi.campaigns.services import circulating, suggesting, supervising, writing
from tusoi.core.errors import NotAllowed, Refused
from tusoi.decisions.models import Classification
from tusoi.decisions.services.appraising import appraise
from tusoi.decisions.services.repeating import order_again
from tusoi.meetings.enums import AttendanceStatus, MeetingKind
from tusoi.meetings.models import AgendaItem, Meeting, RepeatOrder
from tusoi.meetings.selectors.agenda import subjects_for
from tusoi.meetings.selectors.blockers import already_in_hand, findings_for_meeting
from tusoi.meetings.selectors.repeats import open_orders, reviews_held
from tusoi.meetings.selectors.results import minutes_approved, review_meeting_of, voted_levels
from tusoi.meetings.selectors.rooms import room_actor
from tusoi.meetings.services import conducting, minuting, preparing
from tusoi.meetings.services.summoning import assign_supervisor
from tusoi.org.enums import Role

DUE = date(2023, 12, 10)
REASON = "Chưa làm rõ trách nhiệm đối với nội dung gợi ý."
UNIT = "trade"


def item_of(stage, key="trade_officer"):
    return AgendaItem.objects.get(subject=stage.subject(key), meeting__kind="unit_review")


def again(stage, item, actor=None, **changes):
    facts = {"reason": REASON, "due_on": DUE, "document": "45/TB-SCT", **changes}
    return order_again(actor=actor or stage.director, at=APPRAISED, item=item, **facts)


class TestOrder:
    def test_the_review_goes_back_and_the_first_one_stays(self, stage):
        subject, item = stage.subject("trade_officer"), item_of(stage)
        order = again(stage, item)
        review = Review.objects.get(subject=subject)
        assert (review.state, review.finalised_at) == ("returned", None)
        assert REASON in review.return_reason
        assert list(reviews_held(subject)) == [item]
        assert review_meeting_of(subject) is None
        assert not minutes_approved(subject)
        assert list(open_orders(stage.campaign)) == [order]
        assert subject in subjects_for(stage.campaign, subject.unit, MeetingKind.UNIT_REVIEW)
        assert already_in_hand([subject], MeetingKind.UNIT_REVIEW, subject.unit) == []

    def test_an_appraised_dossier_waits_again(self, stage):
        scenery.proposed(stage, trade_officer="good")
        again(stage, item_of(stage))
        row = stage.row("trade_officer")
        assert (row.state, row.proposed_level) == ("awaiting", "")
        assert row.appraisal.note == f"Kiểm điểm lại: {REASON}"
        with pytest.raises(Refused):
            appraise(actor=stage.office, at=APPRAISED, classification=row)

    def test_not_after_the_decision(self, stage):
        Classification.objects.filter(subject=stage.subject("trade_officer")).update(
            proposed_level="good", state="proposed"
        )
        scenery.sign(stage, {stage.row("trade_officer"): "good"})
        with pytest.raises(Refused, match="Đã có quyết định xếp loại"):
            again(stage, item_of(stage))

    def test_once_per_review(self, stage):
        again(stage, item_of(stage))
        with pytest.raises(Refused, match="đã được yêu cầu kiểm điểm lại"):
            again(stage, item_of(stage))

    @pytest.mark.parametrize(
        ("key", "role"),
        [("trade_head", Role.UNIT_HEAD), ("trade_officer", Role.INDIVIDUAL)],
    )
    def test_only_the_leaders_and_the_office_order_it(self, stage, key, role):
        with pytest.raises(NotAllowed):
            again(stage, item_of(stage), actor=stage.actor(key, role))


class Room:
    """One meeting of the trade division from the drafts to the approved minutes."""

    def __init__(self, stage, starts_at):
        self.stage, self.starts_at = stage, starts_at
        self.unit = stage.department.units[UNIT]

    def prepare(self) -> Meeting:
        sent_at = self.starts_at - timedelta(days=7)
        rows = Review.objects.filter(subject__unit=self.unit, state="submitted")
        circulating.circulate_reviews(
            actor=self.stage.office,
            at=sent_at,
            reviews=rows,
            recipients=list(draft_recipients(self.stage.campaign, self.unit)),
        )
        people = self.stage.department.people
        meeting = preparing.plan_meeting(
            actor=self.stage.office,
            at=sent_at,
            campaign=self.stage.campaign,
            unit=self.unit,
            kind=MeetingKind.UNIT_REVIEW,
            title=f"Hội nghị kiểm điểm ngày {self.starts_at:%d/%m/%Y}",
            starts_at=self.starts_at,
            ends_at=self.starts_at + timedelta(days=1, hours=9),
            place="Phòng họp",
            chair=people["trade_head"],
            deputy_chair=people["trade_deputy"],
            secretary=people["trade_officer"],
        )
        return preparing.invite(actor=self.stage.office, at=sent_at, meeting=meeting)

    def officer(self, meeting, *keys):
        actors = (room_actor(self.stage.actor(key), meeting) for key in keys)
        return next(actor for actor in actors if actor.role in {Role.CHAIR, Role.SECRETARY})

    def chair(self, meeting):
        actors = [
            room_actor(self.stage.actor(key), meeting) for key in ("trade_head", "trade_deputy")
        ]
        return next(actor for actor in actors if actor.role == Role.CHAIR)

    def hold(self) -> Meeting:
        meeting, at = self.prepare(), self.starts_at
        secretary = self.officer(meeting, "trade_officer")
        marks = [
            (row.person, AttendanceStatus.PRESENT, "")
            for row in meeting.attendances.select_related("person")
        ]
        conducting.call_roll(actor=secretary, at=at, meeting=meeting, marks=marks)
        conducting.start_meeting(actor=self.chair(meeting), at=at, meeting=meeting)
        for item in meeting.agenda.select_related("subject"):
            conducting.take_up(actor=self.chair(meeting), at=at, item=item)
            if item.subject.is_collective:
                conducting.vote_self_level(actor=secretary, at=at, item=item, counts={"good": 5})
            conducting.conclude(actor=self.chair(meeting), at=at, item=item, conclusion="Nhất trí.")
        minuting.draft_minutes(actor=secretary, at=at, meeting=meeting)
        minuting.approve_minutes(actor=self.chair(meeting), at=at, meeting=meeting, approvals=5)
        return meeting


def write_and_submit(stage, keys):
    for key in keys:
        review = writing_of.review_of(stage.department, stage.campaign, key)
        actor = writing_of.writer_of(stage.department, key)
        saved = writing.save_review(
            actor=actor,
            at=writing_of.WRITTEN,
            review=review,
            content=writing_of.full_answers(review),
            self_level="good",
            base_revision=review.revision,
            window="cửa sổ",
        )
        writing.submit_review(actor=actor, at=writing_of.WRITTEN, review=saved)


def test_from_the_suggestion_to_the_second_meeting(opened):
    """The season under the rules of Thanh Hóa in 2022."""
    Campaign.objects.filter(pk=opened.campaign.pk).update(
        overlay="thanh-hoa-2022", law_date=date(2022, 12, 5)
    )
    opened.campaign.refresh_from_db()
    subject = opened.subject("trade_officer_2")
    suggestion = suggesting.record_suggestion(
        actor=opened.director,
        at=writing_of.WRITTEN,
        subject=subject,
        issuer="Tập thể lãnh đạo Sở",
        text="Trách nhiệm trong việc chậm báo cáo.",
        document_date=date(2023, 11, 20),
    )
    suggesting.answer_suggestion(
        actor=opened.actor("trade_officer_2"),
        at=writing_of.WRITTEN,
        suggestion=suggestion,
        text="Đã gửi đủ báo cáo.",
    )
    supervision = assign_supervisor(
        actor=opened.office,
        at=writing_of.WRITTEN,
        campaign=opened.campaign,
        unit=opened.department.units[UNIT],
        person=opened.department.people["vice_director"],
    )
    everybody = (
        "trade",
        "trade_head",
        "trade_deputy",
        "trade_officer",
        "trade_officer_2",
        "trade_officer_3",
    )
    write_and_submit(opened, everybody)
    first = Room(opened, moment(2023, 12, 4)).hold()
    assert "procedure.meeting-length" not in {each.rule for each in findings_for_meeting(first)}
    assert "Đã gửi đủ báo cáo." in str(first.minutes.body)
    supervising.record_findings(
        actor=opened.actor("vice_director"),
        at=moment(2023, 12, 6),
        supervision=supervision,
        findings=REASON,
        is_satisfactory=False,
    )
    item = first.agenda.get(subject=subject)
    order_again(
        actor=opened.director,
        at=moment(2023, 12, 6),
        item=item,
        reason=REASON,
        due_on=date(2023, 12, 20),
    )
    suggesting.answer_suggestion(
        actor=opened.actor("trade_officer_2"),
        at=moment(2023, 12, 7),
        suggestion=suggestion,
        text="Nhận trách nhiệm chậm 10 ngày; đã lập lịch báo cáo.",
    )
    write_and_submit(opened, ["trade_officer_2"])
    second = Room(opened, moment(2023, 12, 18)).hold()
    assert [each.subject for each in second.agenda.all()] == [subject]
    assert list(reviews_held(subject)) == [item, second.agenda.get()]
    assert review_meeting_of(subject) == second
    assert not open_orders(opened.campaign).exists()
    assert "Nhận trách nhiệm" in str(second.minutes.body)
    assert "Nhận trách nhiệm" not in str(first.minutes.body)
    writing.finalise_review(
        actor=opened.actor("trade_officer_2"),
        at=moment(2023, 12, 19),
        review=Review.objects.get(subject=subject),
    )
    assert Review.objects.get(subject=subject).state == "final"
    assert RepeatOrder.objects.get().item == item
    assert voted_levels([opened.subject("trade")])[opened.subject("trade").pk] == "good"
