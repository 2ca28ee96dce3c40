"""Đầu vào sai của kế hoạch và bản kiểm điểm: refused in words, nothing written."""

from datetime import date
from functools import partial

import pytest

from tests.apps.campaigns import season as scenery
from tests.cast import moment
from tests.refusals import Case, Cases, refused
from tusoi.campaigns.models import Campaign, CirculationReceipt, Review
from tusoi.campaigns.services import (
    circulating,
    enrolling,
    local_rules,
    placing,
    planning,
    reminding,
    suggesting,
    supervising,
    writing,
)
from tusoi.org.enums import Role

CASES = Cases()
LATER = moment(2023, 11, 27)


class World:
    """Sở nhỏ với kế hoạch năm 2023; opened when a case asks for it."""

    def __init__(self, department):
        self.department, self.campaign = department, scenery.draft(department)

    def opened(self):
        scenery.open_season(self.department, self.campaign)
        return self

    def office(self, function, at=scenery.PLANNED, **details):
        return partial(function, actor=self.department.office, at=at, **details)

    def plan(self, function, **details):
        return self.office(function, campaign=self.campaign, **details)

    def review(self, key):
        return scenery.review_of(self.department, self.campaign, key)

    def writer(self, function, key, **details):
        actor = scenery.writer_of(self.department, key)
        return partial(function, actor=actor, at=LATER, review=self.review(key), **details)

    def saving(self, key="driver", content=None, **changes):
        facts = {"content": content or {}, "self_level": "", "window": "cửa sổ 1"}
        facts["base_revision"] = self.review(key).revision
        return self.writer(writing.save_review, key, **{**facts, **changes})

    def circulated(self, *recipients):
        scenery.circulate(self.department, self.campaign, "trade_officer", *recipients)
        return self

    def comment(self, text="Nhất trí."):
        return partial(
            circulating.comment_on_review,
            actor=self.department.actor("trade_deputy"),
            at=LATER,
            review=self.review("trade_officer"),
            text=text,
        )


@CASES("campaign.draft", "đã có đợt đánh giá năm 2023")
def second_season(world):
    return partial(scenery.start, world.department)


def another(world, **changes):
    facts = {"body": world.department.body, "title": "Đánh giá năm 2024", "review_year": 2024}
    facts |= {"plan_number": "16/KH-SCT", "plan_date": date(2024, 11, 20)}
    return world.office(planning.draft_campaign, **{**facts, **changes})


@CASES("campaign.draft", "không thể là kế hoạch của năm")
def year_out_of_range(world):
    return another(world, review_year=10**6)


@CASES("campaign.draft", "Chưa có bộ quy định riêng")
def unknown_overlay(world):
    return another(world, overlay="khong-co")


@CASES("campaign.correct_plan", "Kế hoạch chưa có tên")
def plan_without_title(world):
    return world.plan(planning.correct_plan, title="")


@CASES("campaign.correct_plan", "không còn ở bước lập kế hoạch")
def plan_already_open(world):
    return world.opened().plan(planning.correct_plan, plan_purpose="Khác.")


@CASES("campaign.correct_plan", "“Chức vụ người ký”")
def title_of_signer_too_long(world):
    return world.plan(planning.correct_plan, signer_title="Giám đốc " * 40)


@CASES("campaign.set_legal_bases", "không còn ở bước lập kế hoạch")
def bases_of_an_open_season(world):
    return world.opened().plan(planning.set_legal_bases, texts=["Nghị định"])


def milestone(world, due_on, **changes):
    facts = {"step": "unit_reviews", "label": "Kiểm điểm", "responsible": "Các phòng"}
    facts |= {"due_on": due_on, "is_inclusive": True}
    return world.plan(planning.set_milestone, **{**facts, **changes})


@CASES("campaign.set_milestone", "trước ngày của kế hoạch")
def deadline_before_the_plan(world):
    return milestone(world, date(2023, 11, 1))


@CASES("campaign.set_milestone", "đã qua")
def deadline_in_the_past(world):
    late = milestone(world, date(2023, 11, 23))
    return partial(late, at=LATER)


@CASES("campaign.set_milestone", "đúng ngày nghỉ lễ")
def deadline_on_a_holiday(world):
    return milestone(world, date(2024, 1, 1))


