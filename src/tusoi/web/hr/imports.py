"""Nhập từ bảng tính: the template, checking, importing, and the result of a job."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from tusoi.core import clock
from tusoi.jobs.models import Job
from tusoi.jobs.selectors.progress import bar_of, jobs_visible_to
from tusoi.jobs.services.kinds import PEOPLE_CHECK, PEOPLE_IMPORT
from tusoi.jobs.services.running import queue_job
from tusoi.org.enums import Role
from tusoi.org.services.sheet.template import people_template
from tusoi.web.hr.forms_people import SheetForm
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.sheets import CONTENT_TYPE, spreadsheet

SHOWN_FAULTS = 100
TITLES = {PEOPLE_CHECK: "Kiểm tra bảng nhân sự", PEOPLE_IMPORT: "Nhập bảng nhân sự"}


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def imports(request: ActorRequest) -> HttpResponse:
    """Send a spreadsheet to be checked or imported in the background."""
    form = SheetForm(request.POST or None, request.FILES or None)
    if form.is_bound and form.is_valid():
        kind = PEOPLE_IMPORT if request.POST.get("action") == "import" else PEOPLE_CHECK
        sheet = form.cleaned_data["sheet"]
        job = queue_job(
            actor=request.actor,
            at=clock.now(),
            kind=kind,
            title=f"{TITLES[kind]}: {sheet.name[:120]}",
            upload=sheet.read(),
        )
        return redirect("hr:import", job.pk)
    jobs = jobs_visible_to(request.actor).filter(kind__in=TITLES)[:10]
    context = {"page_title": "Nhập từ bảng tính", "form": form, "jobs": jobs}
    return render(request, "hr/imports.html", context)


@require_GET
@page(Role.COORDINATOR)
def template(request: ActorRequest) -> HttpResponse:
    response = HttpResponse(people_template(), content_type=CONTENT_TYPE)
    response["Content-Disposition"] = 'attachment; filename="bang-mau-nhan-su.xlsx"'
    return response


def _job(request: ActorRequest, pk: int) -> Job:
    return get_object_or_404(
        jobs_visible_to(request.actor).defer("upload").filter(kind__in=TITLES), pk=pk
    )


@require_GET
@page(Role.COORDINATOR)
def result(request: ActorRequest, pk: int) -> HttpResponse:
    """The bar while the job runs; then what it gave, the first faults among it."""
    job = _job(request, pk)
    context = {
        "page_title": TITLES[job.kind],
        "job": job,
        "bar": bar_of(job),
        "faults": job.result.get("faults", [])[:SHOWN_FAULTS],
        "is_check": job.kind == PEOPLE_CHECK,
    }
    return render(request, "hr/import.html", context)


@require_GET
@page(Role.COORDINATOR)
def faults_sheet(request: ActorRequest, pk: int) -> HttpResponse:
    columns = ("Dòng", "Cột", "Giá trị đã ghi", "Lỗi")
    return spreadsheet("loi-bang-nhan-su", columns, _job(request, pk).result.get("faults", []))
