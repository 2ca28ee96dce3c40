"""Báo cáo kết quả: the numbers from the levels as decided, the words as the office wrote them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from tusoi.campaigns.enums import MilestoneStep, Standing, SubjectKind
from tusoi.campaigns.models import Campaign, Subject
from tusoi.campaigns.selectors.progress import deadline_words
from tusoi.decisions.enums import RatingLevel
from tusoi.decisions.models import Notice
from tusoi.decisions.selectors.asked_papers import content_of, lines
from tusoi.decisions.selectors.papers import LEVELS, bases_of
from tusoi.decisions.selectors.rating_papers import rated_subjects, row_of, why_unrated
from tusoi.documents.enums import PaperKind
from tusoi.documents.selectors.bodies import below, distribution_of, signer_of
from tusoi.documents.selectors.letterheads import letterhead_of
from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.papers.level_counts import LevelCounts
from tusoi.officialdocs.papers.office import Signer
from tusoi.officialdocs.papers.result_report import ResultReportContext, result_report_paper
from tusoi.officialdocs.wording import ended


def result_report(campaign: Campaign, day: date) -> Paper:
    """To the superior; MissingValues names the parts that the office has not written yet."""
    texts = content_of(PaperKind.RESULT_REPORT, campaign)
    parts = {code: lines(texts.get(code, "")) for code in _POINTS}
    parts |= {code: tuple(map(ended, lines(texts.get(code, "")))) for code in _PARAGRAPHS}
    counted = _counted_here(campaign)
    people = [subject for subject in counted if not subject.is_collective]
    collectives = [subject for subject in counted if subject.is_collective]
    return result_report_paper(
        ResultReportContext(
            letterhead=letterhead_of(campaign.body, day, is_dated=False),
            signer=_signer(campaign),
            distribution=distribution_of(campaign.body, (below(campaign.body).capitalize(),), day),
            summary=f"Kết quả kiểm điểm, đánh giá, xếp loại chất lượng năm {campaign.review_year}",
            opening=_opening(campaign),
            levels=LEVELS,
            collectives=_counts(collectives, _kind),
            individuals=_counts(people, _kind),
            timing=ended(_timing(campaign)),
            notification=ended(_notification(campaign, counted)),
            records=_sentence(texts.get("records", "")),
            supervision=_sentence(texts.get("supervision", "")),
            by_unit=_counts(counted, _unit),
            **parts,
        )
    )


_POINTS = ("addressees", "proposals")
_PARAGRAPHS = (
    "leadership",
    "preparation",
    "conduct",
    "review_results",
    "strengths",
    "shortcomings",
    "lessons",
)


def _sentence(text: str) -> str:
    return ended(text) if text else ""


def undecided_reason(campaign: Campaign) -> str:
    """Why the report may not be issued yet: somebody still waits for the body's decision."""
    waiting = campaign.subjects.filter(
        standing=Standing.RATED_HERE, classification__decided_level=""
    ).count()
    return f"Còn {waiting} đối tượng chưa được quyết định mức xếp loại." if waiting else ""


def _counted_here(campaign: Campaign) -> list[Subject]:
    """Everybody but those whom a higher level rates."""
    return list(rated_subjects(campaign).exclude(standing=Standing.RATED_ELSEWHERE))


def _signer(campaign: Campaign) -> Signer:
    signer = campaign.signer
    return signer_of(campaign.body, signer.full_name if signer else "", campaign.signer_title)


def _opening(campaign: Campaign) -> str:
    grounds = "; ".join(bases_of(campaign)).replace("; Căn cứ", "; căn cứ")
    return f"{grounds}; {campaign.body.name} báo cáo kết quả kiểm điểm, đánh giá, xếp loại chất lượng năm {campaign.review_year} như sau:"


def _timing(campaign: Campaign) -> str:
    """The deadlines of the plan for reviewing and for deciding."""
    steps = (MilestoneStep.UNIT_REVIEWS, MilestoneStep.LEADERS_REVIEW, MilestoneStep.DECISIONS)
    milestones = campaign.milestones.filter(step__in=steps)
    return "; ".join(f"{each.label}: {deadline_words(each)}" for each in milestones)


def _notification(campaign: Campaign, counted: Sequence[Subject]) -> str:
    told = Notice.objects.filter(subject__in=counted).values("subject").distinct().count()
    decided = sum(bool(row_of(subject).decided_level) for subject in counted)
    return (
        f"Đã thông báo kết quả đến {told}/{decided} tập thể, cá nhân được quyết định mức xếp loại"
    )


def _kind(subject: Subject) -> str:
    return SubjectKind(subject.track.kind).label


def _unit(subject: Subject) -> str:
    return subject.unit.name


def _counts(
    subjects: Sequence[Subject], label_of: Callable[[Subject], str]
) -> tuple[LevelCounts, ...]:
    """How many have which level under each label, in the order in which the labels first come."""
    labels = dict.fromkeys(label_of(subject) for subject in subjects)
    return tuple(
        _count(label, [subject for subject in subjects if label_of(subject) == label])
        for label in labels
    )


def _reason(subject: Subject) -> str:
    """Why the subject has no decided level; empty where it has one."""
    return why_unrated(subject, is_decided=True).rstrip(".")


def _count(label: str, subjects: Sequence[Subject]) -> LevelCounts:
    levels = [row_of(subject).decided_level for subject in subjects]
    return LevelCounts(
        label=label,
        counts=tuple(levels.count(level) for level in RatingLevel),
        not_classified=levels.count(""),
        reason="; ".join(dict.fromkeys(filter(None, map(_reason, subjects)))),
    )
