"""So sánh: equal posts of all units side by side, for those who decide and the office."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.shortcuts import render
from django.views.decorators.http import require_GET

from tusoi.decisions.selectors.comparison import (
    COLUMNS,
    Candidate,
    candidates,
    chosen_group,
    compared,
    compared_groups,
    compared_lines,
    is_asked_for,
    ordered,
)
from tusoi.org.enums import Role
from tusoi.web.panel.forms_comparison import ComparisonFilterForm
from tusoi.web.shared.acting import page
from tusoi.web.shared.board import campaign_or_404
from tusoi.web.shared.listing import page_of
from tusoi.web.shared.sheets import spreadsheet

if TYPE_CHECKING:
    from django.http import HttpResponse

    from tusoi.campaigns.models import Campaign
    from tusoi.org.models import SimilarPostGroup
    from tusoi.web.shared.acting import ActorRequest

COMPARES = (Role.COORDINATOR, Role.DEPARTMENT_HEAD, Role.DEPARTMENT_LEADER)


class _Asked(NamedTuple):
    """The group that the address asks for: all of it, and the part that is shown, in order."""

    form: ComparisonFilterForm
    group: SimilarPostGroup | None
    everybody: list[Candidate]
    found: list[Candidate]


def _asked(request: ActorRequest, campaign: Campaign) -> _Asked:
    groups = {group.code: group for group in compared_groups(campaign)}
    group = chosen_group(groups, request.GET.get("nhom", ""))
    everybody = candidates(request.actor, campaign, group) if group else []
    order, query = request.GET.get("xep", ""), request.GET.get("q", "")
    form = ComparisonFilterForm(groups, group, request.GET)
    return _Asked(form, group, everybody, ordered(everybody, order, query))


@require_GET
@page(*COMPARES)
def comparison(request: ActorRequest) -> HttpResponse:
    """One group of similar posts, a page of it at a time."""
    campaign = campaign_or_404()
    asked = _asked(request, campaign)
    shown = page_of(request, asked.found)
    context = {
        "page_title": "So sánh các vị trí tương đương",
        "form": asked.form,
        "group": asked.group,
        "page_obj": shown,
        "rows": compared(campaign, asked.everybody, list(shown.object_list)),
        "is_asked_for": is_asked_for(campaign),
    }
    return render(request, "panel/comparison.html", context)


@require_GET
@page(*COMPARES)
def comparison_sheet(request: ActorRequest) -> HttpResponse:
    """The whole group as a spreadsheet."""
    campaign = campaign_or_404()
    asked = _asked(request, campaign)
    rows = compared(campaign, asked.everybody, asked.found)
    name = f"so-sanh-{asked.group.code.lower()}" if asked.group else "so-sanh"
    return spreadsheet(name, COLUMNS, compared_lines(rows))
