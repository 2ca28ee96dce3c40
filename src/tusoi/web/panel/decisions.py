"""Quyết định: the list, drawing one up with all that stands in its way, signing, telling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from tusoi.core import clock
from tusoi.decisions.permissions import decisions_visible_to, may_notify
from tusoi.decisions.selectors.deciding import check_decision
from tusoi.decisions.selectors.notices import decision_list
from tusoi.decisions.selectors.signing import overrides_asked, rows_to_decide, title_of_signer
from tusoi.decisions.services.deciding import decide
from tusoi.decisions.services.notifying import send_notices
from tusoi.documents.selectors.stored import documents_of
from tusoi.org.enums import Role
from tusoi.rulebook.facts import RatingLevel
from tusoi.web.panel.forms_decisions import (
    DecisionForm,
    are_answered,
    chosen_levels,
    draft_of,
    posted_overrides,
)
from tusoi.web.shared.acting import page
from tusoi.web.shared.board import campaign_or_404, posted_levels
from tusoi.web.shared.documents import stored_response
from tusoi.web.shared.findings import linked
from tusoi.web.shared.listing import page_of
from tusoi.web.shared.papers import asked_format

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.http import HttpResponse

    from tusoi.decisions.models import Classification
    from tusoi.web.shared.acting import ActorRequest

SEES = (Role.COORDINATOR, Role.DEPARTMENT_HEAD, Role.DEPARTMENT_LEADER, Role.UNIT_HEAD)
DECIDES = (Role.DEPARTMENT_HEAD, Role.UNIT_HEAD)
TELLS = (Role.COORDINATOR, Role.UNIT_HEAD)


@require_GET
@page(*SEES)
def decisions(request: ActorRequest) -> HttpResponse:
    """Decisions signed so far and how far their results have been told."""
    context = {
        "page_title": "Quyết định xếp loại",
        "page_obj": page_of(request, decision_list(request.actor, campaign_or_404())),
        "may_decide": request.actor.role in DECIDES,
    }
    return render(request, "panel/decisions.html", context)


def _drawn_up(
    request: ActorRequest,
    form: DecisionForm,
    rows: Iterable[Classification],
    levels: Mapping[Classification, RatingLevel],
) -> dict[str, Any]:
    """The decision as far as it goes: its rows, what bars it for good, what asks for a reason."""
    day = clock.today()
    check = check_decision(draft_of(request.actor, form, levels, day), day)
    return {
        "page_title": "Lập quyết định xếp loại",
        "form": form,
        "levels": list(RatingLevel),
        "lines": [(row, levels.get(row)) for row in rows],
        "count": len(levels),
        "firm": linked(each for each in check.findings if each.is_blocker and not each.overridable),
        "asked": overrides_asked(check),
        "posted": request.POST,
    }


def _posted(
    request: ActorRequest,
) -> tuple[DecisionForm, list[Classification], dict[Classification, RatingLevel]]:
    """The form as sent: its facts, the rows it lists, the level chosen for each."""
    campaign = campaign_or_404()
    rows = rows_to_decide(request.actor, campaign, among=posted_levels(request.POST))
    return DecisionForm(campaign, request.POST), rows, chosen_levels(rows, request.POST)


@require_GET
@page(*DECIDES)
def decision_new(request: ActorRequest) -> HttpResponse:
    """Draw up a decision: everybody proposed and within one's competence, at the level proposed."""
    campaign, day = campaign_or_404(), clock.today()
    form = DecisionForm(
        campaign, initial={"signed_on": day, "signer_title": title_of_signer(request.actor, day)}
    )
    rows = rows_to_decide(request.actor, campaign, unit=request.GET.get("don_vi", ""))
    chosen = {row: RatingLevel(row.proposed_level) for row in rows}
    return render(request, "panel/decision_new.html", _drawn_up(request, form, rows, chosen))


@require_POST
@page(*DECIDES)
def decision_check(request: ActorRequest) -> HttpResponse:
    """What stands against the decision with the levels and facts just chosen; nothing is saved."""
    return render(request, "panel/decision_check.html", _drawn_up(request, *_posted(request)))


@require_POST
@page(*DECIDES)
def decision_sign(request: ActorRequest) -> HttpResponse:
    """Decide as the form says; while anything is missing the form comes back with all that was written."""
    form, rows, levels = _posted(request)
    drawn_up, overrides = _drawn_up(request, form, rows, levels), posted_overrides(request.POST)
    if not form.is_valid() or drawn_up["firm"] or not are_answered(drawn_up["asked"], overrides):
        return render(
            request, "panel/decision_new.html", {"is_incomplete": True, **drawn_up}, status=422
        )
    facts = {
        "campaign": form.campaign,
        "levels": levels,
        "overrides": overrides,
        **form.cleaned_data,
    }
    signed = decide(actor=request.actor, at=clock.now(), **facts)
    messages.success(request, f"Đã ban hành {signed} đối với {len(levels)} tập thể, cá nhân.")
    return redirect("panel:decision", signed.pk)


@require_GET
@page(*SEES)
def decision(request: ActorRequest, pk: int) -> HttpResponse:
    """One decision: its list, its papers, who has been told and has read."""
    row = get_object_or_404(decision_list(request.actor, campaign_or_404()), pk=pk)
    subjects = row.classifications.select_related("subject__unit", "subject__group")
    context = {
        "page_title": str(row),
        "decision": row,
        "page_obj": page_of(request, subjects.prefetch_related("overrides")),
        "documents": documents_of([row]),
        "may_notify": row.waiting
        and request.actor.role in TELLS
        and may_notify(request.actor, row),
    }
    return render(request, "panel/decision.html", context)


@require_GET
@page(*SEES)
def decision_paper(request: ActorRequest, pk: int, document_pk: int) -> HttpResponse:
    """A paper of the decision, as issued."""
    row = get_object_or_404(decisions_visible_to(request.actor), pk=pk)
    found = get_object_or_404(documents_of([row]), pk=document_pk)
    return stored_response(found, asked_format(request))


@require_POST
@page(*TELLS)
def decision_notify(request: ActorRequest, pk: int) -> HttpResponse:
    """Tell everybody the decision concerns."""
    row = get_object_or_404(decisions_visible_to(request.actor), pk=pk)
    sent = send_notices(actor=request.actor, at=clock.now(), decision=row)
    messages.success(request, f"Đã gửi {len(sent)} thông báo kết quả theo {row}.")
    return redirect("panel:decision", row.pk)
