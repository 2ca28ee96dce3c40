"""Biểu 01, Biểu 02, reports, summaries and dossiers: sums close, texts stay short, gaps are named."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from itertools import cycle, islice
from time import perf_counter

import pytest
from pypdf import PdfReader

from tests.officialdocs.reading import text_of
from tusoi.officialdocs import Inconsistent, MissingValues, sample_sheets, write_docx
from tusoi.officialdocs.papers import (
    LevelCounts,
    RatingGroup,
    collective_sheet_paper,
    dossier_list_paper,
    individual_sheet_paper,
    leader_summary_paper,
    result_report_paper,
    unit_report_paper,
)
from tusoi.officialdocs.papers.leader_summary import HALF_A_PAGE
from tusoi.officialdocs.papers.level_counts import level_summary, total_of
from tusoi.officialdocs.papers.unit_report import ONE_PAGE
from tusoi.officialdocs.pdf_writer import write_pdf

SENTENCE = (
    "Hằng năm công tác kiểm điểm tự phê bình và phê bình được triển khai nghiêm túc, theo đúng yêu "
    "cầu; nội dung báo cáo khá toàn diện, sát với chức năng, nhiệm vụ của đơn vị và của từng cán bộ."
)


def words(count):
    return " ".join(islice(cycle(SENTENCE.split()), count))


def pages_of(paper):
    return PdfReader(BytesIO(write_pdf(paper))).pages


def sheet_of(row):
    return replace(sample_sheets.individual_sheet(), groups=(RatingGroup(title="A", rows=(row,)),))


def row(**changes):
    return replace(sample_sheets.individual_sheet().rows[0], **changes)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"total_score": Decimal(94)}, "không bằng điểm tiêu chí chung cộng điểm nhiệm vụ"),
        ({"task_score": None}, "không bằng điểm tiêu chí chung cộng điểm nhiệm vụ"),
        ({"decided_level": "Xuất sắc"}, "không thuộc các mức xếp loại"),
        ({"decided_level": ""}, "chưa nêu lý do không xếp loại"),
        ({"not_classified": "Nghỉ thai sản"}, "vừa có mức xếp loại vừa ghi lý do"),
    ],
)
def test_a_row_that_does_not_agree_is_refused(changes, reason):
    with pytest.raises(Inconsistent, match=reason):
        individual_sheet_paper(sheet_of(row(**changes)))


def test_score_columns_stand_only_where_there_are_scores():
    unscored = row(general_score=None, task_score=None, total_score=None)
    assert "Tiêu chí chung" not in text_of(write_docx(individual_sheet_paper(sheet_of(unscored))))
    assert "Tiêu chí chung" in text_of(write_docx(individual_sheet_paper(sheet_of(row()))))


def test_before_the_decision_the_proposed_levels_are_counted():
    context = sample_sheets.collective_sheet()
    text = text_of(write_docx(collective_sheet_paper(context)))
    assert "Tổng hợp theo mức đề xuất" in text
    assert "33,3%" in text
    with pytest.raises(Inconsistent, match="chưa có mức xếp loại"):
        collective_sheet_paper(replace(context, is_decided=True))


def test_a_sheet_of_nobody_says_so():
    context = replace(sample_sheets.individual_sheet(), groups=(RatingGroup(title="Văn phòng"),))
    text = text_of(write_docx(individual_sheet_paper(context)))
    assert "Không có trường hợp nào" in text
    assert "Tổng hợp theo mức" not in text


def test_two_thousand_people_become_a_docx_within_two_seconds():
    started = perf_counter()
    content = write_docx(individual_sheet_paper(sample_sheets.individual_sheet(people=2000)))
    assert perf_counter() - started < 2
    assert "1.999" in text_of(content)


def test_counts_must_fit_the_levels():
    short = (LevelCounts(label="Công chức", counts=(1, 2)),)
    with pytest.raises(Inconsistent, match="không bằng số mức xếp loại"):
        level_summary(("A", "B", "C"), short)
    with pytest.raises(Inconsistent, match="không được âm"):
        level_summary(("A", "B"), (LevelCounts(label="Công chức", counts=(1, -2)),))


def test_the_sum_of_nothing_is_a_row_of_zeros():
    assert total_of((LevelCounts(label="A", counts=(0, 0)),)).total == 0


def test_a_report_by_unit_must_come_to_the_same_sums():
    context = sample_sheets.result_report()
    units = (*context.by_unit[1:], replace(context.by_unit[0], not_classified=2))
    with pytest.raises(Inconsistent, match="theo đơn vị không khớp"):
        result_report_paper(replace(context, by_unit=units))


def test_a_report_without_numbers_is_refused():
    context = replace(sample_sheets.result_report(), collectives=(), individuals=(), by_unit=())
    with pytest.raises(Inconsistent, match="chưa có số liệu"):
        result_report_paper(context)


def test_a_report_names_all_that_is_missing():
    context = replace(sample_sheets.result_report(), lessons=(), supervision="")
    with pytest.raises(MissingValues) as refused:
        result_report_paper(context)
    assert refused.value.names == ["kiểm tra, giám sát", "bài học kinh nghiệm"]


def test_two_full_summaries_share_a_page():
    context = replace(
        sample_sheets.leader_summary(),
        strengths=words(HALF_A_PAGE - 50),
        shortcomings=words(50),
        vote_result="",
    )
    paper = leader_summary_paper(context)
    assert len(pages_of(replace(paper, body=paper.body * 2, signatures=()))) == 1


def test_one_word_too_many_is_refused_with_the_number_of_words():
    context = sample_sheets.leader_summary()
    with pytest.raises(Inconsistent, match="vượt giới hạn 160 từ; đề nghị rút gọn 1 từ"):
        leader_summary_paper(
            replace(context, strengths=words(HALF_A_PAGE), shortcomings="Không", vote_result="")
        )


def test_a_full_report_of_a_unit_keeps_to_one_page():
    lines = (words(ONE_PAGE // 6), words(ONE_PAGE // 6))
    context = replace(
        sample_sheets.unit_report(), results=lines, shortcomings=lines, proposals=lines
    )
    assert len(pages_of(unit_report_paper(context))) == 1
    with pytest.raises(Inconsistent, match="Báo cáo tóm tắt có 281 từ"):
        unit_report_paper(replace(context, proposals=(words(ONE_PAGE + 1 - 4 * (ONE_PAGE // 6)),)))


def test_a_dossier_names_what_is_missing_and_what_did_not_arise():
    text = text_of(write_docx(dossier_list_paper(sample_sheets.dossier_list())))
    assert "còn thiếu 02 tài liệu" in text
    assert "Văn bản gợi ý kiểm điểm (nếu có)\nKhông phát sinh" in text
    complete = text_of(write_docx(dossier_list_paper(sample_sheets.party_dossier_list())))
    assert "đủ thành phần theo quy định" in complete


def test_an_empty_dossier_says_so():
    context = sample_sheets.dossier_list()
    parts = tuple(replace(part, is_present=False) for part in context.parts)
    text = text_of(write_docx(dossier_list_paper(replace(context, parts=parts))))
    assert "Hồ sơ chưa có tài liệu nào, còn thiếu 07 tài liệu" in text
