"""Reads what is really in a DOCX file."""

import zipfile
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn


def text_of(content):
    """All text of the document in reading order, one paragraph per line."""
    body = Document(BytesIO(content)).element.body
    return "\n".join(filter(None, map(_words, body.iter(qn("w:p")))))


def _words(paragraph):
    marks = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:t"): None}
    return "".join(
        node.text or "" if marks[node.tag] is None else marks[node.tag]
        for node in paragraph.iter(*marks)
        if node.getparent().tag == qn("w:r")
    )


def paragraph_with(content, text):
    """The first paragraph that bears exactly this text."""
    body = Document(BytesIO(content)).element.body
    return next(p for p in body.iter(qn("w:p")) if _words(p) == text)


def sizes_of(paragraph):
    """Type sizes in points of the runs of a paragraph."""
    return {int(size.get(qn("w:val"))) / 2 for size in paragraph.iter(qn("w:sz"))}


def has(paragraph, tag):
    return paragraph.find(f".//{qn(tag)}") is not None


def part(content, name):
    with zipfile.ZipFile(BytesIO(content)) as package:
        return package.read(name).decode()