@CASES("campaign.set_milestone", "“tet” không có trong danh mục")
def unknown_step(world):
    return milestone(world, date(2023, 11, 30), step="tet")


@CASES("campaign.set_milestone", "“Đơn vị thực hiện” còn để trống")
def deadline_of_nobody(world):
    return milestone(world, date(2023, 11, 30), responsible="")


@CASES("campaign.set_track", "chưa có quy trình")
def rules_without_procedures(world):
    world.plan(planning.correct_plan, overlay="")()
    return world.plan(planning.load_tracks)


@CASES(
    "campaign.choose_form",
    "không dùng cho nhóm “Người đứng đầu phòng, ban, đơn vị” vào ngày kế hoạch 22/11/2023",
)
def form_of_another_year(world):
    return world.plan(planning.choose_form, kind="division_head", form_code="hd43-mau-02a")


@CASES("campaign.choose_form", "không dùng cho nhóm “Người đứng đầu phòng, ban, đơn vị”")
def report_of_a_collective_for_a_person(world):
    return world.plan(planning.choose_form, kind="division_head", form_code="hd25-mau-01")


@CASES("campaign.choose_form", "Đợt chưa có quy trình")
def form_without_procedure(world):
    world.campaign.subjects.all().delete()
    world.campaign.tracks.all().delete()
    return world.plan(planning.choose_form, kind="division_head", form_code="hd25-mau-02b")


@CASES("campaign.enrol_subjects", "không còn ở bước lập kế hoạch")
def enrolling_after_opening(world):
    return world.opened().plan(enrolling.enrol_subjects, as_of=scenery.AS_OF)


def standing(world, key, **changes):
    subject = world.campaign.subjects.get(person=world.department.people[key])
    facts = {"subject": subject, "standing": "not_rated", "reason": "Nghỉ việc."}
    return world.office(enrolling.set_standing, **{**facts, **changes})


@CASES("campaign.set_standing", "Chưa nêu lý do")
def standing_without_reason(world):
    return standing(world, "driver", reason=" ")


@CASES("campaign.set_standing", "“x” không có trong danh mục")
def unknown_standing(world):
    return standing(world, "driver", standing="x")


@CASES("campaign.set_standing", "không còn")
def subject_taken_off_meanwhile(world):
    setting = standing(world, "driver")
    world.campaign.subjects.filter(person=world.department.people["driver"]).delete()
    return setting


@CASES("campaign.withdraw", "không còn ở bước lập kế hoạch")
def withdrawing_an_open_season(world):
    return world.opened().plan(planning.withdraw_campaign)


@CASES("campaign.remind", "Chưa chọn đơn vị")
def reminding_nobody(world):
    step = world.opened().campaign.milestones.first()
    return world.office(reminding.remind_units, milestone=step, units=[])


@CASES("review.save", "chưa mở hoặc đã kết thúc")
def writing_before_the_opening(world):
    return partial(scenery.write, world.opened().department, _closed(world), "driver")


def _closed(world):
    type(world.campaign).objects.filter(pk=world.campaign.pk).update(state="closed")
    return world.campaign


@CASES("review.save", "Biểu mẫu không có nội dung: khong_co")
def wrong_key(world):
    return world.opened().saving(content={"khong_co": "x"})


@CASES("review.save", "phải là số nguyên không âm")
def number_of_5000_digits(world):
    return world.opened().saving("trade_head", content={"unit_targets_total": "9" * 5000})


@CASES("review.save", "phải là số nguyên không âm")
def negative_number(world):
    return world.opened().saving("trade_head", content={"unit_targets_total": "-1"})


@CASES("review.save", "Mức xếp loại không có")
def unknown_level(world):
    return world.opened().saving(self_level="tuyet-voi")


@CASES("review.save", "dài quá mức")
def text_of_300_000_words(world):
    return world.opened().saving(content={_text_field(world): "chữ " * 300_000})


def _text_field(world):
    from tusoi.campaigns.facts import fields_of
    from tusoi.rulebook.forms import FieldKind

    fields = fields_of(world.review("driver").subject)
    return next(field.code for field in fields if field.kind is FieldKind.TEXT)


@CASES("review.save", "đã lưu một nội dung khác")
def two_windows(world):
    stale = world.opened().saving(window="cửa sổ 2")
    scenery.write(world.department, world.campaign, "driver")
    return stale


