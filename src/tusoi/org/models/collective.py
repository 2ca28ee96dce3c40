from django.db import models
from django.db.models import Q

from tusoi.core.fields import NFCCharField
from tusoi.org.enums import CollectiveKind
from tusoi.org.models.person import Person
from tusoi.org.models.unit import SimilarPostGroup, Unit


class Collective(models.Model):
    """Tập thể lãnh đạo: the leading collective of a unit – or the Party organisation itself – reviewed and rated as one."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="collectives")
    kind = models.CharField(
        max_length=20, choices=CollectiveKind.choices(), default=CollectiveKind.LEADERS
    )
    name = NFCCharField("Tên tập thể", max_length=200)
    group = models.ForeignKey(SimilarPostGroup, models.PROTECT, related_name="collectives")
    founded_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["unit__path", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "kind"], name="one_collective_of_a_kind")
        ]

    def __str__(self) -> str:
        return self.name


class CollectiveMember(models.Model):
    """Thành viên tập thể lãnh đạo: dated membership; at most one head at a time.

    `suspended_from` is the day a committee member's activity on the committee was suspended.
    """

    collective = models.ForeignKey(Collective, models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    is_head = models.BooleanField(default=False)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    suspended_from = models.DateField(null=True, blank=True)
    suspension_document = NFCCharField("Quyết định đình chỉ sinh hoạt", max_length=120, blank=True)

    class Meta:
        ordering = ["-is_head", "person__sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["collective"],
                condition=Q(is_head=True, ends_on__isnull=True),
                name="one_head_per_collective",
            ),
            models.UniqueConstraint(
                fields=["collective", "person"],
                condition=Q(ends_on__isnull=True),
                name="member_once_per_collective",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.collective}"
