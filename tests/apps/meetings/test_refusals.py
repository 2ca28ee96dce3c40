"""Đầu vào sai của hội nghị và bỏ phiếu: refused in words, nothing written."""

from functools import partial

import pytest
from tests.apps.meetings import stage as scenery
from tests.apps.meetings.stage import SENT, STARTS, Stage, chair_of, item_of, secretary_of
from tests.cast import moment
from tests.factories import OFFICE
from tests.refusals import Case, Cases, refused

from tusoi.meetings.enums import Role
from tusoi.meetings.services import balloting, conducting, minuting, preparing, summoning

CASES = Cases()


def planning(stage, **changes):
    return partial(scenery.plan, stage, **changes)


@CASES("meeting.plan", "đã qua")
def meeting_in_the_past(stage):
    day = moment(2023, 11, 23)
    return planning(stage, starts_at=day, ends_at=day.replace(hour=17))


@CASES("meeting.plan", "Chưa chọn chi bộ")
def cell_meeting_of_no_cell(stage):
    subjects = [stage.subjects["trade_officer"]]
    return planning(stage, actor=OFFICE, kind="cell_review", subjects=subjects)


@CASES("meeting.plan", "không được lập hội nghị này")
def cell_meeting_by_the_unit(stage):
    return planning(stage, kind="cell_review", cell=stage.person("trade_head").party_cell)


@CASES("meeting.plan", "“ban_be” không có trong danh mục")
def unknown_audience(stage):
    return planning(stage, audience="ban_be")


@CASES("meeting.plan", "là ngày nghỉ")
def meeting_on_a_holiday(stage):
    day = moment(2024, 1, 1)
    return planning(stage, starts_at=day, ends_at=day.replace(hour=17))


@CASES("meeting.plan", "chưa có đối tượng nào")
def meeting_about_nobody(stage):
    return planning(stage, subjects=[])


@CASES("meeting.plan", "ghi hai lần")
def subject_twice(stage):
    return planning(stage, subjects=[stage.subjects["trade_officer"]] * 2)


@CASES("meeting.plan", "Thời gian kết thúc phải sau")
def meeting_ends_before_it_begins(stage):
    return planning(stage, ends_at=STARTS.replace(hour=7))


@CASES("meeting.plan", "phải là người khác")
def deputy_is_the_chair(stage):
    return planning(stage, deputy_chair=stage.person("trade_head"))


@CASES("meeting.plan", "phải do người khác chủ trì")
def chair_would_review_himself(stage):
    return planning(stage, deputy_chair=None)


@CASES("meeting.plan", "“hop_kin” không có trong danh mục")
def unknown_kind(stage):
    return planning(stage, kind="hop_kin")


@CASES("meeting.plan", "“Địa điểm” còn để trống")
def meeting_without_place(stage):
    return planning(stage, place=" ")


@CASES("meeting.plan", "“Tên hội nghị”")
def title_of_400_letters(stage):
    return planning(stage, title="Hội nghị " * 50)


@CASES("meeting.plan", "đã có trong chương trình")
def second_meeting_on_the_same_people(stage):
    scenery.plan(stage)
    return planning(stage)


def office(stage, function, meeting, **details):
    actor = stage.actor("trade_officer", Role.SECRETARY)
    return partial(function, actor=actor, at=SENT, meeting=meeting, **details)


@CASES("meeting.invite", "Dự thảo báo cáo kiểm điểm chưa được gửi")
def drafts_not_circulated(stage):
    return office(stage, preparing.invite, scenery.plan(stage))


@CASES("meeting.cancel", "Chưa ghi lý do")
def cancelled_without_reason(stage):
    return office(stage, preparing.cancel_meeting, scenery.plan(stage), reason="\n")


def secretary(stage, function, meeting, **details):
    actor = secretary_of(stage, meeting)
    return partial(function, actor=actor, at=STARTS, meeting=meeting, **details)


def marking(stage, meeting, key, **mark):
    person = stage.person(key)
    return secretary(stage, conducting.mark_attendance, meeting, person=person, **mark)


@CASES("meeting.mark_attendance", "Chưa ghi lý do vắng mặt")
def excused_without_reason(stage):
    return marking(stage, scenery.invited(stage), "trade_officer_2", status="excused")


@CASES("meeting.mark_attendance", "không có trong danh mục")
def unknown_mark(stage):
    return marking(stage, scenery.invited(stage), "trade_officer_2", status="ngu_quen")


@CASES("meeting.mark_attendance", "không có trong thành phần")
def stranger_marked(stage):
    return marking(stage, scenery.invited(stage), "driver", status="present")


@CASES("meeting.mark_attendance", "“Lý do vắng mặt”")
def reason_of_400_letters(stage):
    meeting = scenery.invited(stage)
    return marking(stage, meeting, "trade_officer_2", status="excused", reason="ốm " * 200)


