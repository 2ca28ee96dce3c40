"""Đọc danh sách đối tượng: filter, search without diacritics, sort in Vietnamese name order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from django.db.models import Count, QuerySet

from tusoi.campaigns.enums import Standing
from tusoi.campaigns.models import Campaign, Subject, Track
from tusoi.campaigns.permissions import subjects_visible_to
from tusoi.core.actor import Actor
from tusoi.core.names import fold
from tusoi.org.enums import Role
from tusoi.org.models import Unit
from tusoi.rulebook.forms import FormDefinition, form

SORTS = {
    "name": ("sort_key", "pk"),
    "unit": ("unit__path", "rank", "sort_key"),
    "standing": ("standing", "unit__path", "rank", "sort_key"),
    "state": ("review__state", "unit__path", "rank", "sort_key"),
}
DEFAULT_SORT = "unit"


class SubjectFilter(TypedDict, total=False):
    """Bộ lọc danh sách đối tượng; empty values filter nothing."""

    q: str
    unit: Unit | int | str | None
    kind: str
    standing: str
    state: str
    sort: str


def list_subjects(actor: Actor, campaign: Campaign, wanted: SubjectFilter) -> QuerySet[Subject]:
    """The subjects of the campaign that the actor may see, as filtered and sorted."""
    rows = subjects_visible_to(actor).filter(campaign=campaign)
    columns = {
        "unit_id": wanted.get("unit"),
        "track__kind": wanted.get("kind"),
        "standing": wanted.get("standing"),
        "review__state": wanted.get("state"),
    }
    rows = rows.filter(**{column: value for column, value in columns.items() if value})
    for word in fold(wanted.get("q") or "").split():
        rows = rows.filter(search_name__contains=word)
    return _sorted(rows, wanted.get("sort") or DEFAULT_SORT).select_related(
        "unit", "track", "group", "review"
    )


def _sorted(rows: QuerySet[Subject], sort: str) -> QuerySet[Subject]:
    keys = SORTS.get(sort.removeprefix("-"), SORTS[DEFAULT_SORT])
    first = f"-{keys[0]}" if sort.startswith("-") else keys[0]
    return rows.order_by(first, *keys[1:])


def standing_counts(campaign: Campaign) -> list[tuple[Standing, int]]:
    """How many subjects have which standing."""
    counts = dict(campaign.subjects.order_by().values_list("standing").annotate(number=Count("pk")))
    return [(standing, counts.get(standing, 0)) for standing in Standing]


@dataclass(frozen=True, slots=True)
class TrackLine:
    """Một nhóm đối tượng và quy trình của nhóm, in words; `unverified` parts of its forms are for the office."""

    kind: str
    label: str
    form: str
    unverified: tuple[str, ...]
    review_place: str
    opinions: str
    proposer: str
    decider: str
    cite: str
    subjects: int


def _forms(track: Track) -> list[FormDefinition]:
    return [form(code) for code in (track.form_code, track.criteria_form_code) if code]


def track_lines(campaign: Campaign) -> list[TrackLine]:
    """Who is reviewed where, heard by whom, proposed and decided by whom."""
    tracks = campaign.tracks.annotate(subject_count=Count("subjects"))
    return [
        TrackLine(
            kind=track.kind,
            label=str(track),
            form=" và ".join(each.label for each in _forms(track)),
            unverified=tuple(
                f"{each.number}: {part}" for each in _forms(track) for part in each.unverified_parts
            ),
            review_place=track.review_place,
            opinions=", ".join(Role(code).label for code in track.required_opinions),
            proposer=Role(track.proposer).label if track.proposer else "",
            decider=Role(track.decider).label if track.decider else "Cấp trên",
            cite=track.cite,
            subjects=track.subject_count,
        )
        for track in tracks
    ]
