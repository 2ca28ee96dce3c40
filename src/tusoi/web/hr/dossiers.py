"""Hồ sơ: what each dossier holds by its list, what is missing in the whole season, who brings it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from tusoi.campaigns.models import Subject
from tusoi.decisions.permissions import dossiers_visible_to
from tusoi.decisions.selectors.dossier_evidence import dossier_rows, evidence_of
from tusoi.decisions.selectors.dossier_lines import checked_list
from tusoi.decisions.selectors.dossier_papers import list_paper
from tusoi.decisions.selectors.missing_papers import (
    missing_by_source,
    sheet_columns,
    sheet_lines,
    subject_lists,
    unit_list,
    unit_lists,
    units_of,
)
from tusoi.decisions.selectors.paper_sources import office_signer
from tusoi.org.enums import Role
from tusoi.web.hr.forms_dossiers import DossierFilterForm
from tusoi.web.shared.acting import page
from tusoi.web.shared.board import campaign_or_404
from tusoi.web.shared.listing import page_of
from tusoi.web.shared.papers import asked_format, paper_response
from tusoi.web.shared.sheets import spreadsheet

if TYPE_CHECKING:
    from django.http import HttpResponse

    from tusoi.campaigns.models import Campaign
    from tusoi.decisions.selectors.dossier_lines import CheckedList
    from tusoi.org.models import Unit
    from tusoi.web.shared.acting import ActorRequest

READS = (
    Role.COORDINATOR,
    Role.UNIT_HEAD,
    Role.DEPARTMENT_HEAD,
    Role.DEPARTMENT_LEADER,
    Role.SUPERVISOR,
)
BY_UNIT = "don-vi"
NAMES = ("Hồ sơ của", "Đơn vị", "Số tài liệu có", "Số tài liệu thiếu")


def _wanted(
    request: ActorRequest, campaign: Campaign
) -> tuple[DossierFilterForm, list[CheckedList]]:
    form = DossierFilterForm(units_of(request.actor, campaign), request.GET)
    lists = unit_lists if request.GET.get("xem") == BY_UNIT else subject_lists
    return form, lists(request.actor, campaign, form.wanted())


@require_GET
@page(Role.COORDINATOR)
def dossiers(request: ActorRequest) -> HttpResponse:
    """Hồ sơ còn thiếu của cả đợt: of subjects, or of units."""
    form, lists = _wanted(request, campaign_or_404())
    context = {
        "page_title": "Hồ sơ còn thiếu",
        "form": form,
        "by_unit": request.GET.get("xem") == BY_UNIT,
        "missing": missing_by_source(lists),
        "page_obj": page_of(request, lists),
    }
    return render(request, "hr/dossiers.html", context)


@require_GET
@page(Role.COORDINATOR)
def dossiers_sheet(request: ActorRequest) -> HttpResponse:
    """The same matrix, every paper a column, as a spreadsheet."""
    _, lists = _wanted(request, campaign_or_404())
    columns = sheet_columns(lists)
    titles = (*NAMES, *(source.label for source in columns))
    return spreadsheet("ho-so-con-thieu", titles, sheet_lines(lists, columns))


@require_GET
@page(*READS)
def dossier(request: ActorRequest, pk: int) -> HttpResponse:
    """Danh mục hồ sơ của một đối tượng."""
    subject = get_object_or_404(dossier_rows(dossiers_visible_to(request.actor)), pk=pk)
    checked = checked_list(subject, evidence_of(subject.campaign, [subject]))
    position = subject.unit.name if subject.is_collective else f"{subject.title}, {subject.unit}"
    return _page(request, checked, lead=position, subject=subject)


def _own_unit(request: ActorRequest, pk: int) -> tuple[Campaign, Unit]:
    campaign = campaign_or_404()
    return campaign, get_object_or_404(units_of(request.actor, campaign), pk=pk)


@require_GET
@page(*READS)
def unit_dossier(request: ActorRequest, pk: int) -> HttpResponse:
    """Danh mục hồ sơ của một phòng, đơn vị."""
    campaign, unit = _own_unit(request, pk)
    lead = "Hồ sơ phòng, đơn vị gửi về Văn phòng cho mọi đối tượng của mình."
    return _page(request, unit_list(campaign, unit), lead=lead, unit=unit)


@require_GET
@page(*READS)
def unit_dossier_file(request: ActorRequest, pk: int) -> HttpResponse:
    """The list of the unit as a paper to take along."""
    campaign, unit = _own_unit(request, pk)
    paper = list_paper(unit_list(campaign, unit), campaign, office_signer(campaign), unit.name)
    title = f"Danh mục hồ sơ {unit.name}"
    return paper_response(paper, title, campaign.body, asked_format(request))


def _page(request: ActorRequest, checked: CheckedList, *, lead: str, **of: Subject | Unit) -> Any:
    context = {
        "page_title": f"Danh mục hồ sơ: {checked.holder.name}",
        "lead": lead,
        "checked": checked,
        "is_office": request.actor.role == Role.COORDINATOR,
        **of,
    }
    return render(request, "hr/dossier.html", context)
