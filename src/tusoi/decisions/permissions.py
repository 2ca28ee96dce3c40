"""Ai được làm gì, được thấy gì trong việc xếp loại."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from tusoi.campaigns.models import Campaign, Subject
from tusoi.core.actor import Actor
from tusoi.decisions.enums import OpinionSource
from tusoi.decisions.models import Classification, Decision, Notice, OpinionRequest
from tusoi.meetings.models import AgendaItem
from tusoi.org.enums import Role

WHOLE_BODY = frozenset(
    {Role.COORDINATOR, Role.DEPARTMENT_HEAD, Role.DEPARTMENT_LEADER, Role.SUPERVISOR}
)


def runs_campaign(actor: Actor, campaign: Campaign) -> bool:
    """The office of the body the campaign belongs to."""
    return actor.unit_id in (None, campaign.body_id)


def may_appraise(actor: Actor, classification: Classification) -> bool:
    return runs_campaign(actor, classification.subject.campaign)


def may_order_again(actor: Actor, item: AgendaItem) -> bool:
    return runs_campaign(actor, item.meeting.campaign)


def may_withdraw_request(actor: Actor, request: OpinionRequest) -> bool:
    return runs_campaign(actor, request.subject.campaign)


def may_give_opinion(actor: Actor, request: OpinionRequest) -> bool:
    """The body that was asked, and no other."""
    match request.source:
        case OpinionSource.PARTY_COMMITTEE:
            return actor.role == Role.PARTY_COMMITTEE
        case OpinionSource.PARTY_CELL:
            return actor.role == Role.PARTY_CELL and actor.cell_id == request.cell_id
        case _:
            heads = {Role.UNIT_HEAD, Role.DEPARTMENT_HEAD}
            return actor.role in heads and actor.unit_id == request.unit_id


def may_propose(actor: Actor, classification: Classification) -> bool:
    """The proposer whom the plan names for this kind of subject; a head only for the own unit."""
    subject = classification.subject
    if actor.role != subject.track.proposer:
        return False
    return actor.role == Role.COORDINATOR or actor.unit_id == subject.unit_id


def is_competent(actor: Actor, classification: Classification) -> bool:
    """The decider whom the plan names for this kind of subject; a head only for the own unit."""
    subject = classification.subject
    if not subject.track.is_decided_here or actor.role != subject.track.decider:
        return False
    if actor.role == Role.DEPARTMENT_HEAD:
        return actor.unit_id == subject.campaign.body_id
    return actor.unit_id == subject.unit_id


def decides_in(actor: Actor, campaign: Campaign) -> bool:
    """Some track of the campaign names the actor's role as decider; rows are checked one by one."""
    return campaign.tracks.filter(decider=actor.role, is_decided_here=True).exists()


def may_notify(actor: Actor, decision: Decision) -> bool:
    """The office for decisions of the body, the head for decisions of the own unit."""
    if actor.role == Role.COORDINATOR:
        return runs_campaign(actor, decision.campaign)
    return actor.unit_id == decision.issuer_id


def is_recipient(actor: Actor, notice: Notice) -> bool:
    return actor.person_id is not None and actor.person_id == notice.recipient_id


def classifications_visible_to(actor: Actor) -> QuerySet[Classification]:
    """The board's rows: everyone for those who compare the whole body, own staff for a head who proposes or decides."""
    rows = Classification.objects.all()
    if actor.role in WHOLE_BODY:
        return rows
    if actor.role == Role.UNIT_HEAD:
        is_mine = Q(subject__track__proposer=Role.UNIT_HEAD) | Q(
            subject__track__decider=Role.UNIT_HEAD
        )
        return rows.filter(is_mine, subject__unit_id=actor.unit_id)
    return rows.none()


def dossiers_visible_to(actor: Actor) -> QuerySet[Subject]:
    """Subjects of opened campaigns: all for those who oversee the body, the own unit's for its head."""
    rows = Subject.objects.filter(campaign__state__in=["open", "closed"])
    if actor.role in WHOLE_BODY:
        return rows
    return rows.filter(unit_id=actor.unit_id) if actor.role == Role.UNIT_HEAD else rows.none()


def opinion_requests_visible_to(actor: Actor) -> QuerySet[OpinionRequest]:
    """All of them for the office and supervision; those put to oneself for the bodies asked."""
    rows = OpinionRequest.objects.all()
    match actor.role:
        case Role.COORDINATOR | Role.SUPERVISOR:
            return rows
        case Role.PARTY_COMMITTEE:
            return rows.filter(source=OpinionSource.PARTY_COMMITTEE)
        case Role.PARTY_CELL:
            return rows.filter(source=OpinionSource.PARTY_CELL, cell_id=actor.cell_id)
        case Role.UNIT_HEAD:
            return rows.filter(source=OpinionSource.FORMER_UNIT, unit_id=actor.unit_id)
        case _:
            return rows.none()


def decisions_visible_to(actor: Actor) -> QuerySet[Decision]:
    rows = Decision.objects.all()
    if actor.role in WHOLE_BODY:
        return rows
    return rows.filter(issuer_id=actor.unit_id) if actor.role == Role.UNIT_HEAD else rows.none()


def notices_visible_to(actor: Actor) -> QuerySet[Notice]:
    """One's own notices; the office sees who has read theirs."""
    rows = Notice.objects.all()
    if actor.role in {Role.COORDINATOR, Role.SUPERVISOR}:
        return rows
    return rows.filter(recipient_id=actor.person_id) if actor.person_id else rows.none()


def may_submit(actor: Actor, campaign: Campaign) -> bool:
    """The office submits the proposals of the whole body."""
    return actor.role == Role.COORDINATOR and runs_campaign(actor, campaign)


def may_complete(actor: Actor, owner: Campaign | Subject) -> bool:
    """The office for every paper of its campaigns; a head for papers about the own unit."""
    if actor.role == Role.COORDINATOR:
        return runs_campaign(actor, owner.campaign if isinstance(owner, Subject) else owner)
    return isinstance(owner, Subject) and actor.unit_id == owner.unit_id
