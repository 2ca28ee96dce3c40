from django.db import models

from tusoi.core.fields import NFCCharField, NFCTextField
from tusoi.documents.enums import PaperKind
from tusoi.org.models import Person, Unit


class StoredDocument(models.Model):
    """Văn bản đã chốt: the files of a paper as frozen, with their SHA-256; never changed afterwards.

    A paper with a number has been issued; its number, symbol and date stand on the files. `preview` is
    the paper as HTML. Rows from before PDF files were kept have neither `pdf` nor `preview`.
    """

    kind = models.CharField(max_length=20, choices=PaperKind.choices())
    title = NFCCharField("Tên văn bản", max_length=300)
    file_name = models.CharField(max_length=60)
    docx = models.BinaryField()
    docx_sha256 = models.CharField(max_length=64)
    pdf = models.BinaryField(null=True)
    pdf_sha256 = models.CharField(max_length=64, blank=True, default="")
    preview = models.TextField(blank=True, default="")
    issuer = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    number = models.PositiveIntegerField(null=True)
    symbol = NFCCharField("Ký hiệu", max_length=60, blank=True, default="")
    issued_on = models.DateField(null=True)
    created_at = models.DateTimeField()
    owner_type = models.CharField(max_length=60)
    owner_id = models.BigIntegerField()

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["owner_type", "owner_id"], name="document_by_owner")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_issued(self) -> bool:
        return self.issued_on is not None

    @property
    def pdf_name(self) -> str:
        return self.file_name.removesuffix(".docx") + ".pdf"


class Withdrawal(models.Model):
    """Thu hồi văn bản: why a paper no longer counts and what replaces it; the paper itself stays."""

    document = models.OneToOneField(StoredDocument, models.PROTECT, related_name="withdrawal")
    reason = NFCTextField("Lý do thu hồi")
    replaced_by = models.ForeignKey(
        StoredDocument, models.PROTECT, null=True, blank=True, related_name="replaces"
    )
    withdrawn_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-withdrawn_at"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(document=models.F("replaced_by")),
                name="document_not_replaced_by_itself",
            )
        ]

    def __str__(self) -> str:
        return f"Thu hồi {self.document}"
