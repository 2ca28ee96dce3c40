"""Mẫu văn bản: our layouts and how far they are verified, the agency's own templates and their trial."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tusoi.core import clock
from tusoi.core.errors import Refused
from tusoi.documents.enums import PaperKind
from tusoi.documents.models import PaperTemplate
from tusoi.documents.selectors import templates as selectors
from tusoi.documents.selectors.sources import PaperSource, sources
from tusoi.documents.services.templates import activate_template, add_template, retire_template
from tusoi.officialdocs.completeness import Inconsistent, MissingValues
from tusoi.officialdocs.own import example_template, fields_of, fill_template, fits, has_template
from tusoi.officialdocs.styles import style_for
from tusoi.officialdocs.wording import file_name
from tusoi.org.enums import Role
from tusoi.web.hr.forms_templates import TemplateForm, TemplateRetireForm
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.acts import Step, act_page, by
from tusoi.web.shared.listing import page_of
from tusoi.web.shared.papers import attachment, refused_paper

if TYPE_CHECKING:
    from tusoi.documents.selectors.sources import Owner
    from tusoi.officialdocs.paper import Paper


def _kind(name: str) -> PaperKind:
    """A kind of paper that may have a template of the agency's own."""
    if name not in set(PaperKind) or not has_template(name):
        raise Http404
    return PaperKind(name)


def _own(request: ActorRequest, pk: int) -> PaperTemplate:
    return get_object_or_404(selectors.templates_visible_to(request.actor), pk=pk)


def _step(kind: str) -> Step:
    return Step(PaperKind(kind).label, reverse("hr:template_kind", args=[kind]))


def _all() -> Step:
    return Step("Mẫu văn bản", reverse("hr:templates"))


@require_GET
@page(Role.COORDINATOR)
def templates(request: ActorRequest) -> HttpResponse:
    context = {
        "page_title": "Mẫu văn bản",
        "page_obj": page_of(request, selectors.kind_lines(request.actor)),
    }
    return render(request, "hr/templates.html", context)


@require_GET
@page(Role.COORDINATOR)
def kind(request: ActorRequest, name: str) -> HttpResponse:
    """The fields of one kind, its versions."""
    found = _kind(name)
    versions = selectors.templates_visible_to(request.actor).filter(kind=found)
    context = {
        "page_title": f"Mẫu văn bản: {found.label}",
        "line": selectors.kind_line(found),
        "fields": fields_of(found),
        "page_obj": page_of(request, versions),
        "trail": (_all(),),
    }
    return render(request, "hr/template_kind.html", context)


@require_GET
@page(Role.COORDINATOR)
def example(request: ActorRequest, name: str) -> HttpResponse:
    """A template to begin with: our layout with the fields in place."""
    found = _kind(name)
    is_party = request.GET.get("the-thuc") == "dang"
    style = style_for(issuer_is_party=is_party, issue_date=clock.today())
    return attachment(example_template(found, style), file_name(f"Mẫu ví dụ {found.label}"))


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def add(request: ActorRequest, name: str) -> HttpResponse:
    """Everything that is wrong with the file stands above the form."""
    found = _kind(name)
    units = selectors.units_of(request.actor)
    form = TemplateForm(request.POST or None, request.FILES or None, units=units)
    if form.is_bound and form.is_valid():
        try:
            return _added(request, found, form.cleaned_data)
        except Refused as error:
            for finding in error.findings:
                form.add_error("file", f"{finding.message} {finding.remedy}".strip())
    context = {
        "page_title": f"Thêm mẫu: {found.label}",
        "form": form,
        "kind": found,
        "trail": (_all(), _step(found)),
    }
    return render(request, "hr/template_add.html", context, status=422 if form.errors else 200)


