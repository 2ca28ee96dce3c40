"""Tình huống về thi đua, khen thưởng."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tusoi.rulebook.cases.running import Answer, check
from tusoi.rulebook.facts import (
    AchievementScope,
    AwardCountFacts,
    AwardFacts,
    AwardPaper,
    AwardTitle,
    AwardVoteFacts,
    NominationFacts,
    PendingMatter,
    RatingLevel,
)
from tusoi.rulebook.rules import awards
from tusoi.rulebook.rules.award_conditions import candidates, eligible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tusoi.rulebook.parameters import LawAt


def _levels(codes: list[str]) -> tuple[RatingLevel, ...]:
    return tuple(RatingLevel(code) for code in codes)


def grounds(given: Mapping[str, Any]) -> AwardFacts:
    """What a nomination rests on, codes turned into enum members."""
    read: dict[str, Callable[[Any], Any]] = {
        "level": RatingLevel,
        "levels_before": _levels,
        "party_level": RatingLevel,
        "party_levels_before": _levels,
        "levels_since_last_award": _levels,
        "achievement": AchievementScope,
        "pending": lambda codes: frozenset(PendingMatter(code) for code in codes),
    }
    return AwardFacts(
        **{name: read[name](value) if name in read else value for name, value in given.items()}
    )


@check("award")
def _award(given: dict[str, Any], law: LawAt) -> Answer:
    """Whether a title may be proposed, and the titles open to the same person or collective."""
    title, facts = AwardTitle(given.pop("title")), grounds(given)
    answer = {
        "eligible": eligible(title, facts, law).is_eligible,
        "candidates": [each.title.value for each in candidates(facts, law)],
    }
    return answer, awards.award_findings(facts, title, law)


@check("award-dossier")
def _dossier(given: dict[str, Any], law: LawAt) -> Answer:
    papers = frozenset(AwardPaper(code) for code in given["papers"])
    title = AwardTitle(given["title"])
    nomination = NominationFacts(title=title, facts=AwardFacts(), papers=papers)
    return {}, awards.dossier_findings(nomination, law)


@check("award-vote")
def _vote(given: dict[str, Any], law: LawAt) -> Answer:
    facts = AwardVoteFacts(**{**given, "title": AwardTitle(given["title"])})
    return {}, awards.vote_findings(facts, law)


@check("award-count")
def _count(given: dict[str, Any], law: LawAt) -> Answer:
    return {}, awards.count_findings(AwardCountFacts(**given), law)
