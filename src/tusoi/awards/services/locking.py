"""Khóa dòng: a command locks what it is about to change and reads it afresh."""

from __future__ import annotations

from collections.abc import Iterable

from tusoi.awards.models import AwardNomination


def lock_nominations(nominations: Iterable[AwardNomination]) -> list[AwardNomination]:
    """The nominations in the order of a list, with what their papers need."""
    wanted = AwardNomination.objects.filter(pk__in=[each.pk for each in nominations])
    rows = wanted.select_related(
        "subject__unit", "subject__campaign", "subject__track", "discussion__meeting"
    )
    return list(rows.select_for_update(of=("self",)))


def lock_nomination(nomination: AwardNomination) -> AwardNomination:
    return lock_nominations([nomination])[0]
