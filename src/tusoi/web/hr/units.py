"""Đơn vị: the tree, one unit's page, and what the office changes there."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from tusoi.core import clock
from tusoi.org.enums import Role
from tusoi.org.models import Collective, CollectiveMember, PartyCell, Unit
from tusoi.org.selectors.structure import (
    cells_with_members,
    groups_with_posts,
    unit_page,
    unit_tree,
)
from tusoi.org.services import structure
from tusoi.web.hr import forms_organisation as forms
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.acts import Step, Trail, act_page, by

CORRECTED = ("name", "short_name", "superior_name", "place", "founded_on")


def _trail(unit: Unit | None = None) -> Trail:
    units = Step("Đơn vị", reverse("hr:units"))
    return (units, Step(unit.short_name, reverse("hr:unit", args=[unit.pk]))) if unit else (units,)


@require_GET
@page(Role.COORDINATOR)
def units(request: ActorRequest) -> HttpResponse:
    search = request.GET.get("q", "")
    context = {
        "page_title": "Đơn vị",
        "form": forms.UnitSearchForm(request.GET),
        "lines": unit_tree(clock.today(), search),
        "groups": groups_with_posts(),
        "cells": cells_with_members(),
    }
    return render(request, "hr/units.html", context)


@require_GET
@page(Role.COORDINATOR)
def unit(request: ActorRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Unit.objects.select_related("parent"), pk=pk)
    context = {"page_title": found.name, "unit": found, "view": unit_page(found, clock.today())}
    return render(request, "hr/unit.html", context)


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def unit_register(request: ActorRequest) -> HttpResponse:
    def perform(data: dict[str, Any]) -> str:
        return f"Đã lập {structure.register_unit(**by(request), **data)}."

    form = forms.UnitForm(request.POST or None, initial={"parent": request.GET.get("cap-tren")})
    return act_page(request, form, perform, title="Lập đơn vị", trail=_trail(), submit="Lập đơn vị")


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def unit_correct(request: ActorRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Unit, pk=pk)

    def perform(data: dict[str, Any]) -> str:
        structure.correct_unit(**by(request), unit=found, **data)
        return "Đã sửa thông tin đơn vị."

    form = forms.UnitCorrectForm(
        request.POST or None, initial={name: getattr(found, name) for name in CORRECTED}
    )
    return act_page(request, form, perform, title="Sửa thông tin đơn vị", trail=_trail(found))


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def unit_move(request: ActorRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Unit, pk=pk)

    def perform(data: dict[str, Any]) -> str:
        structure.move_unit(**by(request), unit=found, **data)
        return f"Đã chuyển {found.short_name} vào dưới {data['parent'].short_name}."

    lead = "Các đơn vị bên dưới được chuyển theo."
    return act_page(
        request,
        forms.UnitMoveForm(request.POST or None),
        perform,
        title="Chuyển đơn vị",
        trail=_trail(found),
        lead=lead,
    )


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def unit_dissolve(request: ActorRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Unit, pk=pk)

    def perform(data: dict[str, Any]) -> str:
        structure.dissolve_unit(**by(request), unit=found, **data)
        return f"Đã ghi việc giải thể {found.name}."

    return act_page(
        request,
        forms.DissolveForm(request.POST or None),
        perform,
        title="Giải thể đơn vị",
        trail=_trail(found),
    )


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def post_register(request: ActorRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Unit, pk=pk)

    def perform(data: dict[str, Any]) -> str:
        return f"Đã lập vị trí “{structure.register_post(**by(request), unit=found, **data)}”."

    return act_page(
        request,
        forms.PostForm(request.POST or None),
        perform,
        title="Lập vị trí việc làm",
        trail=_trail(found),
    )


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def collective_register(request: ActorRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Unit, pk=pk)

    def perform(data: dict[str, Any]) -> str:
        return f"Đã lập {structure.register_collective(**by(request), unit=found, **data)}."

    form = forms.CollectiveForm(
        request.POST or None, initial={"name": f"Tập thể lãnh đạo {found.short_name}"}
    )
    return act_page(request, form, perform, title="Lập tập thể lãnh đạo", trail=_trail(found))


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def member_add(request: ActorRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Collective.objects.select_related("unit"), pk=pk)

    def perform(data: dict[str, Any]) -> str:
        del data["code"]
        return f"Đã thêm {structure.add_member(**by(request), collective=found, **data)}."

    return act_page(
        request,
        forms.MemberForm(request.POST or None),
        perform,
        title=f"Thêm thành viên: {found}",
        trail=_trail(found.unit),
    )


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def member_end(request: ActorRequest, pk: int) -> HttpResponse:
    member = _membership(pk)

    def perform(data: dict[str, Any]) -> str:
        structure.end_membership(**by(request), member=member, **data)
        return f"Đã kết thúc tư cách thành viên của {member.person}."

    return act_page(
        request,
        forms.EndForm(request.POST or None),
        perform,
        title=f"Thôi tham gia tập thể: {member.person}",
        trail=_trail(member.collective.unit),
    )


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def group_register(request: ActorRequest) -> HttpResponse:
    def perform(data: dict[str, Any]) -> str:
        return f"Đã lập nhóm “{structure.register_group(**by(request), **data)}”."

    return act_page(
        request,
        forms.GroupForm(request.POST or None),
        perform,
        title="Lập nhóm tương đồng",
        trail=_trail(),
    )


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def cell_register(request: ActorRequest) -> HttpResponse:
    def perform(data: dict[str, Any]) -> str:
        return f"Đã lập {structure.register_cell(**by(request), **data)}."

    return act_page(
        request, forms.CellForm(request.POST or None), perform, title="Lập chi bộ", trail=_trail()
    )


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def cell_correct(request: ActorRequest, pk: int) -> HttpResponse:
    cell = get_object_or_404(PartyCell, pk=pk)

    def perform(data: dict[str, Any]) -> str:
        return f"Đã sửa thông tin {structure.correct_cell(**by(request), cell=cell, **data)}."

    kept = {"name": cell.name, "unit": cell.unit, "is_without_committee": not cell.has_committee}
    form = forms.CellCorrectForm(request.POST or None, initial=kept)
    return act_page(request, form, perform, title=f"Sửa thông tin: {cell}", trail=_trail())


def _membership(pk: int) -> CollectiveMember:
    rows = CollectiveMember.objects.select_related("person", "collective__unit")
    return get_object_or_404(rows, pk=pk)


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def member_suspend(request: ActorRequest, pk: int) -> HttpResponse:
    member = _membership(pk)

    def perform(data: dict[str, Any]) -> str:
        structure.suspend_member(**by(request), member=member, **data)
        return f"Đã ghi việc đình chỉ sinh hoạt của {member.person}."

    form, title = forms.SuspensionForm(request.POST or None), f"Đình chỉ sinh hoạt: {member.person}"
    return act_page(request, form, perform, title=title, trail=_trail(member.collective.unit))


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def member_restore(request: ActorRequest, pk: int) -> HttpResponse:
    member = _membership(pk)

    def perform(data: dict[str, Any]) -> str:
        structure.restore_member(**by(request), member=member, **data)
        return f"Đã ghi việc hết đình chỉ sinh hoạt của {member.person}."

    form = forms.RestorationForm(request.POST or None)
    title = f"Hết đình chỉ sinh hoạt: {member.person}"
    return act_page(request, form, perform, title=title, trail=_trail(member.collective.unit))
