from django.db import models
from django.db.models import F, Q

from tusoi.core.fields import NFCCharField
from tusoi.org.enums import Role
from tusoi.org.models.person import PartyCell, Person
from tusoi.org.models.unit import Unit


class RoleGrant(models.Model):
    """Giao vai trò: a role that no post carries by itself (thư ký, Văn phòng, Đảng ủy, giám sát, quản trị)."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="role_grants")
    role = models.CharField(max_length=24, choices=Role.choices())
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="role_grants"
    )
    cell = models.ForeignKey(
        PartyCell, models.PROTECT, null=True, blank=True, related_name="role_grants"
    )
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    document = NFCCharField("Văn bản giao vai trò", max_length=120, blank=True)

    class Meta:
        ordering = ["person_id", "role"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "role", "unit", "cell"],
                condition=Q(ends_on__isnull=True),
                nulls_distinct=False,
                name="role_granted_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {Role(self.role).label}"


class Delegation(models.Model):
    """Ủy quyền: one person lets another act in his or her role, by a document, from day to day."""

    from_person = models.ForeignKey(Person, models.PROTECT, related_name="delegations_given")
    to_person = models.ForeignKey(Person, models.PROTECT, related_name="delegations_received")
    role = models.CharField(max_length=24, choices=Role.choices())
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="delegations")
    starts_on = models.DateField()
    ends_on = models.DateField()
    document = NFCCharField("Văn bản ủy quyền", max_length=120)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="delegation_ends_after_start"
            ),
            models.CheckConstraint(
                condition=~Q(from_person=F("to_person")), name="no_delegation_to_oneself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_person} ủy quyền cho {self.to_person}"
