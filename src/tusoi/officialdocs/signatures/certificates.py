"""Chứng thư: what a certificate says of its holder, and whether it may be trusted for a signature."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import pem, x509

from tusoi.officialdocs.signatures.words import Holder

_AGENCY = re.compile(
    r"(sở|ủy ban|uỷ ban|ubnd|hđnd|hội đồng|văn phòng|phòng|ban|bộ|cục|chi cục|tổng cục|thanh tra|trung tâm"
    r"|viện|trường|bệnh viện|tỉnh ủy|thành ủy|đảng ủy|đảng bộ|chi bộ|mặt trận|liên đoàn|hội) "
)


class NoCertificate(ValueError):
    """Không phải chứng thư: the file holds no certificate that can be read."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """Chứng thư số, as an administrator reads it."""

    der: bytes
    name: str
    organisation: str
    fingerprint: str
    valid_from: datetime
    valid_until: datetime
    is_authority: bool


def read_certificate(content: bytes) -> Certificate:
    """The certificate of a DER or PEM file."""
    try:
        der = pem.unarmor(content)[2] if pem.detect(content) else content
        return described(x509.Certificate.load(der, strict=True))
    except (ValueError, TypeError, LookupError) as error:
        raise NoCertificate from error


def described(found: x509.Certificate) -> Certificate:
    names = found.subject.native
    return Certificate(
        der=found.dump(),
        name=_text(names.get("common_name") or found.subject.human_friendly),
        organisation=_text(names.get("organization_name") or ""),
        fingerprint=hashlib.sha256(found.dump()).hexdigest(),
        valid_from=found.not_valid_before,
        valid_until=found.not_valid_after,
        is_authority=bool(found.ca),
    )


def _text(value: Any) -> str:
    parts = value if isinstance(value, list) else [value]
    return unicodedata.normalize("NFC", " ".join(", ".join(map(str, parts)).split()))


def holder_of(certificate: Certificate, agencies: tuple[str, ...]) -> Holder:
    """Whose signature it is, judged by the name; no field of a certificate says so for certain."""
    name = certificate.name.casefold()
    is_agency = name in {agency.casefold() for agency in agencies} or _AGENCY.match(name)
    return Holder.AGENCY if is_agency else Holder.PERSON
