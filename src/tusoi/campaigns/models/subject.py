from django.db import models
from django.db.models import Q

from tusoi.campaigns.enums import Standing
from tusoi.campaigns.models.campaign import Campaign, Track
from tusoi.core.fields import NFCCharField
from tusoi.org.models import Collective, PartyCell, Person, SimilarPostGroup, Unit


class Subject(models.Model):
    """Đối tượng kiểm điểm, đánh giá: one person or collective in one campaign, as frozen at enrolment.

    Unit, title, group and cell are snapshots: later moves do not change who rates whom.
    `facts` holds the eligibility inputs used (months in post, absences, discipline).
    """

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="subjects")
    track = models.ForeignKey(Track, models.PROTECT, related_name="subjects")
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="subjects"
    )
    collective = models.ForeignKey(
        Collective, models.PROTECT, null=True, blank=True, related_name="subjects"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="subjects")
    former_unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    group = models.ForeignKey(SimilarPostGroup, models.PROTECT, related_name="subjects")
    cell = models.ForeignKey(
        PartyCell, models.PROTECT, null=True, blank=True, related_name="subjects"
    )
    name = NFCCharField("Tên đối tượng", max_length=200)
    title = NFCCharField("Chức vụ", max_length=200)
    sort_key = models.CharField(max_length=300, db_collation="C")
    search_name = models.CharField(max_length=300, db_collation="C")
    rank = models.PositiveSmallIntegerField(default=100)
    standing = models.CharField(max_length=20, choices=Standing.choices())
    standing_reason = NFCCharField("Lý do xác định diện đánh giá", max_length=500, blank=True)
    standing_is_manual = models.BooleanField(default=False)
    facts = models.JSONField(default=dict)

    class Meta:
        ordering = ["unit__path", "rank", "sort_key"]
        indexes = [
            models.Index(fields=["campaign", "unit", "rank", "sort_key"], name="subject_by_unit")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, collective__isnull=True)
                | Q(person__isnull=True, collective__isnull=False),
                name="subject_is_person_or_collective",
            ),
            models.UniqueConstraint(fields=["campaign", "person"], name="person_once_per_campaign"),
            models.UniqueConstraint(
                fields=["campaign", "collective"], name="collective_once_per_campaign"
            ),
            models.CheckConstraint(
                condition=Q(standing=Standing.RATED_HERE) | ~Q(standing_reason=""),
                name="left_out_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_collective(self) -> bool:
        return self.collective_id is not None
