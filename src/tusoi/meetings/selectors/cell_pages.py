"""Trang chi bộ: the cells that lie with an actor and the reviews each of them hears."""

from __future__ import annotations

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from tusoi.campaigns.models import Campaign, Review, SubjectPlace
from tusoi.core.actor import Actor
from tusoi.meetings.enums import MeetingKind, Role
from tusoi.meetings.models import AgendaItem
from tusoi.org.models import PartyCell


def cells_of(actor: Actor) -> QuerySet[PartyCell]:
    """One's own cell; all of them for the office, with members and meetings counted."""
    cells = PartyCell.objects.select_related("unit").annotate(
        member_count=Count("members", distinct=True), meeting_count=Count("meetings", distinct=True)
    )
    if actor.role == Role.COORDINATOR:
        return cells.order_by("code")
    return cells.filter(pk=actor.cell_id) if actor.role == Role.PARTY_CELL else cells.none()


def review_lines(campaign: Campaign, cell: PartyCell) -> QuerySet[Review]:
    """Reviews laid before the cell: whether it is their main place, when sent to the members, whether heard."""
    places = SubjectPlace.objects.filter(
        subject=OuterRef("subject"), cell=cell, is_report_only=False
    )
    heard = AgendaItem.objects.filter(
        subject=OuterRef("subject"),
        meeting__cell=cell,
        meeting__kind=MeetingKind.CELL_REVIEW,
        state="concluded",
        repeat_order__isnull=True,
    )
    rows = Review.objects.filter(Exists(places), subject__campaign=campaign)
    return (
        rows.select_related("subject__unit", "subject__track", "subject__campaign")
        .annotate(
            is_main_here=Exists(places.filter(is_main=True)),
            is_heard=Exists(heard),
            sent_to_cell_at=Max(
                "circulation__receipts__sent_at",
                filter=Q(circulation__receipts__person__party_cell=cell),
            ),
        )
        .order_by("subject__unit__path", "subject__rank", "subject__sort_key")
    )
