"""Tệp DOCX: a paper as an editable Word file; the same paper gives the same bytes."""

from __future__ import annotations

import html
import zipfile
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from tusoi.officialdocs.docx_body import blocks
from tusoi.officialdocs.docx_foot import annex_foot, foot
from tusoi.officialdocs.docx_frame import Frame
from tusoi.officialdocs.docx_head import annex_head, head, opening
from tusoi.officialdocs.docx_shell import shell
from tusoi.officialdocs.docx_slips import slips
from tusoi.officialdocs.printed import annex_label, clean, closed_body
from tusoi.officialdocs.wordml import NAMESPACES, page_break, tiny, twips

if TYPE_CHECKING:
    from tusoi.officialdocs.paper import Paper

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
PACKAGE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
BLANK_DAY = date(2000, 1, 1)
HEADER_DISTANCE_MM = 10
LONGEST_PROPERTY = 255


def write_docx(paper: Paper) -> bytes:
    """The DOCX file of a paper."""
    shared = shell(paper.style)
    own = {
        "word/document.xml": _document(paper, shared.header_id).encode(),
        "docProps/core.xml": _properties(paper).encode(),
    }
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in (shared.parts | own).items():
            package.writestr(zipfile.ZipInfo(name, ZIP_EPOCH), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _document(paper: Paper, header_id: str) -> str:
    """One section for the paper and one for every annex; the last one closes the document."""
    frame = Frame(paper.style, landscape=paper.landscape, slips=paper.slips)
    sections = [(_main(paper, frame), _section(frame, header_id))]
    for position, annex in enumerate(paper.annexes):
        page = Frame(paper.style, landscape=annex.landscape)
        sections.append((_annex(paper, position, page), _section(page, header_id)))
    *inner, (last, last_section) = sections
    breaks = "".join(f"{text}{tiny(section)}" for text, section in inner)
    body = f"<w:body>{breaks}{last}{tiny()}{last_section}</w:body>"
    return f"{XML}<w:document {NAMESPACES}>{body}</w:document>"


def body_of(paper: Paper) -> str:
    """Everything below the title, for a template that has its own head."""
    frame = Frame(paper.style, landscape=paper.landscape)
    main = opening(paper) + blocks(closed_body(paper), frame) + foot(paper, frame)
    return main + annexes_of(paper)


def annexes_of(paper: Paper) -> str:
    """The annexes, each on a new page, for such a template."""
    return "".join(
        page_break() + _annex(paper, position, Frame(paper.style, landscape=annex.landscape))
        for position, annex in enumerate(paper.annexes)
    )


def _annex(paper: Paper, position: int, page: Frame) -> str:
    annex = paper.annexes[position]
    title = annex_head(annex, annex_label(paper, position), paper)
    return title + blocks(annex.body, page) + annex_foot(annex, page)


def _main(paper: Paper, frame: Frame) -> str:
    if paper.slips:
        return slips(paper, paper.slips, frame)
    return head(paper, frame) + blocks(closed_body(paper), frame) + foot(paper, frame)


def _section(frame: Frame, header_id: str) -> str:
    (width, height), margins = frame.page, frame.style.margins
    turned = ' w:orient="landscape"' if frame.landscape else ""
    sides = {side: twips(getattr(margins, side)) for side in ("top", "right", "bottom", "left")}
    written = " ".join(f'w:{side}="{length}"' for side, length in sides.items())
    distance = twips(HEADER_DISTANCE_MM)
    number = "" if frame.slips else f'<w:headerReference w:type="default" r:id="{header_id}"/>'
    return (
        f"<w:sectPr>{number}"
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar {written} w:header="{distance}" w:footer="{distance}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def _properties(paper: Paper) -> str:
    """Title, issuer and day of the paper; never the moment of writing."""
    day = f"{paper.dated or BLANK_DAY:%Y-%m-%d}T00:00:00Z"
    stamps = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    title, issuer = (_property(text) for text in (f"{paper.title} {paper.summary}", paper.issuer))
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>{issuer}</dc:creator>"
        f"<dc:language>vi-VN</dc:language>{stamps}</cp:coreProperties>"
    )


def _property(text: str) -> str:
    return html.escape(" ".join(clean(text).split())[:LONGEST_PROPERTY])
