from django.db import models

from tusoi.core.fields import NFCCharField, NFCTextField
from tusoi.documents.enums import PaperKind, SetContent, SetFormat
from tusoi.org.models import Unit, User


class DocumentSet(models.Model):
    """Bộ văn bản: many papers ordered together as one ZIP, made part by part and kept until a day.

    `unit` and `subject_id` narrow the content; blank means all the orderer may see. `size` is that of
    the finished file, 0 until the last part stands.
    """

    content = models.CharField(max_length=12, choices=SetContent.choices())
    formats = models.CharField(max_length=4, choices=SetFormat.choices())
    title = NFCCharField("Tên bộ văn bản", max_length=300)
    campaign_id = models.BigIntegerField()
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    subject_id = models.BigIntegerField(null=True, blank=True)
    user = models.ForeignKey(User, models.PROTECT, related_name="document_sets")
    ordered_at = models.DateTimeField()
    kept_until = models.DateField()
    total = models.PositiveIntegerField(default=0)
    size = models.BigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    discarded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["user", "-id"], name="document_set_by_user")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_finished(self) -> bool:
        return self.size > 0


class SetItem(models.Model):
    """Văn bản trong bộ: one paper of a set, its names in the ZIP, and once made its files or why there are none.

    `files` holds for each file its suffix, SHA-256, CRC-32, size and offset in the ZIP.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Chưa lập"
        MADE = "made", "Có"
        MISSING = "missing", "Thiếu"

    document_set = models.ForeignKey(DocumentSet, models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=PaperKind.choices())
    owner_type = models.CharField(max_length=60)
    owner_id = models.BigIntegerField()
    title = NFCTextField("Tên văn bản")
    about = NFCTextField("Đối tượng", blank=True)
    unit_name = NFCTextField("Đơn vị", blank=True)
    stem = models.CharField(max_length=200)
    status = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    number = NFCCharField("Số, ký hiệu", max_length=80, blank=True)
    dated = models.DateField(null=True, blank=True)
    reasons = NFCTextField("Lý do thiếu", blank=True)
    files = models.JSONField(default=list)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["document_set", "position"], name="one_set_item_per_position"
            )
        ]

    def __str__(self) -> str:
        return self.title


class SetPart(models.Model):
    """Phần của tệp ZIP: a stretch of the finished file; the parts in order are the file."""

    document_set = models.ForeignKey(DocumentSet, models.CASCADE, related_name="parts")
    position = models.PositiveIntegerField()
    size = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["document_set", "position"], name="one_set_part_per_position"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document_set}, phần {self.position}"