def chair(stage, function, room, **details):
    return partial(function, actor=chair_of(stage, room), at=STARTS, **details)


@CASES("meeting.start", "chủ trì")
def empty_meeting(stage):
    meeting = scenery.invited(stage)
    return chair(stage, conducting.start_meeting, meeting, meeting=meeting)


@CASES("meeting.take_up", "Chưa đến lượt")
def out_of_turn(stage):
    meeting = scenery.in_session(stage)
    item = item_of(stage, meeting, "trade_officer")
    return chair(stage, conducting.take_up, meeting, item=item)


def remark(stage, key="trade_deputy", text="Nhất trí."):
    meeting = scenery.in_session(stage, absent=("trade_officer_3",))
    item = scenery.take_up(stage, meeting, "collective")
    return partial(
        conducting.record_remark,
        actor=secretary_of(stage, meeting),
        at=STARTS,
        item=item,
        speaker=stage.person(key),
        text=text,
    )


@CASES("meeting.record_remark", "chưa có nội dung")
def empty_remark(stage):
    return remark(stage, text=" ")


@CASES("meeting.record_remark", "không có mặt")
def absent_speaker(stage):
    return remark(stage, key="trade_officer_3")


def voting(stage, **counts):
    meeting = scenery.in_session(stage)
    scenery.take_up(stage, meeting, "collective")
    return partial(scenery.vote, stage, meeting, **counts)


@CASES("meeting.vote_self_level", "6")
def more_votes_than_voters(stage):
    return voting(stage, good=4, completed=2)


@CASES("meeting.vote_self_level", "không thể là số âm")
def negative_votes(stage):
    return voting(stage, good=6, completed=-1)


@CASES("meeting.vote_self_level", "không có trong danh mục")
def vote_on_an_unknown_level(stage):
    return voting(stage, tuyet_voi=5)


@CASES("meeting.conclude", "chưa biểu quyết")
def concluded_without_vote(stage):
    meeting = scenery.in_session(stage)
    scenery.take_up(stage, meeting, "collective")
    return partial(scenery.conclude, stage, meeting, "collective")


@CASES("meeting.conclude", "Chưa có kết luận")
def empty_conclusion(stage):
    meeting = scenery.in_session(stage)
    scenery.take_up(stage, meeting, "collective")
    scenery.vote(stage, meeting, good=5)
    return partial(scenery.conclude, stage, meeting, "collective", conclusion="")


@CASES("meeting.defer", "Chưa ghi lý do hoãn")
def deferred_without_reason(stage):
    meeting = scenery.in_session(stage)
    item = item_of(stage, meeting, "trade_officer")
    return chair(stage, conducting.defer, meeting, item=item, reason="")


@CASES("meeting.draft_minutes", "chưa")
def minutes_of_an_unfinished_meeting(stage):
    return secretary(stage, minuting.draft_minutes, scenery.in_session(stage))


@CASES("meeting.resume", "không thể")
def resumed_while_in_session(stage):
    meeting = scenery.in_session(stage)
    return chair(stage, minuting.resume_meeting, meeting, meeting=meeting)


def approving(stage, approvals):
    meeting = scenery.in_session(stage)
    scenery.go_through(stage, meeting)
    secretary(stage, minuting.draft_minutes, meeting)()
    details = {"meeting": meeting, "approvals": approvals}
    return chair(stage, minuting.approve_minutes, meeting, **details)


@CASES("meeting.approve_minutes", "không khớp với số thành viên")
def more_approvals_than_members(stage):
    return approving(stage, 50)


@CASES("meeting.approve_minutes", "chưa được thông qua")
def minority_approves(stage):
    return approving(stage, 2)


def preparing_round(stage, **changes):
    meeting = scenery.in_session(stage)
    facts = {"title": "Bỏ phiếu kín", "mode": "electronic"}
    facts |= {"subjects": [stage.subjects["trade_head"]], "meeting": meeting}
    return chair(stage, balloting.prepare_round, meeting, **{**facts, **changes})


@CASES("ballot.prepare", "chưa có đối tượng nào")
def round_about_nobody(stage):
    return preparing_round(stage, subjects=[])


@CASES("ballot.prepare", "Không có trong chương trình họp")
def round_about_a_stranger(stage):
    return preparing_round(stage, subjects=[stage.subjects["director"]])


@CASES("ballot.prepare", "“gio_tay” không có trong danh mục")
def unknown_mode(stage):
    return preparing_round(stage, mode="gio_tay")


@CASES("ballot.appoint_panel", "không có trong thành phần")
def stranger_counts(stage):
    ballot_round = preparing_round(stage)()
    details = {"ballot_round": ballot_round, "head": stage.person("driver")}
    return chair(stage, balloting.appoint_panel, ballot_round.meeting, **details)


