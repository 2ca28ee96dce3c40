"""So sánh giữa các vị trí tương đương: one row per subject of a group, of all units, before anybody decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from tusoi.campaigns.facts import law_of
from tusoi.campaigns.models import Campaign, Subject
from tusoi.core.actor import Actor
from tusoi.core.names import fold
from tusoi.decisions import facts
from tusoi.decisions.enums import RatingLevel
from tusoi.decisions.models import Classification, OpinionRequest
from tusoi.decisions.permissions import classifications_visible_to
from tusoi.decisions.selectors.dossiers import rating_rows, season_facts
from tusoi.meetings.models import AgendaItem
from tusoi.meetings.selectors.results import BallotSummary, ballot_results
from tusoi.org.models import SimilarPostGroup
from tusoi.rulebook.facts import ComparisonFacts, Degree, LabelledEnum, PeerFacts, ResultFacts
from tusoi.rulebook.findings import Finding
from tusoi.rulebook.rules import comparison

Share = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Một vị trí trong nhóm: the rating with what its review reports."""

    row: Classification
    results: ResultFacts

    @property
    def subject(self) -> Subject:
        return self.row.subject

    @property
    def level(self) -> RatingLevel | None:
        """As decided, else as proposed."""
        level = self.row.decided_level or self.row.proposed_level
        return RatingLevel(level) if level else None

    @property
    def self_level(self) -> RatingLevel | None:
        review = getattr(self.subject, "review", None)
        return RatingLevel(review.self_level) if review and review.self_level else None

    @property
    def peer(self) -> PeerFacts | None:
        return comparison.peer(self.level, self.results) if self.level else None

    @property
    def tasks(self) -> Share | None:
        return _share(self.results.tasks_on_time, self.results.tasks_total)

    @property
    def exceeded(self) -> Share | None:
        return _share(self.results.tasks_exceeded, self.results.tasks_total)

    @property
    def targets(self) -> Share | None:
        return _share(self.results.unit_targets_done, self.results.unit_targets_total)

    @property
    def degrees(self) -> str:
        """How many criteria have which degree: “5 Xuất sắc, 2 Tốt”."""
        counted = Counter(self.results.criteria.values())
        return ", ".join(
            f"{counted[degree]} {degree.label}" for degree in Degree if counted[degree]
        )


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """Dòng so sánh: one post with what meetings, bodies and ballots said of it, and where it stands out."""

    candidate: Candidate
    suggested: RatingLevel | None
    ballot: BallotSummary | None
    collective: RatingLevel | None
    last_year: RatingLevel | None
    findings: tuple[Finding, ...]

    @property
    def subject(self) -> Subject:
        return self.candidate.subject

    @property
    def opinions(self) -> list[OpinionRequest]:
        return list(self.subject.opinion_requests.all())


def _share(part: int | None, whole: int | None) -> Share | None:
    return (part, whole) if part is not None and whole else None


def compared_groups(campaign: Campaign) -> QuerySet[SimilarPostGroup]:
    """The groups of similar posts that are rated in the season."""
    rated = campaign.subjects.filter(classification__isnull=False).values("group")
    return SimilarPostGroup.objects.filter(pk__in=rated).order_by("position", "code")


def is_asked_for(campaign: Campaign) -> bool:
    """Whether the plan in force wants equal posts compared."""
    wanted = law_of(campaign).find("comparison.equal_posts")
    return wanted is not None and bool(wanted.value)


def candidates(actor: Actor, campaign: Campaign, group: SimilarPostGroup) -> list[Candidate]:
    """Everybody of the group whom the actor may see, of all units."""
    rows = classifications_visible_to(actor).filter(
        subject__campaign=campaign, subject__group=group
    )
    season = season_facts(campaign)
    return [
        Candidate(row, facts.result_facts(row.subject, season))
        for row in rating_rows(rows).order_by(
            "subject__unit__path", "subject__rank", "subject__sort_key"
        )
    ]


def _by_share(share: Callable[[Candidate], Share | None]) -> Callable[[Candidate], float]:
    """The greatest share first, whoever reports none last."""

    def key(candidate: Candidate) -> float:
        found = share(candidate)
        return -found[0] / found[1] if found else 1

    return key


def _by_level(level: Callable[[Candidate], RatingLevel | None]) -> Callable[[Candidate], int]:
    """Best first, whoever has none last."""

    def key(candidate: Candidate) -> int:
        found = level(candidate)
        return found.rank if found else len(RatingLevel)

    return key


class ComparedBy(LabelledEnum):
    """Thứ tự của bảng so sánh."""

    UNIT = "unit", "Đơn vị"
    NAME = "name", "Họ và tên"
    SELF_LEVEL = "self", "Mức tự xếp loại"
    LEVEL = "level", "Mức đề nghị"
    TASKS = "tasks", "Nhiệm vụ đúng hạn"
    EXCEEDED = "exceeded", "Nhiệm vụ vượt mức"
    TARGETS = "targets", "Chỉ tiêu hoàn thành"


