"""Ban hành văn bản: papers of the rating are rendered once and kept with their hash."""

from __future__ import annotations

from datetime import datetime

from django.utils.timezone import localdate

from tusoi.campaigns.models import Campaign
from tusoi.core.actor import Actor
from tusoi.core.command import command
from tusoi.decisions.models import Classification, Decision
from tusoi.decisions.permissions import may_submit
from tusoi.decisions.selectors import papers
from tusoi.decisions.services.locking import lock_campaign
from tusoi.documents.enums import PaperKind
from tusoi.documents.models import StoredDocument
from tusoi.documents.services.storing import store
from tusoi.officialdocs.docx_writer import write_docx
from tusoi.officialdocs.papers.office import Signer


def issue_decision(*, at: datetime, decision: Decision) -> StoredDocument:
    """The decision as signed."""
    return store(
        kind=PaperKind.DECISION,
        title=f"Quyết định số {decision.number} về xếp loại chất lượng năm {decision.campaign.review_year}",
        file_name=f"quyet-dinh-xep-loai-{decision.pk}.docx",
        content=write_docx(papers.decision_paper(decision)),
        owner=decision,
        at=at,
    )


def issue_notice(*, at: datetime, classification: Classification) -> StoredDocument:
    """The notice of one result, as sent."""
    return store(
        kind=PaperKind.NOTICE,
        title=f"Thông báo kết quả xếp loại chất lượng: {classification.subject.name}",
        file_name=f"thong-bao-ket-qua-{classification.pk}.docx",
        content=write_docx(papers.notice_paper(classification)),
        owner=classification,
        at=at,
    )


@command("document.issue", target="campaign", scope=may_submit)
def issue_submission(
    *, actor: Actor, at: datetime, campaign: Campaign, signer_title: str
) -> list[StoredDocument]:
    """The submission note and the summary sheet for the leading collective, from the proposals as they stand."""
    locked, day = lock_campaign(campaign), localdate(at)
    signer = Signer(name=actor.name, title=signer_title)
    made = (
        (
            PaperKind.SUBMISSION_NOTE,
            "Tờ trình",
            "to-trinh",
            papers.submission_paper(locked, day, signer),
        ),
        (
            PaperKind.SUMMARY_SHEET,
            "Biểu tổng hợp",
            "bieu-tong-hop",
            papers.summary_paper(locked, day, signer, actor.name),
        ),
    )
    return [
        store(
            kind=kind,
            title=f"{name} xếp loại chất lượng năm {locked.review_year}, lập ngày {day:%d/%m/%Y}",
            file_name=f"{slug}-xep-loai-{day:%Y%m%d}.docx",
            content=write_docx(paper),
            owner=locked,
            at=at,
        )
        for kind, name, slug, paper in made
    ]
