"""Đọc kế hoạch: a text is read, looked through field by field, and made into a campaign."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tusoi.campaigns.models import PlanReading
from tusoi.campaigns.selectors import plan_readings as selectors
from tusoi.campaigns.selectors.campaigns import all_campaigns, known_overlays
from tusoi.campaigns.selectors.plan_fields import InputKind, ReadingSection
from tusoi.campaigns.selectors.plan_proposals import Proposal, taken_by_section
from tusoi.campaigns.services import plan_reading as services
from tusoi.core import clock
from tusoi.core.errors import NotAllowed, Refused
from tusoi.documents.selectors.stored import digest
from tusoi.org.enums import Role
from tusoi.web.hr.forms_plan_reading import ReadingCampaignForm, ReadingForm, SettleForm
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.acts import by
from tusoi.web.shared.board import body_or_404
from tusoi.web.shared.listing import page_of

if TYPE_CHECKING:
    from django import forms

    from tusoi.campaigns.selectors.plan_readings import SectionView, SettledField


def _reading(pk: int) -> PlanReading:
    return get_object_or_404(
        PlanReading.objects.select_related("campaign", "body", "read_by"), pk=pk
    )


def _place(reading: PlanReading, anchor: str) -> HttpResponse:
    """Back to one spot of the reading."""
    return redirect(f"{reverse('hr:plan_reading', args=[reading.pk])}#{anchor}")


def _shown_refusal(form: forms.Form, error: Refused, field: str | None = None) -> None:
    """The findings of a refusal as faults of the form, so that nothing typed is lost."""
    if isinstance(error, NotAllowed):
        raise error
    for finding in error.findings:
        form.add_error(field, f"{finding.message} {finding.remedy}".strip())


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def readings(request: ActorRequest) -> HttpResponse:
    """The text to read, and what was read before."""
    form = ReadingForm(request.POST or None, request.FILES or None)
    if form.is_bound and form.is_valid():
        try:
            return _read(request, form.source())
        except Refused as error:
            _shown_refusal(form, error)
    context = {
        "page_title": "Đọc kế hoạch",
        "form": form,
        "page_obj": page_of(request, selectors.all_readings()),
    }
    return render(request, "hr/plan_readings.html", context, status=422 if form.errors else 200)


def _read(request: ActorRequest, source: dict[str, Any]) -> HttpResponse:
    """The reading of this text; the earlier one where the same text was read before."""
    own = body_or_404()
    earlier = selectors.earlier_reading(own, digest(source["content"]))
    if earlier is not None:
        messages.info(
            request,
            "Văn bản này đã được đọc trước đây; đây là bản đọc đó. Muốn đọc lại từ đầu thì để riêng bản này.",
        )
        return redirect("hr:plan_reading", earlier.pk)
    found = services.read_document(**by(request), body=own, **source)
    return redirect("hr:plan_reading", found.pk)


@require_GET
@page(Role.COORDINATOR)
def reading(request: ActorRequest, pk: int) -> HttpResponse:
    """The text on one side, what was read from it on the other."""
    found = _reading(pk)
    rows = selectors.settled_fields(found)
    sections = [(view, _items(view)) for view in selectors.sections_of(rows)]
    context = {
        "page_title": "Bản đọc kế hoạch",
        "reading": found,
        "is_open": _is_open(found),
        "paragraphs": selectors.marked_text(found),
        "sections": sections,
        "waiting": selectors.waiting(rows),
        "clear": sum(view.clear for view, _ in sections),
        "remarks": selectors.remarks_of(found),
        "superseded": selectors.remarks_of(found, "superseded"),
        "cited": selectors.remarks_of(found, "cited"),
    }
    return render(request, "hr/plan_reading.html", context)


def _is_open(found: PlanReading) -> bool:
    return found.set_aside_at is None and not selectors.is_settled_for_good(found)


def _items(view: SectionView) -> list[dict[str, Any]]:
    return [_item(row) for row in view.rows]


def _item(row: SettledField, form: SettleForm | None = None) -> dict[str, Any]:
    """A field with the form that corrects it; a deadline is accepted with its step, in a form of its own."""
    is_deadline = row.field.input is InputKind.DEADLINE
    as_read = SettleForm(row, part="nhan") if is_deadline else None
    return {"row": row, "form": form or SettleForm(row), "as_read": as_read}


@require_POST
@page(Role.COORDINATOR)
def settle(request: ActorRequest, pk: int, key: str) -> HttpResponse:
    """Answer one field; the answer comes back in its place."""
    found = _reading(pk)
    row = _row(found, key)
    form = SettleForm(row, request.POST)
    form.is_valid()
    facts = {"key": key, "answer": request.POST.get("answer", ""), **form.answer()}
    try:
        found = services.settle_field(**by(request), reading=found, **facts)
    except Refused as error:
        _shown_refusal(form, error, "value")
        return _field_answer(request, found, _item(row, form), status=422)
    if not request.htmx:
        return _place(found, f"muc-{key}")
    return _field_answer(request, found, _item(_row(found, key)), status=200)


def _row(found: PlanReading, key: str) -> SettledField:
    for row in selectors.settled_fields(found):
        if row.key == key:
            return row
    raise Http404


def _field_answer(
    request: ActorRequest, found: PlanReading, item: dict[str, Any], *, status: int
) -> HttpResponse:
    """The field, its section's head and the progress; a page of its own without htmx."""
    rows = selectors.settled_fields(found)
    view = next(
        each for each in selectors.sections_of(rows) if each.section is item["row"].field.section
    )
    context = {
        "page_title": item["row"].field.label,
        "reading": found,
        "is_open": True,
        "item": item,
        "view": view,
        "waiting": selectors.waiting(rows),
        "is_answer": True,
    }
    name = "plan_reading_answer" if request.htmx else "plan_reading_one"
    return render(request, f"hr/{name}.html", context, status=status)


