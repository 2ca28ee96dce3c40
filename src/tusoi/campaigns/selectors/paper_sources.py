"""Văn bản lập từ đợt đánh giá và bản kiểm điểm."""

from __future__ import annotations

from django.db.models import QuerySet

from tusoi.campaigns.models import Campaign, Review
from tusoi.campaigns.selectors.papers import plan_paper, review_paper
from tusoi.campaigns.selectors.reviews import readable_reviews
from tusoi.core.actor import Actor
from tusoi.documents.enums import PaperKind
from tusoi.documents.selectors.sources import PaperSource, Place
from tusoi.officialdocs.wording import continued
from tusoi.org.enums import Role
from tusoi.org.models import Unit

_READ_PLAN = frozenset({Role.COORDINATOR, Role.DEPARTMENT_HEAD, Role.DEPARTMENT_LEADER})


def campaigns_read_by(actor: Actor) -> QuerySet[Campaign]:
    """Campaigns whose papers the office and the leaders of the body read."""
    rows = Campaign.objects.select_related("body", "signer")
    return rows if actor.role in _READ_PLAN else rows.none()


def _personal_reviews(actor: Actor) -> QuerySet[Review]:
    return readable_reviews(actor).filter(subject__collective__isnull=True)


def _collective_reviews(actor: Actor) -> QuerySet[Review]:
    return readable_reviews(actor).filter(subject__collective__isnull=False)


def _unit_of(review: Review) -> Unit:
    return review.subject.unit


def _unfinished(review: Review) -> str:
    return "" if review.finalised_at else "Bản kiểm điểm chưa được hoàn thiện sau hội nghị."


def _to_review(review: Review) -> Place:
    return Place("Mở bản kiểm điểm", "hr:subject", (review.subject_id,))


def _to_campaign(campaign: Campaign) -> Place:
    return Place("Mở kế hoạch", "hr:campaign_plan", (campaign.pk,))


SOURCES = (
    PaperSource(
        kind=PaperKind.PLAN,
        owner_model=Campaign,
        owners=campaigns_read_by,
        build=plan_paper,
        issuer=lambda campaign: campaign.body,
        title=lambda campaign: f"Kế hoạch {continued(campaign.title)}",
        mend=_to_campaign,
    ),
    PaperSource(
        kind=PaperKind.SELF_REVIEW,
        owner_model=Review,
        owners=_personal_reviews,
        build=review_paper,
        issuer=_unit_of,
        title=lambda review: f"Bản kiểm điểm {review.subject.name}",
        mend=_to_review,
        unready=_unfinished,
    ),
    PaperSource(
        kind=PaperKind.COLLECTIVE_REPORT,
        owner_model=Review,
        owners=_collective_reviews,
        build=review_paper,
        issuer=_unit_of,
        title=lambda review: f"Báo cáo kiểm điểm {review.subject.name}",
        mend=_to_review,
        unready=_unfinished,
    ),
)
