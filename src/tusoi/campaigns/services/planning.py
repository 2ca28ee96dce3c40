"""Lập kế hoạch: the plan's facts, its legal bases, timetable and procedures, while the campaign is a draft."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.utils import timezone

from tusoi.campaigns.enums import MilestoneStep, SubjectKind
from tusoi.campaigns.models import Campaign, LegalBasis, Milestone, Track
from tusoi.campaigns.selectors.checks import milestone_findings
from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import raise_blockers, refuse
from tusoi.core.names import clean
from tusoi.core.state import fire
from tusoi.org.models import Person, Unit
from tusoi.rulebook.form_choice import choices_on, criteria_forms_on
from tusoi.rulebook.parameters import UnknownParameter, overlay
from tusoi.rulebook.processes import CAMPAIGN
from tusoi.rulebook.rules.authority import NoAuthority, Procedure, procedures


class PlanFacts(TypedDict, total=False):
    """Thông tin của kế hoạch that may be filled in after the campaign is drafted."""

    overlay: str
    signer: Person | None
    signer_title: str
    superior_body: str
    plan_purpose: str
    plan_contents: str
    plan_organisation: str
    recipients: str


class PlanCorrections(PlanFacts, total=False):
    """Thông tin của kế hoạch được sửa."""

    title: str
    plan_number: str
    plan_date: date


def lock_draft(campaign: Campaign) -> Campaign:
    """The campaign, locked; refused once it is opened or withdrawn."""
    locked = Campaign.objects.select_for_update().get(pk=campaign.pk)
    if locked.state != "draft":
        raise refuse(
            "campaign.not-draft",
            f"{locked.title} không còn ở bước lập kế hoạch nên không sửa được nội dung này.",
            remedy="Kế hoạch đã mở chỉ thay đổi được mốc thời gian.",
        )
    return locked


@command("campaign.draft")
def draft_campaign(
    *,
    actor: Actor,
    at: datetime,
    body: Unit,
    title: str,
    review_year: int,
    plan_number: str,
    plan_date: date,
    **facts: Unpack[PlanFacts],
) -> Campaign:
    """Start a campaign from the facts of its plan."""
    Unit.objects.select_for_update().get(pk=body.pk)
    running = Campaign.objects.filter(
        body=body, review_year=review_year, state__in=["draft", "open"]
    ).first()
    if running is not None:
        raise refuse(
            "campaign.twice",
            f"{body.name} đã có đợt đánh giá năm {review_year}: {running.title}.",
            remedy="Tiếp tục đợt đó, hoặc rút kế hoạch cũ trước khi lập kế hoạch mới.",
        )
    campaign = Campaign(
        body=body,
        title=clean(title),
        review_year=review_year,
        plan_number=clean(plan_number),
        plan_date=plan_date,
        **facts,
    )
    _check_plan(campaign)
    campaign.save()
    return campaign


def _check_plan(campaign: Campaign) -> None:
    """Refuse a plan without title, of an impossible year, or naming local rules nobody has recorded."""
    if not campaign.title:
        raise refuse(
            "campaign.title",
            "Kế hoạch chưa có tên.",
            remedy="Ghi tên đợt đánh giá như trong kế hoạch.",
        )
    if campaign.plan_date.year not in {campaign.review_year, campaign.review_year + 1}:
        raise refuse(
            "campaign.plan-date",
            f"Kế hoạch ngày {campaign.plan_date:%d/%m/%Y} không thể là kế hoạch của năm đánh giá {campaign.review_year}.",
            remedy="Kế hoạch được ban hành trong năm đánh giá hoặc năm liền sau; kiểm tra lại ngày và năm.",
        )
    if campaign.overlay:
        _check_overlay(campaign.overlay)


def _check_overlay(name: str) -> None:
    try:
        overlay(name)
    except UnknownParameter:
        raise refuse(
            "campaign.overlay",
            "Chưa có bộ quy định riêng này trong sổ luật.",
            remedy="Chọn một bộ quy định trong danh sách.",
        ) from None


@command("campaign.correct_plan", target="campaign")
def correct_plan(
    *, actor: Actor, at: datetime, campaign: Campaign, **fields: Unpack[PlanCorrections]
) -> Campaign:
    """Change facts of the plan before it is opened."""
    locked = lock_draft(campaign)
    _fill(locked, fields)
    _check_plan(locked)
    locked.save(update_fields=list(fields))
    note(fields=sorted(fields))
    return locked


def _fill(campaign: Campaign, fields: PlanCorrections) -> None:
    for name, value in fields.items():
        setattr(campaign, name, value)


@command("campaign.set_legal_bases", target="campaign")
def set_legal_bases(
    *, actor: Actor, at: datetime, campaign: Campaign, texts: Iterable[str]
) -> list[LegalBasis]:
    """Replace the legal bases, in the order given; empty lines are left out."""
    locked = lock_draft(campaign)
    locked.legal_bases.all().delete()
    lines = [line for line in map(clean, texts) if line]
    return LegalBasis.objects.bulk_create(
        LegalBasis(campaign=locked, position=position, text=line)
        for position, line in enumerate(lines, start=1)
    )


@command("campaign.set_milestone", target="campaign")
def set_milestone(
    *,
    actor: Actor,
    at: datetime,
    campaign: Campaign,
    step: MilestoneStep | str,
    label: str,
    responsible: str,
    due_on: date,
    is_inclusive: bool,
) -> Milestone:
    """Set the deadline of one step; refused in the past, before the plan, or on a public holiday."""
    locked = Campaign.objects.select_for_update().get(pk=campaign.pk)
    if locked.state not in {"draft", "open"}:
        raise refuse(
            "campaign.over",
            f"{locked.title} đã kết thúc hoặc đã rút nên không đặt được mốc thời gian.",
            remedy="Chỉ đặt mốc thời gian cho đợt đang lập kế hoạch hoặc đang mở.",
        )
    milestone = locked.milestones.filter(step=step).first() or Milestone(
        campaign=locked, step=MilestoneStep(step)
    )
    milestone.label, milestone.responsible = clean(label), clean(responsible)
    milestone.due_on, milestone.is_inclusive = due_on, is_inclusive
    raise_blockers(milestone_findings(milestone, timezone.localdate(at)))
    milestone.save()
    note(step=str(step), due_on=due_on.isoformat())
    return milestone


@command("campaign.set_track", target="campaign")
def load_tracks(*, actor: Actor, at: datetime, campaign: Campaign) -> list[Track]:
    """Take over the procedures of the campaign's local plan, one per kind of subject."""
    locked = lock_draft(campaign)
    try:
        matrix = procedures(locked.overlay)
    except NoAuthority:
        raise refuse(
            "campaign.no-procedures",
            "Bộ quy định được chọn chưa có quy trình đánh giá cho từng nhóm đối tượng.",
            remedy="Chọn bộ quy định của địa phương, cơ quan ở bước “Thông tin kế hoạch”.",
        ) from None
    return [_set_track(locked, procedure) for procedure in matrix.values()]


