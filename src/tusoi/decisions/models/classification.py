from django.db import models
from django.db.models import Q

from tusoi.campaigns.models import Subject
from tusoi.core.fields import NFCCharField, NFCTextField, StateField
from tusoi.decisions.enums import CLASSIFICATION_STATES, RatingLevel
from tusoi.decisions.models.decision import Decision
from tusoi.org.models import Person


class Classification(models.Model):
    """Xếp loại chất lượng của một đối tượng: proposed and decided level with the explanation stored as decided."""

    subject = models.OneToOneField(Subject, models.PROTECT, related_name="classification")
    state = StateField(choices=list(CLASSIFICATION_STATES.items()), default="awaiting")
    proposed_level = models.CharField(max_length=16, choices=RatingLevel.choices(), blank=True)
    proposal_text = NFCTextField("Nội dung đề nghị", blank=True)
    proposed_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    proposed_at = models.DateTimeField(null=True, blank=True)
    decided_level = models.CharField(max_length=16, choices=RatingLevel.choices(), blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="classifications"
    )
    explanation = models.JSONField(default=dict)

    class Meta:
        ordering = ["subject__unit__path", "subject__rank", "subject__sort_key"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=list(CLASSIFICATION_STATES)),
                name="classification_state_known",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["decided", "notified"])
                | (~Q(decided_level="") & Q(decision__isnull=False)),
                name="decided_with_level_and_decision",
            ),
        ]

    def __str__(self) -> str:
        return f"Xếp loại {self.subject}"


class KeptRecord(models.Model):
    """Bản ghi căn cứ xếp loại: what the level was judged from and what the rules answered, as canonical JSON.

    Kept apart from the row, which lists read by the thousand; judging it again gives the same bytes.
    """

    classification = models.OneToOneField(Classification, models.PROTECT, related_name="kept")
    record = models.TextField()
    answer = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(record="") & ~Q(answer=""), name="kept_record_with_answer"
            )
        ]

    def __str__(self) -> str:
        return f"Căn cứ {self.classification}"


class Appraisal(models.Model):
    """Thẩm định của Văn phòng: all findings on the dossier at that moment, with the office's note."""

    classification = models.OneToOneField(Classification, models.CASCADE, related_name="appraisal")
    findings = models.JSONField(default=list)
    provable_level = models.CharField(max_length=16, choices=RatingLevel.choices(), blank=True)
    note = NFCTextField("Ý kiến thẩm định", blank=True)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Thẩm định {self.classification.subject}"


class Override(models.Model):
    """Quyết định khác với phát hiện của quy tắc: which rule, why, by which document, by whom."""

    classification = models.ForeignKey(Classification, models.CASCADE, related_name="overrides")
    rule = models.CharField(max_length=60)
    message = NFCTextField("Phát hiện")
    reason = NFCTextField("Lý do")
    document = NFCCharField("Số văn bản", max_length=120)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(document=""), name="override_with_reason_and_document"
            )
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.classification.subject}"
