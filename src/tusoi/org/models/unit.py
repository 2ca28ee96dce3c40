from django.db import models

from tusoi.core.fields import NFCCharField
from tusoi.org.enums import Leadership, UnitKind


class Unit(models.Model):
    """Đơn vị: one node of the organisation's tree; the root is the body that runs campaigns."""

    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    kind = models.CharField(max_length=20, choices=UnitKind.choices())
    code = NFCCharField("Mã đơn vị", max_length=30, unique=True)
    name = NFCCharField("Tên đơn vị", max_length=300)
    short_name = NFCCharField("Tên gọi tắt", max_length=80)
    superior_name = NFCCharField("Tên cơ quan cấp trên", max_length=200, blank=True)
    place = NFCCharField("Địa danh", max_length=80, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    path = models.CharField(max_length=200, unique=True, db_collation="C")
    founded_on = models.DateField(null=True, blank=True)
    dissolved_on = models.DateField(null=True, blank=True)
    search_name = models.CharField(max_length=400, db_collation="C")

    class Meta:
        ordering = ["path"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")), name="unit_is_not_its_own_parent"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=list(UnitKind)), name="unit_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_root(self) -> bool:
        """Whether this is the body that runs campaigns."""
        return self.parent_id is None

    @property
    def is_party(self) -> bool:
        """Whether it belongs to the Party: its papers follow the Party's layout."""
        return self.kind in {UnitKind.PARTY_COMMITTEE, UnitKind.PARTY_CELL}


class SimilarPostGroup(models.Model):
    """Nhóm đối tượng có nhiệm vụ tương đồng: the group within which excellent ratings are capped."""

    code = NFCCharField("Mã nhóm", max_length=40, unique=True)
    name = NFCCharField("Tên nhóm", max_length=200)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """Vị trí việc làm, chức vụ: title, leading role and group of similar posts."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts")
    title = NFCCharField("Chức vụ, vị trí việc làm", max_length=200)
    leadership = models.CharField(
        max_length=10, choices=Leadership.choices(), default=Leadership.NONE
    )
    group = models.ForeignKey(SimilarPostGroup, models.PROTECT, related_name="posts")
    rank = models.PositiveSmallIntegerField(default=100)

    class Meta:
        ordering = ["rank", "title"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "title"], name="one_post_per_title_in_unit")
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.unit.short_name}"
