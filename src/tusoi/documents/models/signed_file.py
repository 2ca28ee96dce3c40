from django.db import models

from tusoi.core.fields import NFCCharField, NFCTextField
from tusoi.documents.enums import SignedOrigin
from tusoi.documents.models.stored import StoredDocument
from tusoi.officialdocs.signatures import Verdict
from tusoi.org.models import Person


class SignedFile(models.Model):
    """Bản đã ký số: a signed PDF of a stored paper, exactly as received; never changed or deleted."""

    document = models.ForeignKey(StoredDocument, models.PROTECT, related_name="signed_files")
    origin = models.CharField(max_length=10, choices=SignedOrigin.choices())
    reason = NFCTextField("Lý do ký từ tệp khác", blank=True)
    file_name = models.CharField(max_length=60)
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    attached_at = models.DateTimeField()
    attached_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-attached_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["document", "sha256"], name="signed_file_kept_once")
        ]

    def __str__(self) -> str:
        return f"Bản đã ký của {self.document}"


class SignatureCheck(models.Model):
    """Lần kiểm tra chữ ký số: what one reading of a signed file's signatures gave; the latest one counts."""

    signed_file = models.ForeignKey(SignedFile, models.PROTECT, related_name="checks")
    verdict = models.CharField(max_length=12, choices=Verdict.choices())
    result = models.JSONField()
    checked_at = models.DateTimeField()
    checked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-checked_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.signed_file}: {self.get_verdict_display()}"


class TrustAnchor(models.Model):
    """Chứng thư gốc tin cậy: a certificate from which signers' certificates must descend to be trusted."""

    certificate = models.BinaryField()
    fingerprint = models.CharField(max_length=64)
    name = NFCCharField("Tên trên chứng thư", max_length=300)
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField()
    source = NFCTextField("Nguồn và cách đối chiếu")
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    retired_at = models.DateTimeField(null=True, blank=True)
    retired_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    retired_reason = NFCTextField("Lý do thôi tin cậy", blank=True)

    class Meta:
        ordering = ["name", "-added_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["fingerprint"],
                condition=models.Q(retired_at__isnull=True),
                name="trusted_once",
            )
        ]

    def __str__(self) -> str:
        return self.name
