"""Căn cứ lập danh mục hồ sơ: what the season holds of many subjects, read in a constant number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from tusoi.campaigns.enums import Standing, SubjectKind
from tusoi.campaigns.facts import law_of
from tusoi.campaigns.models import Campaign, Subject, Suggestion
from tusoi.campaigns.selectors.suggestions import standing_suggestions
from tusoi.decisions.models import OpinionRequest, PaperContent
from tusoi.decisions.selectors.asked_papers import Texts
from tusoi.documents.enums import PaperKind
from tusoi.documents.models import StoredDocument
from tusoi.documents.selectors.stored import documents_of
from tusoi.meetings.models import Meeting
from tusoi.meetings.selectors.results import review_meetings
from tusoi.rulebook.parameters import LawAt

SHEETS = (PaperKind.SUBMISSION_NOTE, PaperKind.INDIVIDUAL_SHEET, PaperKind.COLLECTIVE_SHEET)
WRITTEN = (PaperKind.DOSSIER_LIST, PaperKind.LEADER_SUMMARY, PaperKind.UNIT_REPORT)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Những gì đợt đánh giá đang giữ: by subject, and what belongs to all of them.

    `lower` are the Party organisations rated here: path of the unit, whether the level is decided.
    """

    campaign: Campaign
    law: LawAt
    meetings: Mapping[int, Meeting]
    suggestions: Mapping[int, Sequence[Suggestion]]
    texts: Mapping[tuple[str, int], Texts]
    sheets: Mapping[str, StoredDocument]
    lower: Sequence[tuple[str, bool]]

    def is_minuted(self, subject: Subject) -> bool:
        """Whether the subject's review stands in minutes approved by its meeting."""
        meeting = self.meetings.get(subject.pk)
        return meeting is not None and meeting.state == "approved"

    def text_of(self, kind: PaperKind, subject: Subject) -> Texts:
        """What was written for this paper of the subject; empty where nothing was."""
        return self.texts.get((kind, subject.pk), {})


def dossier_rows(rows: QuerySet[Subject]) -> QuerySet[Subject]:
    """The subjects with all that their lists need, in a constant number of queries."""
    asked = OpinionRequest.objects.exclude(state="withdrawn").select_related("cell", "unit")
    return rows.select_related(
        "campaign__body",
        "track",
        "unit",
        "review",
        "classification__appraisal",
        "classification__decision",
    ).prefetch_related(Prefetch("opinion_requests", asked))


def evidence_of(campaign: Campaign, subjects: Iterable[Subject]) -> Evidence:
    """Everything that the lists of these subjects of one campaign look at."""
    subjects = list(subjects)
    return Evidence(
        campaign=campaign,
        law=law_of(campaign),
        meetings=review_meetings(subjects),
        suggestions=_suggestions(subjects),
        texts=_texts(campaign, subjects),
        sheets=_sheets(campaign),
        lower=_party_organisations(campaign),
    )


def _suggestions(subjects: Sequence[Subject]) -> dict[int, list[Suggestion]]:
    found: dict[int, list[Suggestion]] = {}
    for suggestion in standing_suggestions(subjects):
        found.setdefault(suggestion.subject_id, []).append(suggestion)
    return found


def _texts(campaign: Campaign, subjects: Sequence[Subject]) -> dict[tuple[str, int], Texts]:
    saved = PaperContent.objects.filter(
        campaign=campaign, subject__in=subjects, kind__in=WRITTEN
    ).values_list("kind", "subject_id", "texts")
    return {(kind, subject): texts for kind, subject, texts in saved}


def _sheets(campaign: Campaign) -> dict[str, StoredDocument]:
    """The last of each paper about the whole campaign that is frozen and not withdrawn."""
    kept = documents_of([campaign]).filter(kind__in=SHEETS, withdrawal__isnull=True)
    return {document.kind: document for document in reversed(kept)}


def _party_organisations(campaign: Campaign) -> list[tuple[str, bool]]:
    rows = campaign.subjects.filter(
        track__kind=SubjectKind.PARTY_ORGANISATION, standing=Standing.RATED_HERE
    ).values_list("unit__path", "classification__decided_level")
    return [(path, bool(level)) for path, level in rows]
