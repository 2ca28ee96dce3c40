from django.db import models

from tusoi.core.fields import NFCCharField
from tusoi.documents.enums import PaperKind


class StoredDocument(models.Model):
    """Văn bản đã chốt: the bytes of a paper as issued, with their SHA-256; never changed afterwards."""

    kind = models.CharField(max_length=20, choices=PaperKind.choices())
    title = NFCCharField("Tên văn bản", max_length=300)
    file_name = models.CharField(max_length=60)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    owner_type = models.CharField(max_length=60)
    owner_id = models.BigIntegerField()

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["owner_type", "owner_id"], name="document_by_owner")]

    def __str__(self) -> str:
        return self.title
