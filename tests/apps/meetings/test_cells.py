"""Hội nghị chi bộ: who belongs to it, its order, what it takes over from the office, who may run and see it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.apps.meetings import stage as scenery
from tests.cast import moment
from tests.factories import OFFICE
from tests.refusals import refused

from tusoi.campaigns.models import Circulation, CirculationReceipt, Review, SubjectPlace
from tusoi.campaigns.selectors.tasks import tasks_of as campaign_tasks
from tusoi.campaigns.services import circulating
from tusoi.core.errors import NotAllowed, Refused
from tusoi.meetings.enums import AttendanceStatus, MeetingAudience, MeetingKind, Role
from tusoi.meetings.permissions import may_plan, may_prepare, visible_to
from tusoi.meetings.selectors.agenda import deferred_subjects, subjects_for
from tusoi.meetings.selectors.cell_pages import cells_of, review_lines
from tusoi.meetings.selectors.held import place_lines, with_places_open
from tusoi.meetings.selectors.papers import minutes_paper
from tusoi.meetings.selectors.people import members_of
from tusoi.meetings.selectors.results import review_meeting_of
from tusoi.meetings.selectors.room_pages import room_of
from tusoi.meetings.selectors.rooms import room_actor
from tusoi.meetings.selectors.tasks import tasks_of as meeting_tasks
from tusoi.meetings.services import conducting, minuting, preparing
from tusoi.org.models import PartyCell

pytestmark = pytest.mark.django_db
MEMBERS = ("trade_head", "trade_deputy", "trade_officer", "trade_officer_3")
SENT_TO_CELL = moment(2023, 11, 30)
CELL_DAY, CELL_END = moment(2023, 12, 6, 8), moment(2023, 12, 6, 11)
REASON = "Công văn số 9-CV/ĐU cho họp chi bộ sau hội nghị ở cơ quan."


@pytest.fixture
def cell(stage) -> PartyCell:
    """The cell of the trade division, its members placed there beside their office."""
    found = stage.person("trade_head").party_cell
    for key in (*MEMBERS, "trade_officer_2", "collective"):
        subject = stage.subjects[key]
        kind = "unit" if key.startswith("trade_officer") else "collective"
        SubjectPlace.objects.create(
            subject=subject, kind=kind, unit=subject.unit, is_main=True, ground="Nơi công tác"
        )
        if key in MEMBERS:
            SubjectPlace.objects.create(
                subject=subject, kind="cell", cell=found, ground="Đảng viên kiểm điểm ở chi bộ"
            )
    return found


@pytest.fixture
def reuse(stage):
    """The local rule by which nobody is reviewed twice."""
    stage.campaign.overlay, stage.campaign.law_date = "dong-thap-2021", date(2021, 11, 10)
    stage.campaign.save(update_fields=["overlay", "law_date"])


def secretary_of_cell(stage):
    return stage.actor("trade_head", Role.PARTY_CELL)


def plan(stage, cell, **changes):
    facts = {
        "actor": secretary_of_cell(stage),
        "unit": cell.unit or stage.campaign.body,
        "kind": MeetingKind.CELL_REVIEW,
        "cell": cell,
        "title": "Hội nghị kiểm điểm năm 2023 của chi bộ",
        "starts_at": CELL_DAY,
        "ends_at": CELL_END,
        "place": "Phòng họp",
        "chair": stage.person("trade_head"),
        "deputy_chair": stage.person("trade_deputy"),
        "secretary": stage.person("trade_officer"),
        "order_reason": REASON,
    }
    facts |= changes
    return preparing.plan_meeting(at=scenery.SENT, campaign=stage.campaign, **facts)


def hold_office_review(stage):
    meeting = scenery.in_session(stage)
    scenery.take_up(stage, meeting, "collective")
    scenery.vote(stage, meeting, good=4, completed=1)
    scenery.conclude(stage, meeting, "collective")
    for key in ("trade_head", "trade_deputy", "trade_officer", "trade_officer_2"):
        item = scenery.take_up(stage, meeting, key)
        conducting.record_remark(
            actor=scenery.secretary_of(stage, meeting),
            at=scenery.STARTS,
            item=item,
            speaker=stage.person("trade_officer_3"),
            text=f"Ý kiến về {key}.",
        )
        scenery.conclude(stage, meeting, key)
    conducting.defer(
        actor=scenery.chair_of(stage, meeting),
        at=scenery.STARTS,
        item=scenery.item_of(stage, meeting, "trade_officer_3"),
        reason="Đi công tác",
    )
    return meeting


def send(stage, *keys, at=SENT_TO_CELL):
    for key in keys:
        circulating.send_to_cell(
            actor=secretary_of_cell(stage),
            at=at,
            review=Review.objects.get(pk=stage.subjects[key].review.pk),
        )


def opened(stage, meeting):
    meeting = preparing.invite(actor=secretary_of_cell(stage), at=scenery.SENT, meeting=meeting)
    for row in meeting.attendances.select_related("person"):
        conducting.mark_attendance(
            actor=room_actor(stage.actor("trade_officer"), meeting),
            at=CELL_DAY,
            meeting=meeting,
            person=row.person,
            status=AttendanceStatus.PRESENT,
        )
    return conducting.start_meeting(actor=chair(stage, meeting), at=CELL_DAY, meeting=meeting)


def chair(stage, meeting):
    return scenery.chair_of(stage, meeting)


def adopt(stage, meeting, key):
    item = scenery.item_of(stage, meeting, key)
    conducting.take_up(actor=chair(stage, meeting), at=CELL_DAY, item=item)
    item.refresh_from_db()
    return conducting.conclude(
        actor=chair(stage, meeting), at=CELL_DAY, item=item, conclusion="Nhất trí."
    )


def test_the_members_of_the_cell_belong_to_it(stage, cell):
    meeting = plan(stage, cell)
    assert meeting.audience == MeetingAudience.CELL
    members = meeting.attendances.filter(is_guest=False).values_list("person_id", flat=True)
    assert set(members) == {stage.person(key).pk for key in MEMBERS}
    by_right = members_of(meeting.unit, MeetingKind.CELL_REVIEW, date(2023, 12, 6))
    assert not by_right.exists()


def test_the_secretary_of_the_cell_comes_first(stage, cell):
    meeting = plan(stage, cell)
    people = list(meeting.agenda.values_list("subject__person_id", flat=True))
    assert people[0] == stage.person("trade_head").pk
    assert set(people) == {stage.person(key).pk for key in MEMBERS}
    assert meeting.agenda.first().chair_id == stage.person("trade_deputy").pk


def test_leaders_are_reviewed_in_the_cell_before_the_collective(stage, cell):
    scenery.circulate(stage)
    scenery.plan(stage)
    findings = refused(lambda: plan(stage, cell, order_reason=""), "ở chi bộ trước")
    assert {each.rule for each in findings} == {"order.cell-first"}
    assert all("124-qd-tw/d7" in each.cites for each in findings)
    assert plan(stage, cell).agenda.count() == len(MEMBERS)


def test_the_state_side_comes_before_the_cell_as_a_body(stage, cell):
    """The leading collective of the unit is to meet after the cell's own conference."""
    itself = stage.subjects["collective"]
    scenery.circulate(stage)
    scenery.plan(stage, starts_at=moment(2023, 12, 7), ends_at=moment(2023, 12, 7, 17))
    cell.unit = itself.unit
    cell.save(update_fields=["unit"])
    body = stage.subjects["director"]
    body.collective, body.person = stage.department.collectives["body"], None
    body.save(update_fields=["collective", "person"])
    findings = refused(
        lambda: plan(stage, cell, subjects=[body], order_reason=""), "cấp ủy, tổ chức đảng sau"
    )
    assert findings[0].rule == "order.state-first"


