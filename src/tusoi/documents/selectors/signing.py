"""Đọc bản đã ký số: files, the latest reading of their signatures, what is to be mended."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from pypdf import PdfReader

from tusoi.documents.enums import PaperKind
from tusoi.documents.facts import unpacked
from tusoi.documents.models import SignatureCheck, SignedFile, StoredDocument, TrustAnchor
from tusoi.documents.selectors.stored import digest
from tusoi.officialdocs.metadata import OutgoingRecord
from tusoi.officialdocs.signatures import (
    Growth,
    Holder,
    Integrity,
    SignedPdf,
    Trust,
    Verdict,
)
from tusoi.rulebook.findings import Finding, Severity

_UNSEALED = frozenset({PaperKind.MINUTES, PaperKind.TALLY_MINUTES, PaperKind.AWARD_MINUTES})
_TONES = {
    Verdict.VALID: "good",
    Verdict.UNPROVEN: "warning",
    Verdict.DOUBTFUL: "warning",
    Verdict.CHANGED: "bad",
}
_ORIGINAL = ("30-2020-nd-cp/d5.k1",)
_BOTH = "Văn bản điện tử có giá trị như bản gốc khi có chữ ký số của người có thẩm quyền và của cơ quan."


@dataclass(frozen=True, slots=True)
class SignedView:
    """Bản đã ký số trên trang văn bản."""

    file: SignedFile
    check: SignatureCheck
    report: SignedPdf
    findings: list[Finding]

    @property
    def verdict(self) -> Verdict:
        return Verdict(self.check.verdict)

    @property
    def tone(self) -> str:
        return _TONES[self.verdict]


def signed_files(document: StoredDocument) -> list[SignedView]:
    """The signed files of a paper, the latest first, each with its latest check; without their bytes."""
    checks = SignatureCheck.objects.select_related("checked_by")
    rows = (
        SignedFile.objects.filter(document=document)
        .defer("content")
        .select_related("attached_by")
        .prefetch_related(Prefetch("checks", checks))
    )
    return [_view(document, row) for row in rows]


def _view(document: StoredDocument, row: SignedFile) -> SignedView:
    check = row.checks.all()[0]
    report = unpacked(check.result)
    return SignedView(row, check, report, list(findings_of(document, report)))


def is_untouched(signed: SignedFile) -> bool:
    """Whether the bytes still are those that were received."""
    return digest(signed.content) == signed.sha256


def agencies_of(document: StoredDocument) -> tuple[str, ...]:
    """Names under which the agency may sign."""
    issuer = document.issuer
    if issuer is None:
        return ()
    above = issuer.parent.name if issuer.parent else issuer.superior_name
    return tuple(name for name in (issuer.name, above) if name)


def trusted_certificates() -> QuerySet[TrustAnchor]:
    return TrustAnchor.objects.filter(retired_at__isnull=True)


def trust_anchors() -> QuerySet[TrustAnchor]:
    """Every certificate ever trusted, those in use first."""
    return (
        TrustAnchor.objects.defer("certificate")
        .select_related("added_by", "retired_by")
        .order_by("retired_at", "name", "pk")
    )


def findings_of(document: StoredDocument, report: SignedPdf) -> Iterator[Finding]:
    """What is to be mended or known about the signatures of a paper."""
    yield from _changes(report)
    yield from _doubts(report)
    yield from _order(document, report)


def _changes(report: SignedPdf) -> Iterator[Finding]:
    integrity = {one.integrity for one in report.signatures}
    if report.verdict is Verdict.CHANGED:
        yield _finding(
            "signing.changed",
            "Nội dung tệp không còn đúng như khi ký.",
            "Không sử dụng tệp này; lấy lại bản gốc đã ký từ người ký hoặc văn thư rồi đưa lên.",
            Severity.BLOCKS,
        )
    elif Integrity.EXTENDED in integrity:
        yield _finding(
            "signing.extended",
            "Sau một chữ ký, tệp còn được ghi thêm hoặc sửa phần khác ngoài chữ ký.",
            "Đối chiếu với bản PDF đã lập; nếu không phải số, ngày, hình dấu do văn thư ghi thì ký lại.",
        )
    if report.growth is not Growth.SIGNATURES:
        yield _finding(
            "signing.growth", report.growth.words, "Đọc lại nội dung tệp trước khi sử dụng."
        )


_DOUBTS = {
    Trust.UNKNOWN: "Đề nghị quản trị kỹ thuật đưa chứng thư gốc của nơi cấp vào danh sách tin cậy, rồi kiểm tra lại.",
    Trust.OUT_OF_DATE: "Đề nghị người ký ký lại bằng chứng thư còn hạn, có dấu thời gian.",
    Trust.REVOKED: "Đề nghị người ký ký lại bằng chứng thư khác.",
    Trust.UNFIT: "Đề nghị người ký ký lại bằng chứng thư ký số chuyên dùng công vụ.",
}


def _doubts(report: SignedPdf) -> Iterator[Finding]:
    for one in report.signatures:
        if one.trust in _DOUBTS and one.is_whole:
            yield _finding(
                f"signing.{one.trust}", f"{one.signer}: {one.trust.words}", _DOUBTS[one.trust]
            )


def _order(document: StoredDocument, report: SignedPdf) -> Iterator[Finding]:
    """The person signs first, the agency after; both are needed where the paper bears a seal."""
    holders = [one.holder for one in report.signatures]
    if Holder.PERSON not in holders:
        yield _finding(
            "signing.person",
            f"Chưa có chữ ký số của người có thẩm quyền. {_BOTH}",
            "Trình người có thẩm quyền ký số, rồi đưa tệp đã ký lên.",
            cites=_ORIGINAL,
        )
    if not document.symbol or document.kind in _UNSEALED:
        return
    if Holder.AGENCY not in holders:
        yield _finding(
            "signing.agency",
            f"Chưa có chữ ký số của cơ quan. {_BOTH}",
            "Chuyển văn thư ký số của cơ quan, rồi đưa tệp đã ký lên.",
            cites=_ORIGINAL,
        )
    elif Holder.PERSON in holders and holders.index(Holder.AGENCY) < holders.index(Holder.PERSON):
        yield _finding(
            "signing.order",
            "Chữ ký số của cơ quan đứng trước chữ ký của người có thẩm quyền.",
            "Ký lại theo thứ tự: người có thẩm quyền ký trước, văn thư ký số của cơ quan sau.",
            cites=_ORIGINAL,
        )


def _finding(
    rule: str,
    message: str,
    remedy: str,
    severity: Severity = Severity.WARNS,
    cites: tuple[str, ...] = (),
) -> Finding:
    return Finding(rule, severity, message, cites, remedy=remedy)


def outgoing_record(document: StoredDocument) -> OutgoingRecord:
    """The values of the metadata file, from the register and the PDF as issued."""
    entry = getattr(document, "register_entry", None)
    return OutgoingRecord(
        type_name=document.get_kind_display(),
        code_number=f"{document.number:02d}" if document.number else "",
        code_notation=document.symbol,
        issued_on=document.issued_on,
        organ_name=document.issuer.name if document.issuer else "",
        subject=entry.summary if entry else document.title,
        page_amount=len(PdfReader(io.BytesIO(document.pdf)).pages) if document.pdf else 0,
        signer=entry.signer if entry else "",
        recipients=tuple(line for line in entry.recipients.splitlines() if line) if entry else (),
        copies=entry.copies if entry else None,
    )
