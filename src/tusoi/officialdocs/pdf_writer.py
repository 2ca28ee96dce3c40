"""Tệp PDF: a paper ready to be signed; the same paper gives the same bytes."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import typst

from tusoi.officialdocs.pdf_payload import payload

if TYPE_CHECKING:
    from tusoi.officialdocs.paper import Paper


FOLDER = files(__package__)
OWN_FONTS = FOLDER.joinpath("fonts")


@cache
def _layout() -> bytes:
    return FOLDER.joinpath("layout.typ").read_bytes()


@cache
def _compiler() -> typst.Compiler:
    """One compiler for the life of the process: it keeps fonts and layout ready."""
    return typst.Compiler(font_paths=[str(OWN_FONTS)], ignore_system_fonts=True)


def write_pdf(paper: Paper) -> bytes:
    """The PDF file of a paper (PDF/A-2b, all fonts embedded)."""
    made = _compiler().compile(
        _layout(),
        format="pdf",
        sys_inputs={"paper": payload(paper)},
        pdf_standards="a-2b",
        timestamp=0,
    )
    if not isinstance(made, bytes):
        raise TypeError(type(made))
    return made
