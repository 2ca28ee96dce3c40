"""Measures in the files themselves: page, font, sizes, order, lines, page numbers."""

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from tests.officialdocs.reading import has, paragraph_with, part, sizes_of, text_of
from tusoi.officialdocs import sample_season as samples
from tusoi.officialdocs import write_docx
from tusoi.officialdocs.papers import (
    decision_paper,
    minutes_paper,
    notice_paper,
    plan_paper,
    summary_sheet_paper,
)
from tusoi.officialdocs.printed import BLANK_DATE
from tusoi.officialdocs.samples import SAMPLES, sample_paper
from tusoi.officialdocs.text_width import bold_width_pt

TONES = "Đặng Thị Ngọc Hằng – Lò Mỹ Uyên – Vũ Trường Sỹ – Ngũ Thuỳ Oanh"


@pytest.fixture(scope="module")
def files():
    return {name: write_docx(build(make())) for name, (make, build) in SAMPLES.items()}


@pytest.mark.parametrize("name", SAMPLES)
def test_every_page_has_the_official_margins_and_hides_its_first_number(files, name):
    for section in Document(BytesIO(files[name])).sections:
        sides = (
            section.top_margin,
            section.bottom_margin,
            section.left_margin,
            section.right_margin,
        )
        assert [round(side.mm) for side in sides] == [20, 20, 30, 15]
        assert section.different_first_page_header_footer
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
        assert "PAGE" in section.header._element.xml or sample_paper(name).slips
        paper_size = sorted((round(section.page_width.mm), round(section.page_height.mm)))
        assert paper_size == [210, 297]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_paper_gives_the_same_bytes(files, name):
    make, build = SAMPLES[name]
    assert write_docx(build(make())) == files[name]


def test_times_new_roman_is_set_for_every_script(files):
    styles = part(files["plan"], "word/styles.xml")
    scripts = ("ascii", "hAnsi", "eastAsia", "cs")
    assert all(f'w:{script}="Times New Roman"' in styles for script in scripts)
    assert "Theme" not in styles.split("</w:docDefaults>")[0]


def test_elements_have_official_sizes_and_weights(files):
    expected = {
        "UBND TỈNH LAI CHÂU": (12, False),
        "SỞ CÔNG THƯƠNG": (12, True),
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": (12, True),
        "Độc lập - Tự do - Hạnh phúc": (13, True),
        "Số: 05/KH-SCT": (13, False),
        "KẾ HOẠCH": (14, True),
        "Nơi nhận:": (12, True),
        "- Sở Nội vụ;": (11, False),
        "GIÁM ĐỐC": (14, True),
    }
    for text, (size, is_bold) in expected.items():
        paragraph = paragraph_with(files["plan"], text)
        assert sizes_of(paragraph) == {size}, text
        assert has(paragraph, "w:b") is is_bold, text
    assert has(paragraph_with(files["plan"], "Lai Châu, ngày 24 tháng 11 năm 2023"), "w:i")


def test_elements_stand_in_official_order(files):
    text = text_of(files["decision"])
    order = (
        "UBND TỈNH LAI CHÂU\nSỞ CÔNG THƯƠNG\nCỘNG HÒA",
        f"/QĐ-SCT\nLai Châu, {BLANK_DATE}",
        "QUYẾT ĐỊNH\nVề việc",
        "GIÁM ĐỐC SỞ CÔNG THƯƠNG\nCăn cứ Nghị định",
        "ngày 02/12/2023;\nTheo đề nghị của Chánh Văn phòng Sở.\nQUYẾT ĐỊNH:\nĐiều 1. ",
        "thi hành Quyết định này./.\nNơi nhận:\n- Như Điều 3;\n- Sở Nội vụ;\n- Lưu: VT, VP.\nGIÁM ĐỐC\nLò Văn Thịnh",
        "Phụ lục\nDANH SÁCH",
    )
    places = [text.index(piece) for piece in order]
    assert places == sorted(places)


def test_number_and_date_share_a_line_of_the_header(files):
    table = Document(BytesIO(files["plan"])).tables[0]
    assert [cell.text for cell in table.rows[1].cells] == [
        "Số: 05/KH-SCT",
        "Lai Châu, ngày 24 tháng 11 năm 2023",
    ]


def test_lines_below_header_texts_have_the_right_length(files):
    table = Document(BytesIO(files["plan"])).tables[0]
    for cell, text, size, least, most in (
        (table.cell(0, 0), "SỞ CÔNG THƯƠNG", 12, 1 / 3, 1 / 2),
        (table.cell(0, 1), "Độc lập - Tự do - Hạnh phúc", 13, 0.98, 1.02),
    ):
        line = cell.paragraphs[-1]
        assert has(line._element, "w:pBdr")
        ends = line.paragraph_format
        length = cell.width.pt - ends.left_indent.pt - ends.right_indent.pt
        assert least <= length / bold_width_pt(text, size) <= most


def test_body_is_justified_with_indent_and_gap(files):
    look = paragraph_with(
        files["plan"], "3. Kết quả phải trung thực, công tâm, khách quan, thực chất."
    )
    assert look.find(f".//{qn('w:jc')}").get(qn("w:val")) == "both"
    assert look.find(f".//{qn('w:ind')}").get(qn("w:firstLine")) == "720"
    assert 'w:after="120"' in part(files["plan"], "word/styles.xml")