@require_POST
@page(Role.COORDINATOR)
def accept_clear(request: ActorRequest, pk: int) -> HttpResponse:
    """Everything read clearly, in one section or in all."""
    found, section = _reading(pk), request.POST.get("section", "")
    taken = services.accept_clear(**by(request), reading=found, section=section)
    messages.success(request, f"Đã nhận {len(taken)} mục đọc rõ.")
    anchor = f"phan-{section}" if section in set(ReadingSection) else "ban-doc"
    return _place(found, anchor)


@require_POST
@page(Role.COORDINATOR)
def set_aside(request: ActorRequest, pk: int) -> HttpResponse:
    services.set_aside(**by(request), reading=_reading(pk))
    messages.success(request, "Đã để riêng bản đọc. Bản này vẫn được lưu.")
    return redirect("hr:plan_readings")


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def make_campaign(request: ActorRequest, pk: int) -> HttpResponse:
    """What the campaign would hold and what is missing; then the command."""
    found = _reading(pk)
    if not _is_open(found):
        return redirect("hr:plan_reading", pk)
    proposal = _proposal(request, found)
    form = ReadingCampaignForm(proposal, request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            return _made(request, found, form.cleaned_data)
        except Refused as error:
            _shown_refusal(form, error)
    context = {
        "page_title": "Lập đợt từ bản đọc",
        "reading": found,
        "form": form,
        "proposal": proposal,
        "waiting": selectors.waiting(proposal.rows),
        "taken": taken_by_section(proposal.rows),
    }
    return render(
        request, "hr/plan_reading_campaign.html", context, status=422 if form.errors else 200
    )


def _proposal(request: ActorRequest, found: PlanReading) -> Proposal:
    """With the local rules asked for, at first those of the body's last campaign."""
    last = all_campaigns().values_list("overlay", flat=True).first() or ""
    asked = (request.POST or request.GET).get("overlay", last)
    known = {overlay for overlay, _ in known_overlays()}
    return Proposal(found, asked if asked in known else "", clock.today())


def _made(request: ActorRequest, found: PlanReading, data: dict[str, Any]) -> HttpResponse:
    campaign = services.draft_from_reading(**by(request), reading=found, **data)
    messages.success(
        request,
        "Đã lập đợt đánh giá từ bản đọc. Những gì kế hoạch nêu mà đợt chưa có nằm ở phần “Từ văn bản kế hoạch”.",
    )
    return redirect("hr:campaign", campaign.pk)


@require_POST
@page(Role.COORDINATOR)
def attachment_received(request: ActorRequest, pk: int, key: str) -> HttpResponse:
    """Tick off what the plan relies on without giving it."""
    found = _reading(pk)
    _row(found, key)
    services.receive_attachment(**by(request), reading=found, key=key)
    messages.success(request, "Đã ghi nhận văn bản kèm theo.")
    if found.campaign is None:
        return _place(found, f"muc-{key}")
    return redirect(f"{reverse('hr:campaign', args=[found.campaign.pk])}#tu-ke-hoach")
