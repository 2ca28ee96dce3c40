"""Con người: the list with filters, one person's page, registering and correcting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from tusoi.core import clock
from tusoi.org.enums import Role
from tusoi.org.models import Assignment, Person
from tusoi.org.selectors.people import people_list, person_page
from tusoi.org.services import people as commands
from tusoi.web.hr import forms_people as forms
from tusoi.web.hr.forms_organisation import EndForm
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.acts import Step, Trail, act_page, by
from tusoi.web.shared.listing import page_of
from tusoi.web.shared.sheets import spreadsheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet

COLUMNS = (
    "Mã cán bộ",
    "Họ và tên",
    "Ngày sinh",
    "Loại",
    "Chức vụ",
    "Đơn vị",
    "Ngày vào Đảng",
    "Thư điện tử",
)
CORRECTED = ("full_name", "category", "birth_date", "party_joined_on", "party_cell", "email")


def _trail(person: Person | None = None) -> Trail:
    people = Step("Con người", reverse("hr:people"))
    return (
        (people, Step(person.full_name, reverse("hr:person", args=[person.pk])))
        if person
        else (people,)
    )


def _wanted(request: ActorRequest) -> tuple[forms.PeopleFilterForm, QuerySet[Person]]:
    form = forms.PeopleFilterForm(request.GET)
    return form, people_list(
        day=clock.today(), sort=request.GET.get("sort", "name"), **form.wanted()
    )


@require_GET
@page(Role.COORDINATOR)
def people(request: ActorRequest) -> HttpResponse:
    form, rows = _wanted(request)
    return render(
        request,
        "hr/people.html",
        {"page_title": "Con người", "form": form, "page_obj": page_of(request, rows)},
    )


def _cells(rows: QuerySet[Person]) -> Iterator[tuple[Any, ...]]:
    for row in rows.iterator(chunk_size=2000):
        yield (
            row.code,
            row.full_name,
            row.birth_date,
            row.get_category_display(),
            row.post_title,
            row.unit_name,
            row.party_joined_on,
            row.email,
        )


@require_GET
@page(Role.COORDINATOR)
def people_sheet(request: ActorRequest) -> HttpResponse:
    return spreadsheet("danh-sach-nhan-su", COLUMNS, _cells(_wanted(request)[1]))


@require_GET
@page(Role.COORDINATOR)
def person(request: ActorRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Person.objects.select_related("party_cell"), pk=pk)
    context = {
        "page_title": found.full_name,
        "person": found,
        "view": person_page(found),
        "today": clock.today(),
    }
    return render(request, "hr/person.html", context)


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def person_register(request: ActorRequest) -> HttpResponse:
    def perform(data: dict[str, Any]) -> str:
        return f"Đã ghi danh {commands.register_person(**by(request), **data)}."

    return act_page(
        request,
        forms.PersonForm(request.POST or None),
        perform,
        title="Ghi danh một người",
        trail=_trail(),
    )


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def person_correct(request: ActorRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Person, pk=pk)

    def perform(data: dict[str, Any]) -> str:
        commands.correct_person(**by(request), person=found, **data)
        return "Đã sửa thông tin."

    form = forms.PersonForm(
        request.POST or None, initial={name: getattr(found, name) for name in CORRECTED}
    )
    del form.fields["code"]
    return act_page(request, form, perform, title="Sửa thông tin", trail=_trail(found))


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def assignment_record(request: ActorRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Person, pk=pk)

    def perform(data: dict[str, Any]) -> str:
        return f"Đã ghi phân công: {commands.record_assignment(**by(request), person=found, **data).post}."

    form = forms.AssignmentForm(clock.today(), request.POST or None)
    return act_page(request, form, perform, title="Ghi phân công công tác", trail=_trail(found))


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def assignment_end(request: ActorRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(Assignment.objects.select_related("person", "post__unit"), pk=pk)

    def perform(data: dict[str, Any]) -> str:
        commands.end_assignment(**by(request), assignment=row, **data)
        return f"Đã kết thúc phân công “{row.post}”."

    return act_page(
        request,
        EndForm(request.POST or None),
        perform,
        title="Kết thúc phân công",
        trail=_trail(row.person),
        lead=str(row.post),
    )


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def absence_record(request: ActorRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Person, pk=pk)

    def perform(data: dict[str, Any]) -> str:
        commands.record_absence(**by(request), person=found, **data)
        return "Đã ghi thời gian nghỉ."

    return act_page(
        request,
        forms.AbsenceForm(request.POST or None),
        perform,
        title="Ghi thời gian nghỉ",
        trail=_trail(found),
    )


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def discipline_record(request: ActorRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Person, pk=pk)

    def perform(data: dict[str, Any]) -> str:
        commands.record_discipline(**by(request), person=found, **data)
        return "Đã ghi quyết định kỷ luật."

    form = forms.PersonDisciplineForm(request.POST or None)
    return act_page(request, form, perform, title="Ghi quyết định kỷ luật", trail=_trail(found))
