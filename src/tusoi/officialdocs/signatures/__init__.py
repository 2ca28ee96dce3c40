"""Chữ ký số: reads the signatures of a PDF without network or database; makes none."""

from tusoi.officialdocs.signatures.certificates import Certificate, NoCertificate, read_certificate
from tusoi.officialdocs.signatures.reading import NotSigned, Signature, SignedPdf, read_signed
from tusoi.officialdocs.signatures.words import (
    Growth,
    Holder,
    Integrity,
    TimeSource,
    Trust,
    Verdict,
)

__all__ = [
    "Certificate",
    "Growth",
    "Holder",
    "Integrity",
    "NoCertificate",
    "NotSigned",
    "Signature",
    "SignedPdf",
    "TimeSource",
    "Trust",
    "Verdict",
    "read_certificate",
    "read_signed",
]
