"""Văn bản lập từ việc bình xét khen thưởng: three papers of a unit's dossier, the note of the office."""

from __future__ import annotations

from django.db.models import QuerySet

from tusoi.awards.models import AwardDiscussion, AwardList, AwardNomination
from tusoi.awards.permissions import (
    discussions_visible_to,
    lists_visible_to,
    nominations_visible_to,
)
from tusoi.awards.selectors.papers import (
    list_paper,
    list_title,
    minutes_paper,
    report_paper,
    unit_note_paper,
)
from tusoi.core.actor import Actor
from tusoi.documents.enums import PaperKind
from tusoi.documents.selectors.sources import PaperSource, Place


def _discussions(actor: Actor) -> QuerySet[AwardDiscussion]:
    return discussions_visible_to(actor).select_related(
        "meeting__unit__parent", "meeting__campaign__body"
    )


def _nominations(actor: Actor) -> QuerySet[AwardNomination]:
    rows = nominations_visible_to(actor).exclude(state="withdrawn")
    return rows.select_related(
        "subject__unit__parent", "subject__campaign__body", "subject__classification"
    )


def _lists(actor: Actor) -> QuerySet[AwardList]:
    return lists_visible_to(actor).select_related("campaign__body")


def _to_dossier(owner: AwardDiscussion) -> Place:
    return Place("Mở danh sách đề nghị khen thưởng", "unit:awards")


def _to_nomination(owner: AwardNomination) -> Place:
    return Place("Mở đề nghị khen thưởng", "unit:nomination", (owner.pk,))


def _to_lists(made: AwardList) -> Place:
    return Place("Mở danh sách trình hội đồng", "hr:awards")


SOURCES = (
    PaperSource(
        kind=PaperKind.AWARD_SUBMISSION,
        owner_model=AwardDiscussion,
        owners=_discussions,
        build=unit_note_paper,
        issuer=lambda row: row.meeting.unit,
        title=lambda row: f"Tờ trình đề nghị khen thưởng của {row.meeting.unit.name}",
        mend=_to_dossier,
    ),
    PaperSource(
        kind=PaperKind.AWARD_MINUTES,
        owner_model=AwardDiscussion,
        owners=_discussions,
        build=minutes_paper,
        issuer=lambda row: row.meeting.unit,
        title=lambda row: f"Biên bản bình xét khen thưởng của {row.meeting.unit.name}",
        mend=_to_dossier,
    ),
    PaperSource(
        kind=PaperKind.ACHIEVEMENT_REPORT,
        owner_model=AwardNomination,
        owners=_nominations,
        build=report_paper,
        issuer=lambda row: row.subject.unit,
        title=lambda row: f"Báo cáo thành tích: {row.subject.name}",
        mend=_to_nomination,
    ),
    PaperSource(
        kind=PaperKind.AWARD_SUBMISSION,
        owner_model=AwardList,
        owners=_lists,
        build=list_paper,
        issuer=lambda made: made.campaign.body,
        title=list_title,
        mend=_to_lists,
    ),
)
