"""Phòng họp: in which roles a person takes part in a meeting; the only place that mints them."""

from __future__ import annotations

from tusoi.core.actor import Actor
from tusoi.meetings.enums import Role
from tusoi.meetings.models import Meeting
from tusoi.meetings.models.ballot import BallotRound
from tusoi.meetings.permissions import acting_chair_id


def room_actor(actor: Actor, meeting: Meeting) -> Actor:
    """The actor as chair or secretary of the meeting; unchanged for everybody else in the room.

    While the chair is under review, the deputy who conducts that item is the chair.
    """
    if actor.person_id is None or actor.role == Role.TECHNICAL_ADMIN:
        return actor
    if actor.person_id == acting_chair_id(meeting):
        return actor.acting_as(Role.CHAIR, unit_id=meeting.unit_id)
    if actor.person_id == meeting.secretary_id:
        return actor.acting_as(Role.SECRETARY, unit_id=meeting.unit_id)
    return actor


def preparing_actor(actor: Actor, meeting: Meeting) -> Actor:
    """Who prepares the meeting: its secretary as such, everybody else in the role acted in."""
    room = room_actor(actor, meeting)
    return room if room.role == Role.SECRETARY else actor


def panel_actor(actor: Actor, ballot_round: BallotRound) -> Actor:
    """The actor as member of the counting panel; else as in the room."""
    if ballot_round.panel.filter(person_id=actor.person_id).exists():
        return actor.acting_as(Role.COUNTING_PANEL, unit_id=ballot_round.meeting.unit_id)
    return room_actor(actor, ballot_round.meeting)


def voter_actor(actor: Actor) -> Actor:
    """Everybody votes as himself or herself, whatever role is being acted in."""
    return actor.acting_as(Role.INDIVIDUAL)
