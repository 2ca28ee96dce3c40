"""Màn hình phòng họp: everything one person sees of a meeting at this moment, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from tusoi.campaigns.models import CirculationReceipt, Suggestion
from tusoi.core.actor import Actor
from tusoi.core.names import fold
from tusoi.meetings.enums import AttendanceStatus, BallotMode, MeetingKind, Role
from tusoi.meetings.models import AgendaItem, Attendance, Meeting, RepeatOrder
from tusoi.meetings.models.ballot import BallotRound
from tusoi.meetings.permissions import visible_to
from tusoi.meetings.selectors.agenda import deferred_subjects
from tusoi.meetings.selectors.blockers import (
    blockers_for_draft_minutes,
    blockers_for_invite,
    blockers_for_start,
    blockers_for_take_up,
    findings_for_meeting,
)
from tusoi.meetings.selectors.record import vote_sentence
from tusoi.meetings.selectors.rooms import room_actor
from tusoi.meetings.selectors.taken_over import TakenOver, taken_over
from tusoi.rulebook.findings import Finding

SORTS = {"starts": "starts_at", "-starts": "-starts_at", "title": "title", "-title": "-title"}


@dataclass(frozen=True, slots=True)
class RoundLine:
    """Lượt bỏ phiếu trong phòng họp: how many papers came back, and where one's own paper is."""

    ballot_round: BallotRound
    issued: int
    returned: int
    has_paper: bool
    has_voted: bool

    @property
    def collects(self) -> bool:
        """Whether papers are being cast on screens now."""
        return self.ballot_round.state == "open" and self.ballot_round.mode == BallotMode.ELECTRONIC

    @property
    def awaits_my_paper(self) -> bool:
        return self.collects and self.has_paper and not self.has_voted


@dataclass(frozen=True, slots=True)
class Room:
    """Phòng họp: the meeting as one actor may see and run it now."""

    meeting: Meeting
    actor: Actor
    me: Actor
    items: list[AgendaItem]
    attendances: list[Attendance]
    rounds: list[RoundLine]

    @property
    def is_chair(self) -> bool:
        return self.me.role == Role.CHAIR

    @property
    def is_officer(self) -> bool:
        return self.me.role in {Role.CHAIR, Role.SECRETARY}

    @property
    def preparer(self) -> Actor:
        """Who would invite or call off: the secretary as such, everybody else in the role acted in."""
        return self.me if self.me.role == Role.SECRETARY else self.actor

    @property
    def current(self) -> AgendaItem | None:
        return next((item for item in self.items if item.state == "current"), None)

    @property
    def draft_id(self) -> int | None:
        """The actor's own copy of the draft under review."""
        if self.current is None:
            return None
        copies = CirculationReceipt.objects.filter(
            person_id=self.actor.person_id, circulation__review__subject=self.current.subject_id
        )
        return copies.values_list("pk", flat=True).first()

    @property
    def taken_over(self) -> TakenOver | None:
        """What was said at the office about somebody who is not presented again."""
        item = self.current
        if item is None or not item.is_carried_over:
            return None
        return taken_over(self.meeting).get(item.subject_id)

    @property
    def presenter(self) -> str:
        """Who presents: the person under review; for a collective its head or whoever is asked to."""
        item = self.current
        if item is None or self.is_rating or item.is_carried_over:
            return ""
        return (
            f"{item.chair.full_name} hoặc người được ủy quyền"
            if item.subject.is_collective
            else item.subject.name
        )

    @property
    def next_up(self) -> AgendaItem | None:
        """The item that may be taken up now."""
        if self.current is not None or self.meeting.state != "in_session":
            return None
        return next((item for item in self.items if item.state == "pending"), None)

    @property
    def open_round(self) -> RoundLine | None:
        """The round the room is voting in now."""
        return next((line for line in self.rounds if line.ballot_round.state == "open"), None)

    @property
    def is_chaired_by_another(self) -> bool:
        return self.current is not None and self.current.chair_id != self.meeting.chair_id

    @property
    def present(self) -> list[Attendance]:
        return [row for row in self.attendances if row.status == AttendanceStatus.PRESENT]

    @property
    def attending(self) -> int:
        """Members present; guests do not count."""
        return sum(not row.is_guest for row in self.present)

    @property
    def members(self) -> int:
        return sum(not row.is_guest for row in self.attendances)

    @property
    def has_deferred(self) -> bool:
        return self.meeting.state == "approved" and deferred_subjects(self.meeting).exists()

    @property
    def votes_on_level(self) -> bool:
        """Whether the item under way is a collective that has not chosen its level yet."""
        item = self.current
        if item is None or not item.subject.is_collective or self.is_rating:
            return False
        return not any(vote.level for vote in item.level_votes.all())

    @property
    def is_rating(self) -> bool:
        return self.meeting.kind == MeetingKind.LEADERS_RATING

    @property
    def vote_sentences(self) -> list[str]:
        return (
            [vote_sentence(vote) for vote in self.current.level_votes.all()] if self.current else []
        )

    @property
    def stage(self) -> str:
        """Changes whenever the forms of the room no longer fit; a page compares it with its own."""
        item, upcoming = self.current, self.next_up
        votes = list(item.level_votes.all()) if item else []
        parts = (
            self.meeting.state,
            item.pk if item else 0,
            upcoming.pk if upcoming else 0,
            len(votes),
        )
        rounds = (f"{line.ballot_round.pk}{line.ballot_round.state}" for line in self.rounds)
        return "-".join(map(str, (*parts, *rounds)))


