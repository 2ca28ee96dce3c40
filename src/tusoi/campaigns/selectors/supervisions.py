"""Dự, chỉ đạo kiểm điểm: who of the upper level supervises which unit, and where nobody does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from tusoi.campaigns.models import Campaign, Review, Subject, Supervision
from tusoi.core.actor import Actor
from tusoi.core.names import fold
from tusoi.org.enums import Role
from tusoi.org.models import Person, RoleGrant, Unit
from tusoi.org.selectors.actors import in_force
from tusoi.rulebook import Finding, Severity

IN_FORCE = Q(ended_at__isnull=True)
DISCUSSED = ("discussed", "final")
_STANDING = Q(subjects__suggestions__isnull=False) & Q(
    subjects__suggestions__withdrawn_at__isnull=True
)


def supervisors_of(campaign: Campaign, unit: Unit) -> QuerySet[Supervision]:
    """Those assigned to the unit or to one above it."""
    above = [unit.path[:end] for end in range(1, len(unit.path) + 1)]
    rows = Supervision.objects.filter(IN_FORCE, campaign=campaign, unit__path__in=above)
    return rows.select_related("person", "unit")


def upper_level(campaign: Campaign, day: date) -> QuerySet[Person]:
    """The leading collectives of the body and its Party committee."""
    members = Q(in_force(day, "memberships__"), memberships__collective__unit_id=campaign.body_id)
    committee = RoleGrant.objects.filter(
        in_force(day), role=Role.PARTY_COMMITTEE, unit_id=campaign.body_id
    )
    people = Person.objects.filter(members | Q(pk__in=committee.values("person_id")))
    return people.order_by("sort_key").distinct()


def reviewed_units(campaign: Campaign) -> QuerySet[Unit]:
    """The units below the body that hold a review of their own."""
    has_subjects = Exists(Subject.objects.filter(campaign=campaign, unit=OuterRef("pk")))
    return Unit.objects.filter(has_subjects, path__startswith=campaign.body.path).exclude(
        pk=campaign.body_id
    )


def units_supervised(
    campaign: Campaign, *, q: str = "", only_missing: bool = False
) -> QuerySet[Unit]:
    """Every unit with its supervisors and the number of suggestions that stand there."""
    rows = Supervision.objects.filter(IN_FORCE, campaign=campaign).select_related("person")
    units = reviewed_units(campaign)
    if q:
        units = units.filter(search_name__contains=fold(q))
    if only_missing:
        units = units.exclude(supervisions__in=rows)
    of_campaign = Q(_STANDING, subjects__campaign=campaign)
    return (
        units.prefetch_related(Prefetch("supervisions", rows, to_attr="supervised_by"))
        .annotate(suggestions=Count("subjects__suggestions", filter=of_campaign, distinct=True))
        .order_by("path")
    )


def supervisions_of(actor: Actor) -> QuerySet[Supervision]:
    """What the person was assigned to, the present season first."""
    rows = Supervision.objects.filter(IN_FORCE, person_id=actor.person_id)
    return rows.select_related("unit", "campaign__body").order_by(
        "-campaign__review_year", "unit__path"
    )


def reviews_under(supervision: Supervision) -> QuerySet[Review]:
    """The reviews of the unit, in the order they are taken up."""
    rows = Review.objects.filter(
        subject__campaign=supervision.campaign_id,
        subject__unit__path__startswith=supervision.unit.path,
    )
    return rows.select_related("subject__unit", "subject__track", "subject__campaign")


def _block(rule: str, message: str, remedy: str) -> Finding:
    return Finding(f"supervision.{rule}", Severity.BLOCKS, message, remedy=remedy)


def blockers_for_assign(
    campaign: Campaign, unit: Unit, person: Person, day: date
) -> Iterator[Finding]:
    """Somebody of the upper level, not of the unit itself, and only once."""
    if not reviewed_units(campaign).filter(pk=unit.pk).exists():
        yield _block(
            "unit",
            f"{unit.name} không có đối tượng kiểm điểm trong đợt này.",
            "Chọn một đơn vị có tổ chức kiểm điểm trong đợt.",
        )
    if not upper_level(campaign, day).filter(pk=person.pk).exists():
        yield _block(
            "not-above",
            f"{person.full_name} không thuộc tập thể lãnh đạo hoặc cấp ủy của {campaign.body.name}.",
            "Phân công một đồng chí lãnh đạo hoặc cấp ủy viên của cấp trên.",
        )
    if campaign.subjects.filter(unit__path__startswith=unit.path, person=person).exists():
        yield _block(
            "own-unit",
            f"{person.full_name} kiểm điểm tại {unit.name} nên không chỉ đạo kiểm điểm ở đó.",
            "Phân công một đồng chí không thuộc đơn vị.",
        )
    if Supervision.objects.filter(IN_FORCE, campaign=campaign, unit=unit, person=person).exists():
        yield _block(
            "twice",
            f"{person.full_name} đã được phân công dự, chỉ đạo kiểm điểm ở {unit.name}.",
            "Không cần phân công lại.",
        )


def may_be_recorded(supervision: Supervision) -> bool:
    """Whether the unit has held a review that findings can be about."""
    return reviews_under(supervision).filter(state__in=DISCUSSED).exists()


def blockers_for_findings(supervision: Supervision, findings: str) -> Iterator[Finding]:
    """Written after the meeting, by whoever is still assigned."""
    if supervision.ended_at is not None:
        yield _block(
            "ended",
            "Việc phân công dự, chỉ đạo đã kết thúc nên không ghi nhận xét được.",
            "Liên hệ Văn phòng để được phân công lại nếu cần.",
        )
    elif not may_be_recorded(supervision):
        yield _block(
            "too-early",
            f"{supervision.unit.name} chưa tổ chức hội nghị kiểm điểm.",
            "Ghi nhận xét sau khi hội nghị kết luận.",
        )
    if not findings:
        yield _block(
            "no-findings",
            "Chưa có nội dung nhận xét.",
            "Ghi nhận xét về việc kiểm điểm của đơn vị.",
        )
