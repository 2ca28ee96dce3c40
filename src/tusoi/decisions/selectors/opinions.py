"""Lấy ý kiến: what must be asked of whom, what has been asked, what stands in the way of asking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.db.models import Count, F, Func, IntegerField, Q, QuerySet

from tusoi.campaigns.enums import Standing
from tusoi.campaigns.facts import law_of, person_facts
from tusoi.campaigns.models import Campaign, Subject
from tusoi.core.actor import Actor
from tusoi.core.names import fold
from tusoi.decisions.enums import OpinionSource
from tusoi.decisions.models import OpinionRequest
from tusoi.decisions.permissions import opinion_requests_visible_to
from tusoi.org.models import PartyCell
from tusoi.rulebook.calendar import work_calendar
from tusoi.rulebook.findings import Finding, Severity
from tusoi.rulebook.parameters import LawAt
from tusoi.rulebook.rules import eligibility


def opinion_list(actor: Actor, campaign: Campaign) -> QuerySet[OpinionRequest]:
    """The requests of a campaign that the actor may see, with what a table shows."""
    rows = opinion_requests_visible_to(actor).filter(subject__campaign=campaign)
    return rows.select_related(
        "subject__unit", "subject__review", "subject__track", "cell", "unit", "given_by"
    )


def filtered(
    rows: QuerySet[OpinionRequest], q: str = "", noi: str = "", trang_thai: str = ""
) -> QuerySet[OpinionRequest]:
    """The requests by name of the subject, body asked and state."""
    rows = rows.filter(subject__search_name__contains=fold(q)) if q else rows
    rows = rows.filter(source=noi) if noi else rows
    return rows.filter(state=trang_thai) if trang_thai else rows


def subjects_to_consult(campaign: Campaign) -> list[Subject]:
    """Rated subjects about whom a required opinion has not been asked for yet."""
    asked = Count("opinion_requests", filter=~Q(opinion_requests__state="withdrawn"), distinct=True)
    needed = Func(
        F("track__required_opinions"), function="jsonb_array_length", output_field=IntegerField()
    )
    rows = campaign.subjects.exclude(standing=Standing.NOT_RATED).annotate(
        asked=asked, needed=needed
    )
    moved, concurrent = Q(former_unit__isnull=False), Q(places__is_report_only=True)
    candidates = list(_with_needs(rows.filter(Q(asked__lt=F("needed")) | moved | concurrent)))
    open_for = {request.subject_id for request in _requests_for(campaign, candidates)}
    return [subject for subject in candidates if subject.pk in open_for]


def missing_requests(campaign: Campaign, subjects: Iterable[Subject]) -> list[OpinionRequest]:
    """The requests still to be made, unsaved; those that lack a cell are left out."""
    rows = _with_needs(Subject.objects.filter(pk__in=[subject.pk for subject in subjects]))
    return [each for each in _requests_for(campaign, rows) if _has_addressee(each)]


def blockers_for_request(
    campaign: Campaign, subjects: Sequence[Subject], due_on: date, today: date
) -> list[Finding]:
    """Season under way, a working day still to come, an addressee for every opinion."""
    found = list(_day_faults(due_on, today))
    if campaign.state != "open":
        found.append(
            _blocks(
                "campaign",
                "Đợt đánh giá chưa mở hoặc đã kết thúc nên không lấy ý kiến.",
                "Văn phòng mở đợt trước.",
            )
        )
    rows = _with_needs(Subject.objects.filter(pk__in=[subject.pk for subject in subjects]))
    requests = list(_requests_for(campaign, rows))
    found += [
        _blocks(
            "cell",
            f"Chưa xác định được chi bộ nơi công tác của {request.subject.name}.",
            "Văn phòng ghi chi bộ cho người này hoặc cho đơn vị trong danh mục tổ chức.",
        )
        for request in requests
        if not _has_addressee(request)
    ]
    if not requests:
        found.append(
            _blocks(
                "none-needed",
                "Không còn ý kiến nào phải lấy cho các đối tượng đã chọn.",
                "Chọn đối tượng khác.",
            )
        )
    return found


def _blocks(rule: str, message: str, remedy: str) -> Finding:
    return Finding(f"opinion.{rule}", Severity.BLOCKS, message, remedy=remedy)


def _day_faults(due_on: date, today: date) -> Iterator[Finding]:
    if due_on < today:
        yield _blocks(
            "past", f"Thời hạn {due_on:%d/%m/%Y} đã qua.", "Chọn một ngày làm việc sắp tới."
        )
    if not work_calendar().is_working(due_on):
        yield _blocks("day-off", f"Ngày {due_on:%d/%m/%Y} là ngày nghỉ.", "Chọn một ngày làm việc.")


def _with_needs(subjects: QuerySet[Subject]) -> QuerySet[Subject]:
    return subjects.select_related("track", "unit", "campaign").prefetch_related(
        "opinion_requests", "places"
    )


def _requests_for(campaign: Campaign, subjects: Iterable[Subject]) -> Iterator[OpinionRequest]:
    law = law_of(campaign)
    cells: dict[int | None, int] = dict(
        PartyCell.objects.filter(unit__isnull=False).order_by("-code").values_list("unit_id", "pk")
    )
    for subject in subjects:
        asked = {
            _asks(each) for each in subject.opinion_requests.all() if each.state != "withdrawn"
        }
        yield from (each for each in _needed(subject, law, cells) if _asks(each) not in asked)


def _asks(request: OpinionRequest) -> tuple[str, int | None]:
    """Whom a request asks; several bodies only where several concurrent posts are held."""
    is_concurrent = request.source == OpinionSource.CONCURRENT_UNIT
    return request.source, request.unit_id if is_concurrent else None


def _needed(subject: Subject, law: LawAt, cells: dict[int | None, int]) -> Iterator[OpinionRequest]:
    """What the plan asks for this kind, the unit somebody has left, the bodies of posts held beside the own."""
    for code in subject.track.required_opinions:
        request = OpinionRequest(subject=subject, source=OpinionSource(code))
        if code == OpinionSource.PARTY_CELL:
            request.cell_id = subject.cell_id or cells.get(subject.unit_id)
        yield request
    if subject.former_unit_id and eligibility.former_unit_findings(person_facts(subject), law):
        yield OpinionRequest(
            subject=subject, source=OpinionSource.FORMER_UNIT, unit_id=subject.former_unit_id
        )
    for place in subject.places.all():
        if place.is_report_only and place.unit_id:
            yield OpinionRequest(
                subject=subject, source=OpinionSource.CONCURRENT_UNIT, unit_id=place.unit_id
            )


def _has_addressee(request: OpinionRequest) -> bool:
    return request.source != OpinionSource.PARTY_CELL or request.cell_id is not None
