"""Văn bản: official papers of the State and the Party, from plain values to the finished file.

A context (in `papers`) holds the values, its builder makes a `Paper`, a writer makes the bytes.
The package is pure: it knows no framework, database, clock or network.
"""

from tusoi.officialdocs.completeness import Inconsistent, MissingValues
from tusoi.officialdocs.docx_writer import write_docx
from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.styles import Acting, NoStyle, Style, style_for, styles
from tusoi.officialdocs.wording import file_name

__all__ = [
    "Acting",
    "Inconsistent",
    "MissingValues",
    "NoStyle",
    "Paper",
    "Style",
    "file_name",
    "style_for",
    "styles",
    "write_docx",
]