def test_concluding_in_the_cell_only_records_where_the_office_is_the_main_place(stage, cell):
    scenery.circulate(stage)
    meeting = opened(stage, plan(stage, cell))
    adopt(stage, meeting, "trade_head")
    assert Review.objects.get(subject=stage.subjects["trade_head"]).state == "circulated"
    assert review_meeting_of(stage.subjects["trade_head"]) is None
    office = scenery.plan(stage, subjects=[stage.subjects["trade_head"]])
    assert office.kind == MeetingKind.UNIT_REVIEW


def test_concluding_in_the_cell_is_the_review_where_it_is_the_main_place(stage, cell):
    subject = stage.subjects["trade_officer"]
    subject.places.filter(unit__isnull=False).delete()
    subject.places.update(is_main=True)
    office = subjects_for(stage.campaign, subject.unit, MeetingKind.UNIT_REVIEW)
    assert subject not in office
    Review.objects.filter(subject=subject).update(state="submitted")
    send(stage, "trade_officer", at=scenery.SENT)
    assert Review.objects.get(subject=subject).state == "circulated"
    meeting = opened(stage, plan(stage, cell, subjects=[subject]))
    adopt(stage, meeting, "trade_officer")
    assert Review.objects.get(subject=subject).state == "discussed"
    assert review_meeting_of(subject) == meeting


