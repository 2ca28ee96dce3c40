from django.db import models
from django.db.models import Q

from tusoi.core.fields import NFCCharField
from tusoi.org.models.person import Person
from tusoi.org.models.unit import SimilarPostGroup, Unit


class Collective(models.Model):
    """Tập thể lãnh đạo: the leading collective of a unit, reviewed and rated as one."""

    unit = models.OneToOneField(Unit, models.PROTECT, related_name="collective")
    name = NFCCharField("Tên tập thể", max_length=200)
    group = models.ForeignKey(SimilarPostGroup, models.PROTECT, related_name="collectives")
    founded_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["unit__path"]

    def __str__(self) -> str:
        return self.name


class CollectiveMember(models.Model):
    """Thành viên tập thể lãnh đạo: dated membership; at most one head at a time."""

    collective = models.ForeignKey(Collective, models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    is_head = models.BooleanField(default=False)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

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
