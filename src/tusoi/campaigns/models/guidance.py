from django.db import models
from django.db.models import Q

from tusoi.campaigns.models.campaign import Campaign
from tusoi.campaigns.models.subject import Subject
from tusoi.core.fields import NFCCharField, NFCTextField
from tusoi.org.models import Person, Unit


class Suggestion(models.Model):
    """Gợi ý kiểm điểm: one point that the superior asks a collective or a person to review.

    Attached to the dossier; the review must answer it (`answer`) before it is handed in. `issuer`
    is the body that asks, in or outside the organisation; a withdrawn one keeps its row.
    """

    subject = models.ForeignKey(Subject, models.PROTECT, related_name="suggestions")
    issuer = NFCCharField("Cấp gợi ý kiểm điểm", max_length=200)
    document_number = NFCCharField("Số, ký hiệu văn bản gợi ý", max_length=60, blank=True)
    document_date = models.DateField()
    text = NFCTextField("Nội dung gợi ý kiểm điểm")
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    answer = NFCTextField("Nội dung giải trình, kiểm điểm theo gợi ý", blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawal_reason = NFCTextField("Lý do rút gợi ý", blank=True)

    class Meta:
        ordering = ["document_date", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawal_reason=""),
                name="suggestion_withdrawn_with_a_reason",
            )
        ]

    def __str__(self) -> str:
        return f"Gợi ý kiểm điểm đối với {self.subject}"


class SuggestionOpinion(models.Model):
    """Ý kiến đóng góp về nội dung gợi ý: asked of a unit concerned, given once; only on the suggestion."""

    suggestion = models.ForeignKey(Suggestion, models.PROTECT, related_name="opinions")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    text = NFCTextField("Ý kiến đóng góp", blank=True)
    given_at = models.DateTimeField(null=True, blank=True)
    given_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["suggestion", "unit"], name="opinion_on_suggestion_asked_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.suggestion}"


class Supervision(models.Model):
    """Phân công dự, chỉ đạo kiểm điểm: a member of the upper level attends and directs a unit's review.

    `findings` and `is_satisfactory` are what he or she records after the meeting.
    """

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="supervisions")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="supervisions")
    person = models.ForeignKey(Person, models.PROTECT, related_name="supervisions")
    document = NFCCharField("Văn bản phân công", max_length=120, blank=True)
    assigned_at = models.DateTimeField()
    assigned_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    findings = NFCTextField("Nhận xét của người dự, chỉ đạo", blank=True)
    is_satisfactory = models.BooleanField(null=True, blank=True)
    recorded_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["unit__path", "person__sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "unit", "person"],
                condition=Q(ended_at__isnull=True),
                name="supervises_a_unit_once",
            ),
            models.CheckConstraint(
                condition=Q(recorded_at__isnull=True) | ~Q(findings=""),
                name="supervision_recorded_with_findings",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.unit}"
