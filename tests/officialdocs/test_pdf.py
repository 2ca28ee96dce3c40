"""Bản PDF: every sample becomes the same file twice, PDF/A, with every font embedded."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tusoi.officialdocs.pdf_writer import write_pdf
from tusoi.officialdocs.samples import SAMPLES


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_paper_gives_the_same_pdf(name: str) -> None:
    make, paper_of = SAMPLES[name]
    paper = paper_of(make())
    first = write_pdf(paper)
    assert first == write_pdf(paper)
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in PdfReader(BytesIO(first)).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert all("+" in font for font in fonts)
