from django.db import models
from django.db.models import Q

from tusoi.core.fields import NFCCharField, NFCTextField
from tusoi.documents.enums import PaperKind
from tusoi.org.models import Person, Unit


class PaperTemplate(models.Model):
    """Mẫu văn bản của cơ quan: one uploaded version of an agency's own DOCX for one kind of paper.

    The file never changes and is never deleted; a newer one is a new version. At most one version of a
    unit and kind is in use.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="paper_templates")
    kind = models.CharField(max_length=20, choices=PaperKind.choices())
    version = models.PositiveIntegerField()
    file_name = NFCCharField("Tên tệp", max_length=200)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    note = NFCTextField("Ghi chú", blank=True)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    is_active = models.BooleanField(default=False)
    switched_at = models.DateTimeField(null=True)
    switched_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    retire_reason = NFCTextField("Lý do thôi dùng", blank=True)

    class Meta:
        ordering = ["kind", "unit__path", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "version"], name="template_version_given_once"
            ),
            models.UniqueConstraint(
                fields=["unit", "kind"],
                condition=Q(is_active=True),
                name="one_template_in_use_per_unit_and_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"Mẫu {self.get_kind_display()}, bản {self.version}, {self.unit}"
