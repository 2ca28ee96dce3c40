from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from tusoi.core.fields import NFCCharField, NFCTextField
from tusoi.org.enums import AbsenceKind, AssignmentKind, DisciplineForm, DisciplineSide
from tusoi.org.models.collective import Collective
from tusoi.org.models.person import Person
from tusoi.org.models.unit import Post


def _person_range() -> Func:
    """The person as a range of one: GiST compares ranges without a contrib extension."""
    return Func(F("person"), F("person"), Value("[]"), function="int8range")


def _days() -> Func:
    return Func(F("starts_on"), F("ends_on"), Value("[]"), function="daterange")


class Assignment(models.Model):
    """Phân công công tác: a person in a post from day to day (both inclusive); one main post at a time.

    A concurrent post that is not specialised (không chuyên trách) adds no place of review. Two constraints instead of one over open and ended rows: a plain index takes 100,000 imported rows
    in a tenth of the time. An ended row beside an open one is checked by the commands, under the person's lock.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="assignments")
    post = models.ForeignKey(Post, models.PROTECT, related_name="assignments")
    kind = models.CharField(
        max_length=12, choices=AssignmentKind.choices(), default=AssignmentKind.MAIN
    )
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    is_acting = models.BooleanField(default=False)
    is_specialised = models.BooleanField(default=True)
    document = NFCCharField("Văn bản phân công", max_length=120, blank=True)

    class Meta:
        ordering = ["person_id", "-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="assignment_ends_after_start",
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(kind=AssignmentKind.MAIN, ends_on__isnull=True),
                name="one_open_main_post",
            ),
            ExclusionConstraint(
                name="ended_main_posts_do_not_overlap",
                expressions=[
                    (_person_range(), RangeOperators.OVERLAPS),
                    (_days(), RangeOperators.OVERLAPS),
                ],
                condition=Q(kind=AssignmentKind.MAIN, ends_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.post}"


class Absence(models.Model):
    """Thời gian nghỉ: a dated lawful absence (both days inclusive)."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="absences")
    kind = models.CharField(max_length=16, choices=AbsenceKind.choices())
    starts_on = models.DateField()
    ends_on = models.DateField()
    document = NFCCharField("Văn bản cho nghỉ", max_length=120, blank=True)

    class Meta:
        ordering = ["person_id", "starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="absence_ends_after_start"
            ),
            ExclusionConstraint(
                name="absences_do_not_overlap",
                expressions=[
                    (_person_range(), RangeOperators.OVERLAPS),
                    (_days(), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {AbsenceKind(self.kind).label}"


class Discipline(models.Model):
    """Kỷ luật: a decision against a person or a collective; `act_code` ties decisions on the same act."""

    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="disciplines"
    )
    collective = models.ForeignKey(
        Collective, models.PROTECT, null=True, blank=True, related_name="disciplines"
    )
    side = models.CharField(max_length=8, choices=DisciplineSide.choices())
    form = models.CharField(max_length=12, choices=DisciplineForm.choices())
    effective_on = models.DateField()
    document = NFCCharField("Quyết định kỷ luật", max_length=120)
    act_code = NFCCharField("Mã hành vi", max_length=40)
    act_summary = NFCTextField("Tóm tắt hành vi", blank=True)
    acted_on = models.DateField(null=True, blank=True)
    counted_in_year = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["effective_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, collective__isnull=True)
                | Q(person__isnull=True, collective__isnull=False),
                name="discipline_of_person_or_collective",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person or self.collective}: {DisciplineForm(self.form).label}"