def test_without_the_rule_everybody_is_presented_again(stage, cell):
    hold_office_review(stage)
    meeting = opened(stage, plan(stage, cell))
    assert not meeting.agenda.filter(is_carried_over=True).exists()
    adopt(stage, meeting, "trade_head")


def test_what_the_office_reviewed_is_taken_over(stage, cell, reuse):
    office = hold_office_review(stage)
    meeting = plan(stage, cell, order_reason="")
    taken = set(meeting.agenda.filter(is_carried_over=True).values_list("subject__name", flat=True))
    assert taken == {
        stage.subjects[key].name for key in ("trade_head", "trade_deputy", "trade_officer")
    }
    findings = refused(
        lambda: preparing.invite(actor=secretary_of_cell(stage), at=scenery.SENT, meeting=meeting),
        "chưa được gửi cho các thành viên",
    )
    assert stage.subjects["trade_officer_3"].name not in findings[0].message
    send(stage, "trade_head", "trade_deputy", "trade_officer")
    circulating.comment_on_review(
        actor=stage.actor("trade_officer_3"),
        at=moment(2023, 12, 1),
        review=stage.subjects["trade_head"].review,
        text="Góp ý thêm về đoàn kết.",
    )
    meeting = opened(stage, meeting)
    room = room_of(stage.actor("trade_officer"), meeting)
    assert room.taken_over is None
    for key in ("trade_head", "trade_deputy", "trade_officer"):
        adopt(stage, meeting, key)
    conducting.defer(
        actor=chair(stage, meeting),
        at=CELL_DAY,
        item=scenery.item_of(stage, meeting, "trade_officer_3"),
        reason="Chưa kiểm điểm ở cơ quan",
    )
    minutes = minuting.draft_minutes(actor=chair(stage, meeting), at=CELL_END, meeting=meeting)
    item = minutes.body["items"][0]
    assert item["title"].startswith("Thông qua kết quả kiểm điểm đồng chí")
    assert "không trình bày lại" in item["presentation"]
    assert [each["text"] for each in item["opinions"]] == [
        "Ý kiến về trade_head.",
        "Góp ý thêm về đoàn kết.",
    ]
    assert office.title in item["opinions"][0]["speaker"]
    meeting.refresh_from_db()
    paper = minutes_paper(meeting)
    assert paper.style.party
    assert paper.issuer == cell.name
    assert Review.objects.get(subject=stage.subjects["trade_head"]).state == "discussed"


def test_a_review_not_sent_to_every_member_is_presented(stage, cell, reuse):
    """It was finished after the invitation and never went out: the person speaks."""
    scenery.circulate(stage)
    meeting = plan(stage, cell, order_reason="", subjects=[stage.subjects["trade_officer"]])
    preparing.invite(actor=secretary_of_cell(stage), at=scenery.SENT, meeting=meeting)
    Review.objects.filter(subject=stage.subjects["trade_officer"]).update(state="discussed")
    meeting.attendances.update(status=AttendanceStatus.PRESENT)
    meeting = conducting.start_meeting(actor=chair(stage, meeting), at=CELL_DAY, meeting=meeting)
    assert not meeting.agenda.get().is_carried_over


