"""Phân công dự, chỉ đạo kiểm điểm: assigned, ended, and what the member of the upper level found."""

from __future__ import annotations

from datetime import datetime

from django.utils.timezone import localdate

from tusoi.campaigns.models import Campaign, Supervision
from tusoi.campaigns.permissions import is_supervisor
from tusoi.campaigns.selectors import supervisions as checks
from tusoi.campaigns.selectors.checks import campaign_is_open
from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import raise_blockers, refuse
from tusoi.core.names import clean
from tusoi.org.models import Person, Unit


def _lock(supervision: Supervision) -> Supervision:
    rows = Supervision.objects.select_for_update(of=("self",)).select_related("campaign", "unit")
    locked = rows.get(pk=supervision.pk)
    raise_blockers(campaign_is_open(locked.campaign))
    return locked


def assign(
    *,
    actor: Actor,
    at: datetime,
    campaign: Campaign,
    unit: Unit,
    person: Person,
    document: str = "",
) -> Supervision:
    """A member of the upper level is to attend and direct the review of a unit; part of `supervision.assign`."""
    raise_blockers(campaign_is_open(campaign))
    raise_blockers(checks.blockers_for_assign(campaign, unit, person, localdate(at)))
    supervision = Supervision.objects.create(
        campaign=campaign,
        unit=unit,
        person=person,
        document=clean(document),
        assigned_at=at,
        assigned_by_id=actor.person_id,
    )
    note(supervision=supervision.pk, unit=unit.pk, person=person.pk)
    return supervision


def end(*, at: datetime, supervision: Supervision) -> Supervision:
    """End an assignment; findings that were recorded keep it. Part of `supervision.end`."""
    locked = _lock(supervision)
    if locked.ended_at is not None or locked.recorded_at is not None:
        raise refuse(
            "supervision.over",
            "Việc phân công này đã kết thúc hoặc đã có nhận xét sau hội nghị.",
            remedy="Giữ nguyên phân công để lưu nhận xét; phân công thêm người khác nếu cần.",
        )
    locked.ended_at = at
    locked.save(update_fields=["ended_at"])
    return locked


@command("supervision.record", target="supervision", scope=is_supervisor)
def record_findings(
    *, actor: Actor, at: datetime, supervision: Supervision, findings: str, is_satisfactory: bool
) -> Supervision:
    """Write down after the meeting whether the review was satisfactory, and why."""
    locked, text = _lock(supervision), findings.strip()
    raise_blockers(checks.blockers_for_findings(locked, text))
    note(earlier=locked.findings, is_satisfactory=is_satisfactory)
    locked.findings, locked.is_satisfactory, locked.recorded_at = text, is_satisfactory, at
    locked.save(update_fields=["findings", "is_satisfactory", "recorded_at"])
    return locked
