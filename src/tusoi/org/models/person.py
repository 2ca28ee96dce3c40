from django.db import models

from tusoi.core.fields import NFCCharField
from tusoi.org.enums import Category
from tusoi.org.models.unit import Unit


class PartyCell(models.Model):
    """Chi bộ: the Party cell where members are active; one without a committee (chi ủy) reviews as a cell."""

    code = NFCCharField("Mã chi bộ", max_length=30, unique=True)
    name = NFCCharField("Tên chi bộ", max_length=200)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="party_cells"
    )
    has_committee = models.BooleanField(default=True)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """Cán bộ, công chức, viên chức, người lao động: one human being, known by the staff code."""

    code = NFCCharField("Mã cán bộ", max_length=30, unique=True)
    full_name = NFCCharField("Họ và tên", max_length=120)
    search_name = models.CharField(max_length=200, db_collation="C")
    sort_key = models.CharField(max_length=300, db_collation="C")
    birth_date = models.DateField(null=True, blank=True)
    category = models.CharField(max_length=20, choices=Category.choices())
    party_joined_on = models.DateField(null=True, blank=True)
    party_cell = models.ForeignKey(
        PartyCell, models.PROTECT, null=True, blank=True, related_name="members"
    )
    email = models.EmailField(blank=True)

    class Meta:
        ordering = ["sort_key", "code"]
        indexes = [models.Index(fields=["sort_key", "code"], name="person_by_name")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(category__in=list(Category)), name="person_category_known"
            ),
            models.CheckConstraint(
                condition=models.Q(party_cell__isnull=True)
                | models.Q(party_joined_on__isnull=False),
                name="cell_member_has_joining_date",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def is_party_member(self) -> bool:
        return self.party_joined_on is not None
