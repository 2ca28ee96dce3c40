"""Thông báo kết quả: what was sent and who has read it; ending the campaign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from tusoi.core import clock
from tusoi.decisions.selectors.notices import decision_list, notice_list
from tusoi.decisions.selectors.pending import blockers_for_close
from tusoi.decisions.services.closing import close_campaign
from tusoi.org.enums import Role
from tusoi.web.shared.acting import page
from tusoi.web.shared.board import campaign_or_404
from tusoi.web.shared.findings import linked
from tusoi.web.shared.listing import ordered, page_of

if TYPE_CHECKING:
    from django.http import HttpResponse

    from tusoi.web.shared.acting import ActorRequest

ORDERS = {
    "name": ("subject__sort_key",),
    "recipient": ("recipient__sort_key",),
    "sent": ("sent_at", "subject__sort_key"),
    "read": ("read_at", "subject__sort_key"),
}


@require_GET
@page(Role.COORDINATOR)
def notices(request: ActorRequest) -> HttpResponse:
    """Every notice with its proof of reading, decisions not told yet, what keeps the campaign open."""
    campaign = campaign_or_404()
    rows = notice_list(request.actor, campaign)
    context = {
        "page_title": "Thông báo kết quả",
        "campaign": campaign,
        "untold": [row for row in decision_list(request.actor, campaign) if row.waiting],
        "page_obj": page_of(request, ordered(request, rows, ORDERS, "-sent")),
        "blockers": linked(blockers_for_close(campaign)),
    }
    return render(request, "hr/notices.html", context)


@require_POST
@page(Role.COORDINATOR)
def campaign_close(request: ActorRequest) -> HttpResponse:
    """End the campaign."""
    campaign = close_campaign(actor=request.actor, at=clock.now(), campaign=campaign_or_404())
    messages.success(request, f"Đã kết thúc {campaign}.")
    return redirect("hr:notices")
