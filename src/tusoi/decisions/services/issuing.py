"""Ban hành văn bản: papers of the rating are rendered once and kept with their hash."""

from __future__ import annotations

import re
from datetime import date, datetime

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
from tusoi.documents.services.issuing import issue
from tusoi.documents.services.numbering import Stamp
from tusoi.documents.services.storing import Filing, store
from tusoi.officialdocs.papers.office import Signer

_NUMBER = re.compile(r"\d{1,5}(?!\d)")
_GIVEN_ON_SIGNING = "Số và ngày do văn thư cấp khi ký quyết định."


def issue_decision(*, actor: Actor, at: datetime, decision: Decision) -> StoredDocument:
    """The decision as signed; the number it was given is entered in the register."""
    paper, stamp = papers.decision_paper(decision), _stamp(decision)
    filing = Filing(
        kind=PaperKind.DECISION,
        title=f"Quyết định số {decision.number} về xếp loại chất lượng năm {decision.campaign.review_year}",
        file_name=f"quyet-dinh-xep-loai-{decision.pk}.docx",
        owner=decision,
        issuer=decision.issuer,
    )
    if stamp is None:
        return store(filing, paper, at=at)
    return issue(filing, paper, stamp, actor=actor, at=at)


def _stamp(decision: Decision) -> Stamp | None:
    """The number at the head of what was written on signing; None where it begins with none."""
    number = _NUMBER.match(decision.number)
    if number is None:
        return None
    return Stamp(dated=decision.signed_on, number=int(number.group()), reason=_GIVEN_ON_SIGNING)


def issue_notice(
    *, at: datetime, decision: Decision, classification: Classification
) -> StoredDocument:
    """The notice of one result, as sent."""
    filing = Filing(
        kind=PaperKind.NOTICE,
        title=f"Thông báo kết quả xếp loại chất lượng: {classification.subject.name}",
        file_name=f"thong-bao-ket-qua-{classification.pk}.docx",
        owner=classification,
        issuer=decision.issuer,
    )
    return store(filing, papers.notice_paper(classification), at=at)


@command("submission.issue", target="campaign", scope=may_submit)
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
        store(_handed_up(locked, kind, f"{name} xếp loại", slug, day), paper, at=at)
        for kind, name, slug, paper in made
    ]


def _handed_up(campaign: Campaign, kind: PaperKind, name: str, slug: str, day: date) -> Filing:
    return Filing(
        kind=kind,
        title=f"{name} chất lượng năm {campaign.review_year}, lập ngày {day:%d/%m/%Y}",
        file_name=f"{slug}-xep-loai-{day:%Y%m%d}.docx",
        owner=campaign,
        issuer=campaign.body,
    )
