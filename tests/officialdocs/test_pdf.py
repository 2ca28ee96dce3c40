"""Measures in the PDF: page, faces, sizes, order, lines, page numbers, room for number, date and signature."""

import unicodedata
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader

from tests.officialdocs.reading_pdf import MM, line_with, lines_of, pages_of, rules_of
from tusoi.officialdocs import sample_season as season
from tusoi.officialdocs.paper import Align, Paragraph, Run, Slips
from tusoi.officialdocs.papers import (
    decision_paper,
    minutes_paper,
    notice_paper,
    plan_paper,
    summary_sheet_paper,
)
from tusoi.officialdocs.pdf_writer import write_pdf
from tusoi.officialdocs.samples import SAMPLES, sample_paper

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
LETTERS = "".join(unicodedata.normalize("NFC", v + t) for v in VOWELS for t in TONES) + "đ"
ALPHABET = LETTERS + LETTERS.upper()


@pytest.fixture(scope="module")
def files():
    return {name: write_pdf(sample_paper(name)) for name in SAMPLES}


@pytest.fixture(scope="module")
def plan(files):
    return pages_of(files["plan"])


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_paper_gives_the_same_pdf(files, name):
    assert write_pdf(sample_paper(name)) == files[name]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_font_is_embedded_as_a_subset(files, name):
    fonts = {
        font.get_object()["/BaseFont"]: font.get_object()["/DescendantFonts"][0]
        for page in pages_of(files[name])
        for font in page["/Resources"]["/Font"].values()
    }
    assert all("+" in face for face in fonts)
    assert all(
        "/FontFile2" in font["/FontDescriptor"] or "/FontFile3" in font["/FontDescriptor"]
        for font in fonts.values()
    )
    assert {face.split("+")[1].split("-")[0] for face in fonts} <= {
        "LiberationSerif",
        "DejaVuSansMono",
    }


@pytest.mark.parametrize("name", SAMPLES)
def test_text_keeps_inside_the_margins_of_a4(files, name):
    for page in pages_of(files[name]):
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        assert sorted((round(width / MM), round(height / MM))) == [210, 297]
        below = [line for line in lines_of(page) if line.y < height - 20 * MM]
        assert min(line.x for line in below) >= 30 * MM - 0.5
        assert max(line.x for line in below) <= width - 15 * MM
        assert min(line.y for line in below) >= 20 * MM


def test_elements_have_official_sizes_and_weights(plan):
    first, last = plan[0], plan[-1]
    expected = (
        (first, "UBND TỈNH LAI CHÂU", 12, False),
        (first, "SỞ CÔNG THƯƠNG", 12, True),
        (first, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, True),
        (first, "Độc lập - Tự do - Hạnh phúc", 13, True),
        (first, "Số: 05/KH-SCT", 13, False),
        (first, "KẾ HOẠCH", 14, True),
        (last, "Nơi nhận:", 12, True),
        (last, "- Sở Nội vụ;", 11, False),
        (last, "GIÁM ĐỐC", 14, True),
    )
    for page, text, size, is_bold in expected:
        line = line_with(page, text)
        assert (line.size, line.is_bold) == (size, is_bold), text
    assert line_with(first, "Lai Châu, ngày 24 tháng 11 năm 2023").is_italic


def test_number_and_date_stand_on_one_line_in_their_columns(plan):
    number = line_with(plan[0], "Số: 05/KH-SCT")
    place = line_with(plan[0], "Lai Châu, ngày 24 tháng 11 năm 2023")
    assert number.y == place.y
    assert 30 * MM < number.x < (30 + 0.4 * 165) * MM < place.x


def test_lines_below_header_texts_have_the_right_length(plan):
    issuer, motto, summary = rules_of(plan[0])[:3]
    assert 1 / 3 <= issuer.length / 112 <= 1 / 2
    text = line_with(plan[0], "Độc lập - Tự do - Hạnh phúc")
    assert motto.x == pytest.approx(text.x, abs=0.5)
    assert motto.y < text.y
    centre = motto.x + motto.length / 2
    nation = line_with(plan[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert nation.x < text.x < centre
    assert summary.x + summary.length / 2 == pytest.approx((30 + 165 / 2) * MM, abs=0.5)


def test_page_numbers_are_hidden_on_first_pages_and_count_in_every_section(files):
    tops = [
        [line for line in lines_of(page) if line.y > page.mediabox.height - 20 * MM]
        for page in pages_of(files["decision"])
    ]
    assert [[line.text for line in top] for top in tops] == [[], [], ["2"], ["3"]]
    number = tops[2][0]
    assert number.size == 13
    assert number.x + number.size / 4 == pytest.approx((30 + 165 / 2) * MM, abs=0.5)
    assert 10 <= (float(pages_of(files["decision"])[2].mediabox.height) - number.y) / MM <= 20


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2024, 1, 5), "ngày 05 tháng 01 năm 2024"),
        (date(2024, 3, 3), "ngày 03 tháng 3 năm 2024"),
        (date(2023, 12, 10), "ngày 10 tháng 12 năm 2023"),
    ],
)
def test_dates_follow_the_rule_of_zeros(day, text):
    paper = replace(notice_paper(season.notice()), dated=day)
    assert line_with(pages_of(write_pdf(paper))[0], f"Lai Châu, {text}")