def test_somebody_taken_over_may_be_away(stage, cell, reuse):
    hold_office_review(stage)
    send(stage, "trade_officer")
    meeting = plan(stage, cell, order_reason="", subjects=[stage.subjects["trade_officer"]])
    meeting = preparing.invite(actor=secretary_of_cell(stage), at=scenery.SENT, meeting=meeting)
    meeting.attendances.update(status=AttendanceStatus.PRESENT)
    meeting.attendances.filter(person=stage.person("trade_officer")).update(
        status=AttendanceStatus.EXCUSED, reason="Nghỉ phép"
    )
    meeting = conducting.start_meeting(actor=chair(stage, meeting), at=CELL_DAY, meeting=meeting)
    item = conducting.take_up(actor=chair(stage, meeting), at=CELL_DAY, item=meeting.agenda.get())
    assert item.is_carried_over
    room = room_of(stage.actor("trade_officer_3"), meeting)
    assert "không trình bày lại" in room.taken_over.presentation
    assert room.presenter == ""


def test_places_tell_what_is_held_planned_or_waiting(stage, cell):
    subject = stage.subjects["trade_officer"]
    me = stage.actor("trade_officer")
    assert [line.state for line in place_lines(me, subject)] == ["Chưa lập hội nghị"] * 2
    hold_office_review(stage)
    plan(stage, cell)
    office, at_cell = place_lines(me, subject)
    assert (office.state, at_cell.state) == ("Đã kiểm điểm", "Đã lập hội nghị")
    assert at_cell.is_open_to_reader
    assert at_cell.where == cell.name
    open_ones = with_places_open(stage.campaign.subjects.all())
    assert subject in open_ones
    assert stage.subjects["trade_officer_2"] not in open_ones


def test_a_further_place_at_work_hears_the_review_again(stage, cell):
    subject, industry = stage.subjects["trade_officer"], stage.department.units["industry"]
    SubjectPlace.objects.create(
        subject=subject, kind="other_post", unit=industry, ground="Kiêm nhiệm"
    )
    hold_office_review(stage)
    assert subject in subjects_for(stage.campaign, industry, MeetingKind.UNIT_REVIEW)
    heads = {
        "chair": stage.person("industry_head"),
        "deputy_chair": stage.person("industry_deputy"),
    }
    facts = {"unit": industry, "subjects": [subject], "actor": OFFICE, "title": "Hội nghị"}
    again = preparing.plan_meeting(
        at=scenery.SENT,
        campaign=stage.campaign,
        kind=MeetingKind.UNIT_REVIEW,
        starts_at=CELL_DAY,
        ends_at=CELL_END,
        place="Phòng họp",
        secretary=stage.person("industry_officer"),
        **heads,
        **facts,
    )
    states = {line.where: line.state for line in place_lines(OFFICE, subject)}
    assert states[str(industry)] == "Đã lập hội nghị"
    assert states[str(subject.unit)] == "Đã kiểm điểm"
    again.agenda.update(state="concluded", conclusion="Đã nghe.")
    assert review_meeting_of(subject) != again
    assert subject not in subjects_for(stage.campaign, industry, MeetingKind.UNIT_REVIEW)


def test_only_the_cell_and_the_office_plan_its_meetings(stage, cell):
    with pytest.raises(NotAllowed):
        plan(
            stage,
            cell,
            actor=stage.actor("trade_officer", Role.SECRETARY),
            unit=stage.department.units["trade"],
        )
    other = stage.actor("industry_head", Role.PARTY_CELL)
    with pytest.raises(Refused):
        plan(stage, cell, actor=other)
    with pytest.raises(Refused):
        scenery.plan(stage, kind=MeetingKind.UNIT_REVIEW, actor=secretary_of_cell(stage))
    meeting = plan(stage, cell)
    assert not may_prepare(other, meeting)
    assert may_prepare(OFFICE, meeting)
    assert may_plan(secretary_of_cell(stage), meeting.unit)


