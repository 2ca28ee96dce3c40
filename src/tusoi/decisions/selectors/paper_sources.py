"""Văn bản lập từ kết quả xếp loại: tờ trình, biểu tổng hợp, quyết định, thông báo."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from tusoi.campaigns.models import Campaign
from tusoi.campaigns.selectors.paper_sources import campaigns_read_by
from tusoi.core import clock
from tusoi.core.actor import Actor
from tusoi.decisions.models import Classification, Decision, Notice
from tusoi.decisions.permissions import classifications_visible_to, decisions_visible_to
from tusoi.decisions.selectors.papers import (
    decision_paper,
    notice_paper,
    submission_paper,
    summary_paper,
)
from tusoi.documents.enums import PaperKind
from tusoi.documents.selectors.sources import PaperSource, Place
from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.papers.office import Signer
from tusoi.org.enums import Role
from tusoi.org.models import Person
from tusoi.org.selectors.actors import in_force
from tusoi.org.selectors.people import with_main_post


def office_signer(campaign: Campaign) -> Signer:
    """Người ký của Văn phòng: the highest in rank of those who hold the office's role today."""
    today = clock.today()
    grants = in_force(today, "role_grants__") & Q(
        role_grants__role=Role.COORDINATOR, role_grants__unit=campaign.body
    )
    holders = with_main_post(Person.objects.filter(grants), today).order_by("post_rank", "pk")
    name, title = holders.values_list("full_name", "post_title").first() or ("", "")
    return Signer(name=name, title=title or "")


def _submission(campaign: Campaign) -> Paper:
    return submission_paper(campaign, clock.today(), office_signer(campaign))


def _summary(campaign: Campaign) -> Paper:
    signer = office_signer(campaign)
    return summary_paper(campaign, clock.today(), signer, signer.name)


def _told(actor: Actor) -> QuerySet[Classification]:
    """Decided rows the actor sees on the board, and those a notice told the actor of."""
    rows = Classification.objects.filter(decision__isnull=False)
    if actor.role == Role.TECHNICAL_ADMIN:
        return rows.none()
    seen = Q(pk__in=classifications_visible_to(actor).values("pk"))
    told = Q(subject__in=Notice.objects.filter(recipient_id=actor.person_id or 0).values("subject"))
    return rows.filter(seen | told).select_related(
        "decision__issuer", "decision__campaign", "subject__unit"
    )


def _to_campaign(campaign: Campaign) -> Place:
    return Place("Mở đợt đánh giá", "hr:campaign", (campaign.pk,))


SOURCES = (
    PaperSource(
        kind=PaperKind.SUBMISSION_NOTE,
        owner_model=Campaign,
        owners=campaigns_read_by,
        build=_submission,
        issuer=lambda campaign: campaign.body,
        title=lambda campaign: f"Tờ trình xếp loại chất lượng năm {campaign.review_year}",
        mend=_to_campaign,
    ),
    PaperSource(
        kind=PaperKind.SUMMARY_SHEET,
        owner_model=Campaign,
        owners=campaigns_read_by,
        build=_summary,
        issuer=lambda campaign: campaign.body,
        title=lambda campaign: f"Biểu tổng hợp xếp loại chất lượng năm {campaign.review_year}",
        mend=_to_campaign,
    ),
    PaperSource(
        kind=PaperKind.DECISION,
        owner_model=Decision,
        owners=decisions_visible_to,
        build=decision_paper,
        issuer=lambda decision: decision.issuer,
        title=lambda decision: (
            f"{decision} về xếp loại chất lượng năm {decision.campaign.review_year}"
        ),
        mend=lambda decision: Place("Mở quyết định", "panel:decision", (decision.pk,)),
    ),
    PaperSource(
        kind=PaperKind.NOTICE,
        owner_model=Classification,
        owners=_told,
        build=notice_paper,
        issuer=lambda row: row.decision.issuer,
        title=lambda row: f"Thông báo kết quả xếp loại chất lượng: {row.subject.name}",
        mend=lambda row: Place("Mở quyết định", "panel:decision", (row.decision_id,)),
    ),
)
