"""Chứng thư gốc tin cậy: from which the certificates of signers must descend."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from tusoi.core import clock
from tusoi.documents.models import TrustAnchor
from tusoi.documents.selectors.signing import trust_anchors
from tusoi.documents.services.signing import add_trust_anchor, retire_trust_anchor
from tusoi.org.enums import Role
from tusoi.web.oversight.forms_trust import RetireAnchorForm, TrustAnchorForm
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.acts import Step, Trail, act_page, by
from tusoi.web.shared.listing import page_of

TITLE = "Chứng thư gốc tin cậy"


def _trail() -> Trail:
    return (Step(TITLE, reverse("oversight:trust_anchors")),)


@require_GET
@page(Role.TECHNICAL_ADMIN)
def anchors(request: ActorRequest) -> HttpResponse:
    context = {
        "page_title": TITLE,
        "page_obj": page_of(request, trust_anchors()),
        "now": clock.now(),
    }
    return render(request, "oversight/trust_anchors.html", context)


@require_http_methods(["GET", "POST"])
@page(Role.TECHNICAL_ADMIN)
def anchor_add(request: ActorRequest) -> HttpResponse:
    def perform(data: dict[str, Any]) -> str:
        content = data["certificate"].read()
        return f"Đã tin cậy “{add_trust_anchor(**by(request), content=content, source=data['source'])}”."

    return act_page(
        request,
        TrustAnchorForm(request.POST or None, request.FILES or None),
        perform,
        title="Thêm chứng thư gốc",
        lead="Chữ ký số được coi là hợp lệ khi chứng thư của người ký do chứng thư gốc này cấp, trực tiếp hoặc qua trung gian.",
        submit="Tin cậy chứng thư này",
        trail=_trail(),
    )


@require_http_methods(["GET", "POST"])
@page(Role.TECHNICAL_ADMIN)
def anchor_retire(request: ActorRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(TrustAnchor, pk=pk)

    def perform(data: dict[str, Any]) -> str:
        retire_trust_anchor(**by(request), anchor=found, reason=data["reason"])
        return f"Đã thôi tin cậy “{found}”."

    return act_page(
        request,
        RetireAnchorForm(request.POST or None),
        perform,
        title="Thôi tin cậy chứng thư",
        lead=f"{found}. Kết quả các lần kiểm tra trước vẫn được giữ.",
        submit="Thôi tin cậy",
        trail=_trail(),
    )
