from django.db import models

from tusoi.core.fields import NFCCharField, NFCTextField
from tusoi.documents.models.stored import StoredDocument
from tusoi.org.models import Person, Unit


class NumberingPractice(models.Model):
    """Quy ước đánh số: whether a body numbers each kind of paper by itself, and when its Party term began.

    A body without a row numbers each kind by itself.
    """

    issuer = models.OneToOneField(Unit, models.PROTECT, related_name="numbering_practice")
    is_common = models.BooleanField(default=False)
    term_started_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"Quy ước đánh số của {self.issuer}"


class NumberSeries(models.Model):
    """Dãy số văn bản: the numbers from 01 of one body, one kind (blank: all kinds) and one period.

    The period of State papers is the calendar year, of Party papers the term.
    """

    issuer = models.ForeignKey(Unit, models.PROTECT, related_name="number_series")
    is_party = models.BooleanField(default=False)
    kind_code = NFCCharField("Chữ viết tắt tên loại", max_length=20, blank=True)
    starts_on = models.DateField()

    class Meta:
        ordering = ["-starts_on", "issuer_id", "kind_code"]
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "is_party", "kind_code", "starts_on"],
                name="one_series_per_period",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind_code or 'Chung'}, {self.span}"

    @property
    def span(self) -> str:
        return (
            f"nhiệm kỳ từ {self.starts_on:%d/%m/%Y}"
            if self.is_party
            else f"năm {self.starts_on.year}"
        )


class RegisterEntry(models.Model):
    """Dòng sổ đăng ký văn bản đi: one number given to one paper; never changed, never given again."""

    series = models.ForeignKey(NumberSeries, models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    document = models.OneToOneField(StoredDocument, models.PROTECT, related_name="register_entry")
    issued_on = models.DateField()
    summary = NFCTextField("Tên loại và trích yếu nội dung")
    signer = NFCCharField("Người ký", max_length=300, blank=True)
    recipients = NFCTextField("Nơi nhận văn bản", blank=True)
    archive = NFCCharField("Đơn vị, người nhận bản lưu", max_length=300, blank=True)
    copies = models.PositiveIntegerField(null=True, blank=True)
    is_given_outside = models.BooleanField(default=False)
    reason = NFCTextField("Lý do ngày ban hành không theo thứ tự", blank=True)
    note = NFCTextField("Ghi chú", blank=True)
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["series", "number"], name="number_given_once"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="numbers_begin_at_one"),
        ]

    def __str__(self) -> str:
        return f"Số {self.number:02d}, {self.series}"