def on_form(world, code, **content):
    """The driver writes on another form."""
    world.opened()
    world.review("driver").subject.track.__class__.objects.update(form_code=code)
    return world.saving(content=content)


@CASES("review.save", "phải là số điểm từ 0 đến 30")
def more_points_than_the_form_allows(world):
    return on_form(world, "hd43-mau-02b", general_score="30,5")


@CASES("review.save", "“Điểm tiêu chí chung” phải là số điểm")
def points_of_a_month_in_words(world):
    months = [["hai mươi", "60", ""]] * 12
    return on_form(world, "nd335-mau-02", months=months)


@CASES("review.save", "số dòng của bảng không đúng")
def a_month_too_few(world):
    return on_form(world, "nd335-mau-02", months=[["20", "60", ""]] * 11)


@CASES("review.save", "số cột của bảng không đúng")
def a_column_too_many(world):
    return on_form(world, "nd335-mau-02", months=[["20", "60", "", ""]] * 12)


@CASES("review.save", "Mức xếp loại không có trong biểu mẫu")
def unknown_level_as_party_member(world):
    return on_form(world, "hd25-mau-02a", party_self_level="tuyệt vời")


@CASES("review.submit", "Chưa viết nội dung")
def handing_in_an_empty_form(world):
    return world.opened().writer(writing.submit_review, "driver")


@CASES("review.submit", "lớn hơn “")
def parts_larger_than_the_whole(world):
    world.opened()
    facts = {"unit_targets_total": 10, "unit_targets_done": 12}
    scenery.write(world.department, world.campaign, "trade_head", **facts)
    return world.writer(writing.submit_review, "trade_head")


@CASES("review.return", "Chưa nêu lý do")
def returning_without_reason(world):
    scenery.submit(world.opened().department, world.campaign, "driver")
    review = world.review("driver")
    return world.office(writing.return_review, at=LATER, review=review, reason="")


@CASES("review.circulate", "Chưa chọn người nhận")
def circulating_to_nobody(world):
    scenery.submit(world.opened().department, world.campaign, "driver")
    review = world.review("driver")
    return world.office(circulating.circulate_review, at=LATER, review=review, recipients=[])


@CASES("review.comment", "Chưa ghi nội dung góp ý")
def empty_comment(world):
    return world.opened().circulated("trade_deputy").comment(" \n")


@CASES("review.respond", "Chưa ghi nội dung tiếp thu")
def empty_response(world):
    comment = world.opened().circulated("trade_deputy").comment()()
    actor = world.department.actor("trade_officer")
    return partial(
        circulating.respond_to_comment, actor=actor, at=LATER, comment=comment, response=""
    )


@CASES("review.read_draft", "không có thẩm quyền")
def draft_of_somebody_else(world):
    world.opened().circulated("trade_deputy")
    receipt, actor = CirculationReceipt.objects.get(), world.department.actor("driver")
    return partial(circulating.mark_draft_read, actor=actor, at=LATER, receipt=receipt)


@CASES("review.finalise", "không thể")
def completing_before_the_meeting(world):
    scenery.submit(world.opened().department, world.campaign, "driver")
    return world.writer(writing.finalise_review, "driver")


def own_rule(world, **changes):
    facts = {"name": "quota.max_share_excellent", "value": "0.15", "ends_on": None, "note": ""}
    facts |= {"starts_on": date(2023, 11, 20), "document_number": "34/QĐ-SCT"}
    facts |= {"document_date": date(2023, 11, 15), "issuer": "Giám đốc Sở"}
    return world.office(local_rules.add_local_rule, body=world.department.body, **facts | changes)


@CASES("local_rule.add", "không có mục quy định “quota.khong_co”")
def rule_about_nothing(world):
    return own_rule(world, name="quota.khong_co")


@CASES("local_rule.add", "cơ quan không được thay đổi")
def rule_where_the_law_leaves_no_room(world):
    return own_rule(world, name="eligibility.min_months_in_post", value="3")


@CASES("local_rule.add", "nhẹ hơn quy định chung là 20%")
def more_lenient_rule(world):
    return own_rule(world, value="0.25")


@CASES("local_rule.add", "nhẹ hơn quy định chung là 3")
def rule_below_a_smallest_number(world):
    return own_rule(world, name="circulation.min_working_days", value="2")


