"""Ký thử: a throw-away certificate authority and signatures made with it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from asn1crypto import crl as asn1_crl
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers, timestamps
from pyhanko_certvalidator.registry import SimpleCertificateStore

from tusoi.officialdocs.pdf_writer import write_pdf
from tusoi.officialdocs.samples import sample_paper

SIGNED_AT = datetime(2023, 12, 4, 3, tzinfo=UTC)
VALID_FROM, VALID_UNTIL = datetime(2022, 1, 1, tzinfo=UTC), datetime(2032, 1, 1, tzinfo=UTC)
USES = ("digital_signature", "content_commitment", "key_cert_sign", "crl_sign")


@dataclass(frozen=True)
class Holder:
    """Chứng thư và khóa của một người hay cơ quan."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def signer(self) -> signers.SimpleSigner:
        key = self.key.private_bytes(
            serialization.Encoding.DER,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        return signers.SimpleSigner(
            signing_cert=asn1_x509.Certificate.load(self.der),
            signing_key=asn1_keys.PrivateKeyInfo.load(key),
            cert_registry=SimpleCertificateStore(),
        )


def _usage(*granted: str) -> x509.KeyUsage:
    every = dict.fromkeys((*USES, "key_encipherment", "data_encipherment", "key_agreement"), False)
    return x509.KeyUsage(
        **every | dict.fromkeys(granted, True), encipher_only=False, decipher_only=False
    )


def certificate(
    name: str,
    issuer: Holder | None,
    *,
    organisation: str = "Tỉnh Mẫu",
    until: datetime = VALID_UNTIL,
    stamps_time: bool = False,
) -> Holder:
    """A certificate of this name; without an issuer an authority that vouches for itself."""
    key = (
        rsa.generate_private_key(65537, 2048)
        if stamps_time
        else ec.generate_private_key(ec.SECP256R1())
    )
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(VALID_FROM)
        .not_valid_after(until)
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
        .add_extension(_usage(*(USES[:2] if issuer else USES[2:])), critical=True)
    )
    if stamps_time:
        use = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        builder = builder.add_extension(use, critical=True)
    return Holder(builder.sign(issuer.key if issuer else key, hashes.SHA256()), key)


@cache
def authority() -> Holder:
    return certificate("Cơ quan chứng thực thử nghiệm", None)


@cache
def leader() -> Holder:
    return certificate("Lò Văn Mẫu", authority(), organisation="Sở Công Thương")


@cache
def agency() -> Holder:
    return certificate("Sở Công Thương", authority())


@cache
def expired() -> Holder:
    """Hết hạn three days before the check."""
    return certificate("Lò Văn Mẫu", authority(), until=datetime(2023, 12, 6, tzinfo=UTC))


def revoked(holder: Holder, on: datetime) -> asn1_crl.CertificateList:
    """Danh sách thu hồi of the authority with this certificate on it."""
    entry = (
        x509.RevokedCertificateBuilder()
        .serial_number(holder.certificate.serial_number)
        .revocation_date(on)
        .build()
    )
    made = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(authority().certificate.subject)
        .last_update(on)
        .next_update(VALID_UNTIL)
        .add_revoked_certificate(entry)
        .sign(authority().key, hashes.SHA256())
    )
    return asn1_crl.CertificateList.load(made.public_bytes(serialization.Encoding.DER))


def time_stamper(at: datetime) -> timestamps.DummyTimeStamper:
    holder = certificate("Dấu thời gian thử nghiệm", authority(), stamps_time=True)
    signer = holder.signer
    return timestamps.DummyTimeStamper(
        tsa_cert=signer.signing_cert, tsa_key=signer.signing_key, fixed_dt=at
    )


@cache
def issued_pdf() -> bytes:
    """Bản PDF đã lập: the example decision."""
    return write_pdf(sample_paper("decision"))


def signed(content: bytes, holder: Holder, field: str = "", **details: Any) -> bytes:
    """The file with one more signature; `stamper` adds a timestamp, `box` shows it on page 1."""
    box, stamper = details.pop("box", None), details.pop("stamper", None)
    name = field or f"ChuKy{content.count(b'/ByteRange') + 1}"
    spec = fields.SigFieldSpec(name, box=box, on_page=0)
    metadata = signers.PdfSignatureMetadata(field_name=name, **details)
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    signing = signers.PdfSigner(
        metadata, signer=holder.signer, new_field_spec=spec, timestamper=stamper
    )
    return signing.sign_pdf(writer, in_place=False).getvalue()