def test_only_its_own_people_and_the_office_see_a_cell_meeting(stage, cell):
    meeting = plan(stage, cell)

    def sees(key, role=Role.INDIVIDUAL):
        return meeting in visible_to(stage.actor(key, role))

    assert sees("trade_officer_3")
    assert sees("trade_head", Role.PARTY_CELL)
    assert sees("coordinator", Role.COORDINATOR)
    assert not sees("trade_officer_2")
    assert not sees("industry_head", Role.PARTY_CELL)
    assert not sees("director", Role.DEPARTMENT_HEAD)
    assert list(cells_of(stage.actor("industry_head", Role.PARTY_CELL))) != [cell]


def test_the_page_of_the_cell_tells_how_far_each_has_come(stage, cell):
    hold_office_review(stage)
    send(stage, "trade_officer")
    rows = {row.subject_id: row for row in review_lines(stage.campaign, cell)}
    row = rows[stage.subjects["trade_officer"].pk]
    assert row.sent_to_cell_at == moment(2023, 11, 30)
    assert not row.is_heard
    assert not row.is_main_here
    assert len(rows) == len(MEMBERS)


def test_the_meeting_put_off_is_caught_up_by_the_cell(stage, cell):
    scenery.circulate(stage)
    meeting = plan(stage, cell, subjects=[stage.subjects["trade_officer"]])
    meeting.agenda.update(state="deferred", deferral_reason="Nghỉ ốm")
    later = preparing.plan_catch_up(
        actor=secretary_of_cell(stage),
        at=scenery.SENT,
        meeting=meeting,
        starts_at=moment(2023, 12, 8),
        ends_at=moment(2023, 12, 8, 11),
        place="Phòng họp",
    )
    assert later.cell == cell
    assert later.agenda.count() == 1


def test_a_receipt_of_the_office_counts_for_the_cell_as_well(stage, cell):
    scenery.circulate(stage)
    review = stage.subjects["trade_head"].review
    CirculationReceipt.objects.create(
        circulation=Circulation.objects.get(review=review), person=stage.person("trade_deputy")
    )
    send(stage, "trade_head")
    days = review.circulation.receipts.values_list("sent_at", flat=True)
    assert set(days) == {moment(2023, 11, 30)}


def labels(stage, key, role=Role.INDIVIDUAL):
    actor = stage.actor(key, role)
    found = [*campaign_tasks(actor, CELL_DAY.date()), *meeting_tasks(actor, CELL_DAY.date())]
    return [task.label for task in found]


def test_a_review_to_be_taken_over_waits_until_the_cell_has_it(stage, cell, reuse):
    scenery.circulate(stage)
    wanted = f"Gửi bản kiểm điểm của mình cho đảng viên {cell}"
    assert wanted in labels(stage, "trade_officer")
    assert wanted not in labels(stage, "trade_officer_2")
    send(stage, "trade_officer")
    assert wanted not in labels(stage, "trade_officer")


def test_a_review_presented_again_need_not_be_sent(stage, cell):
    scenery.circulate(stage)
    assert not any("cho đảng viên" in label for label in labels(stage, "trade_officer"))


def test_the_cell_has_a_meeting_to_plan(stage, cell):
    wanted = f"Lập hội nghị kiểm điểm của {cell} ({len(MEMBERS)} đối tượng)"
    assert wanted in labels(stage, "trade_head", Role.PARTY_CELL)
    assert wanted not in labels(stage, "trade_head")
    plan(stage, cell)
    assert wanted not in labels(stage, "trade_head", Role.PARTY_CELL)


def test_who_is_now_reviewed_in_the_cell_waits_for_no_meeting_at_work(stage, cell):
    office = hold_office_review(stage)
    subject = stage.subjects["trade_officer_3"]
    assert list(deferred_subjects(office)) == [subject]
    subject.places.filter(unit__isnull=False).delete()
    subject.places.update(is_main=True)
    assert not deferred_subjects(office).exists()
