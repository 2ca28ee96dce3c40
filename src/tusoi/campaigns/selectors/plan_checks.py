"""Kiểm tra dữ liệu trước khi mở đợt: every fault of the plan and of the organisation behind it, with the place to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import reduce
from itertools import chain
from operator import or_

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from tusoi.campaigns.enums import MilestoneStep, Standing, SubjectKind
from tusoi.campaigns.facts import UNSETTLED, UNSETTLED_PLACE, deadline_facts, law_of
from tusoi.campaigns.models import Campaign, Milestone, Subject
from tusoi.campaigns.selectors.enrolment import posts_of_kind, track_of
from tusoi.org.enums import AssignmentKind, Role
from tusoi.org.models import Assignment, Collective, CollectiveMember, Unit
from tusoi.org.selectors.actors import in_force
from tusoi.org.selectors.units import subtree
from tusoi.rulebook import Finding, Severity
from tusoi.rulebook.calendar import work_calendar
from tusoi.rulebook.rules.deadlines import last_day, plan_findings

_NAMED = 20
_PLAN_TEXTS = {
    "plan_purpose": "Mục đích, yêu cầu",
    "plan_contents": "Nội dung kiểm điểm",
    "plan_organisation": "Tổ chức thực hiện",
    "recipients": "Nơi nhận",
}


def _fault(
    severity: Severity, rule: str, message: str, remedy: str, url_name: str, *url_args: int
) -> Finding:
    """A finding that leads to the page where it is mended."""
    return Finding(
        rule,
        severity,
        message,
        remedy=remedy,
        data={"url_name": url_name, "url_args": list(url_args)},
    )


def milestone_findings(milestone: Milestone, day: date) -> list[Finding]:
    """Whether a deadline can be kept at all: not past, not before the plan, not on a holiday."""
    campaign = milestone.campaign
    last = last_day(milestone.due_on, inclusive=milestone.is_inclusive)
    place = ("hr:campaign_milestones", campaign.pk)
    calendar, name = work_calendar(), f"“{milestone.label}”"
    findings = []
    if last < campaign.plan_date:
        text = f"{name} phải xong ngày {last:%d/%m/%Y}, trước ngày của kế hoạch ({campaign.plan_date:%d/%m/%Y})."
        findings.append(
            _fault(
                Severity.BLOCKS,
                "milestone.before-plan",
                text,
                "Chọn một ngày sau ngày kế hoạch.",
                *place,
            )
        )
    elif last < day:
        text = f"{name} có hạn cuối {last:%d/%m/%Y} đã qua."
        findings.append(
            _fault(
                Severity.BLOCKS, "milestone.past", text, "Chọn một ngày còn ở phía trước.", *place
            )
        )
    if holiday := calendar.holiday_name(last):
        text = f"{name} có hạn cuối {last:%d/%m/%Y} đúng ngày nghỉ lễ ({holiday})."
        findings.append(
            _fault(Severity.BLOCKS, "milestone.holiday", text, "Chọn một ngày làm việc.", *place)
        )
    elif not calendar.is_working(last):
        text = f"{name} có hạn cuối {last:%d/%m/%Y} không phải ngày làm việc."
        findings.append(
            _fault(
                Severity.WARNS,
                "milestone.weekend",
                text,
                "Hoàn thành vào ngày làm việc liền trước.",
                *place,
            )
        )
    if milestone.step == MilestoneStep.DECISIONS:
        findings += plan_findings(deadline_facts(milestone), law_of(campaign))
    return findings


def _plan_faults(campaign: Campaign) -> Iterator[Finding]:
    place = ("hr:campaign_plan", campaign.pk)
    if not campaign.plan_number:
        yield _fault(
            Severity.WARNS,
            "plan.number",
            "Kế hoạch chưa có số.",
            "Ghi số khi kế hoạch được ban hành.",
            *place,
        )
    if campaign.signer_id is None:
        yield _fault(
            Severity.WARNS,
            "plan.signer",
            "Kế hoạch chưa ghi người ký.",
            "Chọn người ký kế hoạch.",
            *place,
        )
    for field, label in _PLAN_TEXTS.items():
        if not getattr(campaign, field).strip():
            yield _fault(
                Severity.WARNS,
                f"plan.{field}",
                f"Kế hoạch chưa có phần “{label}”.",
                "Viết phần này của kế hoạch.",
                *place,
            )
    if not campaign.legal_bases.exists():
        text, remedy = (
            "Kế hoạch chưa nêu căn cứ pháp lý nào.",
            "Ghi các văn bản mà kế hoạch dựa vào.",
        )
        yield _fault(
            Severity.BLOCKS, "plan.no-bases", text, remedy, "hr:campaign_bases", campaign.pk
        )


def _milestone_faults(campaign: Campaign, day: date) -> Iterator[Finding]:
    milestones = list(campaign.milestones.select_related("campaign"))
    needed = {MilestoneStep.UNIT_REVIEWS, MilestoneStep.DECISIONS} - {
        MilestoneStep(m.step) for m in milestones
    }
    for step in sorted(needed):
        text, remedy = (
            f"Chưa có mốc thời gian “{step.label}”.",
            "Đặt thời hạn của bước này theo kế hoạch.",
        )
        yield _fault(
            Severity.BLOCKS,
            "plan.no-milestone",
            text,
            remedy,
            "hr:campaign_milestones",
            campaign.pk,
        )
    yield from chain.from_iterable(milestone_findings(milestone, day) for milestone in milestones)


def _outside_the_plan(campaign: Campaign) -> Q:
    """Assignments of the kinds that the plan leaves out."""
    tracks = {SubjectKind(track.kind): track for track in campaign.tracks.all()}
    left_out = (
        kind
        for kind in SubjectKind
        if not kind.is_collective
        and (track := track_of(tracks, kind)) is not None
        and not track.is_in_plan
    )
    return reduce(or_, map(posts_of_kind, left_out), Q(pk__in=[]))


def people_left_out(campaign: Campaign, day: date) -> QuerySet[Assignment]:
    """Main posts in the body on `day` whose holder stands on no list, though the plan is about them."""
    enrolled = Subject.objects.filter(campaign=campaign, person__isnull=False).values("person_id")
    posts = Assignment.objects.filter(
        in_force(day), kind=AssignmentKind.MAIN, post__unit__in=subtree(campaign.body)
    )
    return (
        posts.exclude(person__in=enrolled)
        .exclude(_outside_the_plan(campaign))
        .select_related("person", "post__unit")
        .order_by("post__unit__path", "person__sort_key")
    )


def _subject_faults(campaign: Campaign, day: date) -> Iterator[Finding]:
    place = ("hr:campaign_subjects", campaign.pk)
    if not campaign.tracks.exists():
        text, remedy = (
            "Chưa có quy trình đánh giá cho các nhóm đối tượng.",
            "Lấy quy trình của bộ quy định đã chọn.",
        )
        yield _fault(
            Severity.BLOCKS, "plan.no-tracks", text, remedy, "hr:campaign_tracks", campaign.pk
        )
    if not campaign.subjects.exists():
        yield _fault(
            Severity.BLOCKS,
            "plan.no-subjects",
            "Chưa lập danh sách đối tượng.",
            "Lập danh sách đối tượng.",
            *place,
        )
        return
    for assignment in people_left_out(campaign, day)[:_NAMED]:
        text = f"{assignment.person} ({assignment.post}) chưa có trong danh sách đối tượng."
        yield _fault(
            Severity.BLOCKS, "subjects.left-out", text, "Lập lại danh sách đối tượng.", *place
        )
    unsettled = campaign.subjects.filter(facts__has_key=UNSETTLED, standing_is_manual=False)
    for subject in unsettled[:_NAMED]:
        text = f"{subject} giữ các chức vụ tương đương, chưa xác định được nơi xếp loại."
        yield _fault(
            Severity.WARNS,
            "subjects.unsettled",
            text,
            "Xác định diện đánh giá và nêu lý do.",
            "hr:subject",
            subject.pk,
        )
    yield from _unplaced(campaign)


def _unplaced(campaign: Campaign) -> Iterator[Finding]:
    """Subjects whose place of review the rules cannot tell."""
    unplaced = campaign.subjects.filter(facts__has_key=UNSETTLED_PLACE)
    for subject in unplaced[:_NAMED]:
        yield _fault(
            Severity.WARNS,
            "subjects.unplaced",
            f"{subject}: {subject.facts[UNSETTLED_PLACE]}",
            "Xác định nơi kiểm điểm và nêu lý do.",
            "hr:subject",
            subject.pk,
        )


def _cell_faults(campaign: Campaign) -> Iterator[Finding]:
    """Subjects on whom a Party cell must be heard, though none is recorded."""
    without_cell = campaign.subjects.filter(
        standing=Standing.RATED_HERE,
        person__party_joined_on__isnull=False,
        cell__isnull=True,
        track__required_opinions__contains=[Role.PARTY_CELL],
    )
    for subject in without_cell[:_NAMED]:
        text = f"{subject} là đảng viên nhưng chưa ghi chi bộ để lấy ý kiến."
        yield _fault(
            Severity.BLOCKS,
            "subjects.no-cell",
            text,
            "Ghi chi bộ nơi sinh hoạt, rồi lập lại danh sách.",
            "hr:people",
        )


def _organisation_faults(campaign: Campaign, day: date) -> Iterator[Finding]:
    in_post = Q(in_force(day, "posts__assignments__"), posts__assignments__kind=AssignmentKind.MAIN)
    units = Unit.objects.filter(path__startswith=campaign.body.path).annotate(
        people=Count("posts__assignments", filter=in_post)
    )
    for unit in units.filter(people__gt=0, collectives__isnull=True):
        text, remedy = (
            f"{unit} chưa có tập thể lãnh đạo được kiểm điểm.",
            "Ghi tập thể lãnh đạo của đơn vị.",
        )
        yield _fault(Severity.WARNS, "org.no-collective", text, remedy, "hr:units")
    heads = CollectiveMember.objects.filter(in_force(day), collective=OuterRef("pk"), is_head=True)
    for collective in Collective.objects.filter(~Exists(heads), unit__in=subtree(campaign.body)):
        text, remedy = (
            f"{collective} chưa có người đứng đầu.",
            "Ghi người đứng đầu hoặc người phụ trách.",
        )
        yield _fault(Severity.BLOCKS, "org.no-head", text, remedy, "hr:units")
    without_account = campaign.subjects.filter(
        person__isnull=False, person__user__isnull=True
    ).count()
    if without_account:
        text, remedy = (
            f"{without_account} người chưa có tài khoản để viết bản kiểm điểm.",
            "Cấp đường dẫn kích hoạt tài khoản.",
        )
        yield _fault(Severity.WARNS, "org.no-account", text, remedy, "hr:people")


def data_check(campaign: Campaign, day: date) -> list[Finding]:
    """Every fault that opening would carry into the season, the plan's first."""
    return [
        *_plan_faults(campaign),
        *_milestone_faults(campaign, day),
        *_subject_faults(campaign, day),
        *_cell_faults(campaign),
        *_organisation_faults(campaign, day),
    ]
