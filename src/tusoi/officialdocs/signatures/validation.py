"""Xác thực: one signature held against its bytes, its certificate and the trusted certificates; no network."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from asn1crypto import x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.ades.report import AdESFailure, AdESIndeterminate
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.general import (
    MultivaluedAttributeError,
    NonexistentAttributeError,
    find_unique_cms_attribute,
)
from pyhanko.sign.validation import (
    DocumentSecurityStore,
    KeyUsageConstraints,
    SignatureCoverageLevel,
    validate_pdf_signature,
    validate_pdf_timestamp,
)
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko_certvalidator import ValidationContext

from tusoi.officialdocs.signatures.words import Integrity, TimeSource, Trust

UNREADABLE = (PdfError, ValueError, TypeError, LookupError, AttributeError, OSError, RecursionError)
"""What a damaged or hostile file makes the reader raise."""
_USES = KeyUsageConstraints(
    key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
)
_OUT_OF_DATE = {
    AdESFailure.NOT_YET_VALID,
    AdESIndeterminate.EXPIRED,
    AdESIndeterminate.NOT_YET_VALID,
    AdESIndeterminate.OUT_OF_BOUNDS_NO_POE,
    AdESIndeterminate.OUT_OF_BOUNDS_NOT_REVOKED,
}
_REVOKED = {
    AdESFailure.REVOKED,
    AdESIndeterminate.REVOKED_NO_POE,
    AdESIndeterminate.REVOKED_CA_NO_POE,
}
_NO_CHAIN = {AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND, None}


@dataclass(frozen=True, slots=True)
class Known:
    """Điều đã biết khi xác thực: trusted certificates, what the file brings along, the time of the check."""

    anchors: tuple[x509.Certificate, ...]
    others: tuple[Any, ...]
    crls: tuple[Any, ...]
    ocsps: tuple[Any, ...]
    at: datetime

    @property
    def tells_revocation(self) -> bool:
        return bool(self.crls or self.ocsps)

    def context(self, revocation: str = "soft-fail") -> ValidationContext:
        return ValidationContext(
            trust_roots=self.anchors,
            other_certs=self.others,
            crls=self.crls,
            ocsps=self.ocsps,
            moment=self.at,
            allow_fetching=False,
            revocation_mode=revocation,
            retroactive_revinfo=True,
        )


@dataclass(frozen=True, slots=True)
class Validated:
    """Kết quả xác thực một chữ ký."""

    integrity: Integrity
    trust: Trust
    signed_at: datetime | None
    time_source: TimeSource
    is_revocation_known: bool


def known(
    signature: EmbeddedPdfSignature, anchors: Iterable[x509.Certificate], at: datetime
) -> Known:
    """The trusted certificates with the certificates and revocation lists that the file carries."""
    others, crls, ocsps = list(signature.other_embedded_certs), [], []
    try:
        store = DocumentSecurityStore.read_dss(signature.reader).as_validation_context(
            {"trust_roots": [], "moment": at, "retroactive_revinfo": True}
        )
        others += store.certificate_registry
        crls, ocsps = list(store.crls), list(store.ocsps)
    except NoDSSFoundError:
        pass
    try:
        kept = find_unique_cms_attribute(
            signature.signer_info["signed_attrs"], "adobe_revocation_info_archival"
        )
        crls, ocsps = [*crls, *kept["crl"]], [*ocsps, *kept["ocsp"]]
    except (NonexistentAttributeError, MultivaluedAttributeError):
        pass
    return Known(tuple(anchors), tuple(others), tuple(crls), tuple(ocsps), at)


def validated(signature: EmbeddedPdfSignature, facts: Known) -> Validated:
    """A certificate that has ended since is trusted where a trusted timestamp proves the time of signing."""
    if signature.sig_object_type == "/DocTimeStamp":
        return _validated_timestamp(signature, facts)
    status = _status(signature, facts)
    stamp = status.timestamp_validity
    is_proven = stamp is not None and stamp.valid and stamp.intact and stamp.trusted
    trust, is_revocation_known = _trust_and_revocation(signature, status, facts)
    if is_proven and trust in (Trust.OUT_OF_DATE, Trust.REVOKED):
        then = replace(facts, at=stamp.timestamp)
        trust, is_revocation_known = _trust_and_revocation(
            signature, _status(signature, then), then
        )
    when = stamp.timestamp if is_proven else status.signer_reported_dt
    source = TimeSource.TIMESTAMP if is_proven else TimeSource.SIGNER
    return Validated(
        _integrity(status, is_allowed=status.docmdp_ok is not False),
        trust,
        when,
        source if when else TimeSource.NONE,
        is_revocation_known,
    )


def _status(signature: EmbeddedPdfSignature, facts: Known, revocation: str = "soft-fail") -> Any:
    context = facts.context(revocation)
    return validate_pdf_signature(signature, context, key_usage_settings=_USES)


def _trust_and_revocation(
    signature: EmbeddedPdfSignature, status: Any, facts: Known
) -> tuple[Trust, bool]:
    """A trusted certificate is held against the lists of the file; lists that say nothing of it change nothing."""
    trust = _trust(status)
    if trust is not Trust.TRUSTED or not facts.tells_revocation:
        return trust, trust is Trust.REVOKED
    strict = _trust(_status(signature, facts, "require"))
    is_known = strict in (Trust.TRUSTED, Trust.REVOKED)
    return (strict if is_known else trust), is_known


def _validated_timestamp(signature: EmbeddedPdfSignature, facts: Known) -> Validated:
    status = validate_pdf_timestamp(signature, facts.context())
    return Validated(
        _integrity(status, is_allowed=True),
        _trust(status),
        status.timestamp,
        TimeSource.TIMESTAMP,
        is_revocation_known=False,
    )


def _integrity(status: Any, *, is_allowed: bool) -> Integrity:
    if not (status.intact and status.valid):
        return Integrity.BROKEN
    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return Integrity.INTACT
    if status.coverage != SignatureCoverageLevel.ENTIRE_REVISION:
        return Integrity.PARTIAL
    is_signing = status.modification_level in (
        ModificationLevel.NONE,
        ModificationLevel.LTA_UPDATES,
        ModificationLevel.FORM_FILLING,
    )
    return Integrity.FOLLOWED if is_signing and is_allowed else Integrity.EXTENDED


def _trust(status: Any) -> Trust:
    problem = status.trust_problem_indic
    if status.trusted:
        return Trust.TRUSTED
    if status.revoked or problem in _REVOKED:
        return Trust.REVOKED
    if problem in _OUT_OF_DATE:
        return Trust.OUT_OF_DATE
    return Trust.UNKNOWN if problem in _NO_CHAIN else Trust.UNFIT
