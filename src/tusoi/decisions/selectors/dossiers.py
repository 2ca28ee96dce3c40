"""Hồ sơ xếp loại: what the rules say of a subject – the level its facts prove, what the dossier still lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet, Value

from tusoi.campaigns.models import Campaign, Subject
from tusoi.decisions import facts
from tusoi.decisions.models import Classification, OpinionRequest
from tusoi.decisions.selectors.dossier_evidence import Evidence, evidence_of
from tusoi.decisions.selectors.dossier_lines import checked_list, gaps_of
from tusoi.org.models import Discipline
from tusoi.rulebook.facts import PersonFacts, RatedAs, RatingLevel, ResultFacts, SubjectKind
from tusoi.rulebook.findings import Finding, Severity
from tusoi.rulebook.parameters import LawAt
from tusoi.rulebook.record import Record, record_under
from tusoi.rulebook.rules import authority, classification, eligibility
from tusoi.rulebook.rules.classification import Proposal

NEEDED_FOR_APPRAISAL = frozenset({"rating.review-final", "rating.minutes-approved"})


@dataclass(frozen=True, slots=True)
class Dossier:
    """Hồ sơ của một đối tượng: facts, the level they prove with its conditions, and the gaps before a decision."""

    row: Classification
    results: ResultFacts
    person: PersonFacts | None
    proposal: Proposal
    gaps: tuple[Finding, ...]

    @property
    def findings(self) -> list[Finding]:
        """Everything the appraisal stores."""
        return [*self.gaps, *self.proposal.findings]

    @property
    def appraisal_blockers(self) -> list[Finding]:
        """Without these there is nothing to appraise; other gaps are part of the appraisal."""
        return [finding for finding in self.gaps if finding.rule in NEEDED_FOR_APPRAISAL]


def rating_rows(rows: QuerySet[Classification]) -> QuerySet[Classification]:
    """The rows with all that a dossier needs, in a constant number of queries."""
    standing = OpinionRequest.objects.exclude(state="withdrawn").select_related("cell", "unit")
    return rows.select_related(
        "subject__campaign__body",
        "subject__track",
        "subject__unit",
        "subject__group",
        "subject__review",
        "appraisal",
        "decision",
    ).prefetch_related(Prefetch("subject__opinion_requests", standing))


def of_collectives(campaign: Campaign) -> QuerySet[Classification]:
    """The rows of collectives; of one unit the Party organisation first, its leading collective last."""
    return Classification.objects.filter(
        subject__campaign=campaign, subject__collective__isnull=False
    ).order_by("-subject__collective__kind", "subject__unit__path")


def season_facts(campaign: Campaign) -> facts.SeasonFacts:
    """What one subject's rating needs to know of others; two queries."""
    levels = of_collectives(campaign).values_list(
        "subject__unit_id", "subject__unit__path", "decided_level", "proposed_level"
    )
    disciplined = set(_disciplined(campaign))
    return facts.SeasonFacts(
        collectives=tuple(
            {
                unit: facts.CollectiveLevel(unit, path, RatingLevel(decided or proposed))
                for unit, path, decided, proposed in levels
                if decided or proposed
            }.values()
        ),
        units_with_discipline=frozenset(
            unit for unit, is_collective in disciplined if not is_collective
        ),
        disciplined_collectives=frozenset(
            unit for unit, is_collective in disciplined if is_collective
        ),
    )


def _disciplined(campaign: Campaign) -> QuerySet[Subject, tuple[int, bool]]:
    """(unit, whether it was the collective as such) of every discipline of the year."""
    of_year = Discipline.objects.filter(effective_on__year=campaign.review_year)
    subjects = Subject.objects.filter(campaign=campaign).order_by()
    members = subjects.filter(person__disciplines__in=of_year)
    collectives = subjects.filter(collective__disciplines__in=of_year)
    return members.values_list("unit_id", Value(value=False)).union(
        collectives.values_list("unit_id", Value(value=True))
    )


