"""Trình hội đồng thi đua, khen thưởng: the office sifts the nominations and sends one list with its note."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.timezone import localdate

from tusoi.awards.models import AwardList, AwardNomination
from tusoi.awards.permissions import may_sift, runs_awards
from tusoi.awards.selectors.nominations import findings_for_submit
from tusoi.awards.selectors.papers import list_paper, list_title
from tusoi.awards.services.locking import lock_nomination, lock_nominations
from tusoi.campaigns.models import Campaign
from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import raise_blockers, refuse
from tusoi.core.state import fire
from tusoi.decisions.services.locking import lock_campaign
from tusoi.documents.enums import PaperKind
from tusoi.documents.services.issuing import issue
from tusoi.documents.services.numbering import Stamp
from tusoi.documents.services.storing import Filing
from tusoi.officialdocs.wording import file_name
from tusoi.rulebook.processes import AWARD_NOMINATION


@command("award.decline", target="nomination", scope=may_sift)
def decline_nomination(
    *, actor: Actor, at: datetime, nomination: AwardNomination, reason: str
) -> AwardNomination:
    """Leave a nomination out of the list; the unit reads why."""
    locked = lock_nomination(nomination)
    if not reason.strip():
        raise refuse(
            "award.decline_reason",
            f"Chưa ghi lý do không trình {locked}.",
            remedy="Ghi lý do để đơn vị đề nghị biết.",
        )
    locked.closing_reason = reason.strip()
    locked.save(update_fields=["closing_reason"])
    fire(AWARD_NOMINATION, locked, "decline", actor=actor, at=at)
    return locked


@command("award.restore", target="nomination", scope=may_sift)
def restore_nomination(
    *, actor: Actor, at: datetime, nomination: AwardNomination
) -> AwardNomination:
    """Take a nomination that was left out back into consideration."""
    locked = lock_nomination(nomination)
    fire(AWARD_NOMINATION, locked, "restore", actor=actor, at=at)
    locked.closing_reason = ""
    locked.save(update_fields=["closing_reason"])
    return locked


@command("award.submit_list", target="campaign", scope=runs_awards)
def submit_list(
    *,
    actor: Actor,
    at: datetime,
    campaign: Campaign,
    nominations: Iterable[AwardNomination],
    council: str,
    stamp: Stamp | None = None,
) -> AwardList:
    """Send these nominations to the council: all or none, with the numbered note frozen as sent."""
    locked, rows = lock_campaign(campaign), lock_nominations(nominations)
    _check_rows(locked, rows)
    raise_blockers(findings_for_submit(locked, rows))
    given = stamp or Stamp(dated=localdate(at))
    made = AwardList.objects.create(
        campaign=locked,
        council=council.strip(),
        submitted_on=given.dated,
        made_at=at,
        made_by_id=actor.person_id,
    )
    _send(rows, made, actor=actor, at=at)
    _freeze(made, given, actor=actor, at=at)
    note(count=len(rows))
    return made


def _check_rows(campaign: Campaign, rows: list[AwardNomination]) -> None:
    if not rows:
        raise refuse(
            "award.empty_list",
            "Chưa chọn đề nghị nào để trình hội đồng.",
            remedy="Chọn ít nhất một đề nghị trong danh sách.",
        )
    if any(row.subject.campaign_id != campaign.pk for row in rows):
        raise refuse(
            "award.foreign_list",
            f"Danh sách có đề nghị không thuộc {campaign}.",
            remedy="Chọn lại các đề nghị của đợt này.",
        )


def _send(rows: list[AwardNomination], made: AwardList, *, actor: Actor, at: datetime) -> None:
    for row in rows:
        row.award_list = made
        row.save(update_fields=["award_list"])
        fire(AWARD_NOMINATION, row, "submit", actor=actor, at=at)


def _freeze(made: AwardList, stamp: Stamp, *, actor: Actor, at: datetime) -> None:
    filing = Filing(
        kind=PaperKind.AWARD_SUBMISSION,
        title=list_title(made),
        file_name=file_name(list_title(made)),
        owner=made,
        issuer=made.campaign.body,
    )
    issue(filing, list_paper(made), stamp, actor=actor, at=at)