def test_party_papers_follow_the_party_layout(files):
    text = text_of(files["party_notice"])
    assert "ĐẢNG ỦY SỞ CÔNG THƯƠNG\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 09-TB/ĐU" in text
    assert "\n-----\n" in text
    assert (
        "kể từ ngày nhận thông báo.\nNơi nhận:\n- Chi bộ Văn phòng;\n- Lưu Đảng ủy.\nT/M ĐẢNG ỦY\nBÍ THƯ"
        in text
    )
    assert "./." not in text
    assert not has(paragraph_with(files["party_notice"], "BÍ THƯ"), "w:b")


def test_minutes_have_no_date_in_the_header_and_two_signatures(files):
    text = text_of(files["minutes"])
    assert "Lai Châu, ngày" not in text
    assert text.endswith("THƯ KÝ\nSùng A Dế\nCHỦ TRÌ\nĐèo Văn Hùng\nNơi nhận:\n- Lưu: VT, Hồ sơ.")
    assert "Cuộc họp kết thúc vào 11 giờ 30 phút, ngày 28 tháng 11 năm 2023./." in text


def test_personal_forms_bear_no_number_and_cross_the_chosen_box(files):
    text = text_of(files["self_review"])
    assert "Số:" not in text
    assert "☒\u00a0Hoàn thành tốt nhiệm vụ" in text
    assert text.count("☒") == 2
    assert "Không có." in text


def test_several_addressees_stand_below_each_other(files):
    assert (
        "Kính gửi:\n- Ban Cán sự đảng Ủy ban nhân dân tỉnh;\n- Ban Tổ chức Tỉnh ủy.\nCăn cứ"
    ) in text_of(files["submission_note"])


def test_tally_prints_votes_with_their_shares(files):
    text = text_of(files["tally_minutes"])
    assert "7\n(58,3%)" in text
    assert "Tỷ lệ phần trăm tính trên số người được triệu tập: 12." in text


def test_wide_tables_lie_across_and_repeat_their_header(files):
    document = Document(BytesIO(files["summary_sheet"]))
    assert document.sections[0].orientation == WD_ORIENT.LANDSCAPE
    assert has(document.tables[1].rows[0]._tr, "w:tblHeader")
    assert "Không có trường hợp nào" in text_of(files["summary_sheet"])


def test_a_summary_without_any_subject_says_so():
    assert "Không có trường hợp nào" in text_of(
        write_docx(summary_sheet_paper(samples.summary_sheet(0)))
    )


def test_forty_subjects_stand_in_the_annex_and_one_in_the_article():
    many = text_of(write_docx(decision_paper(samples.decision(40))))
    assert "đối với 40 tập thể, cá nhân (có danh sách kèm theo)" in many
    assert many.count("Bùi Thị Thảo") == 40
    assert (
        "(Kèm theo Quyết định số …/QĐ-SCT ngày … tháng … năm … của Giám đốc Sở Công Thương)" in many
    )
    one = text_of(write_docx(decision_paper(samples.decision(1))))
    assert "Bùi Thị Thảo 0, Chuyên viên, Văn phòng Sở, ở mức “Hoàn thành xuất sắc nhiệm vụ”." in one
    assert "Phụ lục" not in one


def test_a_very_long_issuer_stays_inside_its_column():
    name = "Trung tâm Khuyến công và Xúc tiến thương mại " * 7
    content = write_docx(
        plan_paper(replace(samples.plan(), letterhead=samples.letterhead(issuer=name.strip())))
    )
    table = Document(BytesIO(content)).tables[0]
    line = table.cell(0, 0).paragraphs[-1].paragraph_format
    assert line.left_indent.pt > 0
    assert name.strip().upper() in text_of(content)


def test_names_keep_every_tone_mark_composed():
    import unicodedata

    decomposed = unicodedata.normalize("NFD", TONES)
    text = text_of(write_docx(notice_paper(samples.notice(subject=decomposed))))
    assert TONES in text
    assert unicodedata.is_normalized("NFC", text)


def test_signs_of_markup_and_control_are_harmless():
    text = text_of(write_docx(notice_paper(samples.notice(reasons=("a < b & c > d \x0b\x00",)))))
    assert "- a < b & c > d" in text


def test_a_changed_chair_is_named_for_the_item(files):
    assert "Chủ trì nội dung này: Phạm Thị Hường" in text_of(files["minutes"])
    assert minutes_paper(samples.minutes()).place == ""


def test_a_report_of_sixty_pages_keeps_every_paragraph():
    paragraphs = tuple(f"Nội dung thứ {n}: {samples.LONG}" for n in range(1, 601))
    text = text_of(write_docx(plan_paper(replace(samples.plan(), contents=paragraphs))))
    assert text.count(samples.LONG) >= 600
    assert "\n600. Nội dung thứ 600: " in text


def test_lists_are_closed_and_blank_items_left_out(files):
    assert "- Mai Thị Lan - Trưởng ban;\n- Giàng A Páo - Ủy viên.\n" in text_of(
        files["tally_minutes"]
    )
    text = text_of(write_docx(notice_paper(samples.notice(reasons=("", "Đạt mọi tiêu chí")))))
    assert "Cơ sở xác định mức xếp loại:\n- Đạt mọi tiêu chí.\n" in text
