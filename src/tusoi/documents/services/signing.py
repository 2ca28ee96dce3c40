"""Bản đã ký số: received, kept exactly as it is, its signatures read as often as wanted."""

from __future__ import annotations

from datetime import datetime

from django.utils.timezone import localtime

from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import Refused, refuse
from tusoi.documents.enums import PaperKind, SignedOrigin
from tusoi.documents.facts import packed
from tusoi.documents.models import SignatureCheck, SignedFile, StoredDocument, TrustAnchor
from tusoi.documents.permissions import may_attach_signed, may_check_signatures
from tusoi.documents.selectors.signing import agencies_of, is_untouched, trusted_certificates
from tusoi.documents.selectors.stored import digest
from tusoi.officialdocs.signatures import (
    Certificate,
    Growth,
    NoCertificate,
    NotSigned,
    SignedPdf,
    read_certificate,
    read_signed,
)
from tusoi.officialdocs.wording import file_name
from tusoi.org.models import Person

MOST_BYTES = 50 * 1024 * 1024
MOST_CERTIFICATE_BYTES = 64 * 1024
_NO_PDF = "Văn bản lập theo mẫu riêng của cơ quan nên không có bản PDF lập tại đây."
_NEVER_SIGNED = frozenset({PaperKind.BALLOT_SHEET, PaperKind.OPINION_SLIP})


@command("document.attach_signed", target="document", scope=may_attach_signed)
def attach_signed(
    *,
    actor: Actor,
    at: datetime,
    document: StoredDocument,
    content: bytes,
    name: str,
    reason: str = "",
) -> SignedFile:
    """Keep the signed PDF of a paper; one not signed on the PDF made here needs a reason."""
    _check_file(document, content, name)
    sha256 = digest(content)
    _refuse_known(document, sha256)
    report = _read(document, content, at)
    is_other = report.growth is Growth.OTHER
    reason = reason.strip() or ("" if document.pdf else _NO_PDF)
    if is_other and not reason:
        raise _other_file(document)
    signed = SignedFile.objects.create(
        document=document,
        origin=SignedOrigin.OTHER if is_other else SignedOrigin.ISSUED,
        reason=reason if is_other else "",
        file_name=file_name(document.file_name.removesuffix(".docx"), "-da-ky.pdf"),
        content=content,
        size=len(content),
        sha256=sha256,
        attached_at=at,
        attached_by=_person(actor),
    )
    check = _keep(signed, report, actor, at)
    note(signed_file=signed.pk, sha256=sha256, origin=signed.origin, verdict=check.verdict)
    return signed


@command("document.check_signatures", target="signed_file", scope=may_check_signatures)
def check_signatures(*, actor: Actor, at: datetime, signed_file: SignedFile) -> SignatureCheck:
    """Read the signatures once more, under the certificates trusted now."""
    content = bytes(signed_file.content)
    if not is_untouched(signed_file):
        raise refuse(
            "signing.damaged",
            f"Tệp đã ký của “{signed_file.document}” không còn đúng như khi nhận.",
            remedy="Báo quản trị kỹ thuật khôi phục từ bản sao lưu.",
        )
    report = _read(signed_file.document, content, at)
    check = _keep(signed_file, report, actor, at)
    note(signed_file=signed_file.pk, verdict=check.verdict)
    return check


@command("trust_anchor.add")
def add_trust_anchor(*, actor: Actor, at: datetime, content: bytes, source: str) -> TrustAnchor:
    """Trust signers whose certificates descend from this one; `source` says how it was compared."""
    found = _certificate(content, at)
    if TrustAnchor.objects.filter(fingerprint=found.fingerprint, retired_at=None).exists():
        raise refuse(
            "signing.anchor-known",
            f"Chứng thư “{found.name}” đã có trong danh sách tin cậy.",
            remedy="Không cần đưa lên nữa.",
        )
    note(name=found.name, fingerprint=found.fingerprint)
    return TrustAnchor.objects.create(
        certificate=found.der,
        fingerprint=found.fingerprint,
        name=found.name,
        valid_from=found.valid_from,
        valid_until=found.valid_until,
        source=source.strip(),
        added_at=at,
        added_by=_person(actor),
    )