@CASES("ballot.open", "Chưa có ban kiểm phiếu")
def opened_without_panel(stage):
    ballot_round = preparing_round(stage)()
    return chair(stage, balloting.open_round, ballot_round.meeting, ballot_round=ballot_round)


def round_under_way(stage, mode="electronic", **session):
    return scenery.open_ballot(stage, scenery.in_session(stage, **session), mode)


def paper(stage, ballot_round, key="trade_officer", **levels):
    return partial(scenery.cast_paper, stage, ballot_round, key, **levels)


@CASES("ballot.cast", "không đúng mẫu")
def unknown_mark_on_the_paper(stage):
    return paper(stage, round_under_way(stage), trade_head="tuyet-voi")


@CASES("ballot.cast", "không đúng mẫu")
def somebody_who_is_not_on_the_paper(stage):
    return paper(stage, round_under_way(stage), director="good")


@CASES("ballot.cast", "mỗi người chỉ bỏ một phiếu")
def second_paper(stage):
    voting = paper(stage, round_under_way(stage), trade_head="good")
    voting()
    return voting


@CASES("ballot.cast", "không có tên trong danh sách")
def voter_who_was_absent(stage):
    ballot_round = round_under_way(stage, absent=("trade_officer",))
    return paper(stage, ballot_round, trade_head="good")


def counting(stage, ballot_round, function, **details):
    actor = scenery.counter_of(stage, ballot_round)
    return partial(function, actor=actor, at=STARTS, ballot_round=ballot_round, **details)


@CASES("ballot.issue", "đã nhận phiếu")
def second_paper_for_one_voter(stage):
    person = stage.person("trade_officer")
    return counting(stage, round_under_way(stage), balloting.issue_paper, person=person)


@CASES("ballot.cast", "đã kết thúc")
def vote_after_closing(stage):
    ballot_round = round_under_way(stage)
    for key in ("trade_head", "trade_deputy", "trade_officer"):
        paper(stage, ballot_round, key, trade_head="good", trade_deputy="good")()
    counting(stage, ballot_round, balloting.close_round)()
    return paper(stage, ballot_round, "trade_officer_2", trade_head="good")


@CASES("ballot.cast", "bỏ phiếu giấy")
def electronic_vote_in_a_round_on_paper(stage):
    return paper(stage, round_under_way(stage, "paper"), trade_head="good")


@CASES("ballot.close", "Chưa có phiếu nào")
def empty_box(stage):
    return counting(stage, round_under_way(stage), balloting.close_round)


def tally(stage, **changes):
    ballot_round = round_under_way(stage, "paper")
    pks = (stage.subjects["trade_head"].pk, stage.subjects["trade_deputy"].pk)
    facts = {"issued": 5, "returned": 5, "invalid": 0}
    facts["counts"] = {pk: {"good": 4, "completed": 1} for pk in pks}
    return counting(stage, ballot_round, balloting.enter_paper_tally, **{**facts, **changes})


@CASES("ballot.enter_paper_tally", "không khớp nhau")
def more_returned_than_issued(stage):
    return tally(stage, returned=6)


@CASES("ballot.enter_paper_tally", "không bằng số phiếu hợp lệ")
def sums_that_do_not_close(stage):
    return tally(stage, returned=4)


@CASES("ballot.enter_paper_tally", "không khớp nhau")
def negative_papers(stage):
    return tally(stage, invalid=-1)


@CASES("ballot.cancel", "Chưa ghi lý do hủy")
def cancelled_round_without_reason(stage):
    ballot_round = round_under_way(stage)
    details = {"ballot_round": ballot_round, "reason": ""}
    return chair(stage, balloting.cancel_round, ballot_round.meeting, **details)


def assigning(stage, key):
    details = {"campaign": stage.campaign, "unit": stage.department.units["trade"]}
    details |= {"person": stage.person(key)}
    office = stage.department.office
    return partial(summoning.assign_supervisor, actor=office, at=SENT, **details)


@CASES("supervision.assign", "không thuộc tập thể lãnh đạo hoặc cấp ủy")
def supervisor_from_the_same_level(stage):
    return assigning(stage, "industry_head")


@CASES("supervision.assign", "đã được phân công")
def supervisor_assigned_twice(stage):
    assigning(stage, "vice_director")()
    return assigning(stage, "vice_director")


@CASES("supervision.end", "đã kết thúc")
def supervision_ended_twice(stage):
    supervision = assigning(stage, "vice_director")()
    office = {"actor": stage.department.office, "at": SENT, "supervision": supervision}
    summoning.end_supervision(**office)
    return partial(summoning.end_supervision, **office)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_bad_input_is_refused_in_words(case: Case, stage: Stage):
    refused(case.arrange(stage), case.sentence)