def dossiers_of(
    campaign: Campaign, rows: Iterable[Classification], season: facts.SeasonFacts | None = None
) -> list[Dossier]:
    """The dossiers of rows read by `rating_rows`."""
    rows, season = list(rows), season or season_facts(campaign)
    evidence = evidence_of(campaign, [row.subject for row in rows])
    return [_dossier(row, season, evidence) for row in rows]


def _dossier(row: Classification, season: facts.SeasonFacts, evidence: Evidence) -> Dossier:
    subject, law = row.subject, evidence.law
    person = facts.rated_person(subject, subject.opinion_requests.all())
    results = facts.result_facts(subject, season)
    proposal = classification.propose(results, person, _rated_as(subject, person), law)
    gaps = tuple(_gaps(row, person, evidence))
    return Dossier(row, results, person, proposal, gaps)


def _rated_as(subject: Subject, person: PersonFacts | None) -> RatedAs:
    return classification.rated_as(SubjectKind(subject.track.kind), person)


def record_of(
    dossier: Dossier, level: RatingLevel, collective_level: RatingLevel | None, law: LawAt
) -> Record:
    """All that the rules see of this subject when it is given that level."""
    subject, person = dossier.row.subject, dossier.person
    return record_under(
        law,
        results=dossier.results,
        person=person,
        rated_as=_rated_as(subject, person),
        head=facts.head_facts(subject, level, person, collective_level, law),
        decided=level,
    )


def _gaps(row: Classification, person: PersonFacts | None, evidence: Evidence) -> Iterator[Finding]:
    subject, law = row.subject, evidence.law
    review = getattr(subject, "review", None)
    if review is None or review.state != "final":
        yield Finding(
            "rating.review-final",
            Severity.BLOCKS,
            "Bản kiểm điểm chưa hoàn thành nên chưa được xếp loại.",
            (subject.track.cite,),
            remedy="Người viết hoàn thiện bản kiểm điểm sau hội nghị kiểm điểm.",
        )
    if not evidence.is_minuted(subject):
        yield Finding(
            "rating.minutes-approved",
            Severity.BLOCKS,
            "Chưa có biên bản hội nghị kiểm điểm được thông qua.",
            (subject.track.cite,),
            remedy="Thư ký hoàn chỉnh biên bản, hội nghị thông qua.",
        )
    yield from authority.opinion_findings(
        facts.opinion_facts(subject, subject.opinion_requests.all()), law
    )
    if person is not None:
        yield from eligibility.former_unit_findings(person, law)
    yield from gaps_of(checked_list(subject, evidence), evidence)


def level_findings(
    dossier: Dossier, level: RatingLevel, collective_level: RatingLevel | None, law: LawAt
) -> list[Finding]:
    """Whether this level may be given to this subject, and what speaks against it."""
    found: list[Finding] = []
    if dossier.person is not None:
        found += eligibility.level_findings(level, dossier.person, law)
    heading = facts.head_facts(dossier.row.subject, level, dossier.person, collective_level, law)
    if heading is not None:
        found += classification.ceiling_findings(heading, law)
    return found + list(_above_proven(dossier.proposal, level))


def _above_proven(proposal: Proposal, level: RatingLevel) -> Iterator[Finding]:
    if proposal.level is not None and not level.is_above(proposal.level):
        return
    unmet = [
        condition
        for condition in proposal.conditions
        if condition.level is level and condition.met is not True
    ]
    if unmet:
        yield Finding(
            "rating.above-proven",
            Severity.WARNS,
            f"Số liệu chưa chứng minh được mức “{level.label}”: {'; '.join(each.text_vi for each in unmet)}.",
            tuple(dict.fromkeys(cite for each in unmet for cite in each.cites)),
            remedy="Bổ sung số liệu, hoặc nêu rõ lý do trong nội dung đề nghị.",
        )