def test_end_marks_differ_between_state_and_party(files):
    assert pages_of(files["notice"])[0].extract_text().count("./.") == 1
    assert "./." not in pages_of(files["party_notice"])[0].extract_text()


def test_blank_number_and_date_leave_the_same_room_on_every_paper():
    def room(paper):
        page = pages_of(write_pdf(paper))[0]
        texts = [line.text for line in lines_of(page)]
        number = next(text for text in texts if text.startswith("Số:"))
        return number.count("\N{NO-BREAK SPACE}"), next(
            t for t in texts if "năm\N{NO-BREAK SPACE}" in t
        )

    rooms = {room(decision_paper(season.decision(people))) for people in (1, 40)}
    assert len(rooms) == 1
    ((width, date_line),) = rooms
    assert width == 14
    assert date_line.startswith("Lai Châu, ngày\N{NO-BREAK SPACE}")


def test_a_seal_has_forty_millimetres_between_title_and_name(files):
    page = pages_of(files["decision"])[0]
    title, name = line_with(page, "GIÁM ĐỐC"), line_with(page, "Lò Văn Thịnh")
    assert title.y - name.y - name.size >= 40 * MM


def test_three_signatures_stand_in_two_rows():
    paper = minutes_paper(season.minutes())
    first, second = paper.signatures
    third = replace(first, title="Đại diện cấp trên", name="Giàng A Páo")
    page = pages_of(write_pdf(replace(paper, signatures=(first, second, third))))[-1]
    left, right, below = (line_with(page, each) for each in (first.name, second.name, third.name))
    assert left.y == right.y > below.y
    assert left.x < right.x


def test_a_line_end_in_a_paragraph_begins_a_new_line():
    paragraph = Paragraph((Run("Dòng trên\n"), Run("Dòng dưới", bold=True)), align=Align.LEFT)
    paper = replace(notice_paper(season.notice()), body=(paragraph, Paragraph("Hết")))
    page = pages_of(write_pdf(paper))[0]
    assert line_with(page, "Dòng trên").y > line_with(page, "Dòng dưới").y


def test_slips_are_equal_and_bear_no_page_number():
    paper = replace(
        notice_paper(season.notice()),
        symbol="",
        place="",
        body=(Paragraph("Đánh dấu X vào một ô"),),
        signatures=(),
        recipients=(),
        archive="",
        has_end_mark=False,
        has_stamp_room=True,
        slips=Slips(copies=7, columns=1, rows=3),
    )
    pages = pages_of(write_pdf(paper))
    slips = [
        [line for line in lines_of(page) if line.text == "Đánh dấu X vào một ô"] for page in pages
    ]
    assert [len(each) for each in slips] == [3, 3, 1]
    distances = {round(above.y - below.y) for each in slips for above, below in pairwise(each)}
    assert len(distances) == 1
    assert all(line.y < page.mediabox.height - 20 * MM for page in pages for line in lines_of(page))
    issuer, hint = line_with(pages[0], "SỞ CÔNG THƯƠNG"), slips[0][0]
    assert issuer.y - hint.y >= 30 * MM


def test_wide_tables_lie_across_and_repeat_their_header():
    pages = pages_of(write_pdf(summary_sheet_paper(season.summary_sheet(60))))
    assert all(page.mediabox.width > page.mediabox.height for page in pages)
    with_rows = [page.extract_text() for page in pages if "Hoàng Thị" in page.extract_text()]
    assert len(with_rows) > 2
    assert all("Họ và tên" in text for text in with_rows)


def test_every_vietnamese_letter_is_embedded_and_read_back_composed():
    runs = tuple(
        Run(f"{ALPHABET} ", bold=bold, italic=italic)
        for bold in (False, True)
        for italic in (False, True)
    )
    paper = replace(plan_paper(season.plan()), body=(Paragraph(runs, align=Align.LEFT),))
    text = "".join(page.extract_text() for page in pages_of(write_pdf(paper)))
    assert "".join(text.split()).count(ALPHABET) == 4
    assert unicodedata.is_normalized("NFC", text)


def test_a_file_names_its_paper_and_no_moment_of_writing(files):
    about = PdfReader(BytesIO(files["plan"])).metadata
    assert about.title.startswith("Kế hoạch")
    assert about.author == "Sở Công Thương"
    assert about.creation_date.date() == date(2023, 11, 24)
