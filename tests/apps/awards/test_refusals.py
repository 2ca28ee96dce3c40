"""Đầu vào sai của việc đăng ký, đề nghị, trình khen thưởng: refused, nothing written."""

from datetime import date
from functools import partial

import pytest

from tests.apps.awards import stage as scenery
from tests.apps.awards.stage import DISCUSSED, REGISTERED
from tests.apps.decisions import stage as ratings
from tests.refusals import Case, Cases, refused
from tusoi.awards.facts import AwardCase, Merits
from tusoi.awards.models import AwardNomination
from tusoi.awards.services import nominating, registering, submitting
from tusoi.campaigns.models import Campaign
from tusoi.meetings.models import Meeting
from tusoi.org.enums import Role
from tusoi.rulebook.facts import PendingMatter

CASES = Cases()


def registering_with(department, **changes):
    facts = {
        "actor": department.office,
        "at": DISCUSSED,
        "registrant": department.people["trade_officer"],
        "title": "base_fighter",
        "registered_on": REGISTERED,
    }
    return partial(registering.register, **facts | changes)


@CASES("award.register", "còn ở phía trước")
def registered_tomorrow(department):
    return registering_with(department, registered_on=date(2023, 12, 5))


@CASES("award.register", "danh hiệu dành cho tập thể")
def person_for_a_title_of_collectives(department):
    return registering_with(department, title="advanced_collective")


@CASES("award.register", "danh hiệu dành cho cá nhân")
def collective_for_a_title_of_persons(department):
    return registering_with(department, registrant=department.collectives["trade"])


@CASES("award.register", "không có trong danh mục")
def unknown_title(department):
    return registering_with(department, title="anh-hung")


@CASES("award.register", "đã đăng ký “Chiến sĩ thi đua cơ sở” năm 2023")
def registered_twice(department):
    registering_with(department)()
    return registering_with(department, registered_on=date(2023, 3, 1))


@CASES("award.register", "không giữ vị trí công tác nào")
def registered_before_any_post(department):
    return registering_with(department, registered_on=date(2019, 3, 1))


@CASES("award.register", "không có thẩm quyền")
def registered_by_another_unit(department):
    return registering_with(department, actor=department.actor("industry_head", Role.UNIT_HEAD))


@CASES("award.withdraw_registration", "đã được đề nghị khen thưởng năm 2023")
def registration_in_use(department):
    stage = scenery.nominated(department)
    used = stage.department.people["trade_officer"].award_registrations.get()
    facts = {"actor": stage.office, "at": DISCUSSED, "registration": used}
    return partial(registering.withdraw_registration, **facts)


def discussing(department, **changes):
    stage = scenery.rated(department)
    facts = {"meeting": stage.meeting, "voting": "Bỏ phiếu kín", "voters": 5, **changes}
    return partial(nominating.record_discussion, actor=stage.head, at=DISCUSSED, **facts)


@CASES("award.record_discussion", "hội nghị có 5 thành viên có mặt")
def more_voters_than_present(department):
    return discussing(department, voters=6)


@CASES("award.record_discussion", "hội nghị có 5 thành viên có mặt")
def nobody_voted(department):
    return discussing(department, voters=0)


@CASES("award.record_discussion", "“Hình thức biểu quyết” còn để trống")
def voted_in_no_way(department):
    return discussing(department, voting=" ")


@CASES("award.record_discussion", "chưa họp")
def discussed_before_the_meeting(department):
    act = discussing(department)
    Meeting.objects.filter(pk=act.keywords["meeting"].pk).update(opened_at=None)
    return act


@CASES("award.record_discussion", "đã được ghi")
def discussed_twice(department):
    act = discussing(department)
    act()
    return act


def nominating_with(department, key="trade_officer", title="base_fighter", actor=None, **changes):
    stage = scenery.rated(department)
    scenery.discuss(stage)
    words = {"achievements": scenery.WORDS, "votes_for": 4, **changes}
    return partial(
        nominating.nominate,
        actor=actor or stage.head,
        at=DISCUSSED,
        subject=stage.ratings.subject(key),
        title=title,
        discussion=stage.discussion,
        case=AwardCase(**words),
    )


@CASES("award.nominate", "chưa được đánh giá, xếp loại năm 2023")
def nominated_before_the_rating(department):
    return nominating_with(department, "trade_officer_3")


