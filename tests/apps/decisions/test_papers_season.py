"""Văn bản cuối đợt: sheets, report and papers about one subject say what the rows say, or name what is missing."""

from __future__ import annotations

import pytest

from tests.apps.decisions.stage import DECIDED, decided, proposed
from tests.officialdocs.reading import text_of
from tusoi.decisions.services.completing import complete_paper
from tusoi.documents.enums import PaperKind
from tusoi.documents.selectors.sources import source_of
from tusoi.officialdocs.completeness import MissingValues
from tusoi.officialdocs.docx_writer import write_docx
from tusoi.org.enums import Role

REPORT = {
    "addressees": "Ban Cán sự đảng Ủy ban nhân dân tỉnh",
    "leadership": "Ban hành Kế hoạch kiểm điểm.",
    "preparation": "Phân công chuẩn bị báo cáo.",
    "conduct": "Tổ chức đủ các hội nghị.",
    "review_results": "Đã kiểm điểm tất cả đối tượng.",
    "records": "Hồ sơ lưu tại Văn phòng.",
    "supervision": "Dự hội nghị của 04 đơn vị.",
    "strengths": "Kiểm điểm nghiêm túc.",
    "shortcomings": "Có đơn vị gửi hồ sơ chậm.",
    "lessons": "Chuẩn bị sớm.",
}
SHORT = {"strengths": "Hoàn thành 10/10 nhiệm vụ.", "shortcomings": "Đi cơ sở chưa nhiều."}
REMEDY = {
    "shortcoming": "Báo cáo gửi chậm",
    "source": "Hội nghị kiểm điểm",
    "measure": "Lập lịch báo cáo",
    "owner": "Phòng Quản lý thương mại",
    "deadline": "Quý I năm 2024",
    "product": "Không còn báo cáo chậm",
}


def printed(kind: PaperKind, owner) -> str:
    return text_of(write_docx(source_of(kind, owner).build(owner)))


def completed(stage, kind, owner, texts):
    return complete_paper(actor=stage.office, at=DECIDED, owner=owner, kind=kind, texts=texts)


def missing(kind: PaperKind, owner) -> list[str]:
    with pytest.raises(MissingValues) as refused:
        printed(kind, owner)
    return refused.value.names


def test_sheets_hold_people_and_collectives_apart_and_say_who_still_waits(stage):
    decided(stage, trade="good", trade_officer="good")
    people = printed(PaperKind.INDIVIDUAL_SHEET, stage.campaign)
    collectives = printed(PaperKind.COLLECTIVE_SHEET, stage.campaign)
    assert "Bùi Ngọc Ánh" in people
    assert "Chưa đề nghị mức" in people
    assert "Tập thể lãnh đạo Phòng Quản lý thương mại" not in people
    assert "Bùi Ngọc Ánh" not in collectives


def test_sheets_take_the_same_number_of_queries_for_any_number_of_people(
    stage, django_assert_max_num_queries
):
    source = source_of(PaperKind.INDIVIDUAL_SHEET, stage.campaign)
    with django_assert_max_num_queries(8):
        source.build(stage.campaign)


def test_the_result_report_names_the_words_still_to_be_written(stage):
    assert "công tác lãnh đạo, chỉ đạo" in missing(PaperKind.RESULT_REPORT, stage.campaign)


def test_the_result_report_counts_the_decided_levels(stage):
    decided(stage, trade_officer="good")
    completed(stage, PaperKind.RESULT_REPORT, stage.campaign, REPORT)
    text = printed(PaperKind.RESULT_REPORT, stage.campaign)
    assert "Ban hành Kế hoạch kiểm điểm" in text
    assert "Đã thông báo kết quả đến 0/1" in text
    source = source_of(PaperKind.RESULT_REPORT, stage.campaign)
    assert "chưa được quyết định" in source.unready(stage.campaign)


def test_half_a_page_on_a_leader(stage):
    proposed(stage, trade_head="good")
    leader = stage.subject("trade_head")
    assert set(missing(PaperKind.LEADER_SUMMARY, leader)) == {
        "ưu điểm, kết quả nổi bật",
        "hạn chế, khuyết điểm",
    }
    completed(stage, PaperKind.LEADER_SUMMARY, leader, SHORT)
    text = printed(PaperKind.LEADER_SUMMARY, stage.subject("trade_head"))
    assert "Hoàn thành 10/10 nhiệm vụ" in text
    assert "Mức đề nghị xếp loại: Hoàn thành tốt nhiệm vụ" in text


def test_one_page_on_a_unit_and_its_remedies(stage):
    unit = stage.subject("trade")
    head = stage.actor("trade_head", Role.UNIT_HEAD)
    texts = {"results": "Xong việc", "shortcomings": "Chậm", "proposals": "Thêm người"}
    complete_paper(actor=head, at=DECIDED, owner=unit, kind="unit_report", texts=texts)
    assert "Thêm người" in printed(PaperKind.UNIT_REPORT, unit)
    plan = {"purposes": "Khắc phục", "assignments": "Phòng thực hiện", "rows": [REMEDY, {}]}
    complete_paper(actor=head, at=DECIDED, owner=unit, kind="remedy_plan", texts=plan)
    assert "có 01 hạn chế, khuyết điểm cần khắc phục" in printed(PaperKind.REMEDY_PLAN, unit)


def test_a_pledge_carries_the_person_s_own_data(stage):
    member = printed(PaperKind.PLEDGE, stage.subject("trade_officer"))
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in member
    assert "Bùi Ngọc Ánh" in member
    assert "năm 2024" in member
    assert "CỘNG HÒA" in printed(PaperKind.PLEDGE, stage.subject("driver")).upper()


def test_the_dossier_list_says_what_is_there_and_what_is_missing(stage):
    leader = stage.subject("trade_head")
    assert "Chưa đến bước" in printed(PaperKind.DOSSIER_LIST, leader)
    decided(stage, trade="good", trade_head="good")
    text = printed(PaperKind.DOSSIER_LIST, leader)
    assert "Số 101 ngày 01/12/2023" in text
    assert "Danh mục theo: Điều 22 Nghị định 90/2020/NĐ-CP được sửa đổi" in text
    assert "đủ thành phần theo quy định" in text
    completed(stage, PaperKind.DOSSIER_LIST, leader, {"other": "Số 05/VB ngày 01/12/2023"})
    assert "Số 05/VB" in printed(PaperKind.DOSSIER_LIST, leader)


@pytest.mark.parametrize(
    ("kind", "key"),
    [("leader_summary", "trade_head"), ("unit_report", "trade"), ("pledge", "trade_officer")],
)
def test_only_those_who_are_in_charge_see_the_papers_about_a_subject(stage, kind, key):
    subject = stage.subject(key)
    source = source_of(kind, subject)
    assert source.visible_to(stage.office, subject)
    assert source.visible_to(stage.actor("trade_head", Role.UNIT_HEAD), subject)
    assert not source.visible_to(stage.actor("industry_head", Role.UNIT_HEAD), subject)
    assert not source.visible_to(stage.actor("industry_officer"), subject)
