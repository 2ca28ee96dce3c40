from django.db import models
from django.db.models import Q

from tusoi.campaigns.enums import PlaceKind
from tusoi.campaigns.models.subject import Subject
from tusoi.core.fields import NFCCharField
from tusoi.org.models import PartyCell, Unit


class SubjectPlace(models.Model):
    """Nơi kiểm điểm của một đối tượng, as the rules say on the day of enrolment, with the ground.

    Exactly one of `cell` and `unit` is set. `is_main` marks the place where the review as such is
    held; further places hear it again or only record it (`is_report_only`: no review there, the
    holder reports on the concurrent duties and the body there sends its comments).
    """

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="places")
    kind = models.CharField(max_length=24, choices=PlaceKind.choices())
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    cell = models.ForeignKey(PartyCell, models.PROTECT, null=True, blank=True, related_name="+")
    is_main = models.BooleanField(default=False)
    is_report_only = models.BooleanField(default=False)
    ground = NFCCharField("Căn cứ xác định nơi kiểm điểm", max_length=500)
    cites = models.JSONField(default=list)

    class Meta:
        ordering = ["subject_id", "-is_main", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(unit__isnull=False, cell__isnull=True)
                | Q(unit__isnull=True, cell__isnull=False),
                name="place_is_unit_or_cell",
            ),
            models.UniqueConstraint(
                fields=["subject"], condition=Q(is_main=True), name="one_main_place"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {self.cell or self.unit}"
