"""Rows of nominations → facts of the rulebook: what the unit states, what the season and earlier years know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tusoi.awards.enums import AchievementScope, AwardPaper, AwardTitle, PendingMatter
from tusoi.awards.models import AwardNomination
from tusoi.campaigns.enums import RatingLevel
from tusoi.rulebook.facts import AwardCountFacts, AwardFacts, NominationFacts
from tusoi.rulebook.findings import Finding, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Merits:
    """Thành tích, điều kiện do cuộc họp bình xét xác nhận; None where nobody has said so yet.

    Years of a title count this year in. The last two concern collectives only.
    """

    has_spirit: bool | None = None
    achievement: AchievementScope = AchievementScope.NONE
    initiatives: int = 0
    achievement_used_before: bool = False
    base_titles_running: int = 0
    provincial_titles_running: int = 0
    pending: frozenset[PendingMatter] = frozenset()
    is_united: bool | None = None
    member_warned_or_worse: bool = False

    def as_json(self) -> dict[str, Any]:
        """As the nomination keeps it."""
        return {
            "has_spirit": self.has_spirit,
            "achievement": self.achievement.value,
            "initiatives": self.initiatives,
            "achievement_used_before": self.achievement_used_before,
            "base_titles_running": self.base_titles_running,
            "provincial_titles_running": self.provincial_titles_running,
            "pending": sorted(matter.value for matter in self.pending),
            "is_united": self.is_united,
            "member_warned_or_worse": self.member_warned_or_worse,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardCase:
    """Nội dung đề nghị: achievements in words, proof, what was confirmed, the votes, and why against a finding."""

    achievements: str
    votes_for: int
    votes_against: int = 0
    merits: Merits = field(default_factory=Merits)
    proof: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """Căn cứ đã có: level of the year, earlier levels, registration, numbers of a collective."""

    level: RatingLevel | None = None
    levels_before: tuple[RatingLevel, ...] = ()
    is_registered: bool = False
    is_collective: bool = False
    members: int | None = None
    members_completed: int | None = None
    advanced_workers: int | None = None
    base_fighters: int | None = None


def kept_merits(nomination: AwardNomination) -> Merits:
    """The merits as they were stated when the unit put the nomination forward."""
    kept = dict(nomination.merits)
    return Merits(
        **kept
        | {
            "achievement": AchievementScope(kept["achievement"]),
            "pending": frozenset(map(PendingMatter, kept["pending"])),
        }
    )


def kept_findings(nomination: AwardNomination) -> list[Finding]:
    """What the rules said when the unit put the nomination forward."""
    return [
        Finding(**entry | {"severity": Severity(entry["severity"]), "cites": tuple(entry["cites"])})
        for entry in nomination.findings
    ]


def award_facts(grounds: Grounds, merits: Merits) -> AwardFacts:
    """What a nomination rests on."""
    return AwardFacts(
        level=grounds.level,
        levels_before=grounds.levels_before,
        has_spirit=merits.has_spirit,
        achievement=merits.achievement,
        initiatives=merits.initiatives,
        achievement_used_before=merits.achievement_used_before,
        base_titles_running=merits.base_titles_running,
        provincial_titles_running=merits.provincial_titles_running,
        is_registered=grounds.is_registered,
        pending=merits.pending,
        members=grounds.members,
        members_completed=grounds.members_completed,
        advanced_workers=grounds.advanced_workers,
        base_fighters=grounds.base_fighters,
        member_warned_or_worse=merits.member_warned_or_worse,
        is_united=merits.is_united,
        is_collective=grounds.is_collective,
    )


def nomination_facts(nomination: AwardNomination, grounds: Grounds) -> NominationFacts:
    """A nomination with the papers its dossier has when the note to the council is written."""
    papers = {AwardPaper.SUBMISSION, AwardPaper.MINUTES, AwardPaper.ACHIEVEMENT_REPORT}
    if nomination.proof or grounds.level is RatingLevel.EXCELLENT:
        papers.add(AwardPaper.PROOF)
    return NominationFacts(
        title=AwardTitle(nomination.title),
        facts=award_facts(grounds, kept_merits(nomination)),
        papers=frozenset(papers),
    )


ADVANCED = frozenset(
    {
        AwardTitle.ADVANCED_WORKER,
        AwardTitle.BASE_FIGHTER,
        AwardTitle.PROVINCIAL_FIGHTER,
        AwardTitle.NATIONAL_FIGHTER,
    }
)
"""Danh hiệu của cá nhân từ lao động tiên tiến trở lên: each takes in the one below."""


def count_facts(nominated: Iterable[tuple[int, str]]) -> AwardCountFacts:
    """How many people a body asks to be advanced workers, how many base fighters; rows are (subject, title)."""
    rows = {(subject, AwardTitle(title)) for subject, title in nominated}
    advanced = {subject for subject, title in rows if title in ADVANCED}
    fighters = {subject for subject, title in rows if title is AwardTitle.BASE_FIGHTER}
    return AwardCountFacts(advanced_workers=len(advanced), base_fighters=len(fighters))
