"""Thông báo: who must be told of a decision, who has read it, what a recipient reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from tusoi.campaigns.models import Campaign
from tusoi.core.actor import Actor
from tusoi.decisions.enums import NoticeKind
from tusoi.decisions.models import Classification, Decision, Notice
from tusoi.decisions.permissions import decisions_visible_to, notices_visible_to
from tusoi.org.enums import Leadership
from tusoi.org.models import Assignment, CollectiveMember
from tusoi.org.selectors.actors import in_force
from tusoi.rulebook.findings import Finding, Severity


def notices_of(decision: Decision, rows: Sequence[Classification], at: datetime) -> list[Notice]:
    """The notices to make: the subject, and the head of the unit that manages the subject."""
    heads = _heads(decision)
    members = _collective_heads(rows, decision)
    found = []
    for row in rows:
        subject = row.subject
        own = subject.person_id or members.get(subject.collective_id)
        manager = _manager(row, own, heads)
        for kind, person_id in ((NoticeKind.SUBJECT, own), (NoticeKind.MANAGER, manager)):
            if person_id is not None:
                found.append(
                    Notice(
                        subject=subject,
                        decision=decision,
                        recipient_id=person_id,
                        kind=kind,
                        sent_at=at,
                    )
                )
    return found


def _heads(decision: Decision) -> dict[int, int]:
    """Unit → person who heads it on the day of the decision."""
    rows = Assignment.objects.filter(in_force(decision.signed_on), post__leadership=Leadership.HEAD)
    return dict(rows.order_by("-is_acting").values_list("post__unit_id", "person_id"))


def _collective_heads(rows: Sequence[Classification], decision: Decision) -> dict[int | None, int]:
    members = CollectiveMember.objects.filter(
        in_force(decision.signed_on),
        is_head=True,
        collective__in=[row.subject.collective_id for row in rows],
    )
    return dict(members.values_list("collective_id", "person_id"))


def _manager(row: Classification, own: int | None, heads: dict[int, int]) -> int | None:
    """The head of the subject's unit; for that head, the head of the unit above."""
    unit = row.subject.unit
    nearest = heads.get(unit.pk)
    return heads.get(unit.parent_id) if nearest == own and unit.parent_id else nearest


def blockers_for_notify(decision: Decision, rows: Iterable[Classification]) -> list[Finding]:
    """Something left to tell."""
    if list(rows):
        return []
    return [
        Finding(
            "notice.sent",
            Severity.BLOCKS,
            f"Kết quả theo {decision} đã được thông báo đến tất cả đối tượng.",
            remedy="Theo dõi việc xác nhận đã nhận thông báo trong danh sách.",
        )
    ]


def decision_list(actor: Actor, campaign: Campaign) -> QuerySet[Decision]:
    """Decisions the actor may see, with how many were told and have read."""
    rows = decisions_visible_to(actor).filter(campaign=campaign).select_related("issuer", "signer")
    return rows.order_by("-signed_on", "-pk").annotate(
        subjects=Count("classifications", distinct=True),
        waiting=Count("classifications", filter=Q(classifications__state="decided"), distinct=True),
        sent=Count("notices", distinct=True),
        read=Count("notices", filter=Q(notices__read_at__isnull=False), distinct=True),
    )


def notice_list(actor: Actor, campaign: Campaign) -> QuerySet[Notice]:
    rows = notices_visible_to(actor).filter(decision__campaign=campaign)
    return rows.select_related("subject__unit", "recipient", "decision")


def own_notices(actor: Actor) -> QuerySet[Notice]:
    """Every notice addressed to the person, the newest first."""
    rows = (
        Notice.objects.filter(recipient_id=actor.person_id)
        if actor.person_id
        else Notice.objects.none()
    )
    return rows.select_related(
        "subject__classification__decision__issuer", "subject__unit", "decision__campaign"
    )
