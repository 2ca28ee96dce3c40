"""Đăng ký thi đua: the list of one's own unit – of the whole body for the office –, entering and taking back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tusoi.awards.permissions import registrations_visible_to
from tusoi.awards.selectors import registrations as selectors
from tusoi.awards.services import registering
from tusoi.awards.services.registration_sheet import import_registrations
from tusoi.core import clock
from tusoi.org.enums import Role
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.acts import Step, act_page, by
from tusoi.web.shared.forms_awards import (
    CodeForm,
    MemberForm,
    RegistrationFilter,
    RegistrationSheetForm,
    TitleForm,
)
from tusoi.web.shared.listing import ordered, page_of
from tusoi.web.shared.sheets import spreadsheet

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from tusoi.awards.models import AwardRegistration

REGISTRARS = (Role.UNIT_HEAD, Role.SECRETARY, Role.COORDINATOR)


def _wanted(request: ActorRequest) -> tuple[RegistrationFilter, QuerySet[AwardRegistration]]:
    form = RegistrationFilter(request.GET, years=selectors.years_registered(request.actor))
    chosen = form.cleaned_data if form.is_valid() else {}
    rows = selectors.registration_list(
        request.actor,
        search=chosen.get("q", ""),
        year=chosen.get("year"),
        title=chosen.get("title", ""),
    )
    return form, ordered(request, rows, selectors.ORDERS, "unit")


def _trail() -> tuple[Step, ...]:
    return (Step("Đăng ký thi đua", reverse("unit:registrations")),)


@require_GET
@page(*REGISTRARS)
def registrations(request: ActorRequest) -> HttpResponse:
    form, rows = _wanted(request)
    context = {
        "page_title": "Đăng ký thi đua",
        "form": form,
        "page_obj": page_of(request, rows),
        "is_office": request.actor.role == Role.COORDINATOR,
    }
    return render(request, "unit/registrations.html", context)


@require_GET
@page(*REGISTRARS)
def registrations_sheet(request: ActorRequest) -> HttpResponse:
    _, rows = _wanted(request)
    return spreadsheet("dang-ky-thi-dua", selectors.COLUMNS, selectors.registration_lines(rows))


def _member_form(request: ActorRequest) -> MemberForm | CodeForm:
    if request.actor.role == Role.COORDINATOR:
        return CodeForm(request.POST or None)
    unit, today = request.actor.unit_id, clock.today()
    people, collectives = selectors.staff_of(unit, today), selectors.collectives_of(unit)
    return MemberForm(request.POST or None, people=people, collectives=collectives)


@require_http_methods(["GET", "POST"])
@page(*REGISTRARS)
def registration_add(request: ActorRequest) -> HttpResponse:
    """Enter the registration of one person or collective."""

    def perform(data: dict[str, Any]) -> str:
        made = registering.register(**by(request), registrant=data.pop("who"), **data)
        return f"Đã ghi đăng ký thi đua năm {made.year} của {made.name}."

    return act_page(
        request,
        _member_form(request),
        perform,
        title="Ghi đăng ký thi đua",
        lead="Danh hiệu đề nghị cuối năm theo thành tích đạt được, không nhất thiết là danh hiệu đã đăng ký.",
        submit="Ghi đăng ký",
        trail=_trail(),
    )


@require_http_methods(["GET", "POST"])
@page(Role.UNIT_HEAD, Role.SECRETARY)
def registration_add_all(request: ActorRequest) -> HttpResponse:
    """Enter one title for everybody of the unit who has not registered for it."""

    def perform(data: dict[str, Any]) -> str:
        day, title = data["registered_on"], data["title"]
        staff = selectors.staff_of(request.actor.unit_id, day)
        missing = selectors.missing_registrations(staff, title, day.year)
        made = registering.register_all(**by(request), registrants=missing, **data)
        return f"Đã ghi đăng ký thi đua của {len(made)} người; người đã đăng ký được giữ nguyên."

    return act_page(
        request,
        TitleForm(request.POST or None),
        perform,
        title="Ghi đăng ký cho cả đơn vị",
        lead="Ghi một danh hiệu cho mọi người công tác tại đơn vị vào ngày đăng ký.",
        submit="Ghi cho cả đơn vị",
        trail=_trail(),
    )


@require_http_methods(["GET", "POST"])
@page(*REGISTRARS)
def registrations_import(request: ActorRequest) -> HttpResponse:
    """Enter the rows of a table, all or none."""

    def perform(data: dict[str, Any]) -> str:
        content = data["sheet"].read()
        made, stood = import_registrations(**by(request), content=content)
        return f"Đã ghi {len(made)} đăng ký thi đua; {stood} đăng ký đã có được giữ nguyên."

    return act_page(
        request,
        RegistrationSheetForm(request.POST or None, request.FILES or None),
        perform,
        title="Nhập đăng ký từ bảng tính",
        lead="Dùng bảng tính tải từ trang Đăng ký thi đua: giữ dòng tiêu đề, mỗi dòng một đăng ký. Tập thể để trống mã cán bộ.",
        submit="Nhập",
        trail=_trail(),
    )


@require_POST
@page(*REGISTRARS)
def registration_withdraw(request: ActorRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(registrations_visible_to(request.actor), pk=pk)
    registering.withdraw_registration(**by(request), registration=found)
    messages.success(request, f"Đã rút đăng ký thi đua của {found.name}.")
    return redirect("unit:registrations")
