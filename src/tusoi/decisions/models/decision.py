from django.db import models

from tusoi.campaigns.models import Campaign, Subject
from tusoi.core.fields import NFCCharField
from tusoi.decisions.enums import NoticeKind
from tusoi.meetings.models import Meeting
from tusoi.org.models import Person, Unit


class Decision(models.Model):
    """Quyết định xếp loại: one signed document that decides the levels of several subjects.

    `basis_meeting` is the meeting of the leading collective whose approved minutes it carries out.
    """

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="decisions")
    issuer = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    number = NFCCharField("Số quyết định", max_length=60)
    signed_on = models.DateField()
    signer = models.ForeignKey(Person, models.PROTECT, related_name="+")
    signer_title = NFCCharField("Chức vụ người ký", max_length=120)
    basis_meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-signed_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["issuer", "number"], name="decision_number_once")
        ]

    def __str__(self) -> str:
        return f"Quyết định số {self.number}"


class Notice(models.Model):
    """Thông báo kết quả: to the subject or to whoever manages the subject, with proof of reading."""

    subject = models.ForeignKey(Subject, models.PROTECT, related_name="notices")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="notices")
    recipient = models.ForeignKey(Person, models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=8, choices=NoticeKind.choices())
    sent_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "decision", "recipient", "kind"], name="notified_once"
            )
        ]

    def __str__(self) -> str:
        return f"Thông báo cho {self.recipient}"
