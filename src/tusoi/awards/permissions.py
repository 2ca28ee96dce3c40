"""Ai được đăng ký, đề nghị, trình khen thưởng; ai được thấy gì."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from tusoi.awards.models import AwardDiscussion, AwardList, AwardNomination, AwardRegistration
from tusoi.campaigns.models import Campaign, Subject
from tusoi.core.actor import Actor
from tusoi.meetings.models import Meeting
from tusoi.org.enums import AssignmentKind, Role
from tusoi.org.models import Assignment, Collective, Person

WHOLE_BODY = frozenset(
    {Role.COORDINATOR, Role.DEPARTMENT_HEAD, Role.DEPARTMENT_LEADER, Role.SUPERVISOR}
)
OF_UNIT = frozenset({Role.UNIT_HEAD, Role.SECRETARY})


def runs_awards(actor: Actor, campaign: Campaign) -> bool:
    """The office of the body the campaign belongs to."""
    return actor.role == Role.COORDINATOR and actor.unit_id in (None, campaign.body_id)


def _works_in(person: Person, unit_id: int | None) -> bool:
    posts = Assignment.objects.filter(person=person, kind=AssignmentKind.MAIN, ends_on__isnull=True)
    return posts.filter(post__unit_id=unit_id).exists()


def may_register(actor: Actor, registrant: Person | Collective) -> bool:
    """Oneself; the own unit's people and collective for its head and secretary; everybody for the office."""
    if actor.role in OF_UNIT:
        if isinstance(registrant, Collective):
            return registrant.unit_id == actor.unit_id
        return _works_in(registrant, actor.unit_id)
    if actor.role == Role.INDIVIDUAL:
        return isinstance(registrant, Person) and registrant.pk == actor.person_id
    return actor.role == Role.COORDINATOR


def may_withdraw_registration(actor: Actor, registration: AwardRegistration) -> bool:
    if actor.role in OF_UNIT:
        return registration.unit_id == actor.unit_id
    if actor.role == Role.INDIVIDUAL:
        return registration.person_id is not None and registration.person_id == actor.person_id
    return actor.role == Role.COORDINATOR


def may_record_discussion(actor: Actor, meeting: Meeting) -> bool:
    """The unit that met; the office for every unit."""
    if actor.role in OF_UNIT:
        return meeting.unit_id == actor.unit_id
    return runs_awards(actor, meeting.campaign)


def may_nominate(actor: Actor, subject: Subject) -> bool:
    """The unit of the subject; the office for every unit."""
    if actor.role in OF_UNIT:
        return subject.unit_id == actor.unit_id
    return runs_awards(actor, subject.campaign)


def may_withdraw_nomination(actor: Actor, nomination: AwardNomination) -> bool:
    return may_nominate(actor, nomination.subject)


def may_sift(actor: Actor, nomination: AwardNomination) -> bool:
    """The office says what goes to the council."""
    return runs_awards(actor, nomination.subject.campaign)


def registrations_visible_to(actor: Actor) -> QuerySet[AwardRegistration]:
    """One's own, the own unit's, or all of them."""
    rows = AwardRegistration.objects.all()
    if actor.role in WHOLE_BODY:
        return rows
    if actor.role in OF_UNIT:
        return rows.filter(unit_id=actor.unit_id)
    return rows.filter(_own(actor, "")) if actor.role == Role.INDIVIDUAL else rows.none()


def nominations_visible_to(actor: Actor) -> QuerySet[AwardNomination]:
    """One's own, the own unit's, or all of them."""
    rows = AwardNomination.objects.all()
    if actor.role in WHOLE_BODY:
        return rows
    if actor.role in OF_UNIT:
        return rows.filter(subject__unit_id=actor.unit_id)
    return rows.filter(_own(actor, "subject__")) if actor.role == Role.INDIVIDUAL else rows.none()


def _own(actor: Actor, prefix: str) -> Q:
    """The person's own rows and those of the collectives he or she belongs to."""
    collectives = Collective.objects.filter(members__person_id=actor.person_id or 0)
    return Q(**{f"{prefix}person_id": actor.person_id or 0}) | Q(
        **{f"{prefix}collective__in": collectives.values("pk")}
    )


def discussions_visible_to(actor: Actor) -> QuerySet[AwardDiscussion]:
    """The own unit's, or all of them."""
    rows = AwardDiscussion.objects.all()
    if actor.role in WHOLE_BODY:
        return rows
    return rows.filter(meeting__unit_id=actor.unit_id) if actor.role in OF_UNIT else rows.none()


def lists_visible_to(actor: Actor) -> QuerySet[AwardList]:
    rows = AwardList.objects.all()
    return rows if actor.role in WHOLE_BODY else rows.none()