@CASES("local_rule.add", "giá trị “mười lăm” không dùng được")
def rule_that_is_no_share(world):
    return own_rule(world, value="mười lăm")


@CASES("local_rule.add", "giá trị “tùy” không dùng được")
def rule_that_is_no_choice(world):
    return own_rule(world, name="quota.rounding", value="tùy")


@CASES("local_rule.add", "trước ngày bắt đầu 20/11/2023")
def rule_that_ends_before_it_starts(world):
    return own_rule(world, ends_on=date(2023, 11, 19))


@CASES("local_rule.add", "sau ngày hôm nay")
def rule_of_a_document_to_come(world):
    return own_rule(world, document_date=date(2024, 1, 5))


@CASES("local_rule.add", "Chưa ghi số, ký hiệu của văn bản")
def rule_without_number(world):
    return own_rule(world, document_number=" ")


@CASES("local_rule.add", "Chưa ghi ngày ban hành của văn bản")
def rule_without_day_of_its_document(world):
    return own_rule(world, document_date=None)


@CASES("local_rule.add", "Chưa ghi nơi ban hành của văn bản")
def rule_without_issuer(world):
    return own_rule(world, issuer="")


@CASES("local_rule.add", "“Cơ quan, người ban hành”")
def rule_with_an_endless_issuer(world):
    return own_rule(world, issuer="Giám đốc " * 40)


@CASES("local_rule.add", "Cơ quan đã có quy định về mục này theo 34/QĐ-SCT")
def second_rule_for_the_same_days(world):
    own_rule(world)()
    return own_rule(world, value="0.1")


def ending(world, **changes):
    facts = {"ended_from": date(2024, 1, 1), "reason": "Thay bằng quyết định khác"} | changes
    return world.office(local_rules.end_local_rule, rule=own_rule(world)(), **facts)


@CASES("local_rule.end", "Chưa nêu lý do thôi áp dụng")
def ending_without_reason(world):
    return ending(world, reason=" ")


@CASES("local_rule.end", "đã kết thúc từ ngày 01/01/2024")
def ending_twice(world):
    act = ending(world)
    act()
    return act


def placing_of(world, **changes):
    subject = world.review("trade_officer").subject
    facts = {"kind": "unit", "unit": world.department.units["industry"], "reason": "Theo văn bản."}
    return world.office(placing.set_place, subject=subject, **{**facts, **changes})


@CASES("subject.set_place", "phải là một đơn vị hoặc một chi bộ")
def place_nowhere(world):
    return placing_of(world.opened(), unit=None)


@CASES("subject.set_place", "phải là một đơn vị hoặc một chi bộ")
def place_in_two_bodies(world):
    cell = world.department.people["trade_officer"].party_cell
    return placing_of(world.opened(), cell=cell)


@CASES("subject.set_place", "Chưa nêu lý do xác định nơi kiểm điểm")
def place_without_reason(world):
    return placing_of(world.opened(), reason=" ")


@CASES("subject.set_place", "“san_dinh” không có trong danh mục")
def unknown_place(world):
    return placing_of(world.opened(), kind="san_dinh")


@CASES("subject.set_place", "Đợt đánh giá đã kết thúc")
def place_in_a_closed_season(world):
    act = placing_of(world.opened())
    Campaign.objects.update(state="closed")
    return act


@CASES("subject.set_place", "đã kiểm điểm nên không đổi được")
def place_after_the_review(world):
    act = placing_of(world.opened())
    Review.objects.update(state="discussed")
    return act


def sent_to_cell(world, key):
    return world.office(circulating.send_to_cell, review=world.review(key))


@CASES("review.send_to_cell", "không kiểm điểm ở chi bộ nào")
def nobody_of_a_cell(world):
    return sent_to_cell(world.opened(), "driver")


@CASES("review.send_to_cell", "chưa gửi chi bộ được")
def unwritten_review_to_the_cell(world):
    return sent_to_cell(world.opened(), "trade_officer")


@CASES("local_rule.end", "chỉ áp dụng đến hết ngày 31/12/2023")
def ending_after_the_end(world):
    rule = own_rule(world, ends_on=date(2023, 12, 31))()
    return world.office(
        local_rules.end_local_rule, rule=rule, ended_from=date(2024, 2, 1), reason="Muộn"
    )