def room_of(actor: Actor, meeting: Meeting) -> Room:
    """The room as the actor sees it."""
    standing = Prefetch(
        "subject__suggestions",
        Suggestion.objects.filter(withdrawn_at__isnull=True),
        to_attr="standing_suggestions",
    )
    items = meeting.agenda.select_related(
        "subject__review", "chair", "repeat_order"
    ).prefetch_related("remarks__speaker", "level_votes", standing)
    again = RepeatOrder.objects.filter(
        item__subject=OuterRef("subject"), ordered_at__lt=meeting.starts_at
    )
    items = items.annotate(is_again=Exists(again.exclude(item__meeting=meeting)))
    return Room(
        meeting=meeting,
        actor=actor,
        me=room_actor(actor, meeting),
        items=list(items),
        attendances=list(meeting.attendances.select_related("person")),
        rounds=rounds_of(actor, meeting),
    )


def rounds_of(actor: Actor, meeting: Meeting) -> list[RoundLine]:
    """The rounds of the meeting with the papers handed out and returned – never with what they say."""
    mine = Q(issues__voter_id=actor.person_id)
    rounds = meeting.ballot_rounds.annotate(
        issued=Count("issues"),
        returned=Count("issues", filter=Q(issues__is_used=True)),
        own=Count("issues", filter=mine),
        own_used=Count("issues", filter=mine & Q(issues__is_used=True)),
    )
    return [
        RoundLine(
            each,
            each.issued,
            each.returned,
            has_paper=bool(each.own),
            has_voted=bool(each.own_used),
        )
        for each in rounds
    ]


def blockers_now(room: Room, day: date) -> list[Finding]:
    """What stands in the way of the next step of the meeting."""
    meeting, upcoming = room.meeting, room.next_up
    if meeting.state == "planned":
        return blockers_for_invite(meeting)
    if meeting.state == "invited":
        return blockers_for_start(meeting, day)
    if meeting.state == "in_session":
        return blockers_for_take_up(upcoming) if upcoming else blockers_for_draft_minutes(meeting)
    return []


def remarks_on_meeting(room: Room) -> list[Finding]:
    """Remarks on length and kind of the conference while the meeting can still be changed."""
    return findings_for_meeting(room.meeting) if room.meeting.state == "planned" else []


def meetings_listed(
    actor: Actor, *, unit: str = "", state: str = "", sort: str = ""
) -> QuerySet[Meeting]:
    """The meetings the actor may see, with how far each has come."""
    meetings = visible_to(actor).select_related("unit", "chair")
    if unit:
        meetings = meetings.filter(unit__search_name__contains=fold(unit))
    if state:
        meetings = meetings.filter(state=state)
    return meetings.annotate(
        items=Count("agenda"),
        done=Count("agenda", filter=~Q(agenda__state__in=["pending", "current"])),
    ).order_by(SORTS.get(sort, "-starts_at"), "pk")
