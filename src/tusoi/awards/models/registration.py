from django.db import models
from django.db.models import Q

from tusoi.awards.enums import AwardTitle
from tusoi.org.models import Collective, Person, Unit


class AwardRegistration(models.Model):
    """Đăng ký thi đua: the title a person or a collective strives for, registered at the start of the year.

    Whether there is one counts, not its title: what is asked for later follows from the achievements.
    `registered_on` is the day of the paper, `unit` the unit in whose list it stands.
    """

    year = models.PositiveSmallIntegerField()
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="award_registrations"
    )
    collective = models.ForeignKey(
        Collective, models.PROTECT, null=True, blank=True, related_name="award_registrations"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="award_registrations")
    title = models.CharField(max_length=40, choices=AwardTitle.choices())
    registered_on = models.DateField()
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-year", "unit__path", "collective_id", "person__sort_key", "pk"]
        indexes = [models.Index(fields=["year", "unit"], name="registration_by_unit")]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, collective__isnull=True)
                | Q(person__isnull=True, collective__isnull=False),
                name="registration_of_person_or_collective",
            ),
            models.UniqueConstraint(
                fields=["year", "person", "title"], name="person_registers_a_title_once"
            ),
            models.UniqueConstraint(
                fields=["year", "collective", "title"], name="collective_registers_a_title_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {AwardTitle(self.title).label}"

    @property
    def name(self) -> str:
        """Whose registration it is."""
        return str(self.person or self.collective)
