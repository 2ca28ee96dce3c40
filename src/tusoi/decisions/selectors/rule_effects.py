"""Ảnh hưởng của quy định do cơ quan ban hành: what a value, not yet stored, would change in the running campaigns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count

from tusoi.campaigns.enums import Standing
from tusoi.campaigns.facts import (
    law_on,
    overlays_of,
    own_value,
    person_facts,
    standing_values,
    values_of,
)
from tusoi.campaigns.models import Campaign, LocalRule, Subject
from tusoi.decisions.facts import CapSheet, rated_person, result_facts
from tusoi.decisions.models import Classification
from tusoi.decisions.selectors.caps import Key
from tusoi.decisions.selectors.dossiers import rating_rows, season_facts
from tusoi.rulebook import LawAt, law_at
from tusoi.rulebook.facts import PersonFacts, RatingLevel, SheetFacts, SubjectKind
from tusoi.rulebook.parameters import LocalValue
from tusoi.rulebook.rules import classification, quotas
from tusoi.rulebook.rules.eligibility import ceiling, standing
from tusoi.rulebook.rules.quotas import QuotaScope

_OPEN = "Không giới hạn"
_UNPROVEN = "Chưa chứng minh được mức nào"
_CAP_COLUMNS = (
    "track__kind",
    "track__decider",
    "group__code",
    "group__name",
    "unit__code",
    "unit__short_name",
    "classification__decided_level",
    "classification__proposed_level",
)


@dataclass(frozen=True, slots=True)
class SubjectEffect:
    """Thay đổi đối với một đối tượng: what of it changes, before and after."""

    subject: Subject
    aspect: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class CapEffect:
    """Thay đổi tỉ lệ trần của một nhóm: how many may be excellent at most, None without a cap."""

    label: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class CampaignEffect:
    """Ảnh hưởng đối với một đợt, as judged on `day`.

    An opened campaign is frozen: what is shown of it is what the value would have changed.
    `is_laid` is False where the value does not hold on that day or stricter local rules stand above it.
    """

    campaign: Campaign
    day: date
    is_frozen: bool
    is_laid: bool
    subjects: tuple[SubjectEffect, ...]
    caps: tuple[CapEffect, ...]

    @property
    def is_empty(self) -> bool:
        return not self.subjects and not self.caps


def effects_of(rule: LocalRule, today: date) -> list[CampaignEffect]:
    """What the value would change in every campaign of the body that is being prepared or open."""
    value = own_value(rule)
    running = Campaign.objects.filter(body_id=rule.body_id, state__in=["draft", "open"])
    campaigns = running.select_related("body").order_by("-review_year", "-pk")
    return [_effect(campaign, value, today) for campaign in campaigns] if value else []


def _effect(campaign: Campaign, value: LocalValue, today: date) -> CampaignEffect:
    is_frozen = campaign.law_date is not None
    day = campaign.law_date or max(today, campaign.plan_date, value.since)
    if is_frozen:
        value = replace(value, since=min(value.since, day), until=None)
    before, after = law_on(campaign, day), _law_with(campaign, value, day)
    is_laid = value in after.local
    of_subjects = _level_effects if is_frozen else _person_effects
    return CampaignEffect(
        campaign=campaign,
        day=day,
        is_frozen=is_frozen,
        is_laid=is_laid,
        subjects=tuple(of_subjects(campaign, before, after)) if is_laid else (),
        caps=tuple(_cap_effects(campaign, before, after)) if is_laid else (),
    )


def _law_with(campaign: Campaign, value: LocalValue, day: date) -> LawAt:
    """The campaign's law of the day with the value in the place of an earlier one for the same parameter."""
    overlays = overlays_of(campaign)
    others = (each for each in values_of(campaign) if each.name != value.name)
    return law_at(day, overlays, standing_values((*others, value), day, overlays))


