"""Đọc bản kiểm điểm: one's own, the unit's, last year's text, drafts received."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Coalesce

from tusoi.campaigns.enums import SubjectKind
from tusoi.campaigns.models import Campaign, CirculationReceipt, Review
from tusoi.campaigns.permissions import may_write, reviews_visible_to, subjects_visible_to
from tusoi.core.actor import Actor
from tusoi.org.models import CollectiveMember, Person, Unit
from tusoi.org.selectors.actors import in_force

_WITH_SUBJECT = (
    "subject__track",
    "subject__campaign",
    "subject__unit",
    "subject__person",
    "saved_by",
)


def readable_reviews(actor: Actor) -> QuerySet[Review]:
    """Reviews the actor may read, with all that a page about one needs."""
    return reviews_visible_to(actor).select_related(*_WITH_SUBJECT, "circulation")


def writable_reviews(actor: Actor, individual: Actor) -> list[Review]:
    """One's own reviews and, in the role acted in, the collective's reports; the present season first."""
    rows = Review.objects.select_related(*_WITH_SUBJECT).order_by(
        "-subject__campaign__review_year", "pk"
    )
    own = Q(subject__person_id=individual.person_id)
    of_body = Q(subject__track__kind=SubjectKind.DEPARTMENT_COLLECTIVE)
    of_unit = Q(subject__collective__isnull=False, subject__unit_id=actor.unit_id)
    found = rows.filter(own | of_body | of_unit)
    return [review for review in found if may_write(individual, review) or may_write(actor, review)]


def unit_reviews(actor: Actor, campaign: Campaign) -> QuerySet[Review]:
    """The reviews of the actor's unit in the order they are taken up, with comments and readers counted."""
    receipts = "circulation__receipts"
    rows = Review.objects.filter(
        subject__in=subjects_visible_to(actor),
        subject__campaign=campaign,
        subject__unit_id=actor.unit_id,
    )
    return rows.select_related(*_WITH_SUBJECT, "circulation").annotate(
        comment_count=Count("comments", distinct=True),
        receipt_count=Count(receipts, distinct=True),
        reader_count=Count(
            receipts, filter=Q(**{f"{receipts}__read_at__isnull": False}), distinct=True
        ),
    )


def earlier_review(review: Review) -> Review | None:
    """The finished review of the same subject in the latest earlier season, to be shown beside this one."""
    subject = review.subject
    same = (
        {"subject__person": subject.person_id}
        if subject.person_id
        else {"subject__collective": subject.collective_id}
    )
    rows = Review.objects.filter(
        **same, state="final", subject__campaign__review_year__lt=subject.campaign.review_year
    )
    return (
        rows.select_related("subject__campaign").order_by("-subject__campaign__review_year").first()
    )


def earlier_texts(review: Review) -> tuple[int | None, dict[str, Any]]:
    """Year and answers of the earlier review; (None, {}) where there is none."""
    earlier = earlier_review(review)
    return (earlier.subject.campaign.review_year, earlier.content) if earlier else (None, {})


def draft_recipients(campaign: Campaign, unit: Unit) -> QuerySet[Person]:
    """Who takes part in the meeting: the staff of the unit; at the top, the leading collective."""
    if unit.pk != campaign.body_id:
        return Person.objects.filter(subjects__campaign=campaign, subjects__unit=unit)
    members = CollectiveMember.objects.filter(in_force(campaign.plan_date), collective__unit=unit)
    return Person.objects.filter(pk__in=members.values("person_id"))


def drafts_received(actor: Actor) -> QuerySet[CirculationReceipt]:
    """Drafts sent to this person, the latest first."""
    rows = CirculationReceipt.objects.filter(person_id=actor.person_id)
    return (
        rows.select_related(
            "circulation__review__subject__unit", "circulation__review__subject__campaign"
        )
        .annotate(received_at=Coalesce("sent_at", "circulation__sent_at"))
        .order_by("-received_at", "circulation__review__subject__rank", "pk")
    )
