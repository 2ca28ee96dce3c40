"""Vỏ tệp DOCX: the parts of the package that all papers of one style share, made once."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from tusoi.officialdocs.wordml import NAMESPACES, Look, field, paragraph, points

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from tusoi.officialdocs.styles import Style

UNUSED = ("/thumbnail", "/stylesWithEffects", "/customXml", "/numbering")


@dataclass(frozen=True, slots=True)
class Shell:
    """Vỏ tệp: the package's parts by name and the id by which sections name the page header."""

    parts: dict[str, bytes]
    header_id: str


@cache
def shell(style: Style) -> Shell:
    """An empty document of this style: defaults of font and paragraph, page number."""
    document = Document()
    header_id = _add_page_number(document, style)
    _set_defaults(document, style)
    _drop_unused(document)
    saved = BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as package:
        return Shell({name: package.read(name) for name in package.namelist()}, header_id)


def _drop_unused(document: WordDocument) -> None:
    """The library's template carries parts and styles that no official paper uses."""
    for relations in (document.part.package.rels, document.part.rels):
        for name in [name for name, it in relations.items() if it.reltype.endswith(UNUSED)]:
            del relations[name]
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:default")) is None:
            styles.remove(style)


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