def _person_effects(campaign: Campaign, before: LawAt, after: LawAt) -> Iterator[SubjectEffect]:
    """Before opening: who is rated at all, and how high."""
    people = campaign.subjects.filter(person__isnull=False).select_related("unit", "track")
    for subject in people:
        facts = person_facts(subject)
        if not subject.standing_is_manual:
            yield from _changed(subject, "Diện đánh giá", _standing_label, facts, before, after)
        yield from _changed(subject, "Mức cao nhất được xếp", _ceiling_label, facts, before, after)


def _standing_label(facts: PersonFacts, law: LawAt) -> str:
    return standing(facts, law).label


def _ceiling_label(facts: PersonFacts, law: LawAt) -> str:
    highest, _ = ceiling(facts, law)
    return highest.label if highest else _OPEN


def _changed(
    subject: Subject,
    aspect: str,
    judge: Callable[[PersonFacts, LawAt], str],
    facts: PersonFacts,
    before: LawAt,
    after: LawAt,
) -> Iterator[SubjectEffect]:
    first, second = judge(facts, before), judge(facts, after)
    if first != second:
        yield SubjectEffect(subject, aspect, first, second)


def _level_effects(campaign: Campaign, before: LawAt, after: LawAt) -> Iterator[SubjectEffect]:
    """After opening: the level that the facts reported so far prove."""
    season = season_facts(campaign)
    for row in rating_rows(Classification.objects.filter(subject__campaign=campaign)):
        subject = row.subject
        person = rated_person(subject, subject.opinion_requests.all())
        results = result_facts(subject, season)
        kind = classification.rated_as(SubjectKind(subject.track.kind), person)
        first, second = (
            classification.propose(results, person, kind, law).level for law in (before, after)
        )
        if first is not second:
            yield SubjectEffect(
                subject, "Mức số liệu chứng minh được", _level_label(first), _level_label(second)
            )


def _level_label(level: RatingLevel | None) -> str:
    return level.label if level else _UNPROVEN


def _cap_effects(campaign: Campaign, before: LawAt, after: LawAt) -> Iterator[CapEffect]:
    """Who has no level yet counts as good."""
    sheets = list(_sheets(campaign))
    facts = [sheet.facts() for sheet, count in sheets for _ in range(count)]
    first, second = _caps(facts, before), _caps(facts, after)
    labels = _labels(sheet for sheet, _ in sheets)
    for key in dict.fromkeys((*first, *second)):
        if first.get(key) != second.get(key):
            yield CapEffect(labels[key], first.get(key), second.get(key))


def _caps(facts: list[SheetFacts], law: LawAt) -> dict[Key, int]:
    """Group or agency → the most that may be excellent there."""
    groups = quotas.verdict(facts, law).groups
    return {
        (group.scope, group.key): group.current.largest_allowed for group in groups if group.current
    }


def _sheets(campaign: Campaign) -> Iterator[tuple[CapSheet, int]]:
    """The subjects rated here, counted by the database: one sheet per kind, group, unit and level."""
    rated = campaign.subjects.filter(standing=Standing.RATED_HERE).order_by()
    rows = rated.values_list(*_CAP_COLUMNS).annotate(count=Count("pk"))
    for kind, decider, group, group_name, unit, unit_name, decided, proposed, count in rows:
        sheet = CapSheet(
            level=RatingLevel(decided or proposed or RatingLevel.GOOD),
            kind=SubjectKind(kind),
            decider=decider,
            group=(group, group_name),
            unit=(unit, unit_name),
            body=(campaign.body.code, campaign.body.name),
        )
        yield sheet, count


def _labels(sheets: Iterable[CapSheet]) -> dict[Key, str]:
    labels: dict[Key, str] = {}
    for sheet in sheets:
        code, name = sheet.authority
        labels |= {(QuotaScope.UNIT, code): name, (QuotaScope.RECOGNISER, code): name}
        labels[QuotaScope.GROUP, sheet.group_key] = sheet.group_label
    return labels
