"""Bàn xếp loại: one row per subject grouped by similar post, with the caps under both readings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from tusoi.campaigns.enums import Standing
from tusoi.campaigns.facts import law_of
from tusoi.campaigns.models import Campaign, Subject
from tusoi.core.actor import Actor
from tusoi.core.names import fold
from tusoi.decisions.enums import RatingLevel
from tusoi.decisions.models import Classification, OpinionRequest
from tusoi.decisions.permissions import classifications_visible_to, is_competent, may_propose
from tusoi.decisions.selectors.caps import Caps, Key, caps_of
from tusoi.decisions.selectors.dossiers import Dossier, dossiers_of, level_findings, rating_rows
from tusoi.decisions.selectors.proposals import collective_levels
from tusoi.meetings.selectors.results import BallotSummary, ballot_results
from tusoi.rulebook.findings import Finding
from tusoi.rulebook.rules.quotas import GroupVerdict, QuotaScope

PAGE_SIZE = 25
ORDER = (
    "subject__group__position",
    "subject__group__code",
    "subject__unit__path",
    "subject__rank",
    "subject__sort_key",
)


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
    def readings(self) -> list[CapReading]:
        """Both readings of the base, the one in force first."""
        ordered = sorted(
            self.verdict.readings.values(), key=lambda each: each.base is not self.verdict.in_force
        )
        return [
            CapReading(
                label=f"{self.label}: tính trên {each.base.label}",
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


@dataclass(frozen=True, slots=True)
class Board:
    """Bàn xếp loại: the groups of one page, the caps of the agencies they belong to."""

    groups: tuple[BoardGroup, ...]
    agency_caps: tuple[BoardCap, ...]
    page: Page[Classification]

    @property
    def rows(self) -> list[BoardRow]:
        return [row for group in self.groups for row in group.rows]

    @property
    def has_proposals(self) -> bool:
        """Whether the reader may propose for somebody on this page."""
        return any(row.may_propose for row in self.rows)


def rating_board(
    actor: Actor,
    campaign: Campaign,
    draft_levels: Mapping[int, str] | None = None,
    only: BoardFilter | None = None,
) -> Board:
    """The board as the actor may see it; `draft_levels` (by classification id) are shown as if proposed."""
    only = only or BoardFilter()
    visible = only.apply(classifications_visible_to(actor).filter(subject__campaign=campaign))
    page = Paginator(rating_rows(visible).order_by(*ORDER), PAGE_SIZE).get_page(only.page)
    given = {
        pk: RatingLevel(level) if level else None for pk, level in (draft_levels or {}).items()
    }
    caps = caps_of(campaign, given)
    rows = _rows(actor, campaign, page.object_list, given, caps)
    return Board(_groups(rows, caps), _agency_caps(rows, caps), page)


def _rows(
    actor: Actor,
    campaign: Campaign,
    shown: Iterable[Classification],
    given: Mapping[int, RatingLevel | None],
    caps: Caps,
) -> list[BoardRow]:
    law, dossiers = law_of(campaign), dossiers_of(campaign, shown)
    collectives = collective_levels(campaign) | _drafted_collectives(dossiers, given)
    ballots = ballot_results([dossier.row.subject for dossier in dossiers])
    rows = []
    for dossier in dossiers:
        row, level = dossier.row, _level(dossier.row, given)
        found = [*dossier.gaps, *dossier.proposal.findings]
        if level is not None:
            found += level_findings(dossier, level, collectives.get(row.subject.unit_id), law)
        found += caps.findings_of(row.pk) if row.pk in caps.sheets else []
        rows.append(
            BoardRow(
                dossier=dossier,
                level=level,
                ballot=ballots.get(row.subject_id),
                findings=tuple(found),
                may_propose=row.state in {"appraised", "proposed"} and may_propose(actor, row),
                may_decide=row.state == "proposed" and is_competent(actor, row),
            )
        )
    return rows


def _level(row: Classification, given: Mapping[int, RatingLevel | None]) -> RatingLevel | None:
    if row.decided_level:
        return RatingLevel(row.decided_level)
    if row.pk in given:
        return given[row.pk]
    return RatingLevel(row.proposed_level) if row.proposed_level else None


def _drafted_collectives(
    dossiers: Iterable[Dossier], given: Mapping[int, RatingLevel | None]
) -> dict[int, RatingLevel]:
    levels = {
        dossier.row.subject.unit_id: _level(dossier.row, given)
        for dossier in dossiers
        if dossier.row.subject.is_collective
    }
    return {unit: level for unit, level in levels.items() if level is not None}


def _cap(key: Key, caps: Caps) -> BoardCap | None:
    verdict = caps.verdicts.get(key)
    return BoardCap(caps.labels[key], verdict) if verdict and verdict.readings else None


def _group_of(row: BoardRow, caps: Caps) -> tuple[str, str]:
    """Key and label of the cap group; who is rated elsewhere stands apart and counts in no cap."""
    sheet = caps.sheets.get(row.row.pk)
    if sheet is None:
        return "elsewhere", f"{row.subject.group.name} (cấp trên quyết định)"
    return sheet.group_key, sheet.group_label


def _groups(rows: list[BoardRow], caps: Caps) -> tuple[BoardGroup, ...]:
    ordered = groupby(rows, key=lambda row: _group_of(row, caps))
    return tuple(
        BoardGroup(key, label, _cap((QuotaScope.GROUP, key), caps), tuple(members))
        for (key, label), members in ordered
    )


def _agency_caps(rows: list[BoardRow], caps: Caps) -> tuple[BoardCap, ...]:
    sheets = (caps.sheets[row.row.pk] for row in rows if row.row.pk in caps.sheets)
    codes = dict.fromkeys(sheet.authority[0] for sheet in sheets if not sheet.kind.is_collective)
    found = (_cap((QuotaScope.UNIT, code), caps) for code in codes)
    return tuple(cap for cap in found if cap is not None)


def board_lines(actor: Actor, campaign: Campaign) -> Iterator[tuple[str, ...]]:
    """The board as lines of a spreadsheet, every row that the actor may see."""
    rows = classifications_visible_to(actor).filter(subject__campaign=campaign)
    rows = rows.select_related(
        "subject__unit", "subject__group", "subject__review", "appraisal"
    ).order_by(*ORDER)
    for row in rows.iterator(chunk_size=2000):
        subject = row.subject
        levels = (_self_level(row), _provable(row), row.proposed_level, row.decided_level)
        yield (
            subject.name,
            subject.title,
            subject.unit.name,
            subject.group.name,
            *(RatingLevel(level).label if level else "" for level in levels),
            row.get_state_display(),
        )


def _self_level(row: Classification) -> str:
    review = getattr(row.subject, "review", None)
    return review.self_level if review else ""


def _provable(row: Classification) -> str:
    """As stored by the appraisal; empty before it."""
    appraisal = getattr(row, "appraisal", None)
    return appraisal.provable_level if appraisal else ""
