"""Nơi đã kiểm điểm: which item of which agenda is the review as such, and how far each place has come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from tusoi.campaigns.models import Subject, SubjectPlace
from tusoi.core.actor import Actor
from tusoi.meetings.enums import MeetingKind
from tusoi.meetings.models import AgendaItem, Meeting
from tusoi.meetings.permissions import visible_to

OFFICE_REVIEWS = (MeetingKind.UNIT_REVIEW, MeetingKind.LEADERS_REVIEW)
REVIEWS = (*OFFICE_REVIEWS, MeetingKind.CELL_REVIEW)
_LIVE = ("pending", "current", "concluded")


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """Nơi kiểm điểm và việc đã làm ở đó; `meeting` is the one held or planned, if any.

    `is_open_to_reader` says whether the reader may open it.
    """

    place: SubjectPlace
    meeting: Meeting | None
    is_held: bool
    is_open_to_reader: bool

    @property
    def where(self) -> str:
        return str(self.place.cell or self.place.unit)

    @property
    def state(self) -> str:
        if self.place.is_report_only:
            return "Chỉ báo cáo kết quả"
        if self.is_held:
            return "Đã kiểm điểm"
        return "Đã lập hội nghị" if self.meeting else "Chưa lập hội nghị"

    @property
    def tone(self) -> str:
        if self.place.is_report_only:
            return "neutral"
        return "good" if self.is_held else "info" if self.meeting else "warning"


def is_proper_review() -> Q:
    """Items of the review as such: at the main place, not where it is heard again or in addition."""
    places = SubjectPlace.objects.filter(subject=OuterRef("subject"))
    main_in_cell = Exists(places.filter(is_main=True, cell=OuterRef("meeting__cell")))
    in_addition = Exists(places.filter(is_main=False, unit=OuterRef("meeting__unit")))
    at_office = Q(meeting__kind__in=OFFICE_REVIEWS) & ~in_addition
    return at_office | (Q(meeting__kind=MeetingKind.CELL_REVIEW) & main_in_cell)


def holds_review(item: AgendaItem) -> bool:
    """Whether concluding this item means that the review has been discussed."""
    return AgendaItem.objects.filter(is_proper_review(), pk=item.pk).exists()


def with_places_open(subjects: QuerySet[Subject]) -> QuerySet[Subject]:
    """Subjects that some place of review still waits for."""
    reviewed = AgendaItem.objects.filter(
        subject=OuterRef("subject"), state="concluded", repeat_order__isnull=True
    )
    in_cell = Exists(reviewed.filter(meeting__cell=OuterRef("cell")))
    there = Exists(
        reviewed.filter(meeting__kind__in=OFFICE_REVIEWS, meeting__unit=OuterRef("unit"))
    )
    at_work = Exists(reviewed.filter(is_proper_review(), meeting__kind__in=OFFICE_REVIEWS))
    waiting = SubjectPlace.objects.filter(is_report_only=False).exclude(
        Q(in_cell, cell__isnull=False)
        | Q(there, unit__isnull=False)
        | Q(at_work, unit__isnull=False, is_main=True)
    )
    return subjects.filter(pk__in=waiting.values("subject_id"))


def place_lines(actor: Actor, subject: Subject) -> list[PlaceLine]:
    """Every place of the subject with what happened or is planned there; three queries."""
    items = list(
        subject.agenda_items.filter(
            state__in=_LIVE, repeat_order__isnull=True, meeting__kind__in=REVIEWS
        )
        .exclude(meeting__state="cancelled")
        .select_related("meeting")
        .order_by("meeting__starts_at")
    )
    mine = set(
        visible_to(actor)
        .filter(pk__in=[item.meeting_id for item in items])
        .values_list("pk", flat=True)
    )
    places = subject.places.select_related("unit", "cell")
    further = {place.unit_id for place in places if not place.is_main}
    return [_line(place, items, further, mine) for place in places]


def _line(
    place: SubjectPlace, items: Iterable[AgendaItem], further: set[int | None], mine: set[int]
) -> PlaceLine:
    here = [item for item in items if _is_at(place, item.meeting, further)]
    done = [item for item in here if item.state == "concluded"]
    shown = done or here
    meeting = shown[-1].meeting if shown else None
    return PlaceLine(place, meeting, bool(done), meeting is not None and meeting.pk in mine)


def _is_at(place: SubjectPlace, meeting: Meeting, further: set[int | None]) -> bool:
    """A meeting at work counts for the main place unless it is held at another one."""
    if place.cell_id is not None or meeting.cell_id is not None:
        return place.cell_id == meeting.cell_id
    if place.is_main:
        return meeting.unit_id not in further - {None}
    return place.unit_id == meeting.unit_id
