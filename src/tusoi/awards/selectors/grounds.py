"""Căn cứ đề nghị khen thưởng: the level of the year, earlier levels, the registration, the numbers of a unit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, NullIf

from tusoi.awards.facts import ADVANCED, Grounds
from tusoi.awards.models import AwardNomination, AwardRegistration
from tusoi.campaigns.enums import RatingLevel, Standing
from tusoi.campaigns.models import Subject
from tusoi.decisions.models import Classification
from tusoi.meetings.models import AgendaItem
from tusoi.rulebook.facts import AwardTitle

STANDING = ("nominated", "submitted")
"""Trạng thái của đề nghị còn hiệu lực."""


def with_grounds(subjects: QuerySet[Subject]) -> QuerySet[Subject]:
    """Subjects annotated with `award_level` (decided, else proposed, else what the conference concluded) and `is_registered`."""
    concluded = AgendaItem.objects.filter(subject=OuterRef("pk"), state="concluded")
    suggested = concluded.exclude(suggested_level="").order_by("-concluded_at", "-pk")
    registered = AwardRegistration.objects.filter(
        Q(person=OuterRef("person")) | Q(collective=OuterRef("collective")),
        year=OuterRef("campaign__review_year"),
    )
    return subjects.annotate(
        award_level=Coalesce(
            NullIf(F("classification__decided_level"), Value("")),
            NullIf(F("classification__proposed_level"), Value("")),
            Subquery(suggested.values("suggested_level")[:1]),
            Value(""),
        ),
        is_registered=Exists(registered),
    )


def grounds_of(subject: Subject) -> Grounds:
    """What the system itself knows in favour of a subject."""
    rows = with_grounds(Subject.objects.filter(pk=subject.pk))
    level, is_registered = rows.values_list("award_level", "is_registered").get()
    own = Grounds(
        level=RatingLevel(level) if level else None,
        levels_before=_levels_before(subject),
        is_registered=is_registered,
        is_collective=subject.is_collective,
    )
    return replace(own, **_numbers(subject)) if subject.is_collective else own


def _levels_before(subject: Subject) -> tuple[RatingLevel, ...]:
    """Decided levels back from last year, as far as no year is missing."""
    same = Q(subject__person_id=subject.person_id, subject__collective_id=subject.collective_id)
    year = subject.campaign.review_year
    earlier = Classification.objects.filter(same, subject__campaign__review_year__lt=year)
    rows = earlier.exclude(decided_level="").order_by("subject__campaign__review_year")
    levels = dict(rows.values_list("subject__campaign__review_year", "decided_level"))
    found = []
    while (level := levels.get(year := year - 1)) is not None:
        found.append(RatingLevel(level))
    return tuple(found)


def _numbers(collective: Subject) -> dict[str, Any]:
    """People of the unit rated in the campaign, who completed their tasks, who is nominated for what."""
    rated = Subject.objects.filter(
        campaign=collective.campaign,
        person__isnull=False,
        unit__path__startswith=collective.unit.path,
    ).exclude(standing=Standing.NOT_RATED)
    levels = list(with_grounds(rated).values_list("award_level", flat=True))
    nominated = AwardNomination.objects.filter(subject__in=rated, state__in=STANDING)
    advanced = nominated.filter(title__in=ADVANCED).values("subject").distinct()
    fighters = nominated.filter(title=AwardTitle.BASE_FIGHTER)
    return {
        "members": len(levels),
        "members_completed": sum(bool(x) and x != RatingLevel.NOT_COMPLETED for x in levels),
        "advanced_workers": advanced.count(),
        "base_fighters": fighters.count(),
    }