def _set_track(campaign: Campaign, procedure: Procedure) -> Track:
    columns: dict[str, Any] = {
        "form_code": procedure.form,
        "criteria_form_code": procedure.criteria_form or "",
        "member_form_code": procedure.member_form or "",
        "is_in_plan": procedure.is_in_plan,
        "decided_above_by": procedure.decided_above_by,
        "review_place": procedure.review_place,
        "required_opinions": [role.value for role in procedure.opinions],
        "proposer": procedure.proposer or "",
        "decider": procedure.decider or "",
        "is_decided_here": procedure.is_decided_here,
        "cite": procedure.cite,
    }
    track, _ = Track.objects.update_or_create(
        campaign=campaign, kind=procedure.kind.value, defaults=columns
    )
    return track


@command("campaign.choose_form", target="campaign")
def choose_form(
    *,
    actor: Actor,
    at: datetime,
    campaign: Campaign,
    kind: SubjectKind | str,
    form_code: str,
    criteria_form_code: str = "",
) -> Track:
    """Give a kind of subject another form, of those in use on the day of the plan."""
    locked = lock_draft(campaign)
    track = locked.tracks.filter(kind=SubjectKind(kind)).first()
    if track is None:
        raise refuse(
            "campaign.no-track",
            f"Đợt chưa có quy trình cho nhóm “{SubjectKind(kind).label}”.",
            remedy="Lấy quy trình của bộ quy định trước khi chọn biểu mẫu.",
        )
    _refuse_unfit_form(locked, track, form_code, criteria_form_code)
    track.form_code, track.criteria_form_code = form_code, criteria_form_code
    track.save(update_fields=["form_code", "criteria_form_code"])
    note(kind=track.kind, form=form_code, criteria_form=criteria_form_code)
    return track


def _refuse_unfit_form(campaign: Campaign, track: Track, form_code: str, criteria: str) -> None:
    is_collective = SubjectKind(track.kind).is_collective
    main = choices_on(campaign.plan_date, is_collective=is_collective)
    sheets = criteria_forms_on(campaign.plan_date) if is_collective else ()
    fits = form_code in {each.code for each in main}
    if not fits or criteria not in {"", *(each.code for each in sheets)}:
        raise refuse(
            "campaign.unfit-form",
            f"Biểu mẫu đã chọn không dùng cho nhóm “{track}” vào ngày kế hoạch {campaign.plan_date:%d/%m/%Y}.",
            remedy="Chọn một biểu mẫu trong danh sách.",
        )


@command("campaign.withdraw", target="campaign")
def withdraw_campaign(*, actor: Actor, at: datetime, campaign: Campaign) -> Campaign:
    """Give up a plan that was never opened."""
    locked = lock_draft(campaign)
    fire(CAMPAIGN, locked, "withdraw", actor=actor, at=at)
    return locked
