from django.db import models

from tusoi.core.fields import NFCCharField, NFCTextField
from tusoi.org.models import User


class Job(models.Model):
    """Việc chạy nền: long work with a bar; can be left and found again, ends with a result or a report of faults."""

    class State(models.TextChoices):
        QUEUED = "queued", "Đang chờ"
        RUNNING = "running", "Đang chạy"
        DONE = "done", "Đã xong"
        FAILED = "failed", "Không thực hiện được"

    kind = models.CharField(max_length=30)
    title = NFCCharField("Tên việc", max_length=200)
    user = models.ForeignKey(User, models.PROTECT, related_name="jobs")
    actor = models.JSONField(default=dict)
    payload = models.JSONField(default=dict)
    upload = models.BinaryField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    message = NFCTextField("Thông báo", blank=True)
    result = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.title
