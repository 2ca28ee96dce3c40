"""Tỉ lệ trần của đợt: every rated row, as decided and as planned, against the caps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tusoi.campaigns.enums import Standing
from tusoi.campaigns.facts import law_of
from tusoi.campaigns.models import Campaign
from tusoi.decisions.facts import CapSheet
from tusoi.decisions.models import Classification
from tusoi.rulebook.facts import RatingLevel, SubjectKind
from tusoi.rulebook.findings import Finding
from tusoi.rulebook.rules import quotas
from tusoi.rulebook.rules.quotas import GroupVerdict, QuotaScope

Key = tuple[QuotaScope, str]
_COLUMNS = (
    "pk",
    "decided_level",
    "proposed_level",
    "subject__track__kind",
    "subject__track__decider",
    "subject__group__code",
    "subject__group__name",
    "subject__unit__code",
    "subject__unit__short_name",
)


@dataclass(frozen=True, slots=True)
class Caps:
    """Tỉ lệ trần: verdict per group and per agency, with their names and whose rows they count."""

    verdicts: dict[Key, GroupVerdict]
    labels: dict[Key, str]
    sheets: dict[int, CapSheet]

    def keys_of(self, classification_id: int) -> list[Key]:
        """The caps that count a row: its group's, and its agency's where the law has one."""
        sheet = self.sheets[classification_id]
        keys = [(QuotaScope.GROUP, sheet.group_key), (QuotaScope.UNIT, sheet.authority[0])]
        return [key for key in keys if key in self.verdicts and self._counts(key, sheet)]

    @staticmethod
    def _counts(key: Key, sheet: CapSheet) -> bool:
        return key[0] is QuotaScope.GROUP or not sheet.kind.is_collective

    def findings_of(self, classification_id: int) -> list[Finding]:
        """What the caps say against this row; only excellent rows use them up."""
        if self.sheets[classification_id].level is not RatingLevel.EXCELLENT:
            return []
        return [
            replace(finding, message=f"{self.labels[key]}. {finding.message}")
            for key in self.keys_of(classification_id)
            for finding in self.verdicts[key].findings
            if finding.is_blocker
        ]


def _level(
    row: tuple[str, ...], given: Mapping[int, RatingLevel | None], *, is_planned: bool
) -> RatingLevel | None:
    pk, decided, proposed = row[:3]
    if decided:
        return RatingLevel(decided)
    if pk in given:
        return given[pk]  # type: ignore[index]  # the first column is the integer key
    return RatingLevel(proposed) if is_planned and proposed else None


def caps_of(
    campaign: Campaign,
    given: Mapping[int, RatingLevel | None] | None = None,
    *,
    is_planned: bool = True,
) -> Caps:
    """The caps with `given` levels laid over the undecided rows; proposals count unless only decisions shall."""
    rows = Classification.objects.filter(
        subject__campaign=campaign, subject__standing=Standing.RATED_HERE
    ).values_list(*_COLUMNS)
    body = (campaign.body.code, campaign.body.name)
    sheets = [
        CapSheet(
            classification_id=row[0],
            level=_level(row, given or {}, is_planned=is_planned),
            kind=SubjectKind(row[3]),
            decider=row[4],
            group=(row[5], row[6]),
            unit=(row[7], row[8]),
            body=body,
        )
        for row in rows
    ]
    verdict = quotas.verdict([sheet.facts() for sheet in sheets], law_of(campaign))
    labels = {(QuotaScope.GROUP, sheet.group_key): sheet.group_label for sheet in sheets}
    labels |= {
        (QuotaScope.UNIT, code): name for code, name in (sheet.authority for sheet in sheets)
    }
    return Caps(
        verdicts={(group.scope, group.key): group for group in verdict.groups},
        labels=labels,
        sheets={sheet.classification_id: sheet for sheet in sheets},
    )
