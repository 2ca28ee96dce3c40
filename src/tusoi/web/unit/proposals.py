"""Đề nghị mức xếp loại của đơn vị: the same board, own staff only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_GET

from tusoi.org.enums import Role
from tusoi.web.shared.acting import page
from tusoi.web.shared.board import board_context

if TYPE_CHECKING:
    from django.http import HttpResponse

    from tusoi.web.shared.acting import ActorRequest


@require_GET
@page(Role.UNIT_HEAD)
def proposals(request: ActorRequest) -> HttpResponse:
    """Whom the head of the unit proposes or decides."""
    context = {
        "page_title": "Đề nghị mức xếp loại",
        **board_context(request),
    }
    return render(request, "unit/proposals.html", context)
