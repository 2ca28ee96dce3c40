"""Trang dùng chung: switching the role acted in; a page for health checks."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from tusoi.web.shared.acting import SESSION_KEY, ActorRequest, page, public


@require_POST
@page()
def switch_capacity(request: ActorRequest) -> HttpResponse:
    """Act in another of one's own roles for the rest of the session, under a new session key."""
    key = request.POST.get("capacity", "")
    if key not in {capacity.key for capacity in request.capacities}:
        raise Http404
    request.session.cycle_key()
    request.session[SESSION_KEY] = key
    return HttpResponseRedirect("/")


@public
@require_GET
def alive(request: HttpRequest) -> HttpResponse:
    """Answers as soon as the product can serve pages."""
    return HttpResponse("ok", content_type="text/plain")


def next_url(request: HttpRequest, fallback: str) -> str:
    """The `next` of a form when it is a path on this host, else the fallback."""
    target = request.POST.get("next", "")
    is_safe = url_has_allowed_host_and_scheme(
        target, {request.get_host()}, require_https=request.is_secure()
    )
    return target if is_safe and target.startswith("/") else fallback
