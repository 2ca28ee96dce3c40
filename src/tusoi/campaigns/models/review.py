from django.db import models
from django.db.models import Q

from tusoi.campaigns.enums import SELF_REVIEW_STATES, RatingLevel
from tusoi.campaigns.models.subject import Subject
from tusoi.core.fields import NFCTextField, StateField
from tusoi.org.models import Person


class Review(models.Model):
    """Bản kiểm điểm (cá nhân) hoặc báo cáo kiểm điểm (tập thể) on one form.

    `content` maps field codes of the form to answers; `revision` grows with every save and guards
    against two windows overwriting each other.
    """

    subject = models.OneToOneField(Subject, models.PROTECT, related_name="review")
    form_code = models.CharField(max_length=30)
    state = StateField(choices=list(SELF_REVIEW_STATES.items()), default="drafting")
    content = models.JSONField(default=dict)
    self_level = models.CharField(max_length=16, choices=RatingLevel.choices(), blank=True)
    revision = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(null=True, blank=True)
    saved_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    return_reason = NFCTextField("Lý do trả lại", blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    finalised_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["subject__unit__path", "subject__rank", "subject__sort_key"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=list(SELF_REVIEW_STATES)), name="review_state_known"
            )
        ]

    def __str__(self) -> str:
        return f"Bản kiểm điểm của {self.subject}"


class ReviewVersion(models.Model):
    """Phiên bản đã lưu: what the form held at one save; saves of one window within minutes share a version."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="versions")
    revision = models.PositiveIntegerField()
    window = models.CharField(max_length=40)
    content = models.JSONField()
    self_level = models.CharField(max_length=16, blank=True)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-revision"]
        constraints = [
            models.UniqueConstraint(fields=["review", "revision"], name="one_version_per_revision")
        ]

    def __str__(self) -> str:
        return f"{self.review}, lần lưu {self.revision}"


class Circulation(models.Model):
    """Lần gửi dự thảo cho thành viên dự họp; its day starts the three-working-day clock."""

    review = models.OneToOneField(Review, models.CASCADE, related_name="circulation")
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-sent_at"]

    def __str__(self) -> str:
        return f"{self.review}, gửi {self.sent_at:%d/%m/%Y}"


class CirculationReceipt(models.Model):
    """Người nhận dự thảo, and when he or she first read it; `sent_at` where it went out later (to the cell)."""

    circulation = models.ForeignKey(Circulation, models.CASCADE, related_name="receipts")
    person = models.ForeignKey(Person, models.PROTECT, related_name="drafts_received")
    sent_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["person__sort_key"]
        constraints = [
            models.UniqueConstraint(fields=["circulation", "person"], name="draft_received_once")
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.circulation}"


class Comment(models.Model):
    """Ý kiến góp ý vào dự thảo: by a recipient, on one part of the form, with the writer's answer."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="comments")
    author = models.ForeignKey(Person, models.PROTECT, related_name="comments")
    section = models.CharField(max_length=30, blank=True)
    text = NFCTextField("Nội dung góp ý")
    at = models.DateTimeField()
    response = NFCTextField("Nội dung tiếp thu, giải trình", blank=True)
    responded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"Góp ý của {self.author}"
