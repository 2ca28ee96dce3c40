"""Hồ sơ đề nghị khen thưởng của đơn vị: the papers the plan lists, and which of them the discussion already yields."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from tusoi.awards.models import AwardDiscussion
from tusoi.campaigns.facts import law_of
from tusoi.campaigns.models import Campaign
from tusoi.rulebook.dossier_lists import DossierOwner, PartSource, list_of


@dataclass(frozen=True, slots=True)
class AwardPart:
    """Tài liệu của hồ sơ khen thưởng: as the list words it; `missing` says what is still to be done, empty when there."""

    title: str
    missing: str


@dataclass(frozen=True, slots=True)
class AwardDossier:
    """Hồ sơ khen thưởng của một cuộc bình xét: its parts in the order of the list, with the list's ground."""

    discussion: AwardDiscussion
    cite: str
    parts: tuple[AwardPart, ...]

    @property
    def present(self) -> int:
        return sum(not part.missing for part in self.parts)


def award_dossiers(
    campaign: Campaign, discussions: Iterable[AwardDiscussion]
) -> list[AwardDossier]:
    """One dossier for every discussion; one query whatever their number."""
    held, listed = list(discussions), list_of(DossierOwner.AWARD, law_of(campaign))
    put_forward = dict(
        AwardDiscussion.objects.filter(pk__in=[row.pk for row in held])
        .annotate(number=Count("nominations", filter=~Q(nominations__state="withdrawn")))
        .values_list("pk", "number")
    )
    return [
        AwardDossier(
            row,
            listed.cite,
            tuple(
                AwardPart(part.title, _missing(part.source, put_forward[row.pk]))
                for part in listed.parts
            ),
        )
        for row in held
    ]


def _missing(source: PartSource, nominations: int) -> str:
    """The minutes follow from the recorded discussion; note and reports from what was put forward."""
    if nominations or source is PartSource.AWARD_MINUTES:
        return ""
    return "Chưa có đối tượng nào được đề nghị"
