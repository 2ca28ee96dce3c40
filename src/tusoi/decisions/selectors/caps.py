"""Tỉ lệ trần của đợt: every rated row, as decided and as planned, against the caps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.db.models import Count

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
    "subject__track__kind",
    "subject__track__decider",
    "subject__group__code",
    "subject__group__name",
    "subject__unit__code",
    "subject__unit__short_name",
)


@dataclass(frozen=True, slots=True)
class Caps:
    """Tỉ lệ trần: verdict per group and per agency with their names, the rows asked about.

    `groups` and `units` name everything that was counted, by code.
    """

    verdicts: dict[Key, GroupVerdict]
    labels: dict[Key, str]
    sheets: dict[int, CapSheet]
    groups: dict[str, str]
    units: dict[str, str]

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
        sheet = self.sheets.get(classification_id)
        if sheet is None or sheet.level is not RatingLevel.EXCELLENT:
            return []
        return [
            replace(finding, message=f"{self.labels[key]}. {finding.message}")
            for key in self.keys_of(classification_id)
            for finding in self.verdicts[key].findings
            if finding.is_blocker
        ]


def caps_of(
    campaign: Campaign,
    given: Mapping[Classification, RatingLevel | None] | None = None,
    *,
    is_planned: bool = True,
) -> Caps:
    """The caps with the rows of `given` at those levels and all others as stored.

    Stored proposals count as well unless only decisions shall (`is_planned=False`). Who is rated
    elsewhere counts in no cap.
    """
    asked = {
        row.pk: _sheet(campaign, row, level)
        for row, level in (given or {}).items()
        if row.subject.standing == Standing.RATED_HERE
    }
    stored = list(_stored(campaign, set(asked), is_planned=is_planned))
    facts = [sheet.facts() for sheet in asked.values()]
    for sheet, count in stored:
        facts += [sheet.facts()] * count
    verdict = quotas.verdict(facts, law_of(campaign))
    sheets = [*asked.values(), *(sheet for sheet, _ in stored)]
    return Caps(
        verdicts={(group.scope, group.key): group for group in verdict.groups},
        labels=_labels(sheets),
        sheets=asked,
        groups=dict(sheet.group for sheet in sheets),
        units=dict(sheet.unit for sheet in sheets),
    )


def _sheet(campaign: Campaign, row: Classification, level: RatingLevel | None) -> CapSheet:
    subject = row.subject
    return CapSheet(
        level=level,
        kind=SubjectKind(subject.track.kind),
        decider=subject.track.decider,
        group=(subject.group.code, subject.group.name),
        unit=(subject.unit.code, subject.unit.short_name),
        body=(campaign.body.code, campaign.body.name),
    )


def _stored(
    campaign: Campaign, without: set[int], *, is_planned: bool
) -> Iterator[tuple[CapSheet, int]]:
    """Everybody else, counted by the database: one sheet per kind, group, unit and level."""
    rows = Classification.objects.filter(
        subject__campaign=campaign, subject__standing=Standing.RATED_HERE
    ).exclude(pk__in=without)
    columns = rows.order_by().values_list(*_COLUMNS, "decided_level", "proposed_level")
    for *columns_of_row, decided, proposed, count in columns.annotate(count=Count("pk")):
        kind, decider, group, group_name, unit, unit_name = columns_of_row
        level = decided or (proposed if is_planned else "")
        yield (
            CapSheet(
                level=RatingLevel(level) if level else None,
                kind=SubjectKind(kind),
                decider=decider,
                group=(group, group_name),
                unit=(unit, unit_name),
                body=(campaign.body.code, campaign.body.name),
            ),
            count,
        )


def _labels(sheets: list[CapSheet]) -> dict[Key, str]:
    labels = {(QuotaScope.GROUP, sheet.group_key): sheet.group_label for sheet in sheets}
    return labels | {
        (QuotaScope.UNIT, code): name for code, name in (sheet.authority for sheet in sheets)
    }
