"""Ai đang thao tác, với vai trò nào: middleware, the page decorator, and what happens to a refusal."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, cast

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tusoi.core import clock
from tusoi.core.actor import Actor
from tusoi.core.errors import NotAllowed, Refused
from tusoi.officialdocs.completeness import Inconsistent, MissingValues
from tusoi.org.enums import Role
from tusoi.org.selectors.actors import Capacity, capacities_of
from tusoi.web.shared.papers import refused_paper

View = Callable[..., HttpResponse]
SESSION_KEY = "capacity"
PUBLIC = "public"
SIGNED_IN = "signed_in"


class ActorRequest(HttpRequest):
    """A request whose user has been given an actor."""

    actor: Actor
    capacities: list[Capacity]
    htmx: Any


class ActingMiddleware:
    """Gives every request its capacities and actor; turns a refusal into a page that says how to go on."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: ActorRequest) -> HttpResponse:
        if request.user.is_authenticated:
            request.capacities = capacities_of(request.user, clock.today())
            chosen = request.session.get(SESSION_KEY)
            capacity = next(
                (c for c in request.capacities if c.key == chosen), None
            ) or default_capacity(request.capacities)
            if capacity is not None:
                request.actor = capacity.actor
        return self.get_response(request)

    def process_exception(self, request: ActorRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, MissingValues | Inconsistent):
            error = refused_paper(error)
        return refusal(request, error) if isinstance(error, Refused) else None


def default_capacity(capacities: list[Capacity]) -> Capacity | None:
    """What a person acts as before choosing: himself or herself; technical staff have nothing else."""
    return capacities[0] if capacities else None


def refusal(request: ActorRequest, error: Refused) -> HttpResponse:
    """The findings of a refusal: a fragment above the form for htmx (the form keeps its text), else a page."""
    status = 403 if isinstance(error, NotAllowed) else 422
    is_partial = bool(getattr(request, "htmx", False))
    template = "shared/refusal_fragment.html" if is_partial else "shared/refusal.html"
    response = render(request, template, {"findings": error.findings}, status=status)
    if is_partial:
        response["HX-Retarget"] = "#refusal"
        response["HX-Reswap"] = "innerHTML show:#refusal:top"
    return response


def page(*roles: Role) -> Callable[[View], View]:
    """Declare who may open a page; no role given means every signed-in person. Others get 404.

    The declaration is kept on the view as `permission`; a test refuses any URL without it.
    """

    def declare(view: View) -> View:
        @functools.wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            actor = getattr(request, "actor", None)
            if actor is None or (roles and actor.role not in roles):
                raise Http404
            return view(cast("ActorRequest", request), *args, **kwargs)

        guarded.permission = frozenset(roles) or SIGNED_IN  # type: ignore[attr-defined]  # read by the route test
        return guarded

    return declare


def public(view: View) -> View:
    """Declare a page that needs no account."""
    view.permission = PUBLIC  # type: ignore[attr-defined]  # read by the route test
    return view
