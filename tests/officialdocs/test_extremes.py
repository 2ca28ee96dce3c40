"""Extremes: what is missing, very long, very many or empty – as DOCX and as PDF."""

import unicodedata
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document

from tests.officialdocs.reading import text_of
from tests.officialdocs.reading_pdf import MM, lines_of, pages_of
from tusoi.officialdocs import MissingValues, write_docx
from tusoi.officialdocs import sample_season as season
from tusoi.officialdocs.papers import decision_paper, notice_paper, plan_paper, summary_sheet_paper
from tusoi.officialdocs.pdf_writer import write_pdf

LONG_NAME = ("Trung tâm Khuyến công và Xúc tiến thương mại " * 7)[:300].strip()
NAME = "Nguyễn Thị Ngọc Ánh – Đèo Thị Thuỷ – Vũ Trường Sỹ – Lò Mỹ Uyên – Bùi Hữu Nghị – Tẩn Ỏ Mẩy"


def text_of_pdf(content):
    return " ".join(" ".join(page.extract_text() for page in pages_of(content)).split())


def test_a_missing_value_is_refused_by_name():
    with pytest.raises(MissingValues) as refused:
        plan_paper(replace(season.plan(), summary=" "))
    assert refused.value.names == ["trích yếu"]


def test_a_name_of_three_hundred_letters_stays_in_its_column():
    paper = plan_paper(replace(season.plan(), letterhead=season.letterhead(issuer=LONG_NAME)))
    assert LONG_NAME.upper() in text_of(write_docx(paper))
    page = pages_of(write_pdf(paper))[0]
    lines = [
        line for line in lines_of(page) if line.is_bold and line.size == 12 and line.x < 95 * MM
    ]
    assert " ".join(line.text for line in lines) == LONG_NAME.upper()
    assert max(line.x for line in lines) < (30 + 0.4 * 165) * MM


def test_forty_subjects_stand_in_the_annex_of_one_decision():
    paper = decision_paper(season.decision(40))
    assert text_of(write_docx(paper)).count("Bùi Thị Thảo") == 40
    assert text_of_pdf(write_pdf(paper)).count("Bùi Thị Thảo") == 40


def test_an_empty_list_says_so():
    paper = summary_sheet_paper(season.summary_sheet(0))
    for text in (text_of(write_docx(paper)), text_of_pdf(write_pdf(paper))):
        assert "Không có trường hợp nào" in text


def test_a_name_with_every_tone_mark_is_kept_composed():
    paper = notice_paper(season.notice(subject=unicodedata.normalize("NFD", NAME)))
    for text in (text_of(write_docx(paper)), text_of_pdf(write_pdf(paper))):
        assert NAME in " ".join(text.split())


def test_a_report_of_sixty_pages_is_whole():
    contents = tuple(f"Nội dung thứ {n}: {season.LONG}" for n in range(1, 721))
    paper = plan_paper(replace(season.plan(), contents=contents))
    docx, pdf = write_docx(paper), write_pdf(paper)
    pages = pages_of(pdf)
    assert len(pages) >= 60
    assert lines_of(pages[59])[0].text == "60"
    text = text_of(docx)
    assert all(f"Nội dung thứ {n}:" in text for n in range(1, 721))
    assert "Nội dung thứ 720:" in "".join(page.extract_text() for page in list(pages)[-3:])


def test_two_thousand_rows_lie_across_with_their_header_on_every_page():
    paper = summary_sheet_paper(season.summary_sheet(2_000))
    rows = Document(BytesIO(write_docx(paper))).element.body.iter(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}tr"
    )
    assert sum(1 for _ in rows) > 2_000
    pages = pages_of(write_pdf(paper))
    numbers = [_row_numbers(pages[n]) for n in (0, len(pages) // 2, len(pages) - 1)]
    assert numbers[0][0] == 1
    assert numbers[1]
    assert numbers[2][-1] == 2_000
    assert all("Họ và tên" in pages[n].extract_text() for n in (0, len(pages) // 2))


def _row_numbers(page):
    """The first column of a page; numbers of four digits may be written with a stop."""
    left = min(line.x for line in lines_of(page))
    texts = (line.text.replace(".", "") for line in lines_of(page) if line.x < left + 12 * MM)
    return [int(text) for text in texts if text.isdigit()]
