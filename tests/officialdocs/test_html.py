"""Bản xem trước: every word of the paper, nothing that a strict policy for content forbids."""

import re
from dataclasses import replace
from html import unescape

import pytest

from tests.officialdocs.reading import text_of
from tests.officialdocs.test_parity import header_words
from tusoi.officialdocs import sample_season as season
from tusoi.officialdocs import write_docx
from tusoi.officialdocs.html_writer import write_html
from tusoi.officialdocs.papers import notice_paper
from tusoi.officialdocs.samples import SAMPLES, sample_paper


def words(page):
    return unescape(
        re.sub(
            r"<[^>]+>",
            " ",
            page.replace("</strong>", "")
            .replace("<strong>", "")
            .replace("<em>", "")
            .replace("</em>", ""),
        )
    ).split()


@pytest.mark.parametrize("name", SAMPLES)
def test_every_word_stands_in_the_preview_in_the_same_order(name):
    """Of slips one sheet is shown, all sheets being alike."""
    paper = sample_paper(name)
    if paper.slips:
        shown = min(paper.slips.copies, paper.slips.columns * paper.slips.rows)
        paper = replace(paper, slips=replace(paper.slips, copies=shown))
    repeated = header_words(paper)
    printed = [word for word in text_of(write_docx(paper)).split() if word not in repeated]
    assert [word for word in words(write_html(paper)) if word not in repeated] == printed


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_is_styled_or_run_inside_the_page(name):
    page = write_html(sample_paper(name))
    assert not re.search(r"<script|<style|\sstyle=|\son[a-z]+=", page)


def test_signs_of_markup_are_harmless():
    page = write_html(notice_paper(season.notice(reasons=("<b>a</b> & c",))))
    assert "&lt;b&gt;a&lt;/b&gt; &amp; c" in page


def test_party_papers_and_wide_sheets_are_marked():
    assert 'class="paper paper-party"' in write_html(sample_paper("party_notice"))
    assert "paper-sheet-landscape" in write_html(sample_paper("summary_sheet"))
