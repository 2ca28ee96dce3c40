"""Tệp DOCX: a paper as an editable Word file; the same paper gives the same bytes."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from tusoi.officialdocs.docx_body import blocks
from tusoi.officialdocs.docx_foot import annex_foot, foot
from tusoi.officialdocs.docx_frame import Frame
from tusoi.officialdocs.docx_head import annex_head, head
from tusoi.officialdocs.printed import annex_label, closed_body
from tusoi.officialdocs.wordml import NAMESPACES, Look, field, paragraph, points, twips

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from tusoi.officialdocs.paper import Paper
    from tusoi.officialdocs.styles import Style

ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
BLANK_DAY = datetime(2000, 1, 1, tzinfo=UTC)
HEADER_DISTANCE_MM = 10


def write_docx(paper: Paper) -> bytes:
    """The DOCX file of a paper."""
    document = Document()
    _set_defaults(document, paper.style)
    _set_properties(document, paper)
    header_id = _add_page_number(document, paper.style)
    body = document.element.body
    body.getparent().replace(body, parse_xml(_body(paper, header_id)))
    return _stable_zip(document)


def _body(paper: Paper, header_id: str) -> str:
    """One section for the paper and one for every annex; the last one closes the document."""
    frame = Frame(paper.style, landscape=paper.landscape)
    sections = [
        (head(paper, frame) + blocks(closed_body(paper), frame) + foot(paper, frame), frame)
    ]
    for position, annex in enumerate(paper.annexes):
        page = Frame(paper.style, landscape=annex.landscape)
        title = annex_head(annex, annex_label(paper, position), paper)
        sections.append((title + blocks(annex.body, page) + annex_foot(annex, page), page))
    *inner, (last, last_frame) = [(text, _section(page, header_id)) for text, page in sections]
    breaks = "".join(f"{text}{_tiny(section)}" for text, section in inner)
    return f"<w:body {NAMESPACES}>{breaks}{last}{_tiny()}{last_frame}</w:body>"


def _tiny(section: str = "") -> str:
    """A paragraph of no height, which Word wants after a table and to carry a section."""
    spacing = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return f"<w:p><w:pPr>{spacing}{section}</w:pPr></w:p>"


def _section(frame: Frame, header_id: str) -> str:
    (width, height), margins = frame.page, frame.style.margins
    turned = ' w:orient="landscape"' if frame.landscape else ""
    sides = {side: twips(getattr(margins, side)) for side in ("top", "right", "bottom", "left")}
    written = " ".join(f'w:{side}="{length}"' for side, length in sides.items())
    distance = twips(HEADER_DISTANCE_MM)
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header_id}"/>'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar {written} w:header="{distance}" w:footer="{distance}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def _set_defaults(document: WordDocument, style: Style) -> None:
    """Font, size, language and paragraph look of the whole document."""
    half_points = style.sizes.body * 2
    fonts = " ".join(
        f'w:{script}="{style.font}"' for script in ("ascii", "hAnsi", "eastAsia", "cs")
    )
    exact = (points(style.line_exact_pt), "exact")
    line, rule = exact if style.line_exact_pt else (round(240 * style.line_spacing), "auto")
    defaults = parse_xml(
        f"<w:docDefaults {NAMESPACES}><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:after="{points(style.paragraph_gap_pt)}" '
        f'w:line="{line}" w:lineRule="{rule}"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    styles = document.styles.element
    styles.replace(styles.find(qn("w:docDefaults")), defaults)


def _add_page_number(document: WordDocument, style: Style) -> str:
    """The page number centred in the top margin; returns the id of the header part."""
    section = document.sections[0]
    header = section.header
    header.is_linked_to_previous = False
    number = field("PAGE", style.sizes.page_number)
    centred = paragraph(number, Look(align="center", before=0, after=0, single=True))
    written = parse_xml(centred.replace("<w:p>", f"<w:p {NAMESPACES}>", 1))
    old = header.paragraphs[0]._element  # noqa: SLF001 - python-docx has no public way to replace it
    old.getparent().replace(old, written)
    reference = section._sectPr.find(qn("w:headerReference"))  # noqa: SLF001 - the id is not public
    return str(reference.get(qn("r:id")))


def _set_properties(document: WordDocument, paper: Paper) -> None:
    properties = document.core_properties
    day = datetime.combine(paper.dated, time(), UTC) if paper.dated else BLANK_DAY
    properties.title = f"{paper.title} {paper.summary}".strip()[:255]
    properties.author = paper.issuer[:255]
    properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.language = "vi-VN"
    properties.created = properties.modified = day
    properties.revision = 1


def _stable_zip(document: WordDocument) -> bytes:
    """The saved package without the time of saving."""
    saved, stable = BytesIO(), BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(stable, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, ZIP_EPOCH)
            target.writestr(entry, source.read(name), zipfile.ZIP_DEFLATED)
    return stable.getvalue()
