"""Files made for the tests, by the libraries that write them elsewhere."""

from __future__ import annotations

from io import BytesIO

import pytest
import typst
from docx import Document
from docx.document import Document as WordDocument
from pypdf import PdfReader, PdfWriter

from tusoi.officialdocs import sample_season, write_docx
from tusoi.officialdocs.papers import plan_paper
from tusoi.officialdocs.pdf_writer import OWN_FONTS, write_pdf


def saved(document: WordDocument) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def written(writer: PdfWriter) -> bytes:
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@pytest.fixture(scope="session")
def plan_docx() -> bytes:
    """A plan as this product writes it."""
    return write_docx(plan_paper(sample_season.plan()))


@pytest.fixture(scope="session")
def plan_pdf() -> bytes:
    return write_pdf(plan_paper(sample_season.plan()))


@pytest.fixture
def word() -> WordDocument:
    return Document()


def scanned(pages: int) -> PdfWriter:
    """Pages without a letter, as a scanner leaves them."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    return writer


def with_pages_of(content: bytes, writer: PdfWriter) -> PdfWriter:
    for page in PdfReader(BytesIO(content)).pages:
        writer.add_page(page)
    return writer


#: A text on A4 pages in 14 points with page numbers, as an office prints it.
PRINTED = b"""#set page(paper: "a4", margin: 2.5cm, numbering: "1")
#set text(size: 14pt, font: "Liberation Serif")
#for line in sys.inputs.text.split("\\n") { par(line) }"""


def printed_from(source: bytes, text: str) -> bytes:
    """A PDF of the text, set by the source."""
    compiler = typst.Compiler(font_paths=[str(OWN_FONTS)], ignore_system_fonts=True)
    return compiler.compile(source, format="pdf", sys_inputs={"text": text})
