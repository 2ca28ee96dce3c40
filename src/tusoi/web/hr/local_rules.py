"""Quy định áp dụng: the values in force with their ground, and what the body sets itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from tusoi.campaigns.facts import law_of
from tusoi.campaigns.models import LocalRule
from tusoi.campaigns.selectors import local_rules as selectors
from tusoi.campaigns.selectors.local_rule_checks import blockers_for_add, national_values
from tusoi.campaigns.services.local_rules import add_local_rule, drafted_rule, end_local_rule
from tusoi.core import clock
from tusoi.decisions.selectors.rule_effects import effects_of
from tusoi.org.enums import Role
from tusoi.rulebook.parameter_text import as_written
from tusoi.rulebook.parameters import Parameter, parameters
from tusoi.web.hr.forms_local_rules import LocalRuleEndForm, LocalRuleForm, RuleFilterForm
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.acts import Step, Trail, act_page, by
from tusoi.web.shared.board import body_or_404
from tusoi.web.shared.listing import page_of

if TYPE_CHECKING:
    from django.http import HttpResponse

    from tusoi.org.models import Unit


def _parameter(name: str) -> Parameter:
    if name not in parameters():
        raise Http404
    return parameters()[name]


def _open_parameter(name: str) -> Parameter:
    """A parameter that the law leaves to the body, wholly or in part."""
    parameter = _parameter(name)
    if parameter.override == "none":
        raise Http404
    return parameter


def _trail(parameter: Parameter) -> Trail:
    rules = Step("Quy định áp dụng", reverse("hr:rules"))
    return rules, Step(parameter.label, reverse("hr:rule", args=[parameter.name]))


@require_GET
@page(Role.COORDINATOR)
def rules(request: ActorRequest) -> HttpResponse:
    form = RuleFilterForm(request.GET, clock.today())
    wanted: dict[str, Any] = form.cleaned_data if form.is_valid() else {}
    campaign, day = wanted.get("campaign"), wanted.get("day") or clock.today()
    law = law_of(campaign) if campaign else selectors.law_of_body(body_or_404(), day)
    lines = selectors.rule_lines(law, cast("selectors.RuleFilter", wanted))
    context = {
        "page_title": "Quy định áp dụng",
        "form": form,
        "law": law,
        "season": campaign,
        "regimes": selectors.regime_lines(law.day),
        "page_obj": page_of(request, lines),
    }
    return render(request, "hr/rules.html", context)


@require_GET
@page(Role.COORDINATOR)
def rule(request: ActorRequest, name: str) -> HttpResponse:
    parameter, own, today = _parameter(name), body_or_404(), clock.today()
    law = selectors.law_of_body(own, today)
    context = {
        "page_title": parameter.label,
        "parameter": parameter,
        "lines": selectors.lines_of(parameter, law),
        "group": selectors.group_label(parameter),
        "freedom": selectors.freedom_of(parameter),
        "national": selectors.national_spans(parameter),
        "overlays": selectors.overlay_spans(parameter),
        "own": selectors.own_lines(own, name, today),
        "today": today,
    }
    return render(request, "hr/rule.html", context)


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def local_rule_add(request: ActorRequest, name: str) -> HttpResponse:
    """The form, then what the value would change, then the command."""
    parameter, own = _open_parameter(name), body_or_404()
    form = LocalRuleForm(parameter, request.POST or None, issuer=own.name)
    shown = {"page_title": "Thêm quy định của cơ quan", "form": form, "trail": _trail(parameter)}
    if not form.is_valid() or "change" in request.POST:
        status = 422 if form.errors else 200
        return render(request, "hr/rule_add.html", shown | {"parameter": parameter}, status=status)
    if "confirmed" not in request.POST:
        return _preview(request, form, own, shown)
    written = selectors.value_of(add_local_rule(**by(request), body=own, **form.facts()))
    messages.success(request, f"Đã ghi quy định của cơ quan. {parameter.label}: {written}.")
    return redirect("hr:rule", name)


def _preview(
    request: ActorRequest, form: LocalRuleForm, own: Unit, shown: dict[str, Any]
) -> HttpResponse:
    """What the value would change; the form again where something bars it."""
    drafted = drafted_rule(**by(request), body=own, **form.facts())
    context = shown | {"parameter": form.parameter, "rule": drafted}
    blockers = blockers_for_add(drafted, clock.today())
    if blockers:
        for finding in blockers:
            form.add_error(None, f"{finding.message} {finding.remedy}")
        return render(request, "hr/rule_add.html", context, status=422)
    met = (dated for _, dated in national_values(form.parameter, drafted))
    context |= {
        "page_title": "Xem trước quy định của cơ quan",
        "written": selectors.value_of(drafted),
        "national": list(
            dict.fromkeys(
                (as_written(form.parameter, each.value), each.since, each.cite) for each in met
            )
        ),
        "effects": effects_of(drafted, clock.today()),
    }
    return render(request, "hr/rule_preview.html", context)


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def local_rule_end(request: ActorRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(LocalRule, pk=pk, name__in=parameters())

    def perform(data: dict[str, Any]) -> str:
        ended = end_local_rule(**by(request), rule=found, **data)
        return f"Quy định theo {ended.document} thôi áp dụng từ ngày {ended.ended_from:%d/%m/%Y}."

    return act_page(
        request,
        LocalRuleEndForm(request.POST or None),
        perform,
        title="Kết thúc quy định của cơ quan",
        trail=_trail(_parameter(found.name)),
        lead=f"{selectors.value_of(found)}, theo {found.document}. Đợt đã mở vẫn giữ quy định đã chốt.",
        submit="Kết thúc áp dụng",
    )
