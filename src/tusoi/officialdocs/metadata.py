"""Tệp đặc tả văn bản đi: the fields of NĐ 30 Phụ lục VI as XML, to go beside the PDF.

The decree names the fields; the names of the enclosing elements are ours (edXML has its own envelope,
which the exchange software of the agency writes).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from xml.etree import ElementTree as ET

from tusoi.officialdocs.completeness import Named, Needed, require_complete

NOTATION_LENGTH, ISSUER_LENGTH, SUBJECT_LENGTH = 30, 200, 500


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingRecord:
    """Thông tin đầu ra của văn bản đi."""

    type_name: Annotated[str, Needed("tên loại văn bản")]
    code_number: Annotated[str, Needed("số của văn bản")]
    code_notation: Annotated[str, Needed("ký hiệu của văn bản")]
    issued_on: Annotated[date | None, Needed("ngày ban hành")]
    organ_name: Annotated[str, Needed("cơ quan ban hành")]
    subject: Annotated[str, Needed("trích yếu nội dung")]
    page_amount: int
    signer: Annotated[str, Named("người ký")] = ""
    recipients: tuple[str, ...] = ()
    copies: int | None = None
    ordinal: int = 1
    language: str = "Tiếng Việt"


def write_metadata(record: OutgoingRecord) -> bytes:
    """The XML file; too long values are cut where the decree sets a length."""
    require_complete(record)
    root = ET.Element("Document")
    for name, value in _fields(record).items():
        if value:
            ET.SubElement(root, name).text = value
    if record.signer:
        ET.SubElement(ET.SubElement(root, "SignerInfo"), "FullName").text = record.signer
    for recipient in record.recipients:
        ET.SubElement(ET.SubElement(root, "To"), "OrganName").text = recipient[:ISSUER_LENGTH]
    ET.indent(root)
    made: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def _fields(record: OutgoingRecord) -> dict[str, str]:
    return {
        "DocOrdinal": str(record.ordinal),
        "TypeName": record.type_name,
        "CodeNumber": record.code_number,
        "CodeNotation": record.code_notation[:NOTATION_LENGTH],
        "IssuedDate": record.issued_on.isoformat() if record.issued_on else "",
        "OrganName": record.organ_name[:ISSUER_LENGTH],
        "Subject": record.subject[:SUBJECT_LENGTH],
        "Language": record.language,
        "PageAmount": str(record.page_amount),
        "IssuedAmount": str(record.copies) if record.copies else "",
    }