@command("trust_anchor.retire", target="anchor")
def retire_trust_anchor(
    *, actor: Actor, at: datetime, anchor: TrustAnchor, reason: str
) -> TrustAnchor:
    """Trust it no longer; earlier checks stay as they were."""
    anchor = TrustAnchor.objects.select_for_update(of=("self",)).get(pk=anchor.pk)
    if anchor.retired_at is not None:
        raise refuse(
            "signing.anchor-retired",
            f"Chứng thư “{anchor}” đã thôi tin cậy từ {localtime(anchor.retired_at):%d/%m/%Y}.",
            remedy="Tải lại trang để xem danh sách hiện nay.",
        )
    if not reason.strip():
        raise refuse(
            "signing.anchor-reason",
            "Chưa ghi lý do thôi tin cậy.",
            remedy="Ghi lý do, ví dụ: nơi cấp đã thay chứng thư gốc.",
        )
    anchor.retired_at, anchor.retired_by, anchor.retired_reason = at, _person(actor), reason.strip()
    anchor.save()
    note(name=anchor.name, fingerprint=anchor.fingerprint)
    return anchor


def _person(actor: Actor) -> Person | None:
    return Person.objects.filter(pk=actor.person_id).first()


def _keep(signed: SignedFile, report: SignedPdf, actor: Actor, at: datetime) -> SignatureCheck:
    return SignatureCheck.objects.create(
        signed_file=signed,
        verdict=report.verdict,
        result=packed(report),
        checked_at=at,
        checked_by=_person(actor),
    )


def _read(document: StoredDocument, content: bytes, at: datetime) -> SignedPdf:
    anchors = trusted_certificates().values_list("certificate", flat=True)
    try:
        return read_signed(
            content,
            issued=bytes(document.pdf) if document.pdf else None,
            anchors=[bytes(anchor) for anchor in anchors],
            agencies=agencies_of(document),
            at=at,
        )
    except NotSigned as error:
        raise refuse(
            "signing.unreadable",
            str(error),
            remedy="Tải bản PDF trên trang văn bản, ký số bằng công cụ ký, rồi đưa tệp đã ký lên.",
        ) from error


def _check_file(document: StoredDocument, content: bytes, name: str) -> None:
    if document.kind in _NEVER_SIGNED:
        raise refuse(
            "signing.secret",
            f"{document.get_kind_display()} không được ký, để giữ kín người bỏ phiếu.",
            remedy="Ký biên bản kiểm phiếu thay cho phiếu.",
        )
    if not name.lower().endswith(".pdf"):
        raise refuse(
            "signing.name",
            f"Tệp “{name[:60]}” không có đuôi .pdf.",
            remedy="Chọn tệp PDF do công cụ ký số xuất ra.",
        )
    if len(content) > MOST_BYTES:
        raise refuse(
            "signing.size",
            "Tệp lớn hơn 50 MB.",
            remedy="Ký trực tiếp trên bản PDF tải về, không ký trên bản chụp.",
        )


def _refuse_known(document: StoredDocument, sha256: str) -> None:
    if SignedFile.objects.filter(document=document, sha256=sha256).exists():
        raise refuse(
            "signing.known",
            "Tệp đã ký này đã được đưa lên trước đó.",
            remedy="Bấm “Kiểm tra lại chữ ký” tại tệp đã có nếu cần.",
        )


def _other_file(document: StoredDocument) -> Refused:
    return refuse(
        "signing.other-file",
        f"Tệp này không được ký trên bản PDF đã lập của “{document}”: phần đầu tệp không trùng từng ký tự.",
        remedy="Ký trên bản PDF tải từ trang này; nếu buộc phải dùng tệp khác thì ghi rõ lý do.",
    )


def _certificate(content: bytes, at: datetime) -> Certificate:
    try:
        found = read_certificate(content[:MOST_CERTIFICATE_BYTES])
    except NoCertificate as error:
        raise refuse(
            "signing.no-certificate",
            "Tệp này không phải là chứng thư số.",
            remedy="Chọn tệp chứng thư gốc (.cer, .crt, .pem) do nơi cấp công bố.",
        ) from error
    if not found.is_authority:
        raise refuse(
            "signing.not-authority",
            f"“{found.name}” là chứng thư của người dùng, không phải của nơi cấp chứng thư.",
            remedy="Chọn chứng thư gốc hoặc trung gian của nơi cấp.",
        )
    if found.valid_until <= at:
        raise refuse(
            "signing.anchor-ended",
            f"Chứng thư “{found.name}” đã hết hạn ngày {found.valid_until:%d/%m/%Y}.",
            remedy="Lấy chứng thư còn hạn do nơi cấp công bố.",
        )
    return found
