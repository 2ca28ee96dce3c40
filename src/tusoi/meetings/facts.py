"""Dữ kiện về hội nghị: rows of meetings and ballots as the rulebook wants to see them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from django.utils import timezone

from tusoi.campaigns.models import Review, Subject, Suggestion
from tusoi.meetings.enums import AttendanceStatus, BallotMode
from tusoi.meetings.models import Meeting
from tusoi.meetings.models.ballot import Ballot, BallotRound
from tusoi.org.enums import CollectiveKind
from tusoi.org.models import CollectiveMember
from tusoi.rulebook.facts import (
    AgendaFacts,
    AgendaKind,
    BallotFacts,
    ChairFacts,
    CirculationFacts,
    Leadership,
    MeetingFacts,
    RatingLevel,
    Side,
    SubjectKind,
    SubjectTally,
    VoteFacts,
)

_ITEMS = {
    Leadership.HEAD: AgendaKind.HEAD,
    Leadership.DEPUTY: AgendaKind.DEPUTY,
    Leadership.NONE: AgendaKind.MEMBER,
}
NOON = 12
BLANK = "blank"


def agenda_kind(subject: Subject, heads: frozenset[int]) -> AgendaKind:
    """In which capacity the subject is reviewed; `heads` are the persons who head a collective."""
    kind = SubjectKind(subject.track.kind)
    if kind.is_collective:
        return AgendaKind.COLLECTIVE
    is_of_body = kind is SubjectKind.DEPARTMENT_LEADER
    item = AgendaKind.DEPUTY if is_of_body else _ITEMS[kind.leadership]
    return AgendaKind.HEAD if item is AgendaKind.DEPUTY and subject.person_id in heads else item


def heads_among(subjects: Iterable[Subject]) -> frozenset[int]:
    """Persons among the subjects who head the leading body of their unit."""
    people = [subject.person_id for subject in subjects if subject.person_id]
    members = CollectiveMember.objects.filter(
        person_id__in=people,
        is_head=True,
        ends_on__isnull=True,
        collective__kind=CollectiveKind.LEADERS,
    )
    return frozenset(members.values_list("person_id", flat=True))


def agenda_facts(subjects: Iterable[Subject]) -> list[AgendaFacts]:
    """The subjects as items of an agenda, keyed by their primary key."""
    rows = list(subjects)
    heads = heads_among(rows)
    return [AgendaFacts(subject_key=str(row.pk), kind=agenda_kind(row, heads)) for row in rows]


def cell_agenda_facts(subjects: Iterable[Subject], leaders: Sequence[int]) -> list[AgendaFacts]:
    """The same in a Party cell: the cell or its committee, the secretary, the committee, the members."""
    return [
        AgendaFacts(subject_key=str(row.pk), kind=_kind_in_cell(row, leaders), side=Side.PARTY)
        for row in subjects
    ]


def _kind_in_cell(subject: Subject, leaders: Sequence[int]) -> AgendaKind:
    if subject.is_collective:
        return AgendaKind.COLLECTIVE
    if subject.person_id not in leaders:
        return AgendaKind.MEMBER
    return AgendaKind.HEAD if subject.person_id == leaders[0] else AgendaKind.DEPUTY


def chair_facts(chair_id: int, subject: Subject) -> ChairFacts:
    """Who conducts the review of a subject; a collective has no person's key."""
    kind = agenda_kind(subject, frozenset())
    return ChairFacts(chair_key=str(chair_id), subject_key=str(subject.person_id), kind=kind)


def circulation_facts(review: Review | None, meeting_at: datetime) -> CirculationFacts:
    """When the draft went out and when the meeting is, as days in Vietnam."""
    sent = getattr(review, "circulation", None)
    return CirculationFacts(
        sent_on=timezone.localdate(sent.sent_at) if sent else None,
        meeting_on=timezone.localdate(meeting_at),
    )


def _half_days(moment: datetime) -> int:
    local = timezone.localtime(moment)
    return local.toordinal() * 2 + (local.hour >= NOON)


def meeting_facts(meeting: Meeting) -> MeetingFacts:
    """Length in half days, members summoned and members present (guests count for nothing)."""
    members = list(meeting.attendances.filter(is_guest=False).values_list("status", flat=True))
    half_days = _half_days(meeting.ends_at) - _half_days(meeting.starts_at) + 1
    return MeetingFacts(
        length_days=Decimal(half_days) / 2,
        review_suggested=meeting.has_suggestions or has_standing_suggestion(meeting),
        members=len(members),
        attending=members.count(AttendanceStatus.PRESENT),
        posts_in_unit=len(members),
    )


def has_standing_suggestion(meeting: Meeting) -> bool:
    """Whether the superior suggested something to anybody on the agenda."""
    standing = Suggestion.objects.filter(withdrawn_at__isnull=True)
    return standing.filter(subject__agenda_items__meeting=meeting).exists()


def vote_facts(meeting: Meeting, counts: Mapping[RatingLevel, int]) -> VoteFacts:
    """A show of hands: votes per level among the members present."""
    return VoteFacts(attending=meeting_facts(meeting).attending, votes=dict(counts))


def _box(ballot_round: BallotRound) -> tuple[SubjectTally, ...]:
    """The marks in the electronic box, counted per subject."""
    marks = Counter(
        Ballot.objects.filter(ballot_round=ballot_round).values_list("subject_id", "level")
    )
    return tuple(
        SubjectTally(
            subject_key=str(line.subject_id),
            counts={level: marks[line.subject_id, level.value] for level in RatingLevel},
            blank=marks[line.subject_id, ""],
        )
        for line in ballot_round.lines.all()
    )


def _paper_box(ballot_round: BallotRound) -> tuple[SubjectTally, ...]:
    """The counts the panel entered, in the order of the lines; a missing line counts nothing."""
    entered = ballot_round.paper_tally.counts
    rows = {
        line.subject_id: entered.get(str(line.subject_id), {}) for line in ballot_round.lines.all()
    }
    return tuple(
        SubjectTally(
            subject_key=str(subject_id),
            counts={level: row.get(level.value, 0) for level in RatingLevel},
            blank=row.get(BLANK, 0),
        )
        for subject_id, row in rows.items()
    )


def ballot_facts(ballot_round: BallotRound) -> BallotFacts:
    """The numbers of a round: papers handed out, returned, valid, and one tally per subject."""
    issued = ballot_round.issues.count()
    if ballot_round.mode == BallotMode.PAPER:
        paper = ballot_round.paper_tally
        handed, returned, invalid, box = (
            paper.issued,
            paper.returned,
            paper.invalid,
            _paper_box(ballot_round),
        )
    else:
        handed, invalid, box = issued, 0, _box(ballot_round)
        returned = ballot_round.issues.filter(is_used=True).count()
    return BallotFacts(
        issued=handed,
        returned=returned,
        not_returned=handed - returned,
        valid=returned - invalid,
        invalid=invalid,
        summoned=ballot_round.summoned,
        attending=issued,
        subjects=box,
    )
