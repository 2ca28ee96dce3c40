"""Đọc chữ ký số: who signed a PDF, when, whether it is unchanged, and whom the certificates descend from."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from tusoi.officialdocs.signatures.certificates import described, holder_of
from tusoi.officialdocs.signatures.growth import growth
from tusoi.officialdocs.signatures.validation import UNREADABLE, Validated, known, validated
from tusoi.officialdocs.signatures.words import (
    Growth,
    Holder,
    Integrity,
    TimeSource,
    Trust,
    Verdict,
)

_WHOLE = {Integrity.INTACT, Integrity.FOLLOWED}
_UNREAD = Validated(Integrity.UNREADABLE, Trust.UNKNOWN, None, TimeSource.NONE, False)


class NotSigned(ValueError):
    """Chưa ký được coi là đã ký: a Vietnamese sentence why the file holds no signature that can be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Chữ ký số: one signature of a file, in the order of signing."""

    signer: str
    organisation: str
    holder: Holder
    signed_at: datetime | None
    time_source: TimeSource
    integrity: Integrity
    trust: Trust
    is_revocation_known: bool
    valid_from: datetime | None
    valid_until: datetime | None

    @property
    def is_whole(self) -> bool:
        return self.integrity in _WHOLE


@dataclass(frozen=True, slots=True)
class SignedPdf:
    """Tệp PDF đã ký: its signatures and what else was added to the PDF that was made here."""

    signatures: tuple[Signature, ...]
    growth: Growth

    @property
    def verdict(self) -> Verdict:
        """The worst that is true of any signature."""
        integrity = {one.integrity for one in self.signatures}
        trust = {one.trust for one in self.signatures}
        if integrity & {Integrity.BROKEN, Integrity.PARTIAL, Integrity.UNREADABLE}:
            return Verdict.CHANGED
        if Integrity.EXTENDED in integrity or trust - {Trust.TRUSTED, Trust.UNKNOWN}:
            return Verdict.DOUBTFUL
        return Verdict.UNPROVEN if Trust.UNKNOWN in trust else Verdict.VALID


def read_signed(
    content: bytes,
    *,
    issued: bytes | None,
    anchors: Sequence[bytes],
    agencies: tuple[str, ...],
    at: datetime,
) -> SignedPdf:
    """Every signature of the file as of `at`; `issued` is the PDF made here, `anchors` DER certificates.

    Raises NotSigned where there is nothing to read.
    """
    reader = _reader(content)
    roots = [x509.Certificate.load(anchor) for anchor in anchors]
    try:
        found = list(reader.embedded_signatures)
        grown = growth(reader, content, issued)
    except UNREADABLE as error:
        raise NotSigned("Tệp PDF bị hỏng, không đọc được cấu trúc chữ ký.") from error
    if not found:
        raise NotSigned("Tệp PDF này chưa có chữ ký số nào.")
    return SignedPdf(tuple(_signature(one, roots, agencies, at) for one in found), grown)


def _reader(content: bytes) -> PdfFileReader:
    if not content.lstrip()[:5] == b"%PDF-":
        raise NotSigned("Tệp này không phải là PDF.")
    try:
        reader = PdfFileReader(io.BytesIO(content))
    except UNREADABLE as error:
        raise NotSigned("Tệp PDF bị hỏng, không đọc được.") from error
    if reader.encrypted:
        raise NotSigned("Tệp PDF bị khóa bằng mật khẩu nên không kiểm tra được chữ ký.")
    return reader


def _signature(
    embedded: EmbeddedPdfSignature,
    roots: list[x509.Certificate],
    agencies: tuple[str, ...],
    at: datetime,
) -> Signature:
    try:
        certificate = described(embedded.signer_cert)
    except UNREADABLE:
        return _unreadable()
    is_stamp = embedded.sig_object_type == "/DocTimeStamp"
    try:
        result = validated(embedded, known(embedded, roots, at))
    except UNREADABLE:
        result = _UNREAD
    return Signature(
        signer=certificate.name,
        organisation=certificate.organisation,
        holder=Holder.TIMESTAMP if is_stamp else holder_of(certificate, agencies),
        signed_at=result.signed_at,
        time_source=result.time_source,
        integrity=result.integrity,
        trust=result.trust,
        is_revocation_known=result.is_revocation_known,
        valid_from=certificate.valid_from,
        valid_until=certificate.valid_until,
    )


def _unreadable() -> Signature:
    return Signature(
        signer="Không đọc được tên",
        organisation="",
        holder=Holder.PERSON,
        signed_at=None,
        time_source=TimeSource.NONE,
        integrity=Integrity.UNREADABLE,
        trust=Trust.UNKNOWN,
        is_revocation_known=False,
        valid_from=None,
        valid_until=None,
    )
