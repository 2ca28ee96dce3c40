"""Hình dạng bàn xếp loại: its rows, groups, meters and filter, as the page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page
from django.db.models import QuerySet

from tusoi.campaigns.enums import Standing
from tusoi.campaigns.models import Subject
from tusoi.core.names import fold
from tusoi.decisions.enums import RatingLevel
from tusoi.decisions.models import Classification, OpinionRequest
from tusoi.decisions.selectors.dossiers import Dossier
from tusoi.meetings.selectors.results import BallotSummary
from tusoi.rulebook.findings import Finding
from tusoi.rulebook.rules.quotas import GroupVerdict


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFilter:
    """Bộ lọc: what part of the board is shown; empty shows everything, page by page."""

    group: str = ""
    unit: str = ""
    state: str = ""
    level: str = ""
    query: str = ""
    page: int = 1

    def apply(self, rows: QuerySet[Classification]) -> QuerySet[Classification]:
        wanted = {
            "subject__group__code": self.group,
            "subject__unit__code": self.unit,
            "state": self.state,
            "proposed_level": self.level,
        }
        rows = rows.filter(**{field: value for field, value in wanted.items() if value})
        return rows.filter(subject__search_name__contains=fold(self.query)) if self.query else rows


@dataclass(frozen=True, slots=True)
class BoardRow:
    """Dòng trên bàn xếp loại: what is known of one subject and what speaks against the level shown."""

    dossier: Dossier
    level: RatingLevel | None
    ballot: BallotSummary | None
    findings: tuple[Finding, ...]
    may_propose: bool
    may_decide: bool

    @property
    def row(self) -> Classification:
        return self.dossier.row

    @property
    def subject(self) -> Subject:
        return self.row.subject

    @property
    def opinions(self) -> list[OpinionRequest]:
        return list(self.subject.opinion_requests.all())

    @property
    def self_level(self) -> RatingLevel | None:
        review = getattr(self.subject, "review", None)
        return RatingLevel(review.self_level) if review and review.self_level else None

    @property
    def provable_level(self) -> RatingLevel | None:
        return self.dossier.proposal.level

    @property
    def needs_reason(self) -> bool:
        """A level other than the one the facts prove is explained in words."""
        return self.level is not None and self.level is not self.provable_level

    @property
    def summary(self) -> str:
        """How many findings stand in the way, how many ask to look again."""
        blocking = sum(finding.is_blocker for finding in self.findings)
        others = len(self.findings) - blocking
        parts = [f"{blocking} vướng mắc"] if blocking else []
        return ", ".join([*parts, *([f"{others} ghi nhận"] if others else [])])

    @property
    def is_decided(self) -> bool:
        return bool(self.row.decided_level)

    @property
    def is_rated_here(self) -> bool:
        return self.subject.standing == Standing.RATED_HERE


@dataclass(frozen=True, slots=True)
class CapReading:
    """Một cách tính tỉ lệ trần: used and allowed, and whether the law of the campaign counts so."""

    label: str
    used: int
    allowed: int
    note: str


@dataclass(frozen=True, slots=True)
class BoardCap:
    """Tỉ lệ trần trên bàn: a group or an agency with its verdict."""

    label: str
    verdict: GroupVerdict

    @property
    def blockers(self) -> list[Finding]:
        """What is beyond the cap."""
        return [finding for finding in self.verdict.findings if finding.is_blocker]

    @property
    def remarks(self) -> list[Finding]:
        """What explains the cap."""
        return [finding for finding in self.verdict.findings if not finding.is_blocker]

    @property
    def readings(self) -> list[CapReading]:
        """Both readings of the base, the one in force first."""
        ordered = sorted(
            self.verdict.readings.values(), key=lambda each: each.base is not self.verdict.in_force
        )
        return [
            CapReading(
                label=f"Tính trên {each.base.label}",
                used=each.used,
                allowed=each.allowed,
                note="Cách tính đang áp dụng."
                if each.base is self.verdict.in_force
                else "Cách tính để đối chiếu.",
            )
            for each in ordered
        ]


@dataclass(frozen=True, slots=True)
class BoardGroup:
    """Nhóm tương đồng: its cap and those of its rows that stand on this page."""

    key: str
    label: str
    cap: BoardCap | None
    rows: tuple[BoardRow, ...]

    @property
    def code(self) -> str:
        """The code of the group of similar posts, whatever units stand on this page."""
        return self.rows[0].subject.group.code

    @property
    def table_label(self) -> str:
        return f"Đối tượng thuộc nhóm {self.label}"


@dataclass(frozen=True, slots=True)
class Board:
    """Bàn xếp loại: the groups of one page, the caps of their agencies, what one may filter by."""

    groups: tuple[BoardGroup, ...]
    agency_caps: tuple[BoardCap, ...]
    page: Page[Classification]
    group_names: dict[str, str]
    unit_names: dict[str, str]

    @property
    def rows(self) -> list[BoardRow]:
        return [row for group in self.groups for row in group.rows]

    @property
    def has_proposals(self) -> bool:
        """Whether the reader may propose for somebody on this page."""
        return any(row.may_propose for row in self.rows)