def _added(request: ActorRequest, found: PaperKind, data: dict[str, Any]) -> HttpResponse:
    file = data["file"]
    made = add_template(
        **by(request),
        unit=data["unit"],
        kind=found,
        file_name=file.name,
        content=file.read(),
        note_text=data["note_text"],
    )
    messages.success(request, f"Đã thêm “{made}”. Xem thử với dữ liệu thật rồi bấm “Dùng mẫu này”.")
    return redirect("hr:template", made.pk)


@require_GET
@page(Role.COORDINATOR)
def template(request: ActorRequest, pk: int) -> HttpResponse:
    """One version: where it comes from, what the check remarked, objects to try it with."""
    found = _own(request, pk)
    source = _source(found)
    owners = source.owners(request.actor).order_by("pk") if source else ()
    page_obj = page_of(request, owners)
    context = {
        "page_title": str(found),
        "template": found,
        "notes": selectors.notes_on(found),
        "page_obj": page_obj,
        "trials": [(row.pk, source.title(row)) for row in page_obj] if source else [],
        "trail": (_all(), _step(found.kind)),
    }
    return render(request, "hr/template.html", context)


def _source(found: PaperTemplate) -> PaperSource | None:
    return next((source for source in sources() if source.kind == found.kind), None)


@require_GET
@page(Role.COORDINATOR)
def template_file(request: ActorRequest, pk: int) -> HttpResponse:
    found = _own(request, pk)
    return attachment(bytes(found.content), file_name(f"{found} {found.unit.code}"))


@require_POST
@page(Role.COORDINATOR)
def activate(request: ActorRequest, pk: int) -> HttpResponse:
    made = activate_template(**by(request), template=_own(request, pk))
    messages.success(request, f"Từ nay văn bản loại này lập theo “{made}”.")
    return redirect("hr:template", pk)


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def retire(request: ActorRequest, pk: int) -> HttpResponse:
    found = _own(request, pk)

    def perform(data: dict[str, Any]) -> str:
        made = retire_template(**by(request), template=found, **data)
        return (
            f"Đã thôi dùng “{made}”. Văn bản loại này lập theo mẫu của cấp trên hoặc của phần mềm."
        )

    return act_page(
        request,
        TemplateRetireForm(request.POST or None),
        perform,
        title="Thôi dùng mẫu",
        lead="Tệp mẫu và các văn bản đã ban hành theo mẫu vẫn được giữ nguyên.",
        submit="Thôi dùng",
        trail=(_all(), _step(found.kind), Step(str(found), reverse("hr:template", args=[pk]))),
    )


@require_GET
@page(Role.COORDINATOR)
def trial(request: ActorRequest, pk: int, owner: int) -> HttpResponse:
    """The values of one object in the fields of the template."""
    found = _own(request, pk)
    source, row = _owner(request, found, owner)
    paper = _paper(source, row)
    back = Step(str(found), reverse("hr:template", args=[pk]))
    context = {
        "page_title": f"Xem thử: {source.title(row)}",
        "template": found,
        "owner": owner,
        "fits": fits(paper),
        "values": selectors.value_lines(paper) if fits(paper) else [],
        "trail": (_all(), _step(found.kind), back),
    }
    return render(request, "hr/template_trial.html", context)


@require_GET
@page(Role.COORDINATOR)
def trial_file(request: ActorRequest, pk: int, owner: int) -> HttpResponse:
    """The template filled for one object, not kept."""
    found = _own(request, pk)
    source, row = _owner(request, found, owner)
    paper = _paper(source, row)
    if not fits(paper):
        raise Http404
    content = fill_template(bytes(found.content), paper)
    return attachment(content, file_name(f"Xem thử {source.title(row)}"))


def _owner(request: ActorRequest, found: PaperTemplate, owner: int) -> tuple[PaperSource, Owner]:
    source = _source(found)
    if source is None:
        raise Http404
    return source, get_object_or_404(source.owners(request.actor), pk=owner)


def _paper(source: PaperSource, row: Owner) -> Paper:
    try:
        return source.build(row)
    except (MissingValues, Inconsistent) as error:
        raise refused_paper(error) from error
