"""Biểu 01, Biểu 02: everybody and every collective of the campaign, unit by unit, with the level as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from django.db.models import QuerySet

from tusoi.campaigns.enums import Standing, SubjectKind
from tusoi.campaigns.models import Campaign, Subject
from tusoi.decisions.models import Classification
from tusoi.decisions.selectors.papers import LEVELS, level_label, vote_share
from tusoi.documents.selectors.letterheads import letterhead_of
from tusoi.meetings.selectors.results import BallotSummary, ballot_results
from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.papers import rating_sheets
from tusoi.officialdocs.papers.office import Signer

UNDECIDED = "Chưa quyết định"
UNPROPOSED = "Chưa đề nghị mức"
ELSEWHERE = "Cấp trên quyết định"


def individual_sheet(campaign: Campaign, day: date, signer: Signer) -> Paper:
    """Biểu 01: the individuals."""
    context = _context(campaign, day, signer, is_collective=False)
    return rating_sheets.individual_sheet_paper(context)


def collective_sheet(campaign: Campaign, day: date, signer: Signer) -> Paper:
    """Biểu 02: the collectives."""
    context = _context(campaign, day, signer, is_collective=True)
    return rating_sheets.collective_sheet_paper(context)


def _context(
    campaign: Campaign, day: date, signer: Signer, *, is_collective: bool
) -> rating_sheets.RatingSheetContext:
    subjects = list(rated_subjects(campaign).filter(collective__isnull=not is_collective))
    is_decided = all_decided(subjects)
    whom = "tập thể" if is_collective else "cá nhân"
    return rating_sheets.RatingSheetContext(
        letterhead=letterhead_of(campaign.body, day, is_dated=False, has_number=False),
        signer=signer,
        compiled_by=signer.name,
        summary=f"Kết quả đánh giá, xếp loại chất lượng {whom} năm {campaign.review_year}",
        levels=LEVELS,
        groups=_groups(subjects, is_decided=is_decided),
        is_decided=is_decided,
    )


def rated_subjects(campaign: Campaign) -> QuerySet[Subject]:
    """Every subject of the campaign with what a table of levels shows."""
    return campaign.subjects.select_related(
        "person", "unit", "track", "review", "classification"
    ).order_by("unit__path", "rank", "sort_key")


def all_decided(subjects: Sequence[Subject]) -> bool:
    """Whether the body has decided everybody whom it rates."""
    here = [subject for subject in subjects if subject.standing == Standing.RATED_HERE]
    return bool(here) and all(row_of(subject).decided_level for subject in here)


def row_of(subject: Subject) -> Classification:
    """The rating of a subject; an empty one for those who are not rated."""
    return getattr(subject, "classification", None) or Classification(subject=subject)


def why_unrated(subject: Subject, *, is_decided: bool) -> str:
    """Why no level is counted for the subject; empty where one is."""
    row = row_of(subject)
    if row.decided_level if is_decided else row.proposed_level:
        return ""
    if subject.standing == Standing.NOT_RATED:
        return subject.standing_reason
    if subject.standing == Standing.RATED_ELSEWHERE:
        return ELSEWHERE
    return UNDECIDED if is_decided else UNPROPOSED


def _groups(
    subjects: Sequence[Subject], *, is_decided: bool
) -> tuple[rating_sheets.RatingGroup, ...]:
    ballots = ballot_results(subjects)
    return tuple(
        rating_sheets.RatingGroup(
            title=unit.name,
            rows=tuple(_row(subject, ballots, is_decided=is_decided) for subject in members),
        )
        for unit, members in groupby(subjects, key=lambda subject: subject.unit)
    )


def _row(
    subject: Subject, ballots: dict[int, BallotSummary], *, is_decided: bool
) -> rating_sheets.RatingRow:
    row, review = row_of(subject), getattr(subject, "review", None)
    level = row.decided_level or row.proposed_level
    return rating_sheets.RatingRow(
        name=subject.name,
        kind=SubjectKind(subject.track.kind).label,
        birth_date=subject.person.birth_date if subject.person else None,
        position="" if subject.is_collective else subject.title,
        unit=subject.unit.name,
        self_level=level_label(review.self_level) if review else "",
        vote_share=vote_share(ballots.get(subject.pk), level).removesuffix("%"),
        proposed_level=level_label(row.proposed_level),
        decided_level=level_label(row.decided_level),
        not_classified=why_unrated(subject, is_decided=is_decided),
    )