def suggesting_to(world, key="trade_officer", **changes):
    facts = {"issuer": "Ban Thường vụ Tỉnh ủy", "text": "Việc chậm báo cáo."}
    facts |= {"document_date": date(2023, 11, 20)}
    subject = world.review(key).subject
    details = {"subject": subject, **facts, **changes}
    return world.office(suggesting.record_suggestion, LATER, **details)


@CASES("suggestion.record", "Chưa ghi cấp gợi ý")
def suggestion_of_nobody(world):
    return suggesting_to(world.opened(), issuer=" ")


@CASES("suggestion.record", "sau ngày hôm nay")
def suggestion_from_tomorrow(world):
    return suggesting_to(world.opened(), document_date=date(2023, 12, 20))


@CASES("suggestion.record", "không ghi, không rút gợi ý")
def suggestion_after_the_meeting(world):
    review = world.opened().review("trade_officer")
    type(review).objects.filter(pk=review.pk).update(state="discussed")
    return suggesting_to(world)


def suggested(world):
    return suggesting_to(world.opened())()


def asking_about(world, *units, due_on=date(2023, 11, 28)):
    asked = [world.department.units[key] for key in units]
    details = {"suggestion": suggested(world), "units": asked, "due_on": due_on}
    return world.office(suggesting.ask_opinions, LATER, **details)


@CASES("suggestion.withdraw", "Chưa ghi lý do rút gợi ý")
def suggestion_withdrawn_without_reason(world):
    details = {"suggestion": suggested(world), "reason": ""}
    return world.office(suggesting.withdraw_suggestion, LATER, **details)


@CASES("suggestion.answer", "không ghi giải trình được")
def answer_to_a_withdrawn_suggestion(world):
    suggestion = suggested(world)
    world.office(suggesting.withdraw_suggestion, LATER, suggestion=suggestion, reason="Rút.")()
    actor = world.department.actor("trade_officer")
    facts = {"suggestion": suggestion, "text": "Đã xong."}
    return partial(suggesting.answer_suggestion, actor=actor, at=LATER, **facts)


@CASES("suggestion.ask_opinion", "chính đơn vị được gợi ý")
def unit_asked_about_itself(world):
    return asking_about(world, "trade")


@CASES("suggestion.ask_opinion", "Hạn cho ý kiến")
def opinion_asked_for_yesterday(world):
    return asking_about(world, "industry", due_on=date(2023, 11, 20))


@CASES("suggestion.give_opinion", "Chưa có nội dung ý kiến")
def empty_opinion_on_a_suggestion(world):
    [opinion] = asking_about(world, "industry")()
    actor = world.department.actor("industry_head", Role.UNIT_HEAD)
    facts = {"opinion": opinion, "text": " "}
    return partial(suggesting.give_opinion, actor=actor, at=LATER, **facts)


@CASES("supervision.record", "Chưa có nội dung nhận xét")
def empty_findings(world):
    supervision = world.opened().office(
        supervising.assign,
        LATER,
        campaign=world.campaign,
        unit=world.department.units["trade"],
        person=world.department.people["vice_director"],
    )()
    actor = world.department.actor("vice_director")
    facts = {"supervision": supervision, "findings": "", "is_satisfactory": True}
    return partial(supervising.record_findings, actor=actor, at=LATER, **facts)


@pytest.fixture
def world(department) -> World:
    return World(department)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_bad_input_is_refused_in_words(case: Case, world: World):
    refused(case.arrange(world), case.sentence)


def test_odd_text_is_kept_tidy_in_a_review(world: World):
    field = _text_field(world.opened())
    written = "Dòng một\x00\r\nDòng ha\u0065\u0302\u0301t 🌾\ud800"
    review = world.saving(content={field: written})()
    review.refresh_from_db()
    assert review.content[field] == "Dòng một\nDòng haết 🌾"


def test_a_long_report_is_kept_whole(world: World):
    field, text = _text_field(world.opened()), "chữ " * 100_000
    review = world.saving(content={field: text})()
    assert review.content[field] == text.strip()


def test_a_head_writes_for_the_collective_but_never_for_a_member(world: World):
    world.opened()
    actor = world.department.actor("trade_head", Role.UNIT_HEAD)
    refused(partial(world.saving("trade_officer"), actor=actor), "không có thẩm quyền")
