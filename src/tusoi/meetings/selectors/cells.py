"""Hội nghị chi bộ: who conducts it, in which order it follows the office review, what it takes over from there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from tusoi.campaigns.enums import PlaceKind
from tusoi.campaigns.facts import law_of
from tusoi.campaigns.models import Campaign, CirculationReceipt, Subject
from tusoi.meetings.models import AgendaItem, Attendance, Meeting
from tusoi.meetings.selectors.held import OFFICE_REVIEWS
from tusoi.meetings.selectors.people import cell_leaders
from tusoi.org.models import PartyCell, Unit
from tusoi.rulebook import LawAt
from tusoi.rulebook.facts import (
    CirculationFacts,
    Leadership,
    PlaceFacts,
    RatedAs,
    SeasonAct,
    SeasonStepFacts,
    Side,
)
from tusoi.rulebook.findings import Finding
from tusoi.rulebook.rules.places import place_findings
from tusoi.rulebook.rules.season_order import order_findings_of_season

_REVIEWED = ("discussed", "final")
_REUSE = "places.reviewed-at-office"


def unit_of(cell: PartyCell, campaign: Campaign) -> Unit:
    """The unit at which the cell meets; the body for one that belongs to no unit."""
    return cell.unit or campaign.body


def officers_of_cell(cell: PartyCell, day: date) -> dict[str, int]:
    """The secretary of the cell chairs, another member of its committee in his or her place."""
    leaders = cell_leaders(day, cell=cell).values_list("person_id", flat=True)
    people = list(dict.fromkeys(leaders.order_by("starts_on", "pk")))
    return dict(zip(("chair", "deputy_chair"), people, strict=False))


# What is taken over from the office


def reuse_finding(law: LawAt) -> Finding | None:
    """The provision by which nobody is reviewed twice; None where the law of the campaign has none."""
    facts = PlaceFacts(is_party_member=True, reviewed_at_office=True)
    return next((each for each in place_findings(facts, law) if each.rule == _REUSE), None)


def reviewed_at_office(subjects: Iterable[Subject], cell: PartyCell) -> set[int]:
    """Persons among the subjects whose review was held at work already."""
    rows = Subject.objects.filter(
        pk__in=[subject.pk for subject in subjects],
        person__isnull=False,
        review__state__in=_REVIEWED,
    ).exclude(pk__in=_main_in(cell))
    return set(rows.values_list("pk", flat=True))


def _main_in(cell: PartyCell) -> QuerySet[Subject, int]:
    rows = Subject.objects.filter(places__cell=cell, places__is_main=True)
    return rows.values_list("pk", flat=True)


def carried_over(subjects: Sequence[Subject], campaign: Campaign, cell: PartyCell) -> set[int]:
    """Subjects that are not presented again in the cell, as the law of the campaign has it."""
    if reuse_finding(law_of(campaign)) is None:
        return set()
    return reviewed_at_office(subjects, cell)


def drafts_of_cell(
    meeting: Meeting, meeting_at: datetime
) -> Iterator[tuple[Subject, CirculationFacts]]:
    """Of whom the members must have the review in hand: those taken over, those reviewed only here."""
    assert meeting.cell is not None  # noqa: S101 - held by a constraint of the table
    items = meeting.agenda.exclude(state="deferred").select_related("subject")
    subjects = [item.subject for item in items]
    needed = carried_over(subjects, meeting.campaign, meeting.cell) | set(_main_in(meeting.cell))
    concerned = [subject for subject in subjects if subject.pk in needed]
    sent = _sent_days(concerned, set(_members(meeting)))
    day = timezone.localdate(meeting_at)
    for subject in concerned:
        yield subject, CirculationFacts(sent_on=sent[subject.pk], meeting_on=day)


def _members(meeting: Meeting) -> QuerySet[Attendance, int]:
    return meeting.attendances.filter(is_guest=False).values_list("person_id", flat=True)


def _sent_days(subjects: Sequence[Subject], members: set[int]) -> dict[int, date | None]:
    """When the last of the other members was sent the review; None while one of them has not got it."""
    received: dict[int, dict[int, date]] = {subject.pk: {} for subject in subjects}
    receipts = CirculationReceipt.objects.filter(
        circulation__review__subject__in=subjects, person__in=members
    ).annotate(received_at=Coalesce("sent_at", "circulation__sent_at"))
    for subject_id, person_id, at in receipts.values_list(
        "circulation__review__subject", "person", "received_at"
    ):
        received[subject_id][person_id] = timezone.localdate(at)
    days: dict[int, date | None] = {}
    for subject in subjects:
        others = members - {subject.person_id}
        has_all = others and others <= received[subject.pk].keys()
        days[subject.pk] = max(received[subject.pk][each] for each in others) if has_all else None
    return days


# The order of the season


def order_findings_in_cell(
    campaign: Campaign, cell: PartyCell, subjects: Sequence[Subject], day: date
) -> list[Finding]:
    """Where the meeting of the cell departs from the order of state side and Party side."""
    taken_over = carried_over(subjects, campaign, cell)
    presented = [subject for subject in subjects if subject.pk not in taken_over]
    steps = [_step_in_cell(subject, cell, day) for subject in presented]
    return order_findings_of_season(
        [*steps, *_steps_at_office(campaign, cell, presented)], law_of(campaign)
    )


def _step_in_cell(subject: Subject, cell: PartyCell, day: date) -> SeasonStepFacts:
    return SeasonStepFacts(
        label=f"Kiểm điểm {subject.name} tại {cell}",
        act=SeasonAct.REVIEW,
        unit=_key(cell.unit_id, cell),
        day=day,
        rated_as=RatedAs.PARTY_ORGANISATION if subject.is_collective else RatedAs.PARTY_MEMBER,
        subject=str(subject.pk),
        side=Side.PARTY,
        place=None if subject.is_collective else PlaceKind.CELL,
    )


def _key(unit_id: int | None, cell: PartyCell) -> str:
    return f"unit {unit_id}" if unit_id else f"cell {cell.pk}"


def _steps_at_office(
    campaign: Campaign, cell: PartyCell, subjects: Sequence[Subject]
) -> Iterator[SeasonStepFacts]:
    """Reviews at work, held or planned, of the same people and of the leading collective of the cell's unit."""
    items = (
        AgendaItem.objects.filter(
            meeting__campaign=campaign, meeting__kind__in=OFFICE_REVIEWS, repeat_order__isnull=True
        )
        .exclude(state="deferred")
        .exclude(meeting__state="cancelled")
        .select_related("subject", "meeting")
    )
    mine = items.filter(subject__in=subjects)
    of_unit = items.filter(subject__collective__unit=cell.unit_id).exclude(subject__in=subjects)
    places = dict(
        Subject.objects.filter(
            pk__in=[each.pk for each in subjects], places__is_main=True
        ).values_list("pk", "places__kind")
    )
    for item in (*mine, *(of_unit if cell.unit_id else ())):
        yield SeasonStepFacts(
            label=f"Kiểm điểm {item.subject.name} tại {item.meeting.title}",
            act=SeasonAct.REVIEW,
            unit=_key(item.subject.unit_id, cell)
            if item.subject.is_collective
            else f"work {item.pk}",
            day=timezone.localdate(item.meeting.starts_at),
            rated_as=RatedAs.COLLECTIVE if item.subject.is_collective else RatedAs.CIVIL_SERVANT,
            subject=str(item.subject_id),
            leadership=Leadership.NONE,
            place=PlaceKind(places[item.subject_id]) if item.subject_id in places else None,
        )
