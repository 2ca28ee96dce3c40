"""Đầu vào sai của việc lấy ý kiến, thẩm định, đề nghị, quyết định và thông báo: refused, nothing written."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from tests.apps.campaigns import season
from tests.apps.decisions import stage as scenery
from tests.apps.decisions.stage import APPRAISED, ASKED, DECIDED, Stage
from tests.refusals import Case, Cases, refused
from tusoi.campaigns.services import planning
from tusoi.decisions.models import Notice, OpinionRequest
from tusoi.decisions.selectors.opinions import subjects_to_consult
from tusoi.decisions.services import (
    appraising,
    closing,
    completing,
    consulting,
    deciding,
    issuing,
    notifying,
    opening,
    proposing,
    repeating,
)
from tusoi.meetings.enums import MeetingKind
from tusoi.meetings.models import AgendaItem
from tusoi.org.enums import Role

CASES = Cases()


def office(stage, function, at=APPRAISED, **details):
    return partial(function, actor=stage.office, at=at, **details)


@CASES("campaign.open", "căn cứ")
def plan_without_legal_bases(department):
    plan = season.draft(department)
    planning.set_legal_bases(actor=department.office, at=season.PLANNED, campaign=plan, texts=[""])
    return partial(opening.open_campaign, actor=department.office, at=scenery.OPENED, campaign=plan)


@CASES("campaign.open", "không còn ở bước lập kế hoạch")
def opened_twice(department):
    stage = scenery.opened(department)
    return office(stage, opening.open_campaign, scenery.OPENED, campaign=stage.campaign)


@CASES("campaign.close", "xếp loại đang ở bước")
def closed_while_people_wait(department):
    stage = scenery.opened(department)
    return office(stage, closing.close_campaign, campaign=stage.campaign)


def asking(department, due_on, **changes):
    stage = scenery.opened(department)
    facts = {"subjects": subjects_to_consult(stage.campaign), "due_on": due_on}
    facts |= {"campaign": stage.campaign, **changes}
    return office(stage, consulting.request_opinions, ASKED, **facts)


@CASES("opinion.request", "đã qua")
def opinion_due_in_the_past(department):
    return asking(department, date(2023, 11, 28))


@CASES("opinion.request", "là ngày nghỉ")
def opinion_due_on_a_holiday(department):
    return asking(department, date(2024, 1, 1))


@CASES("opinion.request", "Không còn ý kiến nào")
def opinion_about_nobody(department):
    return asking(department, date(2023, 11, 30), subjects=[])


def answering(department, text, level=""):
    asking(department, date(2023, 11, 30))()
    request = OpinionRequest.objects.filter(source="party_committee").first()
    actor = department.actor("vice_director", Role.PARTY_COMMITTEE)
    details = {"request": request, "text": text, "level": level}
    return partial(consulting.give_opinion, actor=actor, at=ASKED, **details)


@CASES("opinion.give", "Chưa có nội dung ý kiến")
def empty_opinion(department):
    return answering(department, "  ")


@CASES("opinion.give", "“tuyet-voi” không có trong danh mục")
def opinion_with_an_unknown_level(department):
    return answering(department, "Nhất trí.", "tuyet-voi")


@CASES("opinion.withdraw", "không thể")
def answered_request_withdrawn(department):
    answer = answering(department, "Nhất trí.")
    request = answer()
    stage = Stage(department, request.subject.campaign)
    return office(stage, consulting.withdraw_request, ASKED, request=request)


@CASES("appraisal.record", "Bản kiểm điểm")
def unfinished_dossier(department):
    stage = scenery.opened(department)
    return office(stage, appraising.appraise, classification=stage.row("trade_officer"))


@CASES("appraisal.send_back", "Chưa nêu lý do")
def sent_back_without_reason(department):
    stage = scenery.reviewed(department)
    row = scenery.proposed(stage, trade_officer="good")[0]
    return office(stage, appraising.send_back, classification=row, reason=" ")


def proposing_again(department, **changes):
    stage = scenery.reviewed(department)
    row = stage.row("trade_officer")
    office(stage, appraising.appraise, classification=row)()
    facts = {"classification": row, "level": "good", "text": "Theo kết quả.", **changes}
    return partial(proposing.propose, actor=scenery.proposer_of(stage, row), at=APPRAISED, **facts)


@CASES("classification.propose", "“tuyet-voi” không có trong danh mục")
def unknown_level_proposed(department):
    return proposing_again(department, level="tuyet-voi")


@CASES("classification.propose", "phải nêu lý do")
def level_without_reason(department):
    return proposing_again(department, level="completed", text="")


def signing(department, key="trade_officer", level="good", **changes):
    stage = scenery.reviewed(department)
    rows = scenery.proposed(stage, **{key: "good"})
    subjects = [row.subject for row in rows]
    basis = scenery.hold_meeting(stage, MeetingKind.LEADERS_RATING, subjects)
    details = {"basis_meeting": basis, **changes}
    return partial(scenery.sign, stage, {rows[0]: level}, **details)


@CASES("decision.decide", "“tuyet-voi” không có trong danh mục")
def unknown_level_decided(department):
    return signing(department, level="tuyet-voi")


@CASES("decision.decide", "số")
def decision_without_number(department):
    return signing(department, number=" ")


@CASES("decision.decide", "“Số quyết định”")
def number_of_90_letters(department):
    return signing(department, number="101/QĐ" * 15)


@CASES("decision.decide", "chưa tới")
def signed_tomorrow(department):
    return signing(department, signed_on=date(2023, 12, 2))


@CASES("decision.decide", "“Chức vụ người ký” còn để trống")
def signer_without_title(department):
    return signing(department, signer_title="")


@CASES("decision.decide", "Chưa chọn đối tượng nào")
def decision_about_nobody(department):
    stage = scenery.reviewed(department)
    return partial(scenery.sign, stage, {}, basis_meeting=None)


@CASES("decision.decide", "chính mình")
def decision_on_oneself(department):
    """An employee of the centre to whom its head has delegated the role."""
    stage = scenery.reviewed(department)
    row = scenery.proposed(stage, centre_employee="good")[0]
    own = replace(stage.actor("centre_employee"), role=Role.UNIT_HEAD, unit_id=row.subject.unit_id)
    return partial(scenery.sign, stage, {row: "good"}, "9", own)


@CASES("decision.override", "phải có lý do")
def override_without_reason(department):
    stage = scenery.reviewed(department)
    row = scenery.proposed(stage, trade_officer="good")[0]
    because = deciding.OverrideInput(rule="quota.excellent", reason=" ", document="")
    details = {"classification": row, "message": "Vượt tỷ lệ.", "because": because}
    return partial(deciding.override_rule, actor=stage.director, at=DECIDED, **details)


def decision(department):
    stage = scenery.reviewed(department)
    return stage, scenery.decided(stage, trade_officer="good")


@CASES("notice.send", "thông báo")
def notices_twice(department):
    stage, signed = decision(department)
    sending = office(stage, notifying.send_notices, DECIDED, decision=signed)
    sending()
    return sending


@CASES("notice.read", "không có thẩm quyền")
def notice_of_somebody_else(department):
    stage, signed = decision(department)
    office(stage, notifying.send_notices, DECIDED, decision=signed)()
    actor = stage.actor("driver")
    return partial(notifying.read_notice, actor=actor, at=DECIDED, notice=Notice.objects.first())


@CASES("submission.issue", "không có thẩm quyền")
def submission_by_somebody_else(department):
    stage = scenery.opened(department)
    actor = department.actor("trade_head", Role.UNIT_HEAD)
    details = {"campaign": stage.campaign, "signer_title": "Trưởng phòng"}
    return partial(issuing.issue_submission, actor=actor, at=DECIDED, **details)


def completing_papers(department, **changes):
    stage = scenery.opened(department)
    facts = {"owner": stage.campaign, "kind": "result_report", "texts": {"lessons": "Sớm hơn."}}
    return office(stage, completing.complete_paper, **facts | changes)


@CASES("paper.complete", "Chưa ghi nội dung nào")
def paper_without_words(department):
    return completing_papers(department, texts={"lessons": "  "})


@CASES("paper.complete", "không có nội dung phải bổ sung")
def paper_that_asks_for_nothing(department):
    return completing_papers(department, kind="decision")


@CASES("paper.complete", "không có nội dung “moral”")
def paper_with_words_of_another(department):
    return completing_papers(department, texts={"moral": "Tốt."})


@CASES("paper.complete", "không có thẩm quyền")
def paper_of_another_unit(department):
    stage = scenery.opened(department)
    actor = department.actor("industry_head", Role.UNIT_HEAD)
    facts = {"owner": stage.subject("trade"), "kind": "unit_report", "texts": {"results": "Tốt."}}
    return partial(completing.complete_paper, actor=actor, at=DECIDED, **facts)


def ordering_again(department, **changes):
    stage = scenery.reviewed(department)
    item = AgendaItem.objects.get(subject=stage.subject("trade_officer"))
    facts = {"item": item, "reason": "Chưa làm rõ trách nhiệm.", "due_on": date(2023, 12, 20)}
    return office(stage, repeating.order_again, **{**facts, **changes})


@CASES("review.order_again", "Chưa nêu lý do kiểm điểm lại")
def held_again_without_reason(department):
    return ordering_again(department, reason=" ")


@CASES("review.order_again", "đã qua")
def held_again_yesterday(department):
    return ordering_again(department, due_on=date(2023, 11, 1))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_bad_input_is_refused_in_words(case: Case, department):
    refused(case.arrange(department), case.sentence)
