"""DOCX and PDF of every example say the same, word by word."""

from collections import Counter

import pytest

from tests.officialdocs.reading import text_of
from tests.officialdocs.reading_pdf import words_of
from tusoi.officialdocs import write_docx
from tusoi.officialdocs.paper import Table
from tusoi.officialdocs.pdf_writer import write_pdf
from tusoi.officialdocs.samples import SAMPLES, sample_paper


@pytest.mark.parametrize("name", SAMPLES)
def test_every_word_stands_in_both_and_in_the_same_order(name):
    """Words of table headers come again on every page of the PDF; all others match one by one."""
    paper = sample_paper(name)
    in_docx, in_pdf = text_of(write_docx(paper)).split(), words_of(write_pdf(paper))
    repeated = header_words(paper)
    assert [word for word in in_pdf if word not in repeated] == [
        word for word in in_docx if word not in repeated
    ]
    assert not Counter(in_docx) - Counter(in_pdf)


def header_words(paper):
    blocks = (*paper.body, *(block for annex in paper.annexes for block in annex.body))
    columns = (column for block in blocks if isinstance(block, Table) for column in block.columns)
    return {word for column in columns for word in f"{column.title} {column.group}".split()}
