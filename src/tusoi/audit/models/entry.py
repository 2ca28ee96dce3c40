from django.db import models


class AuditEntry(models.Model):
    """Dòng nhật ký: one command carried out – who, in which role, when, on what. Append-only, chained.

    `entry_hash` covers the row and the hash before it, so a changed or missing row shows.
    """

    at = models.DateTimeField()
    command = models.CharField(max_length=60)
    user_id = models.BigIntegerField(null=True)
    person_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=120)
    role = models.CharField(max_length=24)
    unit_id = models.BigIntegerField(null=True)
    delegation_id = models.BigIntegerField(null=True)
    target_type = models.CharField(max_length=60, blank=True)
    target_id = models.CharField(max_length=40, blank=True)
    target_label = models.CharField(max_length=300, blank=True)
    detail = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    entry_hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["target_type", "target_id"], name="audit_by_target"),
            models.Index(fields=["command", "at"], name="audit_by_command"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%d/%m/%Y %H:%M} {self.actor_name}: {self.command}"


class Transition(models.Model):
    """Lần chuyển trạng thái: one step of a process, with the findings shown at that moment. Append-only."""

    machine = models.CharField(max_length=24)
    target_type = models.CharField(max_length=60)
    target_id = models.CharField(max_length=40)
    action = models.CharField(max_length=24)
    source = models.CharField(max_length=24)
    target = models.CharField(max_length=24)
    at = models.DateTimeField()
    actor_name = models.CharField(max_length=120)
    person_id = models.BigIntegerField(null=True)
    role = models.CharField(max_length=24)
    findings = models.JSONField(default=list)
    rulebook_version = models.CharField(max_length=20)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["target_type", "target_id"], name="transition_by_target")]

    def __str__(self) -> str:
        return f"{self.machine} {self.target_id}: {self.source} → {self.target}"