@CASES("award.nominate", "không dành cho đối tượng này")
def person_nominated_as_a_collective(department):
    return nominating_with(department, title="advanced_collective")


@CASES("award.nominate", "không khớp với 5 người biểu quyết")
def more_votes_than_voters(department):
    return nominating_with(department, votes_against=2)


@CASES("award.nominate", "không khớp với 5 người biểu quyết")
def fewer_votes_than_none(department):
    return nominating_with(department, votes_against=-1)


@CASES("award.nominate", "“Tóm tắt thành tích” còn để trống")
def no_achievements(department):
    return nominating_with(department, achievements="  ")


@CASES("award.nominate", "không có thẩm quyền")
def nominated_by_another_unit(department):
    other = department.actor("industry_head", Role.UNIT_HEAD)
    return nominating_with(department, actor=other)


@CASES("award.nominate", "không bình xét cho")
def discussed_by_another_unit(department):
    return nominating_with(department, "industry_officer", actor=department.office)


@CASES("award.nominate", "chưa mở")
def nominated_in_a_season_withdrawn(department):
    act = nominating_with(department)
    Campaign.objects.update(state="withdrawn")
    return act


@CASES("award.nominate", "Chưa có bản đăng ký thi đua từ đầu năm")
def not_registered_where_it_is_a_condition(department):
    act = nominating_with(department)
    Campaign.objects.update(overlay="van-phong-ubnd-2023", law_date=date(2023, 12, 8))
    return act


@CASES("award.nominate", "đang xem xét kỷ luật")
def nominated_while_discipline_is_pending(department):
    pending = frozenset({PendingMatter.DISCIPLINE})
    act = nominating_with(department, merits=Merits(has_spirit=True, pending=pending))
    Campaign.objects.update(overlay="", law_date=date(2025, 12, 1))
    return act


def taking(department, function, **changes):
    stage = scenery.nominated(department)
    actor = stage.head if function is nominating.withdraw_nomination else stage.office
    facts = {"nomination": AwardNomination.objects.get(), **changes}
    return partial(function, actor=actor, at=DISCUSSED, **facts)


@CASES("award.withdraw", "đang ở trạng thái “Không trình”")
def withdrawn_after_it_was_left_out(department):
    act = taking(department, nominating.withdraw_nomination)
    row = AwardNomination.objects.get()
    declined = {"nomination": row, "reason": "Thành tích chưa rõ."}
    submitting.decline_nomination(actor=department.office, at=DISCUSSED, **declined)
    return act


@CASES("award.decline", "Chưa ghi lý do")
def left_out_without_reason(department):
    return taking(department, submitting.decline_nomination, reason=" ")


@CASES("award.restore", "đang ở trạng thái “Đơn vị đề nghị”")
def restored_though_it_stands(department):
    return taking(department, submitting.restore_nomination)


def submitting_with(department, **changes):
    stage = scenery.nominated(department)
    rows = AwardNomination.objects.all()
    facts = {"campaign": stage.campaign, "nominations": rows, "council": "Hội đồng", **changes}
    return partial(submitting.submit_list, actor=stage.office, at=DISCUSSED, **facts)


@CASES("award.submit_list", "Chưa chọn đề nghị nào")
def empty_list(department):
    return submitting_with(department, nominations=[])


@CASES("award.submit_list", "“Nơi kính gửi” còn để trống")
def list_to_nobody(department):
    return submitting_with(department, council=" ")


@CASES("award.submit_list", "đang ở trạng thái “Đã trình hội đồng”")
def list_sent_twice(department):
    act = submitting_with(department)
    act()
    return act


@CASES("award.submit_list", "Mức xếp loại chưa có quyết định")
def list_before_the_decision(department):
    stage = scenery.rated(department)
    ratings.proposed(stage.ratings, trade_officer_3="good")
    scenery.discuss(stage)
    scenery.put_forward(stage, "trade_officer_3", "advanced_worker")
    rows = AwardNomination.objects.all()
    facts = {"campaign": stage.campaign, "nominations": rows, "council": "Hội đồng"}
    return partial(submitting.submit_list, actor=stage.office, at=DISCUSSED, **facts)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_bad_input_is_refused_in_words(case: Case, department):
    refused(case.arrange(department), case.sentence)
