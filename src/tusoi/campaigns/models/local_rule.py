from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q

from tusoi.core.fields import NFCCharField, NFCTextField
from tusoi.org.models import Person, Unit


class LocalRule(models.Model):
    """Quy định của cơ quan: a value of the body's own for one parameter of the law, with its document.

    `value` is the exact text (`tusoi.rulebook.parameter_text`). Ended early, it holds up to the day
    before `ended_from`; one ended from its first day on never held. Rows are never deleted.
    """

    body = models.ForeignKey(Unit, models.PROTECT, related_name="local_rules")
    name = models.CharField(max_length=80)
    value = models.CharField(max_length=80)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    document_number = NFCCharField("Số, ký hiệu văn bản", max_length=60)
    document_date = models.DateField()
    issuer = NFCCharField("Cơ quan, người ban hành", max_length=200)
    note = NFCTextField("Ghi chú", blank=True)
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    ended_from = models.DateField(null=True, blank=True)
    end_reason = NFCTextField("Lý do kết thúc", blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["name", "starts_on", "pk"]
        indexes = [models.Index(fields=["body", "name"], name="local_rule_by_body")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="local_rule_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(ended_from__isnull=True) | ~Q(end_reason=""),
                name="local_rule_ended_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} = {self.value}, {self.document}"

    @property
    def document(self) -> str:
        """The document as officials cite it."""
        return f"{self.document_number} ngày {self.document_date:%d/%m/%Y} của {self.issuer}"

    @property
    def last_day(self) -> date | None:
        """The last day it holds, None while no end is known; before the first day if it never held."""
        if self.ended_from is None:
            return self.ends_on
        day_before = self.ended_from - timedelta(days=1)
        return min(day_before, self.ends_on) if self.ends_on else day_before

    @property
    def has_held(self) -> bool:
        """False for a value that was ended from its first day on."""
        return self.last_day is None or self.starts_on <= self.last_day

    def is_in_force(self, day: date) -> bool:
        return self.starts_on <= day and (self.last_day is None or day <= self.last_day)
