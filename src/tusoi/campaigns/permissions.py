"""Ai được thấy, được viết: scopes of the commands and querysets of what an actor may see."""

from __future__ import annotations

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import StrIndex

from tusoi.campaigns.enums import SubjectKind
from tusoi.campaigns.models import (
    CirculationReceipt,
    Comment,
    Review,
    Subject,
    SubjectPlace,
    Suggestion,
    SuggestionOpinion,
    Supervision,
)
from tusoi.core.actor import Actor
from tusoi.org.enums import Role
from tusoi.org.models import Collective

_WHOLE_BODY = frozenset(
    {Role.COORDINATOR, Role.DEPARTMENT_HEAD, Role.DEPARTMENT_LEADER, Role.SUPERVISOR}
)
_WHOLE_UNIT = frozenset({Role.UNIT_HEAD, Role.SECRETARY, Role.CHAIR})
LAID_BEFORE_MEETING = ("circulated", "discussed", "final")
_OF_UNIT_COLLECTIVE = frozenset({Role.UNIT_HEAD, Role.UNIT_DEPUTY, Role.SECRETARY})
_OF_BODY_COLLECTIVE = frozenset({Role.DEPARTMENT_HEAD, Role.DEPARTMENT_LEADER, Role.COORDINATOR})


def _own_collectives(actor: Actor) -> QuerySet[Collective]:
    """Collectives the person belongs to; past members keep sight of what they took part in."""
    return Collective.objects.filter(members__person_id=actor.person_id)


def reviewed_in_cell(cell_id: int | None) -> Q:
    """Subjects whose review as such is held in this Party cell; others send theirs to the members."""
    places = SubjectPlace.objects.filter(cell_id=cell_id, is_main=True)
    return Q(pk__in=places.values("subject_id")) if cell_id else Q(pk__in=())


def _visible(actor: Actor) -> Q | None:
    """Which subjects the role acted in may see; None where it sees none."""
    role = actor.role
    if role in _WHOLE_BODY:
        return Q()
    if role in _WHOLE_UNIT:
        return Q(unit_id=actor.unit_id)
    return {
        Role.UNIT_DEPUTY: Q(unit_id=actor.unit_id, collective__isnull=False),
        Role.INDIVIDUAL: Q(person_id=actor.person_id) | Q(collective__in=_own_collectives(actor)),
        Role.PARTY_CELL: Q(
            cell_id=actor.cell_id, track__required_opinions__contains=[Role.PARTY_CELL]
        )
        | reviewed_in_cell(actor.cell_id),
        Role.PARTY_COMMITTEE: Q(track__required_opinions__contains=[Role.PARTY_COMMITTEE]),
    }.get(role)


def subjects_visible_to(actor: Actor) -> QuerySet[Subject]:
    """Subjects whose name and progress the actor may see."""
    visible = _visible(actor)
    return Subject.objects.none() if visible is None else Subject.objects.filter(visible)


def reviews_visible_to(actor: Actor) -> QuerySet[Review]:
    """Reviews whose content the actor may read.

    Before it is handed in, a personal review is read by nobody but its writer.
    """
    if actor.role == Role.TECHNICAL_ADMIN:
        return Review.objects.none()
    received = CirculationReceipt.objects.filter(person_id=actor.person_id).values(
        "circulation__review_id"
    )
    in_sight = Q(subject__in=subjects_visible_to(actor))
    own = Q(subject__person_id=actor.person_id)
    handed_in = ~Q(state="drafting") | Q(subject__collective__isnull=False)
    supervised = Q(subject__in=supervised_subjects(actor), state__in=LAID_BEFORE_MEETING)
    return Review.objects.filter((in_sight & handed_in) | own | Q(pk__in=received) | supervised)


def supervised_subjects(actor: Actor) -> QuerySet[Subject]:
    """Subjects of the units whose review the person was assigned to attend and direct."""
    assigned = Supervision.objects.filter(
        person_id=actor.person_id, ended_at__isnull=True, campaign=OuterRef("campaign")
    ).alias(below=StrIndex(OuterRef("unit__path"), F("unit__path")))
    return Subject.objects.filter(Exists(assigned.filter(below=1)))


def suggestions_visible_to(actor: Actor) -> QuerySet[Suggestion]:
    """Suggestions on subjects in sight or under one's direction, and on whose draft one received."""
    if actor.role == Role.TECHNICAL_ADMIN:
        return Suggestion.objects.none()
    received = CirculationReceipt.objects.filter(person_id=actor.person_id)
    return Suggestion.objects.filter(
        Q(subject__in=subjects_visible_to(actor))
        | Q(subject__person_id=actor.person_id)
        | Q(subject__in=supervised_subjects(actor))
        | Q(subject__review__in=received.values("circulation__review_id"))
    )


def may_write(actor: Actor, review: Review) -> bool:
    """One's own personal review; a collective's report by those who lead it or keep its papers."""
    subject = review.subject
    if not subject.is_collective:
        return actor.role == Role.INDIVIDUAL and subject.person_id == actor.person_id
    if (
        subject.track.kind == SubjectKind.DEPARTMENT_COLLECTIVE
        and actor.role in _OF_BODY_COLLECTIVE
    ):
        return True
    return actor.role in _OF_UNIT_COLLECTIVE and subject.unit_id == actor.unit_id


def may_handle(actor: Actor, review: Review) -> bool:
    """Return or circulate: the head or secretary of the subject's unit, the office for the whole body."""
    return actor.role == Role.COORDINATOR or (
        actor.role in {Role.UNIT_HEAD, Role.SECRETARY} and review.subject.unit_id == actor.unit_id
    )


def may_answer(actor: Actor, suggestion: Suggestion) -> bool:
    return may_write(actor, suggestion.subject.review)


def may_opine(actor: Actor, opinion: SuggestionOpinion) -> bool:
    """The head of the unit that was asked."""
    return opinion.unit_id == actor.unit_id


def is_supervisor(actor: Actor, supervision: Supervision) -> bool:
    return supervision.person_id == actor.person_id


def may_send_to_cell(actor: Actor, review: Review) -> bool:
    """The writer, the cell where the review is laid before the members, the office."""
    if actor.role == Role.PARTY_CELL:
        places = review.subject.places.filter(cell_id=actor.cell_id, is_report_only=False)
        return actor.cell_id is not None and places.exists()
    return actor.role == Role.COORDINATOR or may_write(actor, review)


def may_comment(actor: Actor, review: Review) -> bool:
    """Whoever received the draft."""
    return CirculationReceipt.objects.filter(
        circulation__review=review, person_id=actor.person_id
    ).exists()


def may_respond(actor: Actor, comment: Comment) -> bool:
    return may_write(actor, comment.review)


def is_recipient(actor: Actor, receipt: CirculationReceipt) -> bool:
    return receipt.person_id == actor.person_id
