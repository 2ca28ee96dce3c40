"""Bàn xếp loại: one row per subject grouped by similar post, with the caps under both readings."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from tusoi.campaigns.facts import law_of
from tusoi.campaigns.models import Campaign
from tusoi.core.actor import Actor
from tusoi.core.paging import page_at
from tusoi.decisions.enums import RatingLevel
from tusoi.decisions.models import Classification
from tusoi.decisions.permissions import classifications_visible_to, is_competent, may_propose
from tusoi.decisions.selectors.board_shapes import (
    Board,
    BoardCap,
    BoardFilter,
    BoardGroup,
    BoardRow,
)
from tusoi.decisions.selectors.caps import Caps, Key, caps_of
from tusoi.decisions.selectors.dossiers import (
    dossiers_of,
    level_findings,
    rating_rows,
    season_facts,
)
from tusoi.meetings.selectors.results import ballot_results
from tusoi.rulebook.rules.quotas import QuotaScope

ORDER = (
    "subject__group__position",
    "subject__group__code",
    "subject__unit__path",
    "subject__rank",
    "subject__sort_key",
)


def rating_board(
    actor: Actor,
    campaign: Campaign,
    draft_levels: Mapping[int, str] | None = None,
    only: BoardFilter | None = None,
) -> Board:
    """The board as the actor may see it; `draft_levels` (by classification id) are shown as if proposed."""
    only = only or BoardFilter()
    visible = only.apply(classifications_visible_to(actor).filter(subject__campaign=campaign))
    page = page_at(rating_rows(visible).order_by(*ORDER), only.page)
    levels = {row: _level(row, draft_levels or {}) for row in page.object_list}
    caps = caps_of(campaign, levels)
    rows = _rows(actor, campaign, levels, caps)
    return Board(_groups(rows, caps), _agency_caps(rows, caps), page, caps.groups, caps.units)


def _rows(
    actor: Actor,
    campaign: Campaign,
    levels: Mapping[Classification, RatingLevel | None],
    caps: Caps,
) -> list[BoardRow]:
    law, season = law_of(campaign), season_facts(campaign)
    collectives = season.levels | _shown_collectives(levels)
    ballots = ballot_results([row.subject for row in levels])
    rows = []
    for dossier in dossiers_of(campaign, levels, season):
        row, level = dossier.row, levels[dossier.row]
        found = [*dossier.gaps, *dossier.proposal.findings]
        if level is not None:
            found += level_findings(dossier, level, collectives.get(row.subject.unit_id), law)
        rows.append(
            BoardRow(
                dossier=dossier,
                level=level,
                ballot=ballots.get(row.subject_id),
                findings=(*found, *caps.findings_of(row.pk)),
                may_propose=row.state in {"appraised", "proposed"} and may_propose(actor, row),
                may_decide=row.state == "proposed" and is_competent(actor, row),
            )
        )
    return rows


def _level(row: Classification, drafts: Mapping[int, str]) -> RatingLevel | None:
    """As decided, else as tried out, else as proposed."""
    level = row.decided_level or drafts.get(row.pk, row.proposed_level)
    return RatingLevel(level) if level else None


def _shown_collectives(
    levels: Mapping[Classification, RatingLevel | None],
) -> dict[int, RatingLevel]:
    """Unit → level of its collective as this page shows it."""
    return {
        row.subject.unit_id: level
        for row, level in levels.items()
        if level and row.subject.is_collective
    }


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
