"""Đề nghị mức xếp loại: what speaks for and against a level before it is proposed."""

from __future__ import annotations

from tusoi.campaigns.facts import law_of
from tusoi.decisions.enums import RatingLevel
from tusoi.decisions.models import Classification
from tusoi.decisions.selectors.dossiers import dossiers_of, level_findings, season_facts
from tusoi.rulebook.findings import Finding, Severity


def findings_for_propose(row: Classification, level: RatingLevel, text: str) -> list[Finding]:
    """What bars or questions the level; a level the facts do not prove must be reasoned in `text`."""
    campaign = row.subject.campaign
    season = season_facts(campaign)
    dossier = dossiers_of(campaign, [row], season)[0]
    collective = season.levels.get(row.subject.unit_id)
    found = level_findings(dossier, level, collective, law_of(campaign))
    if campaign.state != "open":
        found.append(
            Finding(
                "campaign.open",
                Severity.BLOCKS,
                "Đợt đánh giá không còn mở nên không đề nghị mức xếp loại.",
                remedy="Chỉ đề nghị mức xếp loại khi đợt đang mở.",
            )
        )
    if dossier.proposal.level is not level and not text.strip():
        found.append(
            Finding(
                "rating.reason",
                Severity.BLOCKS,
                f"{row.subject.name}: mức “{level.label}” khác với mức số liệu chứng minh được nên phải nêu lý do.",
                ("90-2020-nd-cp/d2.k2",),
                remedy="Ghi lý do vào nội dung đề nghị rồi gửi lại.",
            )
        )
    return found
