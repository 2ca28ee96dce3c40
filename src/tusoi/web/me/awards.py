"""Thi đua, khen thưởng của tôi: own registrations and what was put forward for oneself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tusoi.awards.permissions import registrations_visible_to
from tusoi.awards.selectors.nominations import nomination_list
from tusoi.awards.selectors.registrations import registration_list
from tusoi.awards.services import registering
from tusoi.core import clock
from tusoi.org.enums import Role
from tusoi.org.models import Person
from tusoi.web.shared.acting import page
from tusoi.web.shared.acts import Step, act_page
from tusoi.web.shared.forms_awards import TitleForm
from tusoi.web.shared.listing import page_of

if TYPE_CHECKING:
    from django.http import HttpResponse

    from tusoi.core.actor import Actor
    from tusoi.web.shared.acting import ActorRequest


SHOWN = 20


def _own(request: ActorRequest) -> Actor:
    """The person as an individual, whatever role is acted in."""
    return request.actor.acting_as(Role.INDIVIDUAL)


@require_GET
@page()
def awards(request: ActorRequest) -> HttpResponse:
    """Registrations and nominations of oneself and of the collectives one belongs to."""
    own = _own(request)
    context = {
        "page_title": "Thi đua, khen thưởng của tôi",
        "page_obj": page_of(request, registration_list(own)),
        "nominations": nomination_list(own).order_by("-nominated_at", "-pk")[:SHOWN],
        "person_id": own.person_id,
    }
    return render(request, "me/awards.html", context)


@require_http_methods(["GET", "POST"])
@page()
def award_register(request: ActorRequest) -> HttpResponse:
    """Register for a title oneself."""
    person = get_object_or_404(Person, pk=request.actor.person_id)

    def perform(data: dict[str, Any]) -> str:
        made = registering.register(actor=_own(request), at=clock.now(), registrant=person, **data)
        return f"Đã ghi đăng ký thi đua năm {made.year}."

    return act_page(
        request,
        TitleForm(request.POST or None, initial={"registered_on": clock.today()}),
        perform,
        title="Đăng ký thi đua",
        lead="Danh hiệu đề nghị cuối năm theo thành tích đạt được, không nhất thiết là danh hiệu đã đăng ký.",
        submit="Đăng ký",
        trail=(Step("Thi đua, khen thưởng của tôi", reverse("me:awards")),),
    )


@require_POST
@page()
def award_withdraw(request: ActorRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(registrations_visible_to(_own(request)), pk=pk)
    registering.withdraw_registration(actor=_own(request), at=clock.now(), registration=found)
    messages.success(request, "Đã rút đăng ký thi đua.")
    return redirect("me:awards")