_KEYS: dict[str, Callable[[Candidate], Any]] = {
    ComparedBy.NAME: lambda candidate: candidate.subject.sort_key,
    ComparedBy.SELF_LEVEL: _by_level(lambda candidate: candidate.self_level),
    ComparedBy.LEVEL: _by_level(lambda candidate: candidate.level),
    ComparedBy.TASKS: _by_share(lambda candidate: candidate.tasks),
    ComparedBy.EXCEEDED: _by_share(lambda candidate: candidate.exceeded),
    ComparedBy.TARGETS: _by_share(lambda candidate: candidate.targets),
}


def ordered(found: Iterable[Candidate], order: str = "", query: str = "") -> list[Candidate]:
    """Those whose name has the words, best first in a known order; else unit by unit."""
    named = [each for each in found if fold(query) in each.subject.search_name]
    return sorted(named, key=_KEYS[order]) if order in _KEYS else named


def compared(
    campaign: Campaign, group: Sequence[Candidate], shown: Sequence[Candidate]
) -> list[ComparedRow]:
    """The shown part of a group, held against the whole of it; a constant number of queries."""
    subjects = [candidate.subject for candidate in shown]
    law, peers = law_of(campaign), Counter(each.peer for each in group if each.peer)
    collectives, ballots = season_facts(campaign).levels, ballot_results(subjects)
    suggested, last_year = _suggested(subjects), _last_year(campaign, subjects)
    return [
        ComparedRow(
            candidate=each,
            suggested=suggested.get(each.subject.pk),
            ballot=ballots.get(each.subject.pk),
            collective=None
            if each.subject.is_collective
            else collectives.get(each.subject.unit_id),
            last_year=last_year.get(_whose(each.subject)),
            findings=tuple(
                comparison.comparison_findings(ComparisonFacts(each.peer, peers), law)
                if each.peer
                else ()
            ),
        )
        for each in shown
    ]


def _suggested(subjects: Sequence[Subject]) -> dict[int, RatingLevel]:
    """The level that the last meeting on each subject suggested."""
    items = AgendaItem.objects.filter(
        subject__in=subjects, state="concluded", repeat_order__isnull=True
    ).exclude(suggested_level="")
    found = items.order_by("concluded_at", "pk").values_list("subject_id", "suggested_level")
    return {subject: RatingLevel(level) for subject, level in found}


Whose = tuple[int | None, int | None]


def _whose(subject: Subject) -> Whose:
    """The same person or collective in every season."""
    return subject.person_id, subject.collective_id


def _last_year(campaign: Campaign, subjects: Sequence[Subject]) -> dict[Whose, RatingLevel]:
    """The levels decided by the same body for the year before."""
    people = [subject.person_id for subject in subjects if subject.person_id]
    collectives = [subject.collective_id for subject in subjects if subject.collective_id]
    earlier = Subject.objects.filter(
        campaign__body=campaign.body, campaign__review_year=campaign.review_year - 1
    ).exclude(classification__decided_level="")
    rows = earlier.filter(person__in=people) | earlier.filter(collective__in=collectives)
    found = rows.values_list("person_id", "collective_id", "classification__decided_level")
    return {
        (person, collective): RatingLevel(level) for person, collective, level in found if level
    }


COLUMNS = (
    "Đối tượng",
    "Chức vụ",
    "Đơn vị",
    "Tự xếp loại",
    "Mức hội nghị gợi ý",
    "Mức theo kết quả phiếu",
    "Ý kiến",
    "Cấp độ tiêu chí",
    "Nhiệm vụ đúng hạn",
    "Nhiệm vụ vượt mức",
    "Chỉ tiêu hoàn thành",
    "Tổng điểm",
    "Mức của tập thể",
    "Mức năm trước",
    "Mức đề nghị",
    "Nhận xét so sánh",
)


def compared_lines(rows: Iterable[ComparedRow]) -> Iterator[tuple[Any, ...]]:
    """The rows as lines of a spreadsheet."""
    for row in rows:
        candidate, subject = row.candidate, row.subject
        yield (
            subject.name,
            subject.title,
            subject.unit.name,
            _label(candidate.self_level),
            _label(row.suggested),
            _label(row.ballot.level if row.ballot else None),
            "; ".join(f"{each.get_source_display()}: {each.words}" for each in row.opinions),
            candidate.degrees,
            *map(share_text, (candidate.tasks, candidate.exceeded, candidate.targets)),
            candidate.results.score
            if candidate.results.score is None
            else float(candidate.results.score),
            _label(row.collective),
            _label(row.last_year),
            _label(candidate.level),
            " ".join(finding.message for finding in row.findings),
        )


def _label(level: RatingLevel | None) -> str:
    return level.label if level else ""


def share_text(share: Share | None) -> str:
    return f"{share[0]}/{share[1]}" if share else ""


def chosen_group(groups: Mapping[str, SimilarPostGroup], code: str) -> SimilarPostGroup | None:
    """The group asked for, else the first."""
    return groups.get(code) or next(iter(groups.values()), None)
