"""Còn ai chờ: rated subjects that keep the campaign from ending."""

from __future__ import annotations

from django.db.models import QuerySet

from tusoi.campaigns.enums import Standing
from tusoi.campaigns.models import Campaign, Subject
from tusoi.decisions.enums import CLASSIFICATION_STATES
from tusoi.decisions.models import Classification
from tusoi.rulebook.findings import Finding, Severity

NAMED_AT_MOST = 50


def pending_classifications(campaign: Campaign) -> QuerySet[Classification]:
    """Rated here and not told yet."""
    rows = Classification.objects.filter(
        subject__campaign=campaign, subject__standing=Standing.RATED_HERE
    )
    return rows.exclude(state="notified").select_related("subject__unit").order_by("pk")


def unreviewed(campaign: Campaign) -> QuerySet[Subject]:
    """Only reviewed, or rated elsewhere, and the review is not finished."""
    rows = campaign.subjects.exclude(standing=Standing.RATED_HERE)
    return rows.exclude(review__state="final").select_related("unit").order_by("pk")


def blockers_for_close(campaign: Campaign) -> list[Finding]:
    """Every subject that still waits, by name, with the page where it goes on."""
    found = [
        _waits(
            row.subject,
            f"xếp loại đang ở bước “{CLASSIFICATION_STATES[row.state]}”",
            "hr:appraisal",
            row.pk,
        )
        for row in pending_classifications(campaign)[:NAMED_AT_MOST]
    ]
    return found + [
        _waits(subject, "bản kiểm điểm chưa hoàn thành", "hr:subject", subject.pk)
        for subject in unreviewed(campaign)[:NAMED_AT_MOST]
    ]


def _waits(subject: Subject, reason: str, page: str, pk: int) -> Finding:
    return Finding(
        "campaign.pending",
        Severity.BLOCKS,
        f"{subject.name} ({subject.unit.short_name}): {reason}.",
        remedy="Hoàn thành kiểm điểm, quyết định và thông báo kết quả trước khi kết thúc đợt.",
        data={"url_name": page, "url_args": [pk]},
    )
